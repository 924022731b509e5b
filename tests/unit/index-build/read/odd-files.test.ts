/** Files as people come to hold them, each kind in a few rows: what is known of their films. */
import { Buffer } from "node:buffer";
import { describe, expect, test } from "vitest";
import type { FilmRecord } from "../../../../index-build/records.js";
import {
  csv,
  type Files,
  filmOf,
  type MovieCells,
  moviesCsv,
  readFolder,
} from "../../../support/source-files.js";

const volver: MovieCells = {
  id: "219",
  imdb_id: "tt0441909",
  title: "Volver",
  original_title: "Volver",
  original_language: "es",
  release_date: "2006-03-16",
  vote_count: "400",
};

async function one(files: Files): Promise<FilmRecord> {
  return filmOf((await readFolder(files)).catalog, 219);
}

const names = (refs: readonly { readonly name: string }[]): string[] => refs.map(({ name }) => name);

describe("a cell", () => {
  test.each<[string, MovieCells, Partial<FilmRecord>]>([
    ["a runtime in hours and minutes", { runtime: "2h 1min" }, { runtime: 121 }],
    ["a runtime with its unit", { runtime: "121 min" }, { runtime: 121 }],
    ["a runtime as a clock", { runtime: "02:01:00" }, { runtime: 121 }],
    ["a runtime in words", { runtime: "2 horas y 1 minuto" }, { runtime: 121 }],
    ["a runtime as the web has it", { runtime: "PT2H1M" }, { runtime: 121 }],
    ["a runtime as pandas prints it", { runtime: "0 days 02:01:00" }, { runtime: 121 }],
    ["an average of ten", { vote_average: "7.3/10" }, { voteAverage: 7.3 }],
    ["an average of five", { vote_average: "3,5/5" }, { voteAverage: 7 }],
    ["an average in percent", { vote_average: "73%" }, { voteAverage: 7.3 }],
    [
      "numbers as numpy prints them",
      { budget: "np.int64(9400000)", vote_average: "np.float64(7.3)" },
      { budget: 9_400_000, voteAverage: 7.3 },
    ],
    ["a decimal as Python prints it", { budget: "Decimal('9400000.00')" }, { budget: 9_400_000 }],
    [
      "a day as pandas prints it",
      { release_date: "Timestamp('2006-03-16 00:00:00', tz='UTC')" },
      { releaseDate: "2006-03-16" },
    ],
    [
      "a day as Python prints it",
      { release_date: "datetime.date(2006, 3, 16)" },
      { releaseDate: "2006-03-16" },
    ],
    ["a day with its month between strokes", { release_date: "16/Mar/2006" }, { releaseDate: "2006-03-16" }],
    ["a year, a month's name and a day", { release_date: "2006-Mar-16" }, { releaseDate: "2006-03-16" }],
    [
      "a day that a spreadsheet took for text",
      { release_date: "'2006-03-16" },
      { releaseDate: "2006-03-16" },
    ],
    [
      "a month and its year",
      { release_date: "marzo de 2006" },
      { releaseDate: "2006-01-01", yearOnly: true },
    ],
    ["a year of the last century's twenties", { release_date: "1/10/27" }, { releaseDate: "1927-01-01" }],
    ["ids as a spreadsheet keeps text", { id: '="219"', imdb_id: '="tt0441909"' }, { imdbId: "tt0441909" }],
    [
      "ids as addresses",
      { id: "https://www.themoviedb.org/movie/219-volver", imdb_id: "https://www.imdb.com/title/tt0441909/" },
      { imdbId: "tt0441909" },
    ],
    ["an id of IMDb as a number", { imdb_id: "441909.0" }, { imdbId: "tt0441909" }],
    [
      "entities",
      { title: "Volver &amp; m&aacute;s &#x27;", overview: "A <i>ghost</i>.<br/>Or&nbsp;not." },
      { title: "Volver & más '", overview: "A ghost . Or not." },
    ],
    ["blanks without width", { id: "\u00a0219\u200b", budget: "\u200b9400000" }, { budget: 9_400_000 }],
  ])("%s", async (_, cells, facts) => {
    expect(await one({ "m.csv": moviesCsv({ ...volver, ...cells }) })).toMatchObject(facts);
  });

  test("the day before the month, after the year, where the first of them do not tell", async () => {
    const films = ["2006-04-03", "1999-31-12"].map((release_date, at) => ({
      ...volver,
      id: String(219 + at),
      release_date,
    }));
    expect(await one({ "m.csv": moviesCsv(...films) })).toMatchObject({ releaseDate: "2006-03-04" });
  });
});

describe("a column as a whole", () => {
  const many = (cells: (at: number) => MovieCells): string =>
    moviesCsv(...Array.from({ length: 30 }, (_, at) => ({ ...volver, id: String(219 + at), ...cells(at) })));

  test("stars out of five are no averages out of ten", async () => {
    const { catalog, report } = await readFolder({
      "m.csv": many((at) => ({ vote_average: String(1 + (at % 5)) })),
    });
    expect(filmOf(catalog, 222).voteAverage).toBe(8);
    expect(report.entries("scaled")).toMatchObject([{ detail: "0–5 → 0–10" }]);
    const ten = await readFolder({ "m.csv": many((at) => ({ vote_average: String(1 + (at % 8)) })) });
    expect(filmOf(ten.catalog, 222).voteAverage).toBe(4);
  });

  test("runtimes in seconds", async () => {
    const { catalog, report } = await readFolder({ "m.csv": many(() => ({ runtime: "7260" })) });
    expect(filmOf(catalog, 219).runtime).toBe(121);
    expect(report.count("scaled")).toBe(1);
  });

  test("sums in millions, where the header says so", async () => {
    const film = await one({
      "m.csv": csv(
        ["id", "title", "Budget (M$)", "recaudacion_millones_de_dolares", "Número de votos"],
        [["219", "Volver", "9.4", "85,58", "400"]],
      ),
    });
    expect(film).toMatchObject({ budget: 9_400_000, revenue: 85_580_000, voteCount: 400 });
  });

  test.each([" / ", "/", " - ", " & ", " · ", " + ", "~", "::"])(
    "names with %j between them",
    async (mark) => {
      const rows = [
        ["219", "Volver", ["Comedy", "Drama"], ["El Deseo", "Canal+"], ["Penélope Cruz", "Jean-Luc Sol"]],
        ["220", "Otra", ["Drama", "Crime"], ["El Deseo"], ["Ana"]],
        ["221", "Más", ["Drama", "War"], ["El Deseo", "Fox"], ["Bo", "Ana"]],
      ].map((cells) => cells.map((cell) => (Array.isArray(cell) ? cell.join(mark) : cell)));
      const film = await one({ "m.csv": csv(["id", "title", "genres", "companies", "cast"], rows) });
      expect(film.genres).toEqual(["Comedy", "Drama"]);
      expect(names(film.companies)).toEqual(["El Deseo", "Canal+"]);
      expect(names(film.cast)).toEqual(["Penélope Cruz", "Jean-Luc Sol"]);
    },
  );
});

test("years behind all titles are no part of them", async () => {
  const films = ["Volver (2006)", "Otra (2007)", "Más (2008)"].map((title, at) => [
    String(219 + at),
    title,
    "x",
  ]);
  const { catalog } = await readFolder({ "m.csv": csv(["id", "title", "overview"], films) });
  expect(filmOf(catalog, 219)).toMatchObject({ title: "Volver", releaseDate: "2006-01-01", yearOnly: true });
});

describe("a form", () => {
  test.each([
    [
      "dicts as Python prints them, a line each",
      "{'id': 219, 'title': \"It's\", 'adult': False, 'genres': [{'id': 18, 'name': 'Drama'}], 'vote_count': 4.0, 'runtime': nan}\n",
    ],
    [
      "a list of them",
      "[{'id': 219, 'title': \"It's\", 'genres': [{'id': 18, 'name': 'Drama'}], 'vote_count': 4}]",
    ],
    [
      "records by their ids",
      '{"219":{"title":"It\'s","genres":["Drama"],"vote_count":4},"862":{"title":"Toy","genres":["War"],"vote_count":4}}',
    ],
    [
      "a list a column",
      '{"id":[219,862],"title":["It\'s","Toy"],"genres":["Drama","War"],"vote_count":[4,5]}',
    ],
    [
      "what Hive parts with ones",
      "id\u0001title\u0001genres\u0001vote_count\n219\u0001It's\u0001Drama\u00014\n",
    ],
    ["with carets", "id^title^genres^vote_count\n219^It's^Drama^4\n"],
  ])("%s", async (_, text) => {
    expect(await one({ "films.txt": text })).toMatchObject({
      title: "It's",
      genres: ["Drama"],
      voteCount: 4,
    });
  });
});

describe("quotes", () => {
  const rows = Array.from({ length: 6 }, (_, at) => 219 + at);

  test.each<[string, string, (id: number) => string]>([
    ["with backslashes, outside quotes", 'It\'s "so"', (id) => `${id},It\\'s \\"so\\",Drama,4`],
    ["with backslashes, and a delimiter", 'Monsters, "Inc."', (id) => `${id},Monsters\\, \\"Inc.\\",Drama,4`],
    ["of two kinds", "Toy, Story", (id) => `${id},'Toy, Story',"Drama",4`],
    ["of two kinds, around all texts", "Toy", (id) => `${id},'Toy',"Drama, Comedy",4`],
    ["after blanks", "Toy, Story", (id) => `${id}, "Toy, Story", "Drama", 4`],
    ["after blanks, with quotes inside", 'A "B", C', (id) => `${id}, "A ""B"", C", Drama, 4`],
  ])("%s", async (_, title, line) => {
    const { catalog } = await readFolder({
      "m.csv": `id,title,genres,vote_count\n${rows.map((id) => `${line(id)}\n`).join("")}`,
    });
    expect(catalog.films.size).toBe(6);
    expect(filmOf(catalog, 221)).toMatchObject({ title, voteCount: 4 });
    expect(filmOf(catalog, 221).genres[0]).toBe("Drama");
  });
});

describe("a header", () => {
  const table = `${csv(["id", "title", "genres", "vote_count"], [["219", "Volver", "Drama", "400"]])}`;

  test.each([
    ["under comments", `# exported in 2020\n# rows: 1, columns: 4\n${table}`],
    ["under groups of columns", `facts,facts,facts,figures\n${table}`],
    ["under groups of columns with gaps", `Facts,,,Figures\n${table}`],
    ["under a title and an empty line", `Mis películas\n\n${table}`],
    [
      "with the name of the table before each column",
      table.replace("id,title,genres,vote_count", "films.id,films.title,films.genres,films.vote_count"),
    ],
    ["without a cell for the numbers of the rows", table.replace("219,", '"1",219,')],
  ])("%s", async (_, text) => {
    const { catalog } = await readFolder({ "m.csv": text });
    expect([...catalog.films.values()]).toMatchObject([
      { id: 219, title: "Volver", genres: ["Drama"], voteCount: 400 },
    ]);
  });

  test("that nobody knows is told by its first row", async () => {
    const { report } = await readFolder({ "m.csv": moviesCsv(volver), "x.csv": "a,b\n1,2\n3,4\n" });
    expect(report.entries("unknown-header")).toMatchObject([{ file: "x.csv", line: 1, detail: "a,b" }]);
  });

  test("once more among the rows is no film", async () => {
    const { catalog, report } = await readFolder({ "m.csv": table + table.replace("219,", "220,") });
    expect([...catalog.films.keys()]).toEqual([219, 220]);
    expect(report.codes()).toMatchObject([{ code: "repeated-header", count: 1 }]);
  });

  test("columns with numbers are one list", async () => {
    const film = await one({
      "m.csv": csv(
        ["id", "title", "genre_1", "genre_2", "actor_1_name", "actor_2_name", "actor_3_name"],
        [["219", "Volver", "Comedy", "Drama", "Penélope Cruz", "nan", "Lola"]],
      ),
    });
    expect(film.genres).toEqual(["Comedy", "Drama"]);
    expect(names(film.cast)).toEqual(["Penélope Cruz", "Lola"]);
  });

  test("a column a genre", async () => {
    const film = await one({
      "m.csv": csv(
        ["id", "title", "overview", "Action", "Comedy", "Drama", "Music", "War"],
        [["219", "Volver", "x", "0", "1", "1", "0", "0"]],
      ),
    });
    expect(film.genres).toEqual(["Comedy", "Drama"]);
    expect(film.crew).toEqual([]);
  });

  test("what the folder tells: parts of a table by language", async () => {
    const header = ["id", "title", "overview"];
    const film = await one({
      "films/original_language=es/part-0.csv": csv(header, [["219", "Volver", "x"]]),
      "films/original_language=__HIVE_DEFAULT_PARTITION__/part-0.csv": csv(header, [["220", "Otra", "x"]]),
    });
    expect(film.originalLanguage).toBe("es");
  });
});

describe("people, one a row", () => {
  test("with jobs, or a part and its place in the billing", async () => {
    const film = await one({
      "m.csv": moviesCsv(volver),
      "cast.csv": csv(
        ["movie_id", "title", "actor_id", "name", "character", "order"],
        [
          ["219", "Volver", "1000", "Lola", "Sole", "1"],
          ["219", "Volver", "955", "Penélope Cruz", "Raimunda", "0"],
        ],
      ),
      "crew.csv": csv(
        ["movie_id", "person_id", "name", "department", "job"],
        [["219", "309", "Pedro Almodóvar", "Directing", "Director"]],
      ),
    });
    expect(film.cast).toMatchObject([
      { id: 955, name: "Penélope Cruz" },
      { id: 1000, name: "Lola" },
    ]);
    expect(film.castOrdered).toBe(true);
    expect(film.crew).toMatchObject([{ person: { id: 309, name: "Pedro Almodóvar" }, job: "Director" }]);
    expect(film.voteCount).toBe(400);
  });

  test("all in one file, in Spanish", async () => {
    const film = await one({
      "m.csv": moviesCsv(volver),
      "gente.csv": csv(
        ["id_pelicula", "nombre", "rol"],
        [
          ["219", "Penélope Cruz", "Actriz"],
          ["219", "Pedro Almodóvar", "Dirección"],
          ["219", "Pedro Almodóvar", "Guionista"],
        ],
      ),
    });
    expect(names(film.cast)).toEqual(["Penélope Cruz"]);
    expect(film.crew.map(({ job }) => job)).toEqual(["Director", "Screenplay"]);
  });
});

describe("films by IMDb's ids alone", () => {
  const own = (id: string): string =>
    csv(
      [id, "title", "genres", "runtime"],
      [
        ["tt0441909", "Volver", "Drama", "121"],
        ["tt0000001", "Nada", "Drama", "1"],
      ],
    );

  test.each(["id", "imdb_id"])(
    "are those of TMDB that another source says, in a column %s",
    async (column) => {
      const { catalog, report } = await readFolder({ "m.csv": moviesCsv(volver), "own.csv": own(column) });
      expect([...catalog.films.values()]).toMatchObject([{ id: 219, runtime: 121, voteCount: 400 }]);
      expect(report.entries("imdb-without-link")).toMatchObject([{ file: "own.csv", detail: "1" }]);
    },
  );

  test("or that MovieLens' links say", async () => {
    const film = await one({
      "own.csv": own("imdb_id"),
      "links.csv": "movieId,imdbId,tmdbId\n1,0441909,219\n",
    });
    expect(film).toMatchObject({ title: "Volver", runtime: 121 });
  });

  test("IMDb's own files stay out", async () => {
    const { report } = await readFolder({
      "m.csv": moviesCsv(volver),
      "title.basics.tsv":
        "tconst\ttitleType\tprimaryTitle\toriginalTitle\tgenres\ntt0441909\tmovie\tVolver\tVolver\tDrama\n",
    });
    expect(report.entries("imdb-file")).toMatchObject([{ file: "title.basics.tsv" }]);
  });
});

describe("MovieLens", () => {
  test("its older files, without headers", async () => {
    const { catalog, report } = await readFolder({
      "movies.dat": Buffer.from(
        "1::City of Lost Children, The (Cité des enfants perdus, La) (1995)::Adventure|Sci-Fi\n",
        "latin1",
      ),
      "ratings.dat": "7::1::5::978300760\n8::1::4::978300761\n",
      "users.dat": "1::F::1::10::48067\n",
      "links.csv": "movieId,imdbId,tmdbId\n1,112682,219\n",
    });
    expect(filmOf(catalog, 219)).toMatchObject({
      title: "The City of Lost Children",
      aka: ["La Cité des enfants perdus"],
      genres: ["Adventure", "Science Fiction"],
    });
    expect(catalog.ratings.get(219)).toMatchObject({ count: 2, sum: 9 });
    expect(report.entries("unused-layout")).toMatchObject([{ file: "users.dat" }]);
  });

  test("ratings joined with their films", async () => {
    const { catalog } = await readFolder({
      "m.csv": csv(
        ["userId", "movieId", "rating", "title", "genres"],
        [
          ["7", "1", "4.5", "Volver (2006)", "Drama"],
          ["8", "1", "3.5", "Volver (2006)", "Drama"],
        ],
      ),
      "links.csv": "movieId,imdbId,tmdbId\n1,441909,219\n",
    });
    expect(filmOf(catalog, 219)).toMatchObject({ title: "Volver", releaseDate: "2006-01-01", voteCount: 0 });
    expect(catalog.ratings.get(219)).toMatchObject({ count: 2, sum: 8 });
  });

  test("films joined with their links, and a year of its own", async () => {
    const { catalog } = await readFolder({
      "m.csv": csv(
        ["movieId", "title", "genres", "year", "imdbId", "tmdbId"],
        [
          ["1", "Serial (Bad) Weddings (2014)", "Comedy", "2014", "1", "219"],
          ["2", "Volver", "Drama", "2006", "2", "220"],
        ],
      ),
    });
    expect(filmOf(catalog, 219)).toMatchObject({ title: "Serial (Bad) Weddings", releaseDate: "2014-01-01" });
    expect(filmOf(catalog, 220)).toMatchObject({
      title: "Volver",
      releaseDate: "2006-01-01",
      yearOnly: true,
    });
  });
});

test("a country's name is that of the country of today", async () => {
  const film = await one({
    "m.csv": csv(
      ["id", "title", "overview", "production_countries"],
      [["219", "Volver", "x", "Germany, Spain"]],
    ),
  });
  expect(film.countries.map(({ code }) => code)).toEqual(["DE", "ES"]);
});
