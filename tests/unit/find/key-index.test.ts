import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeKeys } from "../../../index-build/write/search/keys.js";
import { readTable } from "../../../src/catalog/arrow/table.js";
import { type FilmRow, filmRow } from "../../../src/catalog/rows.js";
import { TABLES } from "../../../src/catalog/schema.js";
import { consonantsOf } from "../../../src/find/encode/consonants.js";
import { KEY_KINDS } from "../../../src/find/encode/keys/keys.js";
import { segmentCount } from "../../../src/find/encode/segments.js";
import { editDistance } from "../../../src/find/names/distance/edit-distance.js";
import { bytesOf, KeyIndex } from "../../../src/find/names/index/key-index.js";
import type { SegmentIndex } from "../../../src/find/names/index/segment-index.js";

function indexOf(texts: readonly string[]): KeyIndex<FilmRow> {
  const encoded = encodeKeys(texts.map((text, target) => ({ text, kind: KEY_KINDS.name, target })));
  return new KeyIndex(
    readTable(encoded.keys, TABLES.filmKeys),
    readTable(encoded.prefixes, TABLES.filmPrefixes),
    readTable(encoded.letterSegments, TABLES.filmLetterSegments),
    readTable(encoded.soundSegments, TABLES.filmSoundSegments),
    readTable(encoded.consonants, TABLES.filmConsonants),
  );
}

const letters = (text: string): Buffer => Buffer.from(text.replaceAll(" ", ""));

/** Few letters, so that keys are often near each other; none that sounds like another. */
const letter = fc.constantFrom("a", "d", "l", "m", "n", "r");
const word = fc.string({ unit: letter, minLength: 1, maxLength: 7 });
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 60 });

/** An insertion, a deletion, a replacement or a swap, somewhere. */
const edit = fc.record({ kind: fc.nat(3), place: fc.nat(), letter });
function edited(
  text: string,
  { kind, place, letter: other }: { kind: number; place: number; letter: string },
) {
  const at = place % text.length;
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  switch (kind) {
    case 0:
      return before + other + text.slice(at);
    case 1:
      return before + after;
    case 2:
      return before + other + after;
    default:
      return before + after.slice(0, 1) + text[at] + after.slice(1);
  }
}

/** The texts of the keys that were found last. */
function found(index: KeyIndex<FilmRow>, segments: SegmentIndex, count: number): string[] {
  return Array.from({ length: count }, (_, i) => index.text(segments.found(i)));
}

function near(index: KeyIndex<FilmRow>, segments: SegmentIndex, bytes: Uint8Array, edits: number): string[] {
  return found(index, segments, segments.near(bytes, edits, Number.POSITIVE_INFINITY));
}

describe("KeyIndex", () => {
  it("finds a key by its letters, however they are spaced", () => {
    fc.assert(
      fc.property(names, fc.nat(), (texts, pick) => {
        const index = indexOf(texts);
        const typed = (texts[pick % texts.length] ?? "").replaceAll(" ", "");
        const exact: string[] = [];
        index.order.exact(Buffer.from(typed), (key) => exact.push(index.text(key)));
        const same = texts.filter((text) => text.replaceAll(" ", "") === typed);
        expect(exact.sort()).toEqual(same.sort());
        expect(near(index, index.byLetters, Buffer.from(typed), 0)).toEqual(expect.arrayContaining(same));
      }),
    );
  });

  it("finds the best known keys that begin so", () => {
    fc.assert(
      fc.property(names, name, fc.integer({ min: 1, max: 20 }), (texts, typed, most) => {
        const index = indexOf(texts);
        const prefix = typed.replaceAll(" ", "").slice(0, 3);
        const [from, to] = index.order.prefix(Buffer.from(prefix));
        const best = index.bestOf(from, to, most, () => true).map((key) => index.text(key));
        const beginning = texts.filter((text) => text.replaceAll(" ", "").startsWith(prefix));
        // Keys stand in the order of their targets, here that of the texts.
        expect(best).toEqual(beginning.slice(0, most));
      }),
    );
  });

  it("leaves out what is not accepted, and fills up with what is", () => {
    const index = indexOf(["ana", "anaconda", "anna", "anillo"]);
    const [from, to] = index.order.prefix(Buffer.from("an"));
    expect(index.bestOf(from, to, 2, (row) => row !== filmRow(1))).toEqual([0, 2]);
    expect(index.bestOf(from, to, 2, (row) => row !== filmRow(1), 2)).toEqual([0]);
  });

  it("finds all keys that begin so but for one edit, and no other", () => {
    fc.assert(
      fc.property(names, fc.nat(), edit, (texts, pick, slip) => {
        const index = indexOf(texts);
        const beginning = (texts[pick % texts.length] ?? "").replaceAll(" ", "").slice(0, 5);
        const typed = edited(beginning, slip);
        fc.pre(typed.length > 0);
        const near = new Set<string>();
        index.order.prefixNear(Buffer.from(typed), index.prefixes, (from, to) => {
          for (let place = from; place < to; place++) near.add(index.text(index.order.rowAt(place)));
        });
        const within = texts.filter((text) => {
          const own = text.replaceAll(" ", "");
          return Array.from({ length: own.length + 1 }, (_, end) => own.slice(0, end)).some(
            (start) => editDistance(typed, start, 1) <= 1,
          );
        });
        expect([...near].sort()).toEqual(within.sort());
      }),
    );
  });

  it.each([1, 2, 3])("misses no key with %i edits, swaps among them", (edits) => {
    const slipsOf = fc.array(edit, { minLength: edits, maxLength: edits });
    fc.assert(
      fc.property(names, fc.nat(), slipsOf, (texts, pick, slips) => {
        const index = indexOf(texts);
        const meant = texts[pick % texts.length] ?? "";
        const own = meant.replaceAll(" ", "");
        const typed = slips.reduce((text, slip) => (text === "" ? text : edited(text, slip)), own);
        // A key with no more segments than edits may be left without a whole one.
        fc.pre(typed.length > 0 && segmentCount(own.length) > edits);
        // Edits on top of each other can add up to more in the distance that swaps no letter twice.
        fc.pre(editDistance(typed, own, edits) <= edits);
        expect(near(index, index.byLetters, Buffer.from(typed), edits)).toContain(meant);
      }),
      { numRuns: 300 },
    );
  });

  it("finds by sound what is written otherwise", () => {
    const index = indexOf(["phillips", "halloween", "amelie"]);
    expect(near(index, index.bySound, bytesOf("filips").sound, 0)).toEqual(["phillips"]);
  });

  it.each([
    ["bleid runer", "blade runner"],
    ["fait clab", "fight club"],
    ["tuailait", "twilight"],
  ])("finds by ear that “%s” is “%s”", (heard, meant) => {
    const index = indexOf(["blade runner", "fight club", "twilight", "amelie"]);
    const { byConsonants } = index;
    const count = byConsonants.same(Buffer.from(consonantsOf(heard)), 9);
    expect(found(index, byConsonants, count)).toEqual([meant]);
  });

  it("holds letters of any script", () => {
    const index = indexOf(["千と千尋の神隠し", "волк", "amelie"]);
    const exact: string[] = [];
    index.order.exact(letters("волк"), (key) => exact.push(index.text(key)));
    expect(exact).toEqual(["волк"]);
  });
});
