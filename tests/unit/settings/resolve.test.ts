/** Which of several values holds in a place. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FALLBACKS } from "../../../src/settings/declared.js";
import { levelOf, resolved } from "../../../src/settings/resolve.js";

const channels = ["1", "2"] as const;
const topics = ["7", "8"] as const;
const scopes = fc.oneof(
  fc.constant({}),
  fc.record({ channel: fc.constantFrom(...channels) }),
  fc.record({ channel: fc.constantFrom(...channels), topic: fc.constantFrom(...topics) }),
);
/** One value a scope, as the store has it. */
const stored = fc.uniqueArray(
  fc.record({ scope: scopes, minimumVotes: fc.integer({ min: 0, max: 100_000 }) }),
  { selector: ({ scope }) => JSON.stringify(scope), maxLength: 7 },
);
const WIDTH = { community: 0, channel: 1, topic: 2 } as const;

describe("what holds in a place", () => {
  it("is the value of the narrowest scope that the place is in, whatever the order", () => {
    fc.assert(
      fc.property(stored, scopes, (all, place) => {
        const within: { channel?: string; topic?: string } = place;
        const values = all.map(({ scope, minimumVotes }) => ({
          scope,
          key: "minimumVotes",
          value: JSON.stringify(minimumVotes),
        }));
        const around = all
          .filter(({ scope }) =>
            Object.entries(scope).every(([name, id]) => within[name as "channel" | "topic"] === id),
          )
          .sort((one, other) => WIDTH[levelOf(other.scope)] - WIDTH[levelOf(one.scope)]);
        const { settings, from } = resolved(values, within, { ...FALLBACKS, minimumVotes: 1234 });
        expect(settings.minimumVotes).toBe(around[0]?.minimumVotes ?? 1234);
        expect(from.minimumVotes).toBe(around[0] && levelOf(around[0].scope));
      }),
      { numRuns: 500 },
    );
  });

  it("is not what another version stored", () => {
    const wrong = [
      { key: "minimumVotes", value: "-1" },
      { key: "minimumVotes", value: "{" },
      { key: "answers", value: '"loud"' },
      { key: "__proto__", value: '{"minimumVotes":1}' },
      { key: "gone", value: "1" },
    ].map((one) => ({ scope: {}, ...one }));
    expect(resolved(wrong, {}, FALLBACKS)).toEqual({ settings: FALLBACKS, from: {} });
  });
});
