/** Whom a message would notify. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPinging, mergePings, NOBODY, pingsOf } from "../../../../standins/discord/messages/mentions.js";

const content = "@everyone <@1> <@!2> <@1> <@&3>";
const everybody = { everyone: true, users: ["1", "2"], roles: ["3"] };

describe("pings", () => {
  it.each([
    ["all without allowed_mentions", undefined, everybody],
    ["all with null", null, everybody],
    ["none with parse []", { parse: [] }, NOBODY],
    ["none with an empty object", {}, NOBODY],
    ["those of a kind", { parse: ["users"] }, { ...NOBODY, users: ["1", "2"] }],
    ["those by id", { users: ["2"], roles: ["9"] }, { ...NOBODY, users: ["2"] }],
    ["everyone", { parse: ["everyone"] }, { ...NOBODY, everyone: true }],
  ])("%s", (_, allowed, pings) => {
    expect(pingsOf({ content }, allowed)).toEqual(pings);
  });

  it("come from shown texts too, never from embeds", () => {
    expect(
      pingsOf({ components: [{ type: 17, components: [{ type: 10, content: "@here" }] }] }, undefined)
        .everyone,
    ).toBe(true);
    expect(pingsOf({ embeds: [{ description: content }] }, undefined)).toEqual(NOBODY);
  });

  it("add up", () => {
    expect(mergePings({ ...NOBODY, users: ["1"] }, everybody)).toEqual(everybody);
    expect([isPinging(NOBODY), isPinging(everybody)]).toEqual([false, true]);
  });

  it("are none, whatever is said, with parse []", () => {
    fc.assert(
      fc.property(
        fc.string(),
        (said) => !isPinging(pingsOf({ content: `${said}${content}` }, { parse: [] })),
      ),
    );
  });
});
