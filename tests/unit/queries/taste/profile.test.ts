/** One person's films in figures, computed by hand. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { profile, profileSchema } from "../../../../src/queries/taste/profile.js";
import { smallCatalog } from "../../../support/small-catalog.js";

const AT = "2024-01-01T00:00:00.000Z";

const catalog = smallCatalog([
  {
    id: 1,
    year: 1979,
    genres: ["Horror"],
    directors: ["Scott"],
    cast: ["Weaver"],
    countries: ["US"],
    runtime: 117,
    votes: 9000,
    average: 8,
  },
  {
    id: 2,
    year: 1973,
    genres: ["Horror"],
    directors: ["Friedkin"],
    cast: ["Linda"],
    countries: ["US"],
    runtime: 122,
    votes: 5000,
    average: 7.5,
  },
  {
    id: 3,
    year: 1978,
    genres: ["Horror"],
    directors: ["Carpenter"],
    cast: ["Curtis"],
    countries: ["US"],
    runtime: 91,
    votes: 3000,
    average: 7,
  },
  {
    id: 4,
    year: 1982,
    genres: ["Drama"],
    directors: ["Carpenter"],
    cast: ["Curtis"],
    countries: ["ES"],
    runtime: 5000,
    votes: 200,
    average: 5,
  },
  {
    id: 5,
    year: 1961,
    genres: ["Drama"],
    directors: ["Buñuel"],
    cast: ["Pinal"],
    countries: ["ES"],
    votes: 250,
    average: 8,
  },
  {
    id: 6,
    year: 1962,
    genres: ["Drama"],
    directors: ["Buñuel"],
    cast: ["Pinal"],
    countries: ["ES"],
    runtime: 95,
    votes: 20,
    average: 2,
  },
  { id: 7, genres: ["Drama"], adult: true, votes: 150, average: 1 },
]);
const rated = (scores: Readonly<Record<number, number | undefined>>) =>
  Object.entries(scores).map(([film, score]) => ({ film: Number(film), score, at: AT }));

describe("a profile", () => {
  const own = profile(catalog, rated({ 1: 10, 2: 9, 3: 8, 4: 3, 5: 5, 6: 9, 99: 7, 7: undefined }));

  it("counts films, scores and minutes", () => {
    expect(own).toMatchObject({
      seen: 7,
      rated: 6,
      unknown: 1,
      minutes: 117 + 122 + 91 + 95,
      filmsWithRuntime: 4,
    });
    expect(own.average).toBeCloseTo(44 / 6, 10);
    expect(own.distribution).toEqual([0, 0, 1, 0, 1, 0, 0, 1, 2, 1]);
  });

  it("finds what is rated above the own mean, drawn to it by how few there are", () => {
    // Horror: (27 − 3 · 7.33) / 11 = 0.45. Drama is below the mean.
    expect(own.genres).toEqual([{ name: "Horror", seen: 3, rated: 3, average: 9 }]);
    expect(own.countries.map(({ name }) => name)).toEqual(["US"]);
    expect(own.decades).toEqual([{ decade: 1970, seen: 3, rated: 3, average: 9 }]);
    // Of one film nobody is a favourite; Buñuel's have 7 on average, Carpenter's 5.5.
    expect(own.directors).toEqual([]);
    expect(
      profile(catalog, rated({ 1: 4, 2: 3, 5: 8, 6: 9 })).directors.map(({ person }) => person.name),
    ).toEqual(["Buñuel"]);
  });

  it("stands beside the crowd", () => {
    // 2, 1.5, 1, −2, −3: film 6 has too few votes.
    expect(own.crowd.films).toBe(5);
    expect(own.crowd.gap).toBeCloseTo(-0.1, 10);
    expect(own.crowd.hardest).toMatchObject({ film: { id: 5 }, score: 5, voteAverage: 8 });
    expect(own.crowd.kindest).toMatchObject({ film: { id: 1 }, score: 10 });
    expect(own.rarity).toMatchObject({ film: { id: 6 }, score: 9, voteCount: 20 });
    expect(profile(catalog, rated({ 1: 8, 2: 8 })).crowd).toMatchObject({ hardest: null, kindest: null });
  });

  it("of films that nobody rated tells what there is most of", () => {
    const seen = profile(catalog, rated({ 1: undefined, 2: undefined, 3: undefined, 5: undefined }));
    expect(seen).toMatchObject({
      seen: 4,
      rated: 0,
      average: null,
      crowd: { films: 0, gap: null },
      rarity: null,
    });
    expect(seen.genres).toEqual([{ name: "Horror", seen: 3, rated: 0, average: null }]);
  });

  it("is one for nobody's films too, and names no adult film", () => {
    expect(profile(catalog, [])).toMatchObject({ seen: 0, rated: 0, average: null, minutes: 0, genres: [] });
    expect(profile(catalog, rated({ 7: 10 }))).toMatchObject({
      rated: 1,
      crowd: { kindest: null },
      rarity: null,
    });
  });

  it("counts the last of several ratings of one film", () => {
    const twice = [...rated({ 1: 3 }), ...rated({ 1: 9 }), ...rated({ 1: undefined })];
    expect(profile(catalog, twice)).toMatchObject({ seen: 1, rated: 1, average: 9 });
  });

  it("keeps to its schema", () => {
    const ratings = fc.array(
      fc.record(
        { film: fc.integer({ min: 1, max: 9 }), score: fc.integer({ min: 1, max: 10 }), at: fc.constant(AT) },
        { requiredKeys: ["film", "at"] },
      ),
    );
    fc.assert(
      fc.property(ratings, (some) => {
        const result = profile(catalog, some);
        expect(profileSchema.parse(result)).toEqual(result);
        expect(result.distribution.reduce((sum, count) => sum + count, 0)).toBe(result.rated);
      }),
    );
  });
});
