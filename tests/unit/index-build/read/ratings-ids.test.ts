/** Ratings by whichever ids their films go. */
import { Buffer } from "node:buffer";
import { expect, test } from "vitest";
import { csv, filmOf, moviesCsv, readFolder } from "../../../support/source-files.js";

const movies = moviesCsv(
  { id: "219", imdb_id: "tt0441909", title: "Volver", release_date: "2006-03-16" },
  { id: "862", imdb_id: "tt0114709", title: "Toy Story", release_date: "1995-10-30" },
  { id: "710", imdb_id: "tt0113189", title: "GoldenEye", release_date: "1995-11-16" },
  { id: "902", title: "The City of Lost Children", release_date: "1995-05-16" },
);
const links = "movieId,imdbId,tmdbId\n1,0114709,862\n2,0113497,8844\n10,0113189,710\n44191,0441909,219\n";

test.each([
  ["tmdbId", "862", ""],
  ["tmdb_id", "862", ""],
  ["id_pelicula", "862", ""],
  ["movie_id", "862", ""],
  ["movie_id", "862", links],
  ["movieId", "1", links],
  ["imdb_id", "tt0114709", ""],
])("by %s %s", async (column, id, linksCsv) => {
  const { catalog } = await readFolder({
    "m.csv": movies,
    "ratings.csv": csv(
      ["userId", column, "rating"],
      [
        ["7", id, "4.5"],
        ["8", id, "3.5"],
      ],
    ),
    ...(linksCsv === "" ? {} : { "links.csv": linksCsv }),
  });
  expect([...catalog.ratings]).toEqual([[862, { count: 2, sum: 8, likes: 1 }]]);
  expect([...catalog.userRatings.films]).toEqual([862, 862]);
});

test("ids that are TMDB's although the column has MovieLens' name are told", async () => {
  const { report } = await readFolder({
    "m.csv": movies,
    "ratings.csv": csv(["userId", "movieId", "rating"], [["7", "862", "4.5"]]),
  });
  expect(report.entries("ratings-by-tmdb-id")).toMatchObject([{ file: "ratings.csv" }]);
});

test("MovieLens' ids without links are nobody's, though some are TMDB's by chance", async () => {
  const { catalog, report } = await readFolder({
    "m.csv": movies,
    "ratings.csv": csv(
      ["userId", "movieId", "rating"],
      ["219", "31", "1029", "1061"].map((id) => ["7", id, "4.5"]),
    ),
  });
  expect([...catalog.ratings]).toEqual([]);
  expect(report.count("ratings-without-film")).toBe(4);
});

test("the same ratings by MovieLens' and by TMDB's ids count once", async () => {
  const rows = (ids: readonly string[]): string[][] => ids.map((id) => ["7", id, "4.0"]);
  const { catalog, report } = await readFolder({
    "m.csv": movies,
    "links.csv": links,
    "a.csv": csv(["userId", "movieId", "rating"], rows(["1", "10", "44191"])),
    "b.csv": csv(["userId", "tmdb_id", "rating"], rows(["862", "710"])),
  });
  expect(catalog.ratings.get(862)).toMatchObject({ count: 1 });
  expect(report.entries("smaller-ratings")).toMatchObject([{ file: "b.csv" }]);
});

const item = (id: number, title: string, genres: string): string =>
  `${id}|${title}|01-Jan-1995||http://us.imdb.com/M/title-exact?x|${genres}`;
// unknown, Action, Adventure, Animation, Children's, Comedy …
const ANIMATION = "0|0|0|1|1|1|0|0|0|0|0|0|0|0|0|0|0|0|0";
const ACTION = "0|1|1|0|0|0|0|0|0|0|0|0|0|0|0|0|1|0|0";

test("MovieLens 100K: its own ids, a column a genre, Latin-1, and no header", async () => {
  const { catalog, report } = await readFolder({
    "m.csv": movies,
    // Ids of the later sets, of which 2 is another film.
    "links.csv": links,
    "ml-100k/u.data": "196\t1\t3\t881250949\n186\t1\t5\t891717742\n22\t2\t1\t878887116\n",
    "ml-100k/u.item": Buffer.from(
      `${[
        item(1, "Toy Story (1995)", ANIMATION),
        item(2, "GoldenEye (1995)", ACTION),
        item(3, "City of Lost Children, The (Cité des enfants perdus, La) (1995)", ACTION),
        item(4, "Nobody Knows It (1995)", ACTION),
      ].join("\n")}\n`,
      "latin1",
    ),
    "ml-100k/u.user": "1|24|M|technician|85711\n2|53|F|other|94043\n",
    "ml-100k/u.genre": "unknown|0\nAction|1\n",
    "ml-100k/u.occupation": "administrator\nartist\n",
  });
  expect(catalog.ratings.get(862)).toMatchObject({ count: 2, sum: 8 });
  expect(catalog.ratings.get(710)).toMatchObject({ count: 1, sum: 1 });
  expect(filmOf(catalog, 862).genres).toEqual(["Animation", "Family", "Comedy"]);
  expect(filmOf(catalog, 710).genres).toEqual(["Action", "Adventure", "Thriller"]);
  expect(filmOf(catalog, 902).aka).toEqual(["La Cité des enfants perdus"]);
  expect(report.entries("movielens-without-link")).toMatchObject([{ detail: "1" }]);
  expect(report.entries("unused-layout").map(({ file }) => file)).toEqual([
    "ml-100k/u.genre",
    "ml-100k/u.occupation",
    "ml-100k/u.user",
  ]);
});

test("ratings of the 100K without its films are nobody's: the links are those of later sets", async () => {
  const { catalog, report } = await readFolder({
    "m.csv": movies,
    "links.csv": links,
    "u.data": "196\t1\t3\t881250949\n186\t2\t5\t891717742\n",
  });
  expect([...catalog.ratings]).toEqual([]);
  expect(report.count("ratings-without-film")).toBe(2);
});

test("MovieTweetings: MovieLens' form with IMDb's ids, out of ten", async () => {
  const { catalog } = await readFolder({
    "m.csv": movies,
    "movies.dat": "0114709::Toy Story (1995)::Animation|Comedy\n0441909::Volver (2006)::Drama\n",
    "ratings.dat": "1::0114709::8::1381006850\n2::0114709::10::1381006851\n3::0441909::9::1381006852\n",
  });
  expect(catalog.ratings.get(862)).toMatchObject({ count: 2, sum: 9 });
  expect(filmOf(catalog, 219)).toMatchObject({ title: "Volver", genres: ["Drama"] });
});
