/** From a list as Letterboxd writes it to films for whoever sent it, alone and with others. */
import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { filmById } from "../../../src/catalog/catalog.js";
import { filmsForPerson } from "../../../src/queries/discover/for-person.js";
import { recommendationsSchema } from "../../../src/queries/discover/recommendations.js";
import { filmsForGroup, groupSuggestionsSchema } from "../../../src/queries/taste/for-group.js";
import type { OwnRating } from "../../../src/recommend/ratings/own.js";
import { type Matched, match } from "../../../src/transfer/match.js";
import { readRatings } from "../../../src/transfer/read.js";
import { starter } from "../../support/starter-index.js";

const NOW = new Date("2026-01-01T00:00:00.000Z");

async function imported(rows: readonly string[]): Promise<Matched> {
  const lines = rows.map((row) => `2024-01-02,${row}`);
  const csv = ["Date,Name,Year,Letterboxd URI,Rating", ...lines].join("\n");
  const { entries } = await readRatings(Buffer.from(csv), { now: NOW });
  const { find, catalog } = starter.edition;
  return match(entries, find, catalog);
}

const scored = (stars: number, ...films: readonly string[]) =>
  films.map((film) => `${film},https://boxd.it/x,${stars}`);

const HORROR = [
  ...scored(5, "The Thing,1982", "Alien,1979", "The Shining,1980", "Halloween,1978", "Evil Dead II,1987"),
  ...scored(4.5, "The Exorcist,1973", "Suspiria,1977", "Hereditary,2018", "The Fly,1986", "Scream,1996"),
  ...scored(1, "Love Actually,2003", "Mamma Mia!,2008", "Notting Hill,1999"),
];
const ANIMATED = [
  ...scored(5, "Spirited Away,2001", "My Neighbor Totoro,1988", "WALL·E,2008", "Toy Story,1995", "Up,2009"),
  ...scored(4.5, "Princess Mononoke,1997", "Ratatouille,2007", "Coco,2017", "Howl's Moving Castle,2004"),
  ...scored(1, "Saw,2004", "The Exorcist,1973"),
];

describe("a list of Letterboxd's", () => {
  it("is found in the catalogue, however its titles are written there", async () => {
    const { ratings, unmatched, ambiguous } = await imported(
      scored(
        4,
        "Se7en,1995",
        "WALL·E,2008",
        "Amélie,2001",
        "Léon: The Professional,1994",
        "(500) Days of Summer,2009",
        "8½,1963",
        "M,1931",
        "[REC],2007",
        "Birdman or (The Unexpected Virtue of Ignorance),2014",
        '"Crouching Tiger, Hidden Dragon",2000',
        "Mission: Impossible – Fallout,2018",
        "Y Tu Mamá También,2001",
        "Cinderella,1950",
        "Cinderella,2015",
        "Oldboy,2003",
        // A year off.
        "Hereditary,2017",
        "Pan's Labyrinth,2007",
      ),
    );
    expect(ambiguous).toEqual([]);
    expect(unmatched).toEqual([]);
    const { films } = starter.catalog;
    const titles = ratings.map(({ film }) => films.title.get(filmById(starter.catalog, film) ?? failed()));
    expect(titles).toEqual(expect.arrayContaining(["Amélie", "8½", "Birdman"]));
    expect(new Set(ratings.map(({ film }) => film)).size).toBe(17);
  });

  it("leaves what is not there, and another year's, unmatched", async () => {
    const { unmatched, ratings } = await imported(
      scored(4, "Zxqv of the Wmbl,2001", "Casablanca,1999", "Neon Genesis Zxqv: The Wmbl,1997"),
    );
    expect(ratings).toEqual([]);
    expect(unmatched.map(({ why }) => why)).toEqual(["unknown-title", "other-year", "unknown-title"]);
  });
});

function failed(): never {
  throw new Error("the catalogue does not have it");
}

const genresOf = (id: number) => {
  const { catalog } = starter;
  const row = filmById(catalog, id) ?? failed();
  return Array.from(catalog.films.genres.get(row), (genre) => catalog.genres.name.get(genre));
};

async function recommended(ratings: readonly OwnRating[], skip = 0) {
  const { catalog } = starter;
  const recommender = await starter.edition.recommender();
  const request = { filter: [], count: 10, skip, lessPopular: false };
  return filmsForPerson({ catalog, recommender, ratings, request, seed: 1 });
}

describe("films for whoever rated some", () => {
  it.each([
    ["Horror", HORROR],
    ["Animation", ANIMATED],
  ] as const)("are of the kind they love, explained by what they love: %s", async (genre, rows) => {
    const { ratings } = await imported(rows);
    expect(ratings).toHaveLength(rows.length);
    const result = await recommended(ratings);
    expect(recommendationsSchema.parse(result)).toEqual(result);
    const ids = result.recommendations.map(({ film }) => film.id);
    expect(ids.filter((id) => genresOf(id).includes(genre)).length).toBeGreaterThanOrEqual(8);
    const loved = new Set(ratings.filter(({ score }) => score >= 8).map(({ film }) => film));
    for (const { film, near, reasons } of result.recommendations) {
      expect(ratings.map((rating) => rating.film)).not.toContain(film.id);
      for (const id of [near, ...reasons.map((reason) => reason.with)])
        expect(id === null || loved.has(id)).toBe(true);
    }
    const second = await recommended(ratings, 10);
    expect(second.recommendations.filter(({ film }) => ids.includes(film.id))).toEqual([]);
  });

  it("are well-liked ones where nothing is liked yet, none that was seen", async () => {
    const popular = await recommended([]);
    expect(popular.films).toEqual([]);
    const seen = popular.recommendations.map(({ film }) => ({
      film: film.id,
      score: 1,
      at: NOW.toISOString(),
    }));
    const others = await recommended(seen);
    expect(others.recommendations).toHaveLength(10);
    const ids = seen.map(({ film }) => film);
    expect(others.recommendations.filter(({ film }) => ids.includes(film.id))).toEqual([]);
  });
});

describe("films for a group", () => {
  it("are none that anybody saw or would mind, and hold by each rule what it says", async () => {
    const { catalog } = starter;
    const recommender = await starter.edition.recommender();
    const lists = await Promise.all([imported(HORROR), imported(ANIMATED)]);
    const seen = lists.flatMap(({ ratings }) => ratings.map(({ film }) => film));
    const leftOut = [680];
    const group = (rule: "average" | "leastMisery" | "rankBalance") =>
      filmsForGroup({
        catalog,
        recommender,
        members: [...lists.map(({ ratings }) => ({ ratings, wanted: [238] })), { ratings: [] }],
        filter: [],
        leftOut,
        rule,
        floor: 6,
        count: 8,
        seed: 1,
        pause: setImmediate,
      });
    for (const rule of ["average", "leastMisery", "rankBalance"] as const) {
      const result = await group(rule);
      expect(groupSuggestionsSchema.parse(result)).toEqual(result);
      expect(result.films).toHaveLength(8);
      for (const { film, predicted } of result.films) {
        expect([...seen, ...leftOut]).not.toContain(film.id);
        expect(Math.min(...predicted)).toBeGreaterThanOrEqual(6);
      }
    }
    const least = (await group("leastMisery")).films.map(({ standing }) => Math.min(...standing));
    const average = (await group("average")).films.map(({ standing }) => Math.min(...standing));
    expect(Math.min(...least)).toBeGreaterThanOrEqual(Math.min(...average));
    const godfather = (await group("average")).films.find(({ film }) => film.id === 238);
    expect(godfather?.wantedBy ?? 2).toBe(2);
  });
});
