/** Links, file names and labels, asked as people paste them. */
import { describe, expect, it } from "vitest";
import { readImdbPeople } from "../../../index-build/read/sources/tables/imdb-people.js";
import { personByImdb } from "../../../src/catalog/catalog.js";
import { fold } from "../../../src/find/encode/fold.js";
import { answerText } from "../../support/answer-text.js";
import { starter } from "../../support/starter-index.js";

const title = async (line: string) => (await starter.ask(line)).answer.title;
const told = async (line: string) => {
  const { status, answer } = await starter.ask(line);
  return [status, answerText(answer)] as const;
};

describe("what leads to a film answers for it", () => {
  it.each([
    [
      "/pelicula https://www.themoviedb.org/movie/862-toy-story?language=es-MX&utm_source=whatsapp",
      "Toy Story (1995)",
    ],
    ["https://www.themoviedb.org/movie/862-toy-story?language=es-MX", "Toy Story (1995)"],
    ["mira esta https://www.imdb.com/title/tt0114709/", "Toy Story (1995)"],
    ["/pelicula [Toy Story](https://m.imdb.com/es/title/tt0114709/?ref_=x)", "Toy Story (1995)"],
    ["/votos titulo=https://www.themoviedb.org/movie/862?language=es-MX", "Toy Story (1995)"],
    ["/votos https://letterboxd.com/film/parasite-2019/", "Parásitos (Gisaengchung, 2019)"],
    ["/votos https://letterboxd.com/film/blade-runner-2049/", "Blade Runner 2049 (2017)"],
    ["/votos https://es.wikipedia.org/wiki/El_padrino", "El padrino (The Godfather, 1972)"],
    ["/votos https://es.wikipedia.org/wiki/Dune_(película_de_2021)", "Dune (2021)"],
    ["/votos https://www.rottentomatoes.com/m/inception", "Origen (Inception, 2010)"],
    ["/votos The.Matrix.1999.1080p.BluRay.x264-GRP.mkv", "Matrix (1999)"],
    ["/votos El.Laberinto.del.Fauno.2006.Spanish.1080p.BluRay.mkv", "El laberinto del fauno (2006)"],
    ["/votos Avatar (2009) {imdb-tt9999999} 1080p.mkv", "Avatar (2009)"],
    ["Volver (2006) [BluRay][1080p][castellano].mkv", "Volver (2006)"],
    ["/votos • Parque Jurásico (Jurassic Park, 1993) · 8,1", "Parque Jurásico (Jurassic Park, 1993)"],
    ["Toy Story (1995) - IMDb", "Toy Story (1995)"],
  ])("%s", async (line, expected) => {
    expect(await title(line)).toBe(expected);
  });
});

describe("what leads to something else asks the command for it", () => {
  it.each([
    ["https://www.imdb.com/name/nm0000158/", "Tom Hanks"],
    ["/actor https://www.imdb.com/name/nm0000158/", "Tom Hanks"],
    ["https://www.imdb.com/name/nm0000229/", "Steven Spielberg"],
    ["https://letterboxd.com/director/pedro-almodovar/", "Pedro Almodóvar"],
    ["https://es.wikipedia.org/wiki/Tom_Hanks", "Tom Hanks"],
    ["https://en.wikipedia.org/wiki/Toy_Story_(franchise)", "Saga Toy Story"],
    ["https://letterboxd.com/studio/pixar/", "Pixar Animation Studios"],
    ["/franquicia Saga Toy Story", "Saga Toy Story"],
  ])("%s", async (line, expected) => {
    expect(await title(line)).toBe(expected);
  });

  it("says which, where another command was asked", async () => {
    const link = "https://www.imdb.com/name/nm0000158/";
    expect(await told(`/pelicula ${link}`)).toEqual([
      "empty",
      "Ese enlace lleva a otra cosa: pregunta con /actor.",
    ]);
  });
});

describe("what leads to nothing that is known never answers with what is near", () => {
  const UNKNOWN = "No encontré ninguna película con ese enlace o número.";
  const SERIES = "Ese enlace es de una serie que no conozco.";
  const TITLE = "No encontré ningún título de plataforma con ese número.";
  const ELSEWHERE = "Ese enlace no dice de qué película es. Escribe su título.";

  it.each([
    ["https://www.imdb.com/title/tt9999999/", UNKNOWN],
    ["tmdb:99999999", UNKNOWN],
    ["https://letterboxd.com/film/the-matrix-7/", UNKNOWN],
    ["https://letterboxd.com/film/titanic-2031/", UNKNOWN],
    ["https://www.themoviedb.org/tv/1399-game-of-thrones", SERIES],
    ["title:ns999999", TITLE],
    ["https://youtu.be/2-5Wv9UGkN8", ELSEWHERE],
    ["https://www.filmaffinity.com/es/film932476.html", ELSEWHERE],
  ])("%s", async (link, text) => {
    expect(await told(`/pelicula ${link}`)).toEqual(["empty", text]);
  });

  it.each(["/votos Titanic.2031.1080p.mkv", "/votos Titamic.1080p.mkv"])("%s", async (line) => {
    expect((await starter.ask(line)).status).toBe("empty");
  });
});

describe("completion", () => {
  it.each([
    ["film", "https://www.imdb.com/title/tt0114709/", ["tmdb:862"]],
    ["film", "https://letterboxd.com/film/toy-story/", ["tmdb:862"]],
    ["film", "https://youtu.be/2-5Wv9UGkN8", []],
    ["company", "https://letterboxd.com/studio/pixar/", ["company:3"]],
  ] as const)("of a link as %s: %s", (kind, text, values) => {
    expect(starter.edition.find.complete(kind, text, 5, "es").map(({ value }) => value)).toEqual(values);
  });
});

describe("IMDb's ids of people", () => {
  it("lead each to somebody of that name, and no two to one", async () => {
    const { catalog } = starter;
    const known = [...(await readImdbPeople())].flatMap(([imdb, name]) => {
      const row = personByImdb(catalog, imdb);
      return row === undefined ? [] : [{ row, name, found: catalog.people.name.get(row) }];
    });
    expect(known.length).toBeGreaterThan(700);
    expect(new Set(known.map(({ row }) => row)).size).toBe(known.length);
    expect(known.filter(({ name, found }) => fold(name) !== fold(found))).toEqual([]);
  });

  it("that are not known lead to nobody", () => {
    expect(personByImdb(starter.catalog, 0)).toBeUndefined();
    expect(personByImdb(starter.catalog, 99_999_999)).toBeUndefined();
  });
});

describe("several films", () => {
  it("may be given by links", async () => {
    const line = "/recomendar https://www.themoviedb.org/movie/603 + https://letterboxd.com/film/amelie/";
    expect(await title(line)).toBe("Entre «Matrix» y «Amélie»");
  });
});
