/** Files in layouts that people hold, each in a small input of its own. */
import { describe, expect, test } from "vitest";
import type { FilmRecord } from "../../../../index-build/records.js";
import { csv, type Files, filmOf, moviesCsv, placesOf, readFolder } from "../../../support/source-files.js";

const names = (refs: readonly { readonly name: string }[]): string[] => refs.map(({ name }) => name);
const jobs = ({ crew }: FilmRecord): string[] => crew.map(({ person, job }) => `${job} ${person.name}`);
const one = async (files: Files): Promise<FilmRecord> => filmOf((await readFolder(files)).catalog, 219);
const volver = { id: "219", title: "Volver", release_date: "2006-03-16", vote_count: "400" };

describe("films", () => {
  test("the million-film dataset: lists of names with commas", async () => {
    const film = await one({
      "TMDB.csv": csv(
        [
          "id",
          "title",
          "vote_average",
          "vote_count",
          "status",
          "release_date",
          "adult",
          "genres",
          "production_companies",
          "production_countries",
          "spoken_languages",
          "keywords",
        ],
        [
          [
            "219",
            "Volver",
            "7.3",
            "400",
            "Released",
            "2006-03-16",
            "False",
            "Comedy, Drama",
            "El Deseo, Canal+, Acme, Inc.",
            "Spain, United States of America",
            "Spanish, français, 普通话",
            "sister, ghost",
          ],
        ],
      ),
    });
    expect(film).toMatchObject({ genres: ["Comedy", "Drama"], voteAverage: 7.3, adult: false });
    expect(names(film.companies)).toEqual(["El Deseo", "Canal+", "Acme Inc."]);
    expect(film.countries.map(({ code }) => code)).toEqual(["ES", "US"]);
    expect(film.spokenLanguages.map(({ code }) => code)).toEqual(["es", "fr", "zh"]);
    expect(names(film.keywords)).toEqual(["sister", "ghost"]);
  });

  test("daily TMDB files: columns of who acted, directed and wrote", async () => {
    const film = await one({
      "daily.csv": csv(
        [
          "id",
          "title",
          "vote_count",
          "release_date",
          "genres",
          "cast",
          "director",
          "writers",
          "music_composer",
        ],
        [
          [
            "219",
            "Volver",
            "400",
            "2006-03-16",
            "Drama",
            "Penélope Cruz, Lola Dueñas",
            "Pedro Almodóvar",
            "Pedro Almodóvar",
            "Alberto Iglesias",
          ],
        ],
      ),
    });
    expect(names(film.cast)).toEqual(["Penélope Cruz", "Lola Dueñas"]);
    expect(film.castOrdered).toBe(true);
    expect(jobs(film)).toEqual([
      "Director Pedro Almodóvar",
      "Writer Pedro Almodóvar",
      "Original Music Composer Alberto Iglesias",
    ]);
  });

  test("cleaned and flattened in Spanish, one row a genre", async () => {
    const { catalog, report } = await readFolder({
      "peliculas.csv": csv(
        [
          "",
          "movie_id",
          "título",
          "name_genre",
          "actor",
          "director",
          "presupuesto",
          "return",
          "año_estreno",
          "idioma",
          "países",
        ],
        [
          [
            "0",
            "219.0",
            "Volver",
            "Comedia",
            "['Penélope Cruz', 'Lola Dueñas']",
            "Pedro Almodóvar",
            "9.400.000",
            "2.1",
            "2006",
            "Español",
            "España",
          ],
          [
            "1",
            "219.0",
            "Volver",
            "Drama",
            "['Penélope Cruz', 'Carmen Maura']",
            "Pedro Almodóvar",
            "9.400.000",
            "2.1",
            "2006",
            "Español",
            "España",
          ],
        ],
      ),
    });
    const film = filmOf(catalog, 219);
    expect(film).toMatchObject({
      title: "Volver",
      genres: ["Comedy", "Drama"],
      budget: 9_400_000,
      releaseDate: "2006-01-01",
      yearOnly: true,
      originalLanguage: "es",
    });
    expect(film.countries).toEqual([{ code: "ES", name: "Spain" }]);
    expect(names(film.cast)).toEqual(["Penélope Cruz", "Lola Dueñas", "Carmen Maura"]);
    expect(jobs(film)).toEqual(["Director Pedro Almodóvar"]);
    expect(placesOf(report, "joined-rows")).toEqual(["peliculas.csv:3"]);
  });

  test("merged with credits and keywords, with the suffixes of a join", async () => {
    const film = await one({
      "full.csv": csv(
        [
          "id",
          "title_x",
          "title_y",
          "overview",
          "vote_average_tmdb",
          "vote_count",
          "cast",
          "crew",
          "keywords",
        ],
        [
          [
            "219",
            "Volver",
            "Volver!",
            "They return.",
            "7.3",
            "400",
            '[{"id": 955, "name": "Penélope Cruz", "order": 0, "character": null}]',
            "[{'id': 309, 'job': 'Director', 'name': 'Pedro Almodóvar'}]",
            "['sister', 'ghost']",
          ],
        ],
      ),
    });
    expect(film).toMatchObject({
      title: "Volver",
      voteAverage: 7.3,
      cast: [{ id: 955, name: "Penélope Cruz" }],
    });
    expect(jobs(film)).toEqual(["Director Pedro Almodóvar"]);
    expect(names(film.keywords)).toEqual(["sister", "ghost"]);
  });

  test("TMDB's own answers: genres by id, a picture by its address, ids of IMDb as numbers", async () => {
    const film = await one({
      "api.csv": csv(
        ["id", "title", "release_date", "genre_ids", "poster_path", "imdb_id"],
        [["219", "Volver", "2006-03-16", "[35, 18]", "https://image.tmdb.org/t/p/w500/abc.jpg", "441909"]],
      ),
    });
    expect(film).toMatchObject({ genres: ["Comedy", "Drama"], poster: "/abc.jpg", imdbId: "tt0441909" });
  });

  test("a year of its own tells the century of two digits", async () => {
    const film = await one({
      "old.csv": csv(
        ["id", "original_title", "release_date", "release_year", "budget"],
        [
          ["219", "Intolerance", "9/5/16", "1916", "0"],
          ["220", "Other", "12/25/99", "1999", "0"],
        ],
      ),
    });
    expect(film).toMatchObject({ title: "Intolerance", releaseDate: "1916-09-05" });
  });

  test("averages out of a hundred are brought to ten; slips are unknown", async () => {
    const rows = Array.from({ length: 20 }, (_, at) => ({
      ...volver,
      id: String(at + 1),
      vote_average: `${40 + at}`,
    }));
    const { catalog, report } = await readFolder({ "m.csv": moviesCsv(...rows) });
    expect(filmOf(catalog, 20).voteAverage).toBe(5.9);
    expect(report.count("scaled")).toBe(1);
  });
});

describe("words for nothing", () => {
  const header = [
    "id",
    "title",
    "original_title",
    "tagline",
    "genres",
    "vote_count",
    "overview",
    "original_language",
  ];

  test("are unknown, and never a title", async () => {
    const { catalog, report } = await readFolder({
      "m.csv": csv(header, [
        ["219", "None", "Volver", "None", "nan", "\\N", "N/A", "NULL"],
        ["220", "None", "None", "x", "[]", "5", "Good.", "en"],
        ["221", "nan", "", "x", "[]", "5", "Good.", "en"],
      ]),
    });
    expect([...catalog.films.keys()]).toEqual([219]);
    expect(filmOf(catalog, 219)).toMatchObject({ title: "Volver", genres: [], voteCount: 0 });
    expect(filmOf(catalog, 219).overview).toBeUndefined();
    expect(filmOf(catalog, 219).originalLanguage).toBeUndefined();
    expect(placesOf(report, "no-title")).toEqual(["m.csv:4 title", "m.csv:3 title"]);
  });

  test("a film may be called so where the file has another word for nothing, or none", async () => {
    const { catalog } = await readFolder({
      "m.csv": csv(header, [
        ["219", "Null", "Null", "", "[]", "5", "A film.", "en"],
        ["220", "None", "None", "", "[]", "5", "A film.", "en"],
        ["221", "Nan", "Nan", "", "nan", "5", "A film.", "en"],
      ]),
    });
    expect([...catalog.films.values()].map(({ title }) => title)).toEqual(["Null", "None", "Nan"]);
  });
});

describe("people and links", () => {
  test("a crew of one name a film is who directed it; a whole crew of names is nobody", async () => {
    const files = (crew: string): Files => ({
      "m.csv": moviesCsv(volver),
      "c.csv": csv(["id", "cast", "crew"], [["219", "['Penélope Cruz']", crew]]),
    });
    expect(jobs(await one(files("['Pedro Almodóvar']")))).toEqual(["Director Pedro Almodóvar"]);
    const { catalog, report } = await readFolder(files("['A B', 'C D', 'E F', 'G H']"));
    expect(filmOf(catalog, 219).crew).toEqual([]);
    expect(report.count("crew-without-jobs")).toBe(1);
  });

  test("what is only named is the thing that another file has with its id", async () => {
    const film = await one({
      "a.csv": csv(["id", "title", "keywords", "overview"], [["219", "Volver", "sister, ghost", "x"]]),
      "k.csv": csv(["id", "keywords"], [["7", "[{'id': 1, 'name': 'sister'}]"]]),
    });
    expect(film.keywords.map(({ id }) => id > 0)).toEqual([true, false]);
  });

  test("MovieLens' films are TMDB's by its links; without one they are told", async () => {
    const { catalog, report } = await readFolder({
      "links.csv": "movieId,imdbId,tmdbId\n1,1,219\n",
      "movies.csv": csv(
        ["movieId", "title", "genres"],
        [
          [
            "1",
            "City of Lost Children, The (Cité des enfants perdus, La) (1995)",
            "Sci-Fi|Children|(no genres listed)",
          ],
          ["2", "Alone (2001)", "Drama"],
        ],
      ),
    });
    expect([...catalog.films.values()]).toMatchObject([
      {
        id: 219,
        title: "The City of Lost Children",
        aka: ["La Cité des enfants perdus"],
        releaseDate: "1995-01-01",
        yearOnly: true,
        genres: ["Science Fiction", "Family"],
      },
    ]);
    expect(report.entries("movielens-without-link")).toMatchObject([{ file: "movies.csv", detail: "1" }]);
  });
});

describe("the same once more", () => {
  const films = Array.from({ length: 12 }, (_, at) => ({
    ...volver,
    id: String(at + 1),
    title: `Film ${at}`,
  }));

  test("of a raw table and a derived one the raw one leads, whichever is read first", async () => {
    const { catalog, report } = await readFolder({
      "a_clean.csv": csv(
        ["id", "title", "vote_count", "genres"],
        films.map(({ id, title }) => [id, title.toLowerCase(), "400", "Drama"]),
      ),
      "movies.csv": moviesCsv(
        ...films.map((film) => ({
          ...film,
          overview: "x",
          runtime: "90",
          budget: "5",
          imdb_id: "tt0441909",
        })),
      ),
    });
    expect(catalog.films.size).toBe(12);
    expect(filmOf(catalog, 1)).toMatchObject({ title: "Film 0", genres: ["Drama"], runtime: 90 });
    expect(report.entries("same-films")).toMatchObject([{ file: "a_clean.csv", detail: "12 · movies.csv" }]);
    expect(report.count("duplicate-film")).toBe(0);
  });

  test("a file that is the same byte by byte is read once", async () => {
    const { report } = await readFolder({ "a.csv": moviesCsv(volver), "b.csv": moviesCsv(volver) });
    expect(report.files()).toHaveLength(1);
    expect(report.entries("same-file")).toMatchObject([{ file: "b.csv", detail: "a.csv" }]);
  });

  const RATINGS = "userId,movieId,rating,timestamp\n";
  const links = "movieId,tmdbId\n1,219\n2,219\n";

  test("ratings in two parts both count, a cut of them does not", async () => {
    const { catalog, report } = await readFolder({
      "m.csv": moviesCsv(volver),
      "links.csv": links,
      "r1.csv": `${RATINGS}1,1,4.0,0\n2,1,5.0,0\n`,
      "r2.csv": `${RATINGS}2,2,3.0,0\n3,1,1.0,0\n3,2,1.0,0\n`,
      "small.csv": `${RATINGS}1,1,4.0,0\n`,
    });
    expect([...catalog.ratings]).toEqual([[219, { count: 5, sum: 14, likes: 2 }]]);
    expect(catalog.userRatings.offsets).toHaveLength(4);
    expect(placesOf(report, "ratings-in-parts")).toEqual(["r1.csv:"]);
    expect(placesOf(report, "smaller-ratings")).toEqual(["small.csv:"]);
  });

  test("ratings out of ten and of a hundred are brought to five", async () => {
    for (const [factor, scale] of [
      [2, "0–10 → 0–5"],
      [20, "0–100 → 0–5"],
    ] as const) {
      const rows = [5, 4, 4.5, 1].map((stars, user) => `${user + 1},1,${stars * factor},0`).join("\n");
      const { catalog, report } = await readFolder({
        "m.csv": moviesCsv(volver),
        "links.csv": links,
        "r.csv": `${RATINGS}${rows}\n`,
      });
      expect([...catalog.ratings]).toEqual([[219, { count: 4, sum: 14.5, likes: 3 }]]);
      expect([...catalog.userRatings.stars].sort()).toEqual([10, 2, 8, 9].sort());
      expect(report.entries("scaled")).toMatchObject([{ column: "rating", detail: scale }]);
    }
  });
});

describe("platforms", () => {
  const header = [
    "show_id",
    "type",
    "title",
    "director",
    "country",
    "date_added",
    "release_year",
    "rating",
    "duration",
    "listed_in",
  ];
  const row = (id: string, title: string, type = "Movie"): string[] => [
    id,
    type,
    title,
    "Not Given",
    "Spain",
    "9/24/2021",
    "2020",
    "PG",
    "90",
    "Dramas",
  ];

  test("newer, Spanish and combined ones", async () => {
    const { catalog } = await readFolder({
      "netflix1.csv": csv(header, [row("s1", "Uno"), row("s2", "Dos", "Serie de TV")]),
      "todas.csv": csv(
        [
          "id",
          "tipo",
          "titulo",
          "fecha_agregado",
          "año_estreno",
          "clasificacion",
          "duracion_int",
          "duracion_tipo",
          "generos",
          "plataforma",
        ],
        [
          [
            "as1",
            "Película",
            "Tres",
            "2021-03-30",
            "2014",
            "16",
            "113",
            "min",
            "['Drama', 'Comedia']",
            "Amazon Prime",
          ],
          ["ds1", "Serie", "Cuatro", "2021-03-30", "2014", "", "2", "temporadas", "Drama", "Disney Plus"],
        ],
      ),
      "flags.csv": csv(
        ["ID", "Title", "Year", "Netflix", "Hulu", "Prime Video", "Disney+", "Type"],
        [["7", "Cinco", "2019", "0", "1", "1", "0", "0"]],
      ),
    });
    expect(catalog.platformTitles).toMatchObject([
      { id: "a7", title: "Cinco", type: "movie", releaseYear: 2019 },
      {
        id: "as1",
        title: "Tres",
        maturity: "16",
        durationInt: 113,
        genres: ["Drama", "Comedia"],
        dateAdded: "2021-03-30",
      },
      { id: "ds1", title: "Cuatro", type: "series", durationInt: 2, durationType: "season", maturity: "G" },
      { id: "h7", title: "Cinco" },
      {
        id: "ns1",
        title: "Uno",
        directors: [],
        durationInt: 90,
        durationType: "min",
        dateAdded: "2021-09-24",
      },
      { id: "ns2", title: "Dos", type: "series", durationInt: 90, durationType: "season" },
    ]);
  });

  test("of two editions the one that knows more counts; parts of one catalogue both do", async () => {
    const titles = ["Uno", "Dos", "Tres"];
    const rows = titles.map((title, at) => row(`s${at + 1}`, title));
    const { catalog, report } = await readFolder({
      "netflix_2019.csv": csv(
        header,
        titles.slice(0, 2).map((title, at) => row(`8000${at}`, title)),
      ),
      "netflix_2021.csv": csv(header, rows),
      "netflix_series.csv": csv(header, [row("s1", "Cuatro", "TV Show")]),
    });
    expect(catalog.platformTitles.map(({ id, title }) => `${id} ${title}`)).toEqual([
      "ns1 Uno",
      "ns2 Dos",
      "ns3 Tres",
      "ns1x2 Cuatro",
    ]);
    expect(report.entries("other-edition")).toMatchObject([
      { file: "netflix_2019.csv", detail: "2/2 · netflix_2021.csv" },
    ]);
  });

  test("a catalogue in small letters gets its capitals back", async () => {
    const rows = Array.from({ length: 12 }, (_, at) =>
      row(`s${at}`, `it's the river ${at}`, "movie").map((cell) => cell.toLowerCase()),
    );
    const { catalog, report } = await readFolder({ "hulu.csv": csv(header, rows) });
    expect(catalog.platformTitles[0]).toMatchObject({
      title: "It's The River 0",
      countries: ["Spain"],
      maturity: "PG",
    });
    expect(report.count("small-letters")).toBe(1);
  });
});
