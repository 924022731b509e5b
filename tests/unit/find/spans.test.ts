/** Names in sentences that many bear: the likeliest of all, though not all are looked at. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeKeys } from "../../../index-build/write/search/keys.js";
import { readTable } from "../../../src/catalog/arrow/table.js";
import { filmRow } from "../../../src/catalog/rows.js";
import { TABLES } from "../../../src/catalog/schema.js";
import { KEY_KINDS, type KeyKind } from "../../../src/find/encode/keys/keys.js";
import { FILM_KINDS } from "../../../src/find/names/domain.js";
import { FAME_WEIGHT, Fame } from "../../../src/find/names/fame.js";
import { KeyIndex } from "../../../src/find/names/index/key-index.js";
import { namesIn } from "../../../src/find/names/spans.js";

const TEXTS = ["ana", "ana ruiz", "ruiz", "anaruiz", "lea"] as const;

const key = fc.record({
  text: fc.constantFrom(...TEXTS),
  kind: fc.constantFrom<KeyKind>(KEY_KINDS.name, KEY_KINDS.alias, KEY_KINDS.bare, KEY_KINDS.tail),
});
/** What is called something, with its votes: hardly any order of magnitude is left out. */
const things = fc.array(
  fc.record({ keys: fc.array(key, { minLength: 1, maxLength: 3 }), votes: fc.nat(30_000) }),
  { minLength: 1, maxLength: 80 },
);

describe("a name in a sentence", () => {
  it("is its likeliest bearer's", () => {
    fc.assert(
      fc.property(things, fc.infiniteStream(fc.boolean()), (unordered, isAccepted) => {
        const all = unordered.toSorted((a, b) => b.votes - a.votes);
        const keys = all.flatMap((thing, target) => thing.keys.map((one) => ({ ...one, target })));
        const encoded = encodeKeys(keys);
        const index = new KeyIndex(
          readTable(encoded.keys, TABLES.filmKeys),
          readTable(encoded.prefixes, TABLES.filmPrefixes),
          readTable(encoded.letterSegments, TABLES.filmLetterSegments),
          readTable(encoded.soundSegments, TABLES.filmSoundSegments),
          readTable(encoded.consonants, TABLES.filmConsonants),
        );
        const accepted = all.map(() => isAccepted.next().value);
        const fame = new Fame(() => Int32Array.from(all, ({ votes }) => votes), index);
        const spans = namesIn(
          {
            index,
            kindCosts: FILM_KINDS,
            accepts: (row) => accepted[row] === true,
            known: (row) => fame.logVotes(row),
            endOfKeys: (score) => fame.endOfKeys(0, score),
            weightOfKnown: FAME_WEIGHT,
          },
          ["ana", "ruiz"],
        );
        for (const [from, to, letters] of [
          [0, 1, "ana"],
          [0, 2, "anaruiz"],
          [1, 2, "ruiz"],
        ] as const) {
          const bearers = keys.filter(
            ({ text, target }) => text.replaceAll(" ", "") === letters && accepted[target],
          );
          const score = ({ kind, target }: (typeof keys)[number]) =>
            fame.logVotes(filmRow(target)) * FAME_WEIGHT - FILM_KINDS[kind];
          const best = bearers.toSorted((a, b) => score(b) - score(a) || a.target - b.target)[0];
          const found = spans.find((span) => span.from === from && span.to === to);
          expect(found?.row).toBe(best?.target);
          if (best !== undefined) expect(found?.known).toBe(fame.logVotes(filmRow(best.target)));
        }
      }),
      { numRuns: 300 },
    );
  });
});
