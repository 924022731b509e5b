/** What a community makes of films, by hand; and what a group wants to see. */
import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CommunityAsking, community, communitySchema } from "../../../../src/queries/taste/community.js";
import { watchlistForGroup } from "../../../../src/queries/taste/watchlist.js";
import { smallCatalog } from "../../../support/small-catalog.js";

const catalog = smallCatalog([
  { id: 1, genres: ["Drama"], votes: 1000, average: 6 },
  { id: 2, genres: ["Drama"], votes: 900, average: 9 },
  { id: 3, genres: ["Horror"], votes: 800, average: 8 },
  { id: 4, genres: ["Horror"], votes: 700, average: 7 },
  { id: 5, genres: ["Horror"], adult: true },
]);
const AT = "2024-01-01T00:00:00.000Z";
/** The scores of films 1, 2, 3…; 0 for seen only. */
const member = (...scores: readonly (number | undefined)[]) =>
  scores.flatMap((score, at) =>
    score === undefined ? [] : [{ film: at + 1, score: score === 0 ? undefined : score, at: AT }],
  );
const ids = (films: readonly { readonly film: { readonly id: number } }[]) =>
  films.map(({ film }) => film.id);

const of = (people: CommunityAsking["people"], fewest?: number) =>
  community({ catalog, people, fewest, pause: setImmediate });

describe("a community", async () => {
  const members = [
    member(8, 9, 1, undefined, 10),
    member(8, 9, 10, undefined, 10),
    member(7, 9, 10, undefined, 10),
    member(8, undefined, 1, 10, 10),
    member(0, undefined, undefined, 10),
  ];
  const own = await of(members);

  it("rates films by their mean, drawn to that of all; one or two people are none", async () => {
    // Sums 31, 27, 22, 20, 40 of 17 scores: mean 140 / 17 = 8.24. (31 + 24.7) / 7 = 7.96 and (27 + 24.7) / 6 = 8.62.
    expect(own).toMatchObject({ people: 5, ratings: 17, films: 5 });
    expect(own.average).toBeCloseTo(140 / 17, 10);
    expect(ids(own.best)).toEqual([2, 1, 3]);
    expect(own.best[0]).toMatchObject({ people: 3, average: 9 });
    expect(ids((await of(members, 2)).best)).toEqual([4, 2, 1, 3]);
  });

  it("is divided by the film whose scores lie farthest apart", () => {
    expect(ids(own.divided)).toEqual([3]);
    expect(own.divided[0]?.deviation).toBeCloseTo(4.5, 10);
  });

  it("has seen what most of it rated or saw", () => {
    expect(own.mostWatched.map(({ film, people }) => [film.id, people])).toEqual([
      [1, 5],
      [3, 4],
      [2, 3],
      [4, 2],
    ]);
  });

  it("agrees as far as any two of it do", async () => {
    expect((await of([member(9, 3)])).agreement).toBeNull();
    // Means (12 + 35) / 7 = 6.71: 2.29 and −3.71 of both. 19.02 / (19.02 + 16) = 0.543
    expect((await of([member(9, 3), member(9, 3)])).agreement).toBe(77);
    // (2.29 · −3.71) · 2 = −16.99, / (19.02 + 16) = −0.485
    expect((await of([member(9, 3), member(3, 9)])).agreement).toBe(26);
  });

  it("keeps to its schema, whoever comes first, and names nobody", async () => {
    const ratings = fc.array(
      fc.record(
        { film: fc.integer({ min: 1, max: 6 }), score: fc.integer({ min: 1, max: 10 }), at: fc.constant(AT) },
        { requiredKeys: ["film", "at"] },
      ),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(ratings, { maxLength: 6 }), async (people) => {
        const result = await of(people);
        expect(communitySchema.parse(result)).toEqual(result);
        const reversed = await of(people.toReversed());
        expect(reversed.agreement).toBe(result.agreement);
        expect(ids(reversed.mostWatched)).toEqual(ids(result.mostWatched));
        for (const { people: count } of [...result.best, ...result.divided])
          expect(count).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});

describe("what a group wants to see", () => {
  it("is on most lists, better rated first, and nobody saw it", async () => {
    const lists = [
      [1, 2, 4, 4],
      [2, 3, 77],
      [3, 5],
    ];
    const all = await watchlistForGroup(catalog, { lists, seen: [1], count: 10 }, setImmediate);
    expect(all.films.map(({ film, wantedBy }) => [film.id, wantedBy])).toEqual([
      [2, 2],
      [3, 2],
      [4, 1],
    ]);
    expect(all).toMatchObject({ members: 3, more: false });
    const second = await watchlistForGroup(catalog, { lists, seen: [1], count: 1, skip: 1 }, setImmediate);
    expect([ids(second.films), second.more]).toEqual([[3], true]);
    expect(await watchlistForGroup(catalog, { lists: [], seen: [], count: 3 }, setImmediate)).toEqual({
      members: 0,
      films: [],
      more: false,
    });
  });
});
