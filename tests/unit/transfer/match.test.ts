/** From lists to films of the catalogue: nothing is guessed, and nobody is kept waiting. */
import { describe, expect, it } from "vitest";
import { filmRow } from "../../../src/catalog/rows.js";
import type { Find, TitledFilm } from "../../../src/find/port.js";
import type { Entry } from "../../../src/transfer/entries.js";
import { type Matched, match } from "../../../src/transfer/match.js";
import { type SmallFilm, smallCatalog } from "../../support/small-catalog.js";

const FILMS: readonly SmallFilm[] = [
  { id: 11, title: "Alien", year: 1979, imdb: 78748 },
  { id: 12, title: "Cinderella", year: 2015 },
  { id: 13, title: "Cinderella", year: 1950 },
  { id: 14, title: "Cinderella", year: 2015 },
  { id: 15, title: "The Descendants", year: 2011 },
  { id: 16, title: "Descendants", year: 2015 },
  { id: 17, title: "Mad Max 2: The Road Warrior", year: 1981 },
  { id: 18, title: "Birdman", year: 2014 },
  { id: 19, title: "Undated" },
  { id: 20, title: "Behind the Curtain", year: 2001, imdb: 999, adult: true },
  { id: 21, title: "The Hunt", year: 2012, imdb: 2106476 },
  { id: 22, title: "The Hunt", year: 2013 },
  { id: 23, title: "Three Colors: Blue", year: 1993 },
];
const catalog = smallCatalog(FILMS);

/** What each text is called so, and how much of a title it is. */
const TITLED: Readonly<Record<string, readonly (readonly [id: number, part: number])[]>> = {
  alien: [[11, 0]],
  cinderella: [12, 13, 14].map((id) => [id, 0] as const),
  "the descendants": [
    [15, 0],
    [16, 0.4],
  ],
  "mad max 2": [[17, 0.5]],
  birdman: [[18, 0]],
  undated: [[19, 0]],
  jagten: [[21, 0]],
  "the hunt": [
    [21, 0],
    [22, 0],
  ],
};
const rowOf = (id: number) => filmRow(FILMS.findIndex((film) => film.id === id));
const find: Pick<Find, "film" | "titled"> = {
  titled: (title) =>
    (TITLED[title.toLowerCase()] ?? []).map(([id, part]): TitledFilm => ({ row: rowOf(id), part })),
  film: (text) =>
    text === "Three Colours: Blue (1993)" || text === "Thre Colors (2020)"
      ? { kind: "found", value: rowOf(23), fit: "close", namesakes: [] }
      : { kind: "none", suggestions: [] },
};

const AT = "2024-01-01T00:00:00.000Z";
const LATER = "2025-01-01T00:00:00.000Z";

const matched = (...entries: readonly Entry[]): Promise<Matched> => match(entries, find, catalog);

/** The film of a single entry, those that are asked back, or why there is none. */
async function meant(entry: Omit<Entry, "seen">): Promise<number | readonly number[] | string | undefined> {
  const { seen, ambiguous, unmatched } = await matched({ ...entry, seen: AT });
  return seen[0]?.film ?? ambiguous[0]?.films ?? unmatched[0]?.why;
}

describe("a film of a list", () => {
  it("is known by its number, whatever it is called", async () => {
    expect(await meant({ title: "El octavo pasajero", imdb: 78748 })).toBe(11);
    expect(await meant({ title: "", tmdb: 13 })).toBe(13);
    expect(await meant({ title: "Alien", year: 1979, tmdb: 77 })).toBe("unknown-id");
    // Of another number in IMDb, it is another film; one whose number we do not know may be it.
    expect(await meant({ title: "The Hunt", year: 2012, imdb: 5 })).toBe(22);
    expect(await meant({ title: "Alien", year: 1979, imdb: 5 })).toBe("unknown-id");
    expect(await meant({ title: "Behind the Curtain", imdb: 999 })).toBe("unknown-id");
  });

  it("is known by its title and its year, or the one next to it", async () => {
    expect(await meant({ title: "Alien", year: 1979 })).toBe(11);
    expect(await meant({ title: "Alien", year: 1978 })).toBe(11);
    expect(await meant({ title: "Alien", year: 1977 })).toBe("other-year");
    expect(await meant({ title: "Alien" })).toBe(11);
    expect(await meant({ title: "Undated", year: 1999 })).toBe("other-year");
    expect(await meant({ title: "Nobody knows it", year: 1999 })).toBe("unknown-title");
    expect(await meant({ title: "The Hunt", year: 2013 })).toBe(22);
    expect(await meant({ title: "Caza", originalTitle: "Jagten", year: 2012 })).toBe(21);
  });

  it("is asked back where several fit, or one only nearly", async () => {
    expect(await meant({ title: "Cinderella", year: 2015 })).toEqual([12, 14]);
    expect(await meant({ title: "Cinderella", year: 1950 })).toBe(13);
    expect(await meant({ title: "Cinderella" })).toEqual([12, 13, 14]);
    expect(await meant({ title: "Three Colours: Blue", year: 1993 })).toEqual([23]);
    expect(await meant({ title: "Thre Colors", year: 2020 })).toBe("unknown-title");
  });

  it("may be called by a part of its title, where no other film is called just that", async () => {
    expect(await meant({ title: "Mad Max 2", year: 1981 })).toBe(17);
    expect(await meant({ title: "The Descendants", year: 2015 })).toEqual([16]);
    expect(await meant({ title: "Birdman or (The Unexpected Virtue of Ignorance)", year: 2014 })).toBe(18);
    expect(await meant({ title: "Birdman (The Unexpected Virtue)", year: 2013 })).toBe("unknown-title");
  });
});

describe("a matched list", () => {
  it("holds each film once in each list, by what is known of it last", async () => {
    const { ratings, seen, watchlist } = await matched(
      { title: "Alien", year: 1979, rating: { score: 9, at: LATER }, seen: LATER },
      { title: "Aliens", imdb: 78748, rating: { score: 6, at: AT }, seen: AT, wanted: AT },
      { title: "Birdman", year: 2014, seen: AT },
      { title: "Mad Max 2", year: 1981, wanted: LATER },
    );
    expect(ratings).toEqual([{ film: 11, score: 9, at: LATER }]);
    expect(seen).toEqual([{ film: 18, at: AT }]);
    expect(watchlist).toEqual([
      { film: 11, at: AT },
      { film: 17, at: LATER },
    ]);
  });

  it("lets others in while it is looked up", async () => {
    const entries = Array.from({ length: 2_000 }, (_, at) => ({ title: `Nothing ${at}`, seen: AT }));
    let turns = 0;
    const count = () => {
      turns++;
      if (!done) setImmediate(count);
    };
    let done = false;
    const slow: typeof find = {
      ...find,
      titled: (title) => {
        const began = performance.now();
        while (performance.now() - began < 0.02);
        return find.titled(title);
      },
    };
    setImmediate(count);
    const { unmatched } = await match(entries, slow, catalog);
    done = true;
    expect(unmatched).toHaveLength(entries.length);
    expect(turns).toBeGreaterThan(3);
  });
});
