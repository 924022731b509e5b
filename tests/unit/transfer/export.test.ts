/** What is exported is read here as it was: scores, days, whatever the titles hold. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { type ExportedRating, exportRatings, type FilmName } from "../../../src/transfer/export.js";
import { match } from "../../../src/transfer/match.js";
import { readRatings } from "../../../src/transfer/read.js";
import { smallCatalog } from "../../support/small-catalog.js";

const NOW = new Date("2026-11-29T12:00:00.000Z");

it("has the columns that Letterboxd imports", () => {
  const names: ReadonlyMap<number, FilmName> = new Map([
    [348, { title: "Alien", year: 1979, imdb: 78748 }],
    [146, { title: "Crouching Tiger, Hidden Dragon", year: 2000 }],
  ]);
  const files = exportRatings(
    [
      { film: 348, score: 9, at: "2024-01-05T20:15:00.000Z" },
      { film: 146, at: "2024-01-06T20:15:00.000Z" },
    ],
    [{ film: 1 }],
    (film) => names.get(film),
  );
  expect(files).toEqual([
    {
      name: "claqueta-ratings.csv",
      text: [
        "tmdbID,imdbID,Title,Year,Rating10,WatchedDate",
        "348,tt0078748,Alien,1979,9,2024-01-05",
        '146,,"Crouching Tiger, Hidden Dragon",2000,,2024-01-06',
        "",
      ].join("\n"),
    },
    { name: "claqueta-watchlist.csv", text: "tmdbID,imdbID,Title,Year\n1,,,\n" },
  ]);
  expect(exportRatings([], [], () => undefined)).toEqual([]);
});

const ratings = fc.uniqueArray(
  fc.record(
    {
      film: fc.integer({ min: 1, max: 50 }),
      score: fc.integer({ min: 1, max: 10 }),
      at: fc
        .date({ min: new Date("1990-01-01"), max: NOW, noInvalidDate: true })
        .map((date) => `${date.toISOString().slice(0, 10)}T00:00:00.000Z`),
    },
    { requiredKeys: ["film", "at"] },
  ),
  { selector: ({ film }) => film, minLength: 1, maxLength: 20 },
);
/** Commas, quotes, ends of lines, signs of formulas, other letters. */
const titles = fc.array(fc.oneof(fc.string(), fc.constantFrom('"', ",", "\n", "=1+1", ";", "ñ", "千")), {
  maxLength: 8,
});

it("comes back as it was", async () => {
  const catalog = smallCatalog(Array.from({ length: 50 }, (_, at) => ({ id: at + 1, year: 2000 })));
  const find = { titled: () => [], film: () => ({ kind: "none", suggestions: [] }) as const };
  const byFilm = (a: { readonly film: number }, b: { readonly film: number }) => a.film - b.film;
  await fc.assert(
    fc.asyncProperty(
      ratings,
      fc.uniqueArray(fc.integer({ min: 1, max: 50 })),
      titles,
      async (own, wanted, title) => {
        const files = exportRatings(
          own,
          wanted.map((film) => ({ film })),
          (film) => ({ title: title.slice(film % 3).join(""), year: 2000 }),
        );
        const back: ExportedRating[] = [];
        const wantedBack: number[] = [];
        for (const { text } of files) {
          const { entries, report } = await readRatings(Buffer.from(text), { now: NOW });
          expect(report).toMatchObject({ source: "exchange", unreadable: 0 });
          const lists = await match(entries, find, catalog);
          expect(lists.unmatched).toEqual([]);
          back.push(...lists.ratings, ...lists.seen);
          wantedBack.push(...lists.watchlist.map(({ film }) => film));
        }
        expect(back.sort(byFilm)).toEqual([...own].sort(byFilm));
        expect(wantedBack.sort()).toEqual([...wanted].sort());
      },
    ),
    { numRuns: 100 },
  );
});
