/** Films that a group could watch together, and the figures that say why. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filmRow } from "../../../src/catalog/rows.js";
import { type GroupTaste, suggestForGroup } from "../../../src/recommend/group-suggestions.js";

type Scores = readonly (readonly (number | undefined)[])[];

/** A row a member, a column a film; `seen` names pairs of member and film. */
const taste = (scores: Scores, seen: readonly (readonly [number, number])[] = []): GroupTaste => ({
  members: scores.length,
  scoreOf: (member, film) => scores[member]?.[film],
  hasSeen: (member, film) => seen.some(([who, what]) => who === member && what === film),
});

const rows = (count: number) => Array.from({ length: count }, (_, film) => filmRow(film));

describe("suggestions for a group", () => {
  it("are explained in figures", () => {
    const scores = [
      [8, 9, undefined],
      [6, 2, undefined],
      [7, undefined, undefined],
    ];
    const all = suggestForGroup(
      taste(scores, [
        [0, 1],
        [2, 1],
      ]),
      rows(3),
      { floor: 0, count: 9 },
    );
    expect(all).toEqual([
      {
        film: 0,
        average: 7,
        known: 3,
        lowest: { member: 1, score: 6 },
        highest: { member: 0, score: 8 },
        seen: 0,
      },
      {
        film: 1,
        average: 5.5,
        known: 2,
        lowest: { member: 1, score: 2 },
        highest: { member: 0, score: 9 },
        seen: 2,
      },
    ]);
    expect(suggestForGroup(taste(scores), rows(3), { floor: 3, count: 9 })).toHaveLength(1);
    expect(suggestForGroup(taste([]), rows(3), { floor: 0, count: 9 })).toEqual([]);
  });

  it("are what nobody minds before what most love and one hates", () => {
    const scores = [
      [10, 7, 4, 3],
      [10, 7, 3, 4],
      [0, 7, 4, 5],
    ];
    expect(suggestForGroup(taste(scores), rows(4), { floor: 0, count: 1 })).toMatchObject([{ film: 1 }]);
  });

  it("whom nothing is known of moves nothing", () => {
    const scores = [
      [3, 9, 5],
      [4, 8, 6],
    ];
    const films = (of: Scores) =>
      suggestForGroup(taste(of), rows(3), { floor: 0, count: 9 }).map(({ film }) => film);
    expect(films([...scores, [undefined, undefined, undefined]])).toEqual(films(scores));
    expect(films(scores)).toEqual([1, 2, 0]);
  });

  it("keep what all like better ahead, nobody below the floor, whatever the order of members", () => {
    const matrices = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 8 }))
      .chain(([people, films]) => {
        const score = fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined, freq: 5 });
        const row = fc.array(score, { minLength: films, maxLength: films });
        return fc.array(row, { minLength: people, maxLength: people });
      });
    fc.assert(
      fc.property(matrices, fc.integer({ min: 0, max: 5 }), (scores, floor) => {
        const films = scores[0]?.length ?? 0;
        const all = suggestForGroup(taste(scores), rows(films), { floor, count: films });
        const order = all.map(({ film }) => film);
        for (const film of rows(films)) {
          const given = scores.flatMap((own) => own[film] ?? []);
          expect(order.includes(film)).toBe(given.length > 0 && Math.min(...given) >= floor);
        }
        for (const [at, better] of order.entries())
          for (const film of order.slice(0, at)) {
            const beaten = scores.every((own) => (own[better] ?? -1) > (own[film] ?? 99));
            expect(beaten).toBe(false);
          }
        const turned = suggestForGroup(taste(scores.toReversed()), rows(films), { floor, count: films });
        expect(turned.map(({ film }) => film)).toEqual(order);
      }),
      { numRuns: 300, seed: 20 },
    );
  });
});
