/** JSON as services and databases give it: with something of their own around the records. */
import { expect, test } from "vitest";
import { filmOf, placesOf, readFolder } from "../../../support/source-files.js";

const FILMS = [
  {
    id: 219,
    title: "Volver",
    genres: [{ id: 18, name: "Drama" }],
    vote_count: 400,
    overview: 'x: {"y": 1}, // z',
  },
  { id: 222, title: "Ágora", genres: [], vote_count: 12, overview: "" },
];
const lines = (...records: readonly unknown[]): string =>
  records.map((one) => JSON.stringify(one)).join("\n");
const page = (film: object, number: number): object => ({ page: number, results: [film], total_pages: 2 });

function typed(value: unknown): unknown {
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return { N: String(value) };
  if (Array.isArray(value)) return { L: value.map(typed) };
  return { M: inTypes(value as object) };
}
const inTypes = (record: object): object =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, typed(value)]));

test.each<[string, string]>([
  ["pages of answers in a list", JSON.stringify(FILMS.map(page))],
  ["pages of answers, one a line", lines(...FILMS.map(page))],
  [
    "what Elasticsearch is told to store",
    lines(...FILMS.flatMap(({ id, ...film }) => [{ index: { _index: "films", _id: String(id) } }, film])),
  ],
  [
    "what Elasticsearch found",
    JSON.stringify({
      took: 3,
      _shards: { total: 1 },
      hits: {
        total: { value: 2 },
        hits: FILMS.map(({ id, ...film }) => ({ _index: "films", _id: String(id), _source: film })),
      },
    }),
  ],
  ["DynamoDB, a record a line", lines(...FILMS.map((film) => ({ Item: inTypes(film) })))],
  ["DynamoDB, a scan", JSON.stringify({ Items: FILMS.map(inTypes), Count: 2 })],
  ["GraphQL", JSON.stringify({ data: { movies: { edges: FILMS.map((node) => ({ cursor: "c", node })) } } })],
  ["GraphQL, a list", JSON.stringify({ data: { allFilms: FILMS } })],
  ["Firebase", JSON.stringify({ movies: { "-Na": FILMS[0], "-Nb": FILMS[1] }, users: { u: { name: "x" } } })],
  ["Firebase, numbered", JSON.stringify({ peliculas: [null, ...FILMS] })],
  [
    "phpMyAdmin",
    JSON.stringify([
      { type: "header", comment: "Export to JSON plugin for PHPMyAdmin" },
      { type: "table", name: "films", data: FILMS },
    ]),
  ],
  [
    "by hand: comments, names without quotes, a comma at the end",
    `// mine\n[\n${FILMS.map(
      (film) =>
        `  ${JSON.stringify(film)
          .replace(/"(\w+)":/gu, "$1: ")
          .replace(/\}$/u, ", }")},\n`,
    ).join("")}]`,
  ],
  ["a list of TMDB's", JSON.stringify({ id: "5", name: "Mi lista", items: FILMS, item_count: 2 })],
  ["lists with names, one a line", lines(...FILMS.map((film) => ({ name: "Mi lista", items: [film] })))],
  ["a script", `export const films = ${JSON.stringify(FILMS)};\n`],
  [
    "a database, which names genres in a table of its own",
    JSON.stringify({
      version: 3,
      movies: FILMS.map(({ genres: _, ...film }) => film),
      movie_genres: [{ movie_id: 219, genre_id: 18 }],
      genres: [{ id: 18, name: "Drama" }],
    }),
  ],
  [
    "films and who played in them",
    JSON.stringify(
      {
        movies: FILMS,
        credits: [{ movie_id: 219, cast: [{ id: 1, name: "Penélope Cruz" }], crew: [] }],
      },
      undefined,
      2,
    ),
  ],
])("%s", async (_, text) => {
  const { catalog } = await readFolder({ "films.json": text });
  expect([...catalog.films.keys()]).toEqual([219, 222]);
  expect(filmOf(catalog, 219)).toMatchObject({ title: "Volver", genres: ["Drama"], voteCount: 400 });
});

const CREDITS = [{ movie_id: 219, cast: [{ id: 955, name: "Penélope Cruz" }], crew: [] }];
/** Small objects and lists before the tables. */
const SAVED = { saved: "2026-11-01", by: { program: "db", version: [1, 2] }, tags: ["a", "b"], count: 2 };

test.each<[string, object]>([
  ["", { movies: FILMS, credits: CREDITS }],
  [", behind what is said of the file", { ...SAVED, by: { program: "db" }, movies: FILMS, credits: CREDITS }],
  [", of what somebody gave a name to", { title: "Mis películas", movies: FILMS, credits: CREDITS }],
  [", in an answer", { data: { movies: FILMS, credits: CREDITS } }],
  [
    ", in an answer that says more",
    { ok: true, meta: { page: 1 }, data: { credits: CREDITS, movies: FILMS } },
  ],
])("tables beside the films are read as well%s", async (_, document) => {
  const { catalog, report } = await readFolder({ "films.json": JSON.stringify(document) });
  expect([...catalog.films.keys()]).toEqual([219, 222]);
  expect(filmOf(catalog, 219).cast.map(({ name }) => name)).toEqual(["Penélope Cruz"]);
  expect(placesOf(report, "list-left-out")).toEqual([]);
});

test.each<[string, object]>([
  ["behind a list in an object", { ...SAVED, movies: FILMS, credits: CREDITS, people: [{ x: 1 }] }],
  [
    "beside an object with the films",
    { credits: CREDITS, people: [{ x: 1 }], movies: { "-Na": FILMS[0], "-Nb": FILMS[1] } },
  ],
])("a list that is not read is told: %s", async (_, document) => {
  const { catalog, report } = await readFolder({ "films.json": JSON.stringify(document) });
  expect([...catalog.films.keys()]).toEqual([219, 222]);
  expect(report.entries("list-left-out").map(({ detail }) => detail)).toEqual(["credits", "people"]);
});
