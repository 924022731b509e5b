import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeKeys } from "../../index-build/write/search-keys.js";
import { readTable } from "../../src/catalog/arrow-table.js";
import { TABLES } from "../../src/catalog/schema.js";
import { editDistance } from "../../src/find/distance.js";
import { KEY_KINDS } from "../../src/find/encode/keys.js";
import { soundOf } from "../../src/find/encode/sound.js";
import { bytesOf, KeyIndex } from "../../src/find/key-index.js";

function indexOf(texts: readonly string[]): KeyIndex {
  const encoded = encodeKeys(texts.map((text, target) => ({ text, kind: KEY_KINDS.name, target })));
  return new KeyIndex(readTable(encoded.keys, TABLES.filmKeys), readTable(encoded.grams, TABLES.filmGrams));
}

/** Few letters, so that keys are often near each other; none that sounds like another. */
const name = fc
  .array(fc.string({ unit: fc.constantFrom("a", "d", "l", "m", "n", "r"), minLength: 1, maxLength: 7 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(" "));
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 60 });

describe("KeyIndex", () => {
  it("finds a key by its letters, however they are spaced", () => {
    fc.assert(
      fc.property(names, fc.nat(), (texts, pick) => {
        const index = indexOf(texts);
        const letters = texts[pick % texts.length].replaceAll(" ", "");
        const [from, to] = index.exact(Buffer.from(letters));
        const found = Array.from({ length: to - from }, (_, i) => index.text(index.keyAt(from + i)));
        expect(found.sort()).toEqual(texts.filter((text) => text.replaceAll(" ", "") === letters).sort());
      }),
    );
  });

  it("finds all keys that begin so", () => {
    fc.assert(
      fc.property(names, name, (texts, typed) => {
        const index = indexOf(texts);
        const prefix = typed.replaceAll(" ", "").slice(0, 3);
        const [from, to] = index.prefix(Buffer.from(prefix));
        const found = Array.from({ length: to - from }, (_, i) => index.text(index.keyAt(from + i)));
        expect(found.sort()).toEqual(
          texts.filter((text) => text.replaceAll(" ", "").startsWith(prefix)).sort(),
        );
      }),
    );
  });

  it.each([1, 2])("misses no key whose sound is changed by %i letters", (edits) => {
    fc.assert(
      fc.property(
        names,
        fc.nat(),
        fc.array(fc.nat(), { minLength: edits, maxLength: edits }),
        (texts, pick, places) => {
          const index = indexOf(texts);
          const meant = texts[pick % texts.length];
          const sound = soundOf(meant);
          // Substitutions by a letter that no key has: they break as many trigrams as any edit but a swap.
          const typed = places.reduce((text, place) => {
            const at = place % text.length;
            return `${text.slice(0, at)}x${text.slice(at + 1)}`;
          }, sound);
          // Short sounds with many edits have no trigram left: only what can be found must be.
          fc.pre(sound.length >= 4 * (edits + 1) || sound.length < 5);
          const found = new Set<string>();
          index.near(Buffer.from(typed), edits, (key) => found.add(index.text(key)));
          expect(editDistance(typed, sound, 9)).toBeLessThanOrEqual(edits);
          expect([...found]).toContain(meant);
        },
      ),
    );
  });

  it("holds letters of any script", () => {
    const index = indexOf(["千と千尋の神隠し", "волк", "amelie"]);
    const [from, to] = index.exact(bytesOf("волк").letters);
    expect(index.text(index.keyAt(from))).toBe("волк");
    expect(to - from).toBe(1);
  });
});
