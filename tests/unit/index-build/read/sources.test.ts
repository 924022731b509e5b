import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import {
  csv,
  filmOf,
  type MovieCells,
  moviesCsv,
  placesOf,
  readFolder,
  zipOf,
} from "../../../support/source-files.js";

const volver: MovieCells = {
  id: "219",
  title: "Volver",
  original_title: "Volver",
  release_date: "2006-03-16",
  vote_count: "400.0",
  vote_average: "7.3",
};
const laberinto: MovieCells = {
  id: "1417",
  title: "Pan's Labyrinth",
  release_date: "2006-08-25",
  vote_count: "3122.0",
};

const LINKS = ["movieId", "imdbId", "tmdbId"];
const RATINGS = ["userId", "movieId", "rating", "timestamp"];

describe("a movies file", () => {
  test("every column as a record tells it", async () => {
    const { catalog, report } = await readFolder({
      "movies.csv": moviesCsv({
        ...volver,
        adult: "True",
        belongs_to_collection: "{'id': 5, 'name': 'One Collection', 'poster_path': None}",
        budget: "9400000",
        genres: "[{'id': 35, 'name': 'Comedy'}, {'id': 18, 'name': 'Drama'}, {'id': 35, 'name': 'Comedy'}]",
        imdb_id: "tt0441909",
        original_language: "es",
        overview: "Raimunda  works\nand lives.",
        popularity: "9.5",
        poster_path: "/abc.jpg",
        production_companies: "[{'name': 'El Deseo', 'id': 49}]",
        production_countries: "[{'iso_3166_1': 'ES', 'name': 'Spain'}]",
        revenue: "0",
        runtime: "121.0",
        spoken_languages: "[{'iso_639_1': 'es', 'name': 'Español'}]",
        status: "Released",
      }),
    });
    expect(filmOf(catalog, 219)).toEqual({
      id: 219,
      imdbId: "tt0441909",
      title: "Volver",
      originalTitle: "Volver",
      aka: [],
      releaseDate: "2006-03-16",
      runtime: 121,
      budget: 9_400_000,
      revenue: undefined,
      popularity: 9.5,
      voteCount: 400,
      votesYear: 2006,
      voteAverage: 7.3,
      adult: true,
      genres: ["Comedy", "Drama"],
      collection: { id: 5, name: "One Collection" },
      companies: [{ id: 49, name: "El Deseo" }],
      countries: [{ code: "ES", name: "Spain" }],
      originalLanguage: "es",
      spokenLanguages: [{ code: "es", name: "Español" }],
      keywords: [],
      overview: "Raimunda works and lives.",
      poster: "/abc.jpg",
      cast: [],
      castOrdered: false,
      crew: [],
    });
    expect(report.codes()).toEqual([]);
    expect(catalog.dataDate).toBe("2006-03-16");
    expect(catalog.files).toEqual([
      { file: "movies.csv", kind: "movies", rows: 1, sha256: expect.stringMatching(/^[\da-f]{64}$/) },
    ]);
  });

  test("rows without a usable id or title are refused, the others kept", async () => {
    const { catalog, report } = await readFolder({
      "movies.csv": moviesCsv(
        volver,
        { ...volver, id: "x1" },
        { id: "7", title: "\u200b" },
        { id: "8", original_title: "Ocho" },
      ),
    });
    expect([...catalog.films.keys()]).toEqual([8, 219]);
    expect(filmOf(catalog, 8).title).toBe("Ocho");
    expect(placesOf(report, "bad-id")).toEqual(["movies.csv:3 id"]);
    expect(placesOf(report, "no-title")).toEqual(["movies.csv:4 title"]);
    expect(placesOf(report, "title-from-original")).toEqual(["movies.csv:5 title"]);
    expect(report.files()).toMatchObject([{ rows: 4, kept: 2 }]);
  });

  test("hostile titles are text like any other", async () => {
    const { catalog } = await readFolder({
      "movies.csv": moviesCsv(
        { ...volver, title: "__proto__" },
        { ...laberinto, title: "\u202e@everyone\u2069 constructor" },
        { id: "9", title: `Z${"\u0335".repeat(99)}` },
      ),
    });
    expect([...catalog.films.values()].map(({ title }) => title)).toEqual([
      `Z${"\u0335".repeat(3)}`,
      "__proto__",
      "@everyone constructor",
    ]);
  });

  test("cells that cannot be read are unknown, and the film stays", async () => {
    const { catalog, report } = await readFolder({
      "movies.csv": moviesCsv({
        ...volver,
        genres: "[{'id': 1, 'name': 'Dra",
        release_date: "2006-02-30",
        runtime: "long",
        vote_average: "11",
        production_countries: '[{"iso": true}]',
      }),
    });
    expect(filmOf(catalog, 219)).toMatchObject({
      genres: [],
      releaseDate: undefined,
      runtime: undefined,
      countries: [],
    });
    expect(placesOf(report, "bad-nested-cell")).toEqual(["movies.csv:2 genres"]);
    expect(placesOf(report, "lost-list-item")).toEqual(["movies.csv:2 production_countries"]);
    expect(placesOf(report, "bad-date")).toEqual(["movies.csv:2 release_date"]);
    expect(placesOf(report, "bad-number")).toEqual(["movies.csv:2 runtime", "movies.csv:2 vote_average"]);
  });

  describe("a row broken in two", () => {
    const stub: MovieCells = {
      adult: "False",
      budget: "0",
      genres: "[{'id': 27, 'name': 'Horror'}]",
      id: "249260",
      imdb_id: "tt2622826",
      original_title: "Avalanche Sharks",
      overview: "A bikini contest",
      production_companies: "[]",
    };
    const tail: MovieCells = {
      adult: "turns into an affair.",
      belongs_to_collection: "2.185485",
      budget: "/zaSf.jpg",
      genres: "[{'name': 'Pulser', 'id': 17161}]",
      homepage: "[{'iso_3166_1': 'CA', 'name': 'Canada'}]",
      id: "2014-01-01",
      imdb_id: "7",
      original_language: "82.0",
      original_title: "[{'iso_639_1': 'en', 'name': 'English'}]",
      overview: "Released",
      poster_path: "Avalanche Sharks!",
      production_companies: "False",
      production_countries: "4.3",
      release_date: "22",
    };

    test("is put together, but for its date", async () => {
      const { catalog, report } = await readFolder({
        "movies.csv": moviesCsv(volver, stub, tail, laberinto),
      });
      expect(catalog.films.size).toBe(3);
      expect(filmOf(catalog, 249260)).toMatchObject({
        title: "Avalanche Sharks!",
        originalTitle: "Avalanche Sharks",
        overview: "A bikini contest turns into an affair.",
        genres: ["Horror"],
        popularity: 2.185485,
        poster: "/zaSf.jpg",
        companies: [{ id: 17161, name: "Pulser" }],
        countries: [{ code: "CA", name: "Canada" }],
        revenue: 7,
        runtime: 82,
        spokenLanguages: [{ code: "en", name: "English" }],
        voteAverage: 4.3,
        voteCount: 22,
        releaseDate: undefined,
      });
      expect(placesOf(report, "shifted-row")).toEqual(["movies.csv:4"]);
      expect(report.files()).toMatchObject([{ rows: 4, kept: 4 }]);
    });

    test("the front half alone is a film of its own", async () => {
      const { catalog } = await readFolder({ "movies.csv": moviesCsv(stub, volver, stub) });
      expect(filmOf(catalog, 249260)).toMatchObject({
        title: "Avalanche Sharks",
        voteCount: 0,
        voteAverage: undefined,
      });
    });

    test("the back half alone is refused", async () => {
      const { catalog, report } = await readFolder({ "movies.csv": moviesCsv(volver, tail, tail) });
      expect([...catalog.films.keys()]).toEqual([219]);
      expect(placesOf(report, "shifted-row-alone")).toEqual(["movies.csv:3 id", "movies.csv:4 id"]);
    });
  });
});

describe("credits, keywords, links and ratings", () => {
  const credits = csv(
    ["cast", "crew", "id"],
    [
      [
        `[{'character': '', 'id': 955, 'name': "Penélope Cruz", 'order': 1}, {'character': 'Sole', 'id': 1, 'name': 'Lola', 'order': 0}, {'id': 955, 'name': 'P. Cruz', 'order': 2}, {'name': 'Nadie', 'order': 3}]`,
        "[{'id': 309, 'job': 'Director', 'name': 'Pedro Almodóvar'}, {'id': 309, 'job': 'Director', 'name': 'Pedro Almodóvar'}, {'id': 309, 'job': 'Writer', 'name': 'Pedro Almodóvar'}]",
        "219",
      ],
      ["[{'id': 955, 'name': 'Penélope Cruz', 'order': 0}]", "[oops", "1417"],
      ["[{'id': 7, 'name': 'Otra', 'order': 0}]", "[]", "219"],
      ["[]", "[]", "555"],
    ],
  );

  test("people are shared, once a film, in billing order", async () => {
    const { catalog, report } = await readFolder({
      "m.csv": moviesCsv(volver, laberinto),
      "credits.csv": credits,
    });
    const film = filmOf(catalog, 219);
    expect(film.cast.map(({ name }) => name)).toEqual(["Lola", "Penélope Cruz", "Nadie", "Otra"]);
    expect(film.cast[2]?.id).toBeLessThan(0);
    expect(film.castOrdered).toBe(true);
    expect(film.crew.map(({ person, job }) => `${person.name} ${job}`)).toEqual([
      "Pedro Almodóvar Director",
      "Pedro Almodóvar Writer",
    ]);
    expect(filmOf(catalog, 1417).cast[0]).toBe(film.cast[1]);
    expect(placesOf(report, "bad-nested-cell")).toEqual(["credits.csv:3 crew"]);
    expect(placesOf(report, "duplicate-credits")).toEqual(["credits.csv:4"]);
    expect(placesOf(report, "credits-without-film")).toEqual(["credits.csv:5"]);
  });

  test("keywords of several rows are joined", async () => {
    const { catalog, report } = await readFolder({
      "m.csv": moviesCsv(volver),
      "k.csv": csv(
        ["id", "keywords"],
        [
          ["219", "[{'id': 1, 'name': 'sister'}, {'id': 2, 'name': 'ghost'}]"],
          ["219", "[{'id': 2, 'name': 'ghost'}, {'id': 3, 'name': 'la mancha'}]"],
          ["x", "[]"],
        ],
      ),
    });
    expect(filmOf(catalog, 219).keywords.map(({ name }) => name)).toEqual(["sister", "ghost", "la mancha"]);
    expect(placesOf(report, "duplicate-keywords")).toEqual(["k.csv:3"]);
    expect(placesOf(report, "bad-id")).toEqual(["k.csv:4 id"]);
  });

  test("the larger ratings file counts, joined through the links", async () => {
    const { catalog, report } = await readFolder({
      "m.csv": moviesCsv(volver),
      "links.csv": csv(LINKS, [
        ["10", "1", "219"],
        ["11", "2", "219"],
        ["12", "3", ""],
        ["13", "4", "999"],
      ]),
      "ratings.csv": csv(RATINGS, [
        ["1", "10", "4.0", "0"],
        ["2", "10", "2.5", "0"],
        ["2", "11", "5", "0"],
        ["3", "12", "5", "0"],
        ["3", "10", "7", "0"],
      ]),
      "ratings_small.csv": csv(RATINGS, [["1", "10", "1.0", "0"]]),
    });
    expect([...catalog.ratings]).toEqual([[219, { count: 3, sum: 11.5, likes: 2 }]]);
    expect(placesOf(report, "bad-rating")).toEqual(["ratings.csv:6 rating"]);
    expect(placesOf(report, "smaller-ratings")).toEqual(["ratings_small.csv:"]);
    expect(placesOf(report, "ratings-without-film")).toEqual(["ratings.csv:"]);
  });
});

describe("a platform's catalogue", () => {
  const header =
    "show_id,type,title,director,cast,country,date_added,release_year,rating,duration,listed_in,description,score".split(
      ",",
    );
  const rows = [
    ["s2", "TV Show", "Dos", "", "Ana, Jr.", ", Spain", "", "2021", "TV-MA", "2 Seasons", "Drama", "x", "0"],
    [
      "s1",
      "Movie",
      "Uno",
      "Bo",
      "Ana",
      "Spain, France",
      " March 3, 2021",
      "2020",
      "",
      "113 min",
      "Drama, Comedy",
      "x",
      "99",
    ],
    ["s3", "Movie", "Tres", "", "", "", "soon", "2017", "74 min", "", "", "x", "5"],
    ["x", "Movie", "Mal", "", "", "", "", "", "", "", "", "", ""],
    ["s4", "Podcast", "Mal", "", "", "", "", "", "", "", "", "", ""],
    ["s1", "Movie", "Otra vez", "", "", "", "", "", "", "", "", "", ""],
  ];

  test("titles as the answers want them", async () => {
    const { catalog, report } = await readFolder({ "netflix_titles.csv": csv(header, rows) });
    expect(catalog.platformTitles).toMatchObject([
      {
        id: "ns1",
        platform: "netflix",
        type: "movie",
        title: "Uno",
        directors: ["Bo"],
        cast: ["Ana"],
        countries: ["Spain", "France"],
        dateAdded: "2021-03-03",
        releaseYear: 2020,
        maturity: "G",
        durationInt: 113,
        durationType: "min",
        genres: ["Drama", "Comedy"],
        score: 99,
      },
      {
        id: "ns2",
        type: "series",
        cast: ["Ana Jr."],
        countries: ["Spain"],
        maturity: "TV-MA",
        durationInt: 2,
        durationType: "season",
        score: undefined,
      },
      { id: "ns3", dateAdded: undefined, maturity: "G", durationInt: 74, durationType: "min" },
    ]);
    expect(placesOf(report, "duration-as-maturity")).toEqual(["netflix_titles.csv:4 rating"]);
    expect(placesOf(report, "bad-id")).toEqual(["netflix_titles.csv:5 show_id"]);
    expect(placesOf(report, "bad-title-type")).toEqual(["netflix_titles.csv:6 type"]);
    expect(placesOf(report, "duplicate-platform-title")).toEqual(["netflix_titles.csv:7"]);
  });

  test("of a platform that its name does not tell is left alone", async () => {
    const { catalog, report } = await readFolder({ "max_titles.csv": csv(header, rows) });
    expect(catalog.platformTitles).toEqual([]);
    expect(placesOf(report, "unknown-platform")).toEqual(["max_titles.csv:"]);
  });
});

describe("bad files cost nothing else", () => {
  const good = { "good.csv": moviesCsv(volver) };

  test("a column is missing", async () => {
    const { catalog, report } = await readFolder({
      ...good,
      "bad.csv": moviesCsv(laberinto).replace(/,(?:id|imdb_id|title|original_title)(?=,)/gu, ",other"),
    });
    expect([...catalog.films.keys()]).toEqual([219]);
    expect(placesOf(report, "missing-column")).toEqual(["bad.csv:1 tmdb_id, title, original_title"]);
  });

  test("an unknown header, foreign JSON, JSON that is none", async () => {
    const { catalog, report } = await readFolder({
      ...good,
      "titles.csv": "tmdb_id,title_es\n219,Volver\n",
      "package.json": '{ "name": "x" }',
      "later.json": '{ "format": "claqueta-films/9" }',
      "broken.json": '{ "format": ',
      "empty.csv": "",
    });
    expect([...catalog.films.keys()]).toEqual([219]);
    expect(report.entries("unknown-header")).toMatchObject([{ file: "titles.csv", line: 1 }]);
    expect(placesOf(report, "unknown-json")).toEqual(["later.json:"]);
    expect(placesOf(report, "other-file")).toEqual(["package.json:"]);
    expect(placesOf(report, "bad-json")).toEqual(["broken.json:"]);
    expect(placesOf(report, "empty-file")).toEqual(["empty.csv:"]);
  });

  test("a truncated gzip keeps its complete rows", async () => {
    const movies = Array.from({ length: 3000 }, (_, index) => ({
      ...volver,
      id: String(index + 1),
      title: `Film ${index * 7919}`,
    }));
    const packed = gzipSync(moviesCsv(...movies));
    const { catalog, report } = await readFolder({
      ...good,
      "m.csv.gz": packed.subarray(0, packed.length / 2),
    });
    expect(catalog.films.size).toBeGreaterThan(1000);
    expect(catalog.films.size).toBeLessThan(2500);
    const [entry] = report.entries("truncated");
    expect(entry).toMatchObject({ file: "m.csv.gz", severity: "warning" });
    const rows = report.files().find(({ file }) => file === "m.csv.gz")?.rows ?? 0;
    // One line for the header, and the one that is cut.
    expect(entry?.line).toBe(rows + 2);
  });

  test("a zip bomb is refused whole", async () => {
    const bomb = `${moviesCsv(laberinto)}${"\n".repeat(3_000_000)}`;
    const { catalog, report } = await readFolder(
      { ...good, "bomb.zip": zipOf({ "movies_metadata.csv": bomb }), "bomb.csv.gz": gzipSync(bomb) },
      { expansionGrace: 100_000 },
    );
    expect([...catalog.films.keys()]).toEqual([219]);
    expect(placesOf(report, "expands-too-far")).toEqual(["bomb.csv.gz:", "bomb.zip!/movies_metadata.csv:"]);
  });

  test("a quote that is never closed", async () => {
    const text = moviesCsv(volver, laberinto, { id: "5", title: "Cinco" }).replace(",Volver,", ',"Volver,');
    const { catalog, report } = await readFolder({ "m.csv": text });
    expect([...catalog.films.keys()]).toEqual([5, 1417]);
    expect(placesOf(report, "unterminated-quote")).toEqual(["m.csv:2"]);
  });

  test("10 MB in a cell", async () => {
    const large = { ...laberinto, overview: "x".repeat(10 * 1024 * 1024) };
    const { catalog, report } = await readFolder({
      "m.csv": moviesCsv(volver, large, { id: "5", title: "Cinco" }),
    });
    expect([...catalog.films.keys()]).toEqual([5, 219]);
    expect(placesOf(report, "cell-too-large")).toEqual(["m.csv:3 overview"]);
  });

  test("a byte that is no UTF-8", async () => {
    const [before = "", after = ""] = moviesCsv({ ...volver, title: "Almod#var" }).split("#");
    const { catalog, report } = await readFolder({
      "m.csv": Buffer.concat([Buffer.from(before), Buffer.from([0xf3]), Buffer.from(after)]),
    });
    expect(filmOf(catalog, 219).title).toBe("Almodóvar");
    expect(placesOf(report, "windows-1252")).toEqual(["m.csv:"]);
  });
});

describe("archives", () => {
  test("Kaggle's zip, with several files in a folder", async () => {
    const { catalog, report } = await readFolder({
      "archive.zip": zipOf({
        "the-movies-dataset/movies_metadata.csv": moviesCsv(volver),
        "the-movies-dataset/keywords.csv": csv(
          ["id", "keywords"],
          [["219", "[{'id': 1, 'name': 'sister'}]"]],
        ),
        "the-movies-dataset/README.txt": "hello",
        "__MACOSX/._keywords.csv": "x",
        "more/credits.csv.gz": gzipSync("cast,crew,id\n[],[],219\n"),
      }),
    });
    expect(filmOf(catalog, 219).keywords).toHaveLength(1);
    expect(catalog.files.map(({ file, kind }) => `${kind} ${file}`)).toEqual([
      "movies archive.zip!/the-movies-dataset/movies_metadata.csv",
      "keywords archive.zip!/the-movies-dataset/keywords.csv",
      "credits archive.zip!/more/credits.csv.gz",
    ]);
    expect(new Set(catalog.files.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(placesOf(report, "other-file")).toEqual(["archive.zip!/the-movies-dataset/README.txt:"]);
  });

  test("an entry that leads out of the archive, an encrypted one, and no archive at all", async () => {
    const { catalog, report } = await readFolder({
      "good.csv": moviesCsv(volver),
      "escape.zip": zipOf({ "../../evil.csv": moviesCsv(laberinto) }),
      "locked.zip": zipOf({ "m.csv": moviesCsv(laberinto) }, { encrypted: true }),
      "text.zip": "this is no archive",
    });
    expect([...catalog.films.keys()]).toEqual([219]);
    expect(placesOf(report, "bad-archive")).toEqual(["escape.zip:"]);
    expect(placesOf(report, "unknown-header")).toEqual(["text.zip:1"]);
    expect(placesOf(report, "encrypted")).toEqual(["locked.zip!/m.csv:"]);
  });

  test.each([false, true])(
    "a zip that is cut short keeps what is there (sizes follow: %s)",
    async (sizesFollow) => {
      const movies = Array.from({ length: 2000 }, (_, index) => ({
        ...volver,
        id: String(index + 1),
        title: `Film ${index * 7919}`,
      }));
      const whole = zipOf(
        {
          "k.csv": csv(["id", "keywords"], [["1", "[{'id': 1, 'name': 'x'}]"]]),
          "m.csv": moviesCsv(...movies),
        },
        { sizesFollow },
      );
      const { catalog, report } = await readFolder({ "archive.zip": whole.subarray(0, whole.length / 2) });
      expect(catalog.films.size).toBeGreaterThan(500);
      expect(catalog.films.size).toBeLessThan(2000);
      expect(filmOf(catalog, 1).keywords).toHaveLength(1);
      expect(placesOf(report, "archive-cut")).toEqual(["archive.zip:"]);
      expect(report.entries("truncated")).toMatchObject([{ file: "archive.zip!/m.csv" }]);
    },
  );
});

test("the order in which files and sources are read is theirs, not the disk's", async () => {
  const files = {
    "b.csv": moviesCsv({ ...volver, title: "B" }),
    "a.csv": moviesCsv({ ...volver, title: "A", runtime: "9" }),
  };
  const { catalog, report } = await readFolder(files);
  expect(filmOf(catalog, 219)).toMatchObject({ title: "A", runtime: 9 });
  expect(placesOf(report, "duplicate-film")).toEqual(["b.csv:2"]);
});
