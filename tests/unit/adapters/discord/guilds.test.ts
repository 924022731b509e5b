/** What counts as a complete list of servers: only that may say that one is missing. */
import { describe, expect, it } from "vitest";
import { knownGuilds } from "../../../../src/adapters/discord/connection/guilds.js";
import { ApiError, type ApiRequest } from "../../../../src/adapters/discord/connection/rest.js";

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const guilds = (...ids: readonly unknown[]) => ids.map((id) => ({ id, name: "x" }));

/** What comes of pages that Discord gives one after the other; the last again and again. */
async function listed(...pages: readonly unknown[]) {
  const asked: string[] = [];
  const send = async ({ path }: ApiRequest) => {
    const body = pages[Math.min(asked.length, pages.length - 1)];
    asked.push(path);
    if (body instanceof Error) throw body;
    return { status: 200, body, retries: 0 };
  };
  const found = await knownGuilds({ send }, "token", silent);
  return { found: found && [...found], asked };
}

describe("the list of servers", () => {
  it("is asked for behind the last one until there is no more, however short a page is", async () => {
    const { found, asked } = await listed(guilds("3", "20"), guilds("100"), []);
    expect(found).toEqual(["3", "20", "100"]);
    expect(asked.map((path) => path.replace(/.*after=/u, ""))).toEqual(["0", "20", "100"]);
    expect(asked[0]).toContain("limit=200");
  });

  it.each([
    ["is empty", [[]]],
    ["is none", [null]],
    ["is of another form", [{ message: "x" }]],
    ["holds what is no server", [guilds("3", "x"), []]],
    ["holds one without an id", [guilds("3", undefined), []]],
    ["is not in order", [guilds("20", "3"), []]],
    ["comes again and again", [guilds("3", "20")]],
    ["breaks off", [guilds("3", "20"), new ApiError(0, 0, "no answer")]],
    ["is refused", [new ApiError(401, 0, "401: Unauthorized")]],
  ])("says nothing where it %s", async (_, pages) => {
    expect((await listed(...pages)).found).toBeUndefined();
  });

  it("is not asked for without a token", async () => {
    const send = () => Promise.reject(new Error("asked"));
    expect(await knownGuilds({ send }, undefined, silent)).toBeUndefined();
  });
});
