/** Tables that tell one fact of a film a row, whichever way they name the film. */
import { describe, expect, test } from "vitest";
import type { FilmRecord } from "../../../../index-build/records.js";
import { csv, type Files, filmOf, moviesCsv, readFolder } from "../../../support/source-files.js";

const movies = moviesCsv(
  { id: "219", imdb_id: "tt0441909", title: "Volver", release_date: "2006-03-16", vote_count: "400" },
  { id: "862", imdb_id: "tt0114709", title: "Toy Story", release_date: "1995-10-30", vote_count: "900" },
  { id: "1", title: "Emma", release_date: "1996-08-02" },
  { id: "2", title: "Emma", release_date: "2020-02-14" },
);

async function one(files: Files, id = 219): Promise<FilmRecord> {
  return filmOf((await readFolder({ "m.csv": movies, ...files })).catalog, id);
}

const names = (refs: readonly { readonly name: string }[]): string[] => refs.map(({ name }) => name);

describe("genres, one a row", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["by TMDB's id", ["movie_id", "genre"], ["219"]],
    ["in Spanish", ["id_pelicula", "nombre_genero"], ["219"]],
    ["by IMDb's id", ["imdb_id", "genre_name"], ["tt0441909"]],
    ["by its title", ["title", "genre"], ["Volver"]],
    ["by its title and year", ["titulo", "año", "genero"], ["Volver", "2006"]],
    ["with numbers of the rows", ["id", "movie_id", "genre"], ["7", "219"]],
  ])("%s", async (_, header, film) => {
    const rows = ["Comedia", "Drama"].map((genre) => [...film, genre]);
    expect((await one({ "film_genres.csv": csv(header, rows) })).genres).toEqual(["Comedy", "Drama"]);
  });

  test("by TMDB's numbers of genres", async () => {
    const genres = csv(
      ["movie_id", "genre_id"],
      [
        ["219", "35"],
        ["219", "18"],
      ],
    );
    expect((await one({ "g.csv": genres })).genres).toEqual(["Comedy", "Drama"]);
  });

  test("of titles that several films have are of none of them, which is told", async () => {
    const { catalog, report } = await readFolder({
      "m.csv": movies,
      "g.csv": csv(["title", "genre"], [["Emma", "Drama"]]),
    });
    expect([filmOf(catalog, 1).genres, filmOf(catalog, 2).genres]).toEqual([[], []]);
    expect(report.entries("facts-without-film")).toMatchObject([{ file: "g.csv", detail: "1" }]);
  });

  test("by MovieLens' ids where these are what the links have", async () => {
    const files = {
      "g.csv": csv(["movieId", "genre"], [["1", "Animation"]]),
      "links.csv": "movieId,imdbId,tmdbId\n1,0114709,862\n",
    };
    expect((await one(files, 862)).genres).toEqual(["Animation"]);
    expect((await one(files, 1)).genres).toEqual([]);
  });
});

test("companies, countries, languages, keywords and people, one a row", async () => {
  const film = await one({
    "a.csv": csv(["movie_id", "production_company"], [["219", "El Deseo"]]),
    "b.csv": csv(
      ["movie_id", "country"],
      [
        ["219", "Spain"],
        ["219", "FR"],
      ],
    ),
    "c.csv": csv(["movie_id", "language"], [["219", "Spanish"]]),
    "d.csv": csv(
      ["movie_id", "keyword"],
      [
        ["219", "sister"],
        ["219", "ghost"],
      ],
    ),
    "e.csv": csv(
      ["movie_id", "actor"],
      [
        ["219", "Penélope Cruz"],
        ["219", "Lola Dueñas"],
      ],
    ),
    "f.csv": csv(["movie_id", "director"], [["219", "Pedro Almodóvar"]]),
  });
  expect(names(film.companies)).toEqual(["El Deseo"]);
  expect(film.countries.map(({ code }) => code)).toEqual(["ES", "FR"]);
  expect(film.spokenLanguages.map(({ code }) => code)).toEqual(["es"]);
  expect(names(film.keywords)).toEqual(["sister", "ghost"]);
  expect(names(film.cast)).toEqual(["Penélope Cruz", "Lola Dueñas"]);
  expect(film.crew).toMatchObject([{ person: { name: "Pedro Almodóvar" }, job: "Director" }]);
});

test("a database's tables that refer to one another by numbers of its own", async () => {
  const film = await one({
    "genres.csv": csv(
      ["id", "name"],
      [
        ["1", "Comedia"],
        ["12", "Drama"],
      ],
    ),
    "companies.csv": csv(["company_id", "company_name"], [["3", "El Deseo"]]),
    "people.csv": csv(
      ["person_id", "name", "gender"],
      [
        ["5", "Penélope Cruz", "1"],
        ["6", "Pedro Almodóvar", "2"],
      ],
    ),
    "film_genres.csv": csv(
      ["movie_id", "genre_id"],
      [
        ["219", "1"],
        ["219", "12"],
      ],
    ),
    "film_companies.csv": csv(["movie_id", "company_id"], [["219", "3"]]),
    "credits.csv": csv(
      ["movie_id", "person_id", "job", "character", "order"],
      [
        ["219", "6", "Director", "", ""],
        ["219", "5", "", "Raimunda", "0"],
      ],
    ),
  });
  expect(film.genres).toEqual(["Comedy", "Drama"]);
  expect(names(film.companies)).toEqual(["El Deseo"]);
  expect(names(film.cast)).toEqual(["Penélope Cruz"]);
  expect(film.crew).toMatchObject([{ person: { name: "Pedro Almodóvar" }, job: "Director" }]);
});

test("lists of genres by id alone are those of films", async () => {
  const film = await one({
    "genres.csv": csv(
      ["id", "genres"],
      [
        ["219", "Comedy, Drama"],
        ["862", "Animation"],
      ],
    ),
  });
  expect(film.genres).toEqual(["Comedy", "Drama"]);
});

test("a table of names is none of films", async () => {
  const { catalog } = await readFolder({
    "m.csv": movies,
    "genres.csv": csv(
      ["id", "genre"],
      [
        ["1", "Drama"],
        ["2", "Comedy"],
      ],
    ),
    "people.csv": csv(["id", "name", "popularity", "gender"], [["219", "Ana", "3.2", "1"]]),
  });
  expect(filmOf(catalog, 1).genres).toEqual([]);
  expect(filmOf(catalog, 219).title).toBe("Volver");
});

describe("films without an id", () => {
  test("are those of their title and year; their votes are of another count", async () => {
    const { catalog, report } = await readFolder({
      "m.csv": movies,
      "own.csv": csv(
        ["Título", "Año", "Géneros", "Duración", "Votos"],
        [
          ["Volver", "2006", "Comedia, Drama", "121", "90000"],
          ["Emma", "2020", "Drama", "124", "1"],
          ["Emma", "1980", "Drama", "90", "1"],
        ],
      ),
    });
    expect(filmOf(catalog, 219)).toMatchObject({
      genres: ["Comedy", "Drama"],
      runtime: 121,
      voteCount: 400,
      releaseDate: "2006-03-16",
    });
    expect(filmOf(catalog, 2)).toMatchObject({ genres: ["Drama"], runtime: 124 });
    expect(report.entries("title-without-film")).toMatchObject([{ file: "own.csv", detail: "1" }]);
  });
});

test("figures of films that another table names", async () => {
  const { catalog, report } = await readFolder({
    "dim.csv": csv(
      ["tmdb_id", "title", "release_date"],
      [
        ["219", "Volver", "2006-03-16"],
        ["220", "Otra", ""],
      ],
    ),
    "fact.csv": csv(
      ["movie_id", "budget", "runtime", "vote_count", "vote_average"],
      [
        ["219", "9400000", "121", "400", "7.3"],
        ["221", "1", "90", "9", "5"],
      ],
    ),
  });
  expect(filmOf(catalog, 219)).toMatchObject({
    title: "Volver",
    budget: 9_400_000,
    runtime: 121,
    voteCount: 400,
    voteAverage: 7.3,
  });
  expect([...catalog.films.keys()]).toEqual([219, 220]);
  expect(report.entries("facts-without-film")).toMatchObject([{ file: "fact.csv", detail: "1" }]);
});

test("series among films are none", async () => {
  const { catalog, report } = await readFolder({
    "watched.csv": csv(
      ["TMDb ID", "IMDb ID", "Type", "Name", "Release Date", "Rating", "Your Rating"],
      [
        ["219", "tt0441909", "movie", "Volver", "2006-03-16", "7.3", "9"],
        ["1399", "tt0944947", "tv", "Game of Thrones", "2011-04-17", "8.4", "8"],
      ],
    ),
  });
  expect([...catalog.films.keys()]).toEqual([219]);
  expect(report.entries("series-row")).toMatchObject([{ line: 3, detail: "Game of Thrones" }]);
});

test("lists that somebody keeps are named for what they are", async () => {
  const { report } = await readFolder({
    "m.csv": movies,
    "watched.csv": "Date,Name,Year,Letterboxd URI\n2024-01-02,Volver,2006,https://boxd.it/1\n",
  });
  expect(report.entries("own-list")).toMatchObject([{ file: "watched.csv", detail: "Letterboxd" }]);
});

test("JustWatch's credits are those of the titles, and of films of which nobody else tells them", async () => {
  const { catalog, report } = await readFolder({
    "m.csv": movies,
    "netflix/titles.csv": csv(
      ["id", "title", "type", "description", "release_year", "genres", "imdb_id"],
      [
        ["tm84618", "Volver", "MOVIE", "Sisters.", "2006", "['drama']", "tt0441909"],
        ["ts22164", "Élite", "SHOW", "School.", "2018", "['drama']", ""],
      ],
    ),
    "netflix/credits.csv": csv(
      ["person_id", "id", "name", "character", "role"],
      [
        ["3748", "tm84618", "Penélope Cruz", "Raimunda", "ACTOR"],
        ["11", "tm84618", "Pedro Almodóvar", "", "DIRECTOR"],
        ["12", "ts22164", "Ester Expósito", "Carla", "ACTOR"],
        ["13", "tm1", "Nobody", "", "ACTOR"],
      ],
    ),
  });
  expect(catalog.platformTitles).toMatchObject([
    { id: "ntm84618", cast: ["Penélope Cruz"], directors: ["Pedro Almodóvar"], imdbId: "tt0441909" },
    { id: "nts22164", cast: ["Ester Expósito"], directors: [] },
  ]);
  const film = filmOf(catalog, 219);
  expect(names(film.cast)).toEqual(["Penélope Cruz"]);
  expect(film.crew).toMatchObject([{ person: { name: "Pedro Almodóvar" }, job: "Director" }]);
  expect(report.entries("credits-without-title")).toMatchObject([{ detail: "1" }]);
});
