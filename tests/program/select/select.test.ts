/** Selections held against a plain look at every film, on the starter catalogue. */
import { describe, expect, it } from "vitest";
import { randomFilter } from "../../../bench/tools/questions/filters.js";
import { meets, plainSelection } from "../../../bench/tools/questions/plain-selection.js";
import { randomNumbers } from "../../../bench/tools/random.js";
import { eachRow } from "../../../src/catalog/rows.js";
import type { Constraint, Filter } from "../../../src/select/filter.js";
import { loosenings } from "../../../src/select/loosen.js";
import { matcher, matching } from "../../../src/select/matching.js";
import { ORDERS } from "../../../src/select/orders.js";
import { select } from "../../../src/select/select.js";
import { starter } from "../../support/starter-index.js";

const { catalog } = starter;
const now = new Date("2026-01-01T00:00:00Z");

/** So many filters, the same in every run. */
function filters(count: number, seed: number): Filter[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, () => randomFilter(catalog, random));
}

function kindOf(constraint: Constraint): string {
  if (constraint.kind === "not") return `not ${constraint.trait.kind}`;
  return "least" in constraint ? `least ${constraint.kind}` : constraint.kind;
}

describe("films by a filter", () => {
  const all = filters(250, 1);

  it("are those that meet each constraint, best known first, by whichever way", () => {
    const met = new Map<string, number>();
    for (const filter of all) {
      const plain = [...eachRow(catalog.films)].filter(
        (film) => catalog.films.adult[film] === 0 && filter.every((one) => meets(catalog, film, one)),
      );
      expect([...matching(catalog, filter)], JSON.stringify(filter.map(kindOf))).toEqual(plain);
      expect([...eachRow(catalog.films)].filter(matcher(catalog, filter))).toEqual(plain);
      if (plain.length > 0) for (const one of filter) met.set(kindOf(one), (met.get(kindOf(one)) ?? 0) + 1);
    }
    // A kind that keeps everything out is not tested by any of this.
    const traits = ["genre", "theme", "actor", "director", "person", "country", "language", "platform"];
    const kinds = [...traits, "franchise", "company", "year", "minutes", "not genre", "not country"];
    const least = ["year", "minutes", "average", "votes"].map((kind) => `least ${kind}`);
    for (const kind of [...kinds, ...least]) expect(met.get(kind) ?? 0, kind).toBeGreaterThan(2);
  }, 120_000);

  it("are few where the filter is, and all but the adult ones without one", () => {
    expect(all.some((filter) => [...matching(catalog, filter)].length === 1)).toBe(true);
    const shown = [...eachRow(catalog.films)].filter((film) => catalog.films.adult[film] === 0);
    expect([...matching(catalog, [])]).toEqual(shown);
  });
});

describe.each(ORDERS.filter((order) => order !== "azar"))("the order %s", (order) => {
  it("is that of an independent calculation, on every page", () => {
    const orders = [[], ...filters(60, 2)];
    for (const filter of orders) {
      const plain = plainSelection(catalog, filter, order, now);
      for (const [skip, count] of [
        [0, 10],
        [7, 5],
        [plain.length - 2, 20],
      ] as const) {
        if (skip < 0) continue;
        const { films, total, unplaced } = select(catalog, filter, { order, skip, count, now, seed: 0 });
        expect(films).toEqual(plain.slice(skip, skip + count));
        expect(total).toBe(plain.length);
        expect(total + unplaced).toBe([...matching(catalog, filter)].length);
      }
    }
    expect(plainSelection(catalog, [], order, now).length).toBeGreaterThan(20);
  });
});

describe("the order azar", () => {
  const atRandom = (seed: number, skip = 0, count = 20) =>
    select(catalog, [], { order: "azar", skip, count, now, seed }).films;

  it("is the same for a seed, page after page, and another for another", () => {
    expect(atRandom(5)).toEqual(atRandom(5));
    expect([...atRandom(5, 0, 10), ...atRandom(5, 10, 10)]).toEqual(atRandom(5));
    expect(atRandom(6)).not.toEqual(atRandom(5));
    expect(atRandom(5).filter((film) => atRandom(6).includes(film)).length).toBeLessThan(5);
  });

  it("favours no film", () => {
    const size = catalog.films.rowCount;
    const drawn = Array.from({ length: 500 }, (_, seed) => atRandom(seed, 0, 4)).flat();
    const known = drawn.filter((film) => film < size / 2).length / drawn.length;
    expect(known).toBeGreaterThan(0.45);
    expect(known).toBeLessThan(0.55);
    expect(new Set(drawn).size).toBeGreaterThan(1500);
  });
});

describe("loosening", () => {
  const leavingNone = filters(1500, 3).filter(
    (filter) => filter.length > 1 && [...matching(catalog, filter)].length === 0,
  );
  const without = (filter: Filter, dropped: readonly number[]) =>
    [
      ...matching(
        catalog,
        filter.filter((_, place) => !dropped.includes(place)),
      ),
    ].length;

  it("tells how many films there are without a constraint", () => {
    expect(leavingNone.length).toBeGreaterThan(100);
    for (const filter of leavingNone.slice(0, 150)) {
      const ways = loosenings(catalog, filter, () => true);
      expect(ways.length).toBeGreaterThan(0);
      for (const { dropped, total } of ways.slice(0, 5)) expect(without(filter, dropped)).toBe(total);
      expect(ways.map(({ total }) => total)).toEqual(ways.map(({ total }) => total).sort((a, b) => b - a));
    }
  });

  it("drops several only where no single one helps, and then as few as it takes", () => {
    let together = 0;
    for (const filter of leavingNone.slice(0, 150)) {
      const [first] = loosenings(catalog, filter, () => true);
      const singles = filter.flatMap((_, place) => (without(filter, [place]) > 0 ? [place] : []));
      if (first?.dropped.length === 1) {
        const offered = loosenings(catalog, filter, () => true).flatMap(({ dropped }) => dropped);
        expect(offered.toSorted()).toEqual(singles.toSorted());
      } else {
        together++;
        expect(singles).toEqual([]);
      }
    }
    expect(together).toBeGreaterThan(3);
  });

  it("is none where films are left, and counts only those that may be listed", () => {
    expect(loosenings(catalog, [], () => true)).toEqual([]);
    const [filter = []] = leavingNone;
    expect(loosenings(catalog, filter, () => false)).toEqual([]);
  });
});
