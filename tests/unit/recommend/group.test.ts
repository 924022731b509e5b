/** Films for several people: each rule by hand, and what holds of any group. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filmRow } from "../../../src/catalog/rows.js";
import { forGroup, type GroupRule, type MemberScores } from "../../../src/recommend/group.js";

const RULES: readonly GroupRule[] = ["average", "leastMisery", "rankBalance"];

/** A member's scores of films 0, 1, 2… */
const member = (...scores: readonly number[]): MemberScores =>
  new Map(scores.map((score, film) => [filmRow(film), score]));

const films = (group: readonly MemberScores[], rule: GroupRule, floor = 0): number[] =>
  forGroup(group, rule, floor).map(({ film }) => film);

const groups = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 12 }))
  .chain(([people, count]) =>
    fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: count, maxLength: count }), {
      minLength: people,
      maxLength: people,
    }),
  )
  .map((rows) => rows.map((scores) => member(...scores)));

describe("films for a group", () => {
  it("are those that most like well, or that nobody minds", () => {
    // Film 0: two love it, one hates it. Film 1: fine with all.
    const group = [member(9, 6, 5, 1), member(9, 6, 1, 5), member(0, 6, 5, 4)];
    expect(films(group, "average")[0]).toBe(1);
    expect(films(group, "leastMisery")[0]).toBe(1);
    const enthusiasts = [
      member(9, 6, 5, 1, 0),
      member(9, 6, 1, 5, 0),
      member(9, 6, 5, 4, 0),
      member(1, 2, 3, 4, 0),
    ];
    expect(films(enthusiasts, "average")[0]).toBe(0);
    expect(films(enthusiasts, "leastMisery")[0]).toBe(1);
  });

  it("take turns between tastes that have nothing in common", () => {
    // Two of one taste and one of another: on average the third waits for the second half.
    const group = [member(6, 5, 4, 3, 2, 1), member(6, 5, 4, 3, 2, 1), member(1, 2, 3, 4, 5, 6)];
    expect(films(group, "average")).toEqual([0, 1, 2, 3, 4, 5]);
    expect(films(group, "rankBalance").indexOf(5)).toBeLessThan(films(group, "average").indexOf(5));
  });

  it("stand below the floor with nobody, and are none where no film does", () => {
    const group = [member(4, 3, 2, 1, 0), member(0, 1, 2, 3, 4)];
    expect(films(group, "average", 0.5)).toEqual([2]);
    expect(films(group, "average", 0.75)).toEqual([]);
    expect(films([], "average")).toEqual([]);
  });

  it("are scored by every member", () => {
    const knows = new Map([[filmRow(1), 3]]);
    for (const rule of RULES) expect(films([member(1, 2, 3), knows], rule)).toEqual([1]);
  });

  it.each(RULES)("hold each candidate once, and none below the floor: %s", (rule) => {
    fc.assert(
      fc.property(groups, fc.double({ min: 0, max: 1, noNaN: true }), (group, floor) => {
        const all = forGroup(group, rule, 0);
        expect(new Set(all.map(({ film }) => film)).size).toBe(group[0]?.size);
        expect(all).toHaveLength(group[0]?.size ?? 0);
        const kept = forGroup(group, rule, floor);
        for (const { standing } of kept) expect(Math.min(...standing)).toBeGreaterThanOrEqual(floor);
        const passing = all.filter(({ standing }) => standing.every((own) => own >= floor));
        expect(new Set(kept.map(({ film }) => film))).toEqual(new Set(passing.map(({ film }) => film)));
      }),
    );
  });

  it.each(RULES)("depend on no member's scale, and on no order of members: %s", (rule) => {
    fc.assert(
      fc.property(groups, (group) => {
        const scaled = group.map(
          (scores, at) => new Map([...scores].map(([film, score]) => [film, 3 * score + at])),
        );
        expect(forGroup(scaled, rule, 0)).toEqual(forGroup(group, rule, 0));
        if (rule === "leastMisery") {
          const films = forGroup(group.toReversed(), rule, 0).map(({ standing }) => Math.min(...standing));
          expect(films).toEqual(forGroup(group, rule, 0).map(({ standing }) => Math.min(...standing)));
        }
      }),
    );
  });

  it("never put a film that all like less before one that all like more", () => {
    fc.assert(
      fc.property(groups, fc.constantFrom(...RULES), (group, rule) => {
        const ranked = forGroup(group, rule, 0);
        ranked.forEach((one, place) => {
          for (const later of ranked.slice(place + 1))
            expect(later.standing.every((own, at) => own > (one.standing[at] ?? 0))).toBe(false);
        });
      }),
    );
  });

  it("are a lone member's own order", () => {
    for (const rule of RULES) expect(films([member(2, 9, 4, 7)], rule)).toEqual([1, 3, 2, 0]);
  });
});
