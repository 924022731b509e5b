/** What databases write out: dumps of SQL, and tables drawn with signs. */
import { describe, expect, test } from "vitest";
import { filmOf, placesOf, readFolder } from "../../../support/source-files.js";

const VOLVER = {
  title: 'It\'s "Volver"; (2)',
  genres: ["Comedy", "Drama"],
  voteCount: 400,
  releaseDate: "2006-03-16",
  overview: "One. Two",
  budget: undefined,
};

describe("a dump", () => {
  test.each<[string, string]>([
    [
      "of MySQL",
      String.raw`-- MySQL dump 10.13  Distrib 8.0.36
/*!40101 SET NAMES utf8mb4 */;
DROP TABLE IF EXISTS ${"`movies`"};
CREATE TABLE ${"`movies`"} (
  ${"`id`"} int NOT NULL, -- it's TMDB's
  ${"`title`"} varchar(255) DEFAULT 'a, b', ${"`genres`"} text, ${"`vote_count`"} decimal(10,2),
  ${"`release_date`"} date, ${"`overview`"} text, ${"`budget`"} bigint,
  PRIMARY KEY (${"`id`"}), KEY ${"`t`"} (${"`title`"})
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO ${"`movies`"} VALUES (219,'It\'s \"Volver\"; (2)','Comedy, Drama',400.00,'2006-03-16','One.\nTwo',NULL),(220,'Otra','Drama',1.00,NULL,'',0);
INSERT INTO ${"`movies`"} VALUES (221,'Más','War',2.00,'2007-01-01','x',5);
`,
    ],
    [
      "of PostgreSQL",
      `--\n-- PostgreSQL database dump\n--\nSET client_encoding = 'UTF8';\nCREATE TABLE public.movies (\n    id integer,\n    title text\n);\nCOPY public.movies (id, title, genres, vote_count, release_date, overview, budget) FROM stdin;\n219\tIt's "Volver"; (2)\tComedy, Drama\t400\t2006-03-16\tOne.\\nTwo\t\\N\n220\tOtra\tDrama\t1\t\\N\t\t0\n221\tMás\tWar\t2\t2007-01-01\tx\t5\n\\.\n\nALTER TABLE ONLY public.movies ADD CONSTRAINT p PRIMARY KEY (id);\n`,
    ],
    [
      "of SQLite",
      `BEGIN TRANSACTION;\nCREATE TABLE "peliculas" (\n"id" INTEGER, "title" TEXT, "genres" TEXT, "vote_count" INTEGER, "release_date" TEXT, "overview" TEXT, "budget" REAL\n);\nINSERT INTO "peliculas" VALUES(219,'It''s "Volver"; (2)','Comedy, Drama',400,'2006-03-16','One.\nTwo',NULL);\nINSERT INTO "peliculas" VALUES(220,'Otra','Drama',1,NULL,'',0);\nINSERT INTO "peliculas" VALUES(221,'Más','War',2,'2007-01-01','x',5);\nCOMMIT;\n`,
    ],
    [
      "of SQL Server",
      `USE [cine]\nGO\nSET IDENTITY_INSERT [dbo].[Movies] ON\n${[
        "219, N'It''s \"Volver\"; (2)', N'Comedy, Drama', 400, CAST(N'2006-03-16' AS Date), N'One. Two', NULL",
        "220, N'Otra', N'Drama', 1, NULL, N'', 0",
        "221, N'Más', N'War', 2, CAST(N'2007-01-01' AS Date), N'x', 5",
      ]
        .map(
          (values) =>
            `INSERT [dbo].[Movies] ([id], [title], [genres], [vote_count], [release_date], [overview], [budget]) VALUES (${values})\nGO\n`,
        )
        .join("")}`,
    ],
  ])("%s", async (_, text) => {
    const { catalog } = await readFolder({ "dump.sql": text });
    expect([...catalog.films.keys()]).toEqual([219, 220, 221]);
    expect(filmOf(catalog, 219)).toMatchObject(VOLVER);
    expect(filmOf(catalog, 221).title).toBe("Más");
  });

  test("with tables that refer to one another", async () => {
    const dump = `CREATE TABLE movies (id int, title text, overview text);
INSERT INTO movies (id, title, overview) VALUES (219, 'Volver', 'x');
CREATE TABLE genres (id int, name text);
INSERT INTO genres VALUES (1, 'Comedia'), (12, 'Drama');
CREATE TABLE movie_genres (movie_id int, genre_id int);
INSERT INTO movie_genres VALUES (219, 1), (219, 12);`;
    const { catalog } = await readFolder({ "all.sql": dump });
    expect(filmOf(catalog, 219).genres).toEqual(["Comedy", "Drama"]);
  });

  test("without rows is none of data", async () => {
    const { report } = await readFolder({
      "m.csv": "id,title,overview\n219,Volver,x\n",
      "schema.sql": "CREATE TABLE movies (id int);\n",
    });
    expect(placesOf(report, "other-file")).toEqual(["schema.sql:"]);
  });
});

test.each([
  [
    "Markdown",
    "| id | title | genres | vote_count |\n|---:|:------|--------|---|\n| 219 | Volver | Comedy, Drama | 400 |\n",
  ],
  [
    "psql",
    " id  | title  |    genres     | vote_count \n-----+--------+---------------+------------\n 219 | Volver | Comedy, Drama |        400\n",
  ],
  [
    "mysql",
    "+-----+--------+---------------+------------+\n| id  | title  | genres        | vote_count |\n+-----+--------+---------------+------------+\n| 219 | Volver | Comedy, Drama |        400 |\n+-----+--------+---------------+------------+\n",
  ],
])("a table as %s draws it", async (_, text) => {
  const { catalog, report } = await readFolder({ "films.txt": text });
  expect(filmOf(catalog, 219)).toMatchObject({
    title: "Volver",
    genres: ["Comedy", "Drama"],
    voteCount: 400,
  });
  expect(report.codes()).toEqual([]);
});

test("R's table: blanks between cells, and a number before each row", async () => {
  const rows = ["1", "2", "3"].map((at) => `"${at}" ${218 + Number(at)} "It's \\"so\\"" "Comedy, Drama" 400`);
  const { catalog } = await readFolder({
    "films.txt": `"id" "title" "genres" "vote_count"\n${rows.join("\n")}\n`,
  });
  expect([...catalog.films.keys()]).toEqual([219, 220, 221]);
  expect(filmOf(catalog, 219)).toMatchObject({
    title: 'It\'s "so"',
    genres: ["Comedy", "Drama"],
    voteCount: 400,
  });
});
