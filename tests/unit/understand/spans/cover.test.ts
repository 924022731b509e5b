/** The choice of pieces that leaves least of a sentence unsaid. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestCover } from "../../../../src/understand/spans/cover.js";
import type { Piece } from "../../../../src/understand/spans/pieces.js";

const piece = (from: number, to: number, weight: number): Piece => ({
  from,
  to,
  weight,
  meaning: { kind: "theme" },
});
const never = () => false;

describe("the best cover", () => {
  it("is the heaviest choice, be it of one long piece or of short ones", () => {
    const long = piece(0, 3, 3.5);
    const [first, last] = [piece(0, 1, 1.2), piece(1, 3, 2.2)];
    expect(bestCover(3, [first, last, long], never)).toEqual({ pieces: [long], left: [], weight: 3.5 });
    expect(bestCover(3, [first, piece(1, 3, 2.5), long], never).pieces).toHaveLength(2);
  });

  it("tells which words are left over, and passes over those that cost nothing", () => {
    const cover = bestCover(4, [piece(1, 2, 1)], (place) => place === 2);
    expect(cover.left).toEqual([0, 3]);
    expect(cover.weight).toBe(-1);
  });

  it("takes a piece that is worth less than nothing only where leaving its words costs more", () => {
    expect(bestCover(1, [piece(0, 1, -0.5)], never).pieces).toHaveLength(1);
    expect(bestCover(1, [piece(0, 1, -1.5)], never).pieces).toHaveLength(0);
    expect(bestCover(1, [piece(0, 1, -0.5)], () => true).pieces).toHaveLength(0);
  });

  it("of nothing is nothing", () => {
    expect(bestCover(0, [], never)).toEqual({ pieces: [], left: [], weight: 0 });
  });

  const pieces = fc.array(
    fc
      .tuple(fc.nat(7), fc.integer({ min: 1, max: 4 }), fc.integer({ min: -20, max: 40 }))
      .map(([from, size, weight]) => piece(from, Math.min(8, from + size), weight / 10)),
    { maxLength: 9 },
  );

  it("has pieces that never overlap, leaves every other word, and is none lighter than any choice", () => {
    fc.assert(
      fc.property(pieces, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (given, free) => {
        const costsNothing = (place: number) => free[place] ?? false;
        const cover = bestCover(8, given, costsNothing);
        const covered = cover.pieces.flatMap(({ from, to }) =>
          Array.from({ length: to - from }, (_, at) => from + at),
        );
        expect(new Set(covered).size).toBe(covered.length);
        expect(covered).toEqual([...covered].sort((a, b) => a - b));
        const others = [...Array(8).keys()].filter((place) => !covered.includes(place));
        expect(cover.left).toEqual(others.filter((place) => !costsNothing(place)));
        expect(cover.weight).toBeCloseTo(heaviest(8, given, costsNothing), 9);
      }),
    );
  });
});

/** The weight of the best of all choices, tried one by one. */
function heaviest(
  length: number,
  pieces: readonly Piece[],
  costsNothing: (place: number) => boolean,
  place = 0,
): number {
  if (place === length) return 0;
  const skipped = heaviest(length, pieces, costsNothing, place + 1) - (costsNothing(place) ? 0 : 1);
  const taken = pieces
    .filter(({ from }) => from === place)
    .map(({ to, weight }) => weight + heaviest(length, pieces, costsNothing, to));
  return Math.max(skipped, ...taken);
}
