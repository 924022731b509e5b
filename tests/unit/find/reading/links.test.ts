/** What links and ids in a text lead to. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readReference } from "../../../../src/find/reading/links.js";
import type { Reference, Thing } from "../../../../src/find/reading/reference.js";

const id = (of: Thing, source: "tmdb" | "imdb", number: number): Reference => ({
  kind: "id",
  of,
  source,
  id: number,
});
const film = (...names: string[]): Reference => ({ kind: "name", of: "film", names });
const filmOf = (year: number, ...names: string[]): Reference => ({ kind: "name", of: "film", names, year });
const series = (...names: string[]): Reference => ({ kind: "series", names });
const ELSEWHERE: Reference = { kind: "elsewhere" };

describe("ids", () => {
  it.each([
    ["title:ns5941", { kind: "title", id: "ns5941" }],
    ["la serie title:NS5941", { kind: "title", id: "ns5941" }],
    ["tmdb:550", id("film", "tmdb", 550)],
    ["tmdb 550", id("film", "tmdb", 550)],
    ["TMDB: 550", id("film", "tmdb", 550)],
    ["tmdb#550", id("film", "tmdb", 550)],
    ["TMDB ID: 550", id("film", "tmdb", 550)],
    ["Hours (2013) [tmdbid-172803]", id("film", "tmdb", 172803)],
    ["Fight Club {tmdb-550}", id("film", "tmdb", 550)],
    ["tt0137523", id("film", "imdb", 137523)],
    ["TT0137523", id("film", "imdb", 137523)],
    ["tt0137523/", id("film", "imdb", 137523)],
    ["imdb:tt0137523", id("film", "imdb", 137523)],
    ["imdb 0137523", id("film", "imdb", 137523)],
    ["Godzilla vs. Kong (2021) {imdb-tt5034838}", id("film", "imdb", 5034838)],
    ["nm0000158", id("person", "imdb", 158)],
    ["person:31", id("person", "tmdb", 31)],
    ["Person:-1385372575", id("person", "tmdb", -1385372575)],
    ["collection:10", id("collection", "tmdb", 10)],
    ["company:-2140417368", id("company", "tmdb", -2140417368)],
  ])("%s", (text, reference) => {
    expect(readReference(text)).toEqual(reference);
  });

  it.each([
    "0137523",
    "tt1",
    "matt01375233",
    "tmdb",
    "imdb",
    "personas:31",
    "12345",
    "nm1",
    "tmdb:12345678901",
  ])("%s is none", (text) => {
    expect(readReference(text)).toBeUndefined();
  });
});

describe("links with an id", () => {
  it.each([
    ["https://www.themoviedb.org/movie/862-toy-story?language=es-MX", id("film", "tmdb", 862)],
    ["themoviedb.org/movie/862", id("film", "tmdb", 862)],
    ["https://www.themoviedb.org/movie/550/cast?language=es-ES", id("film", "tmdb", 550)],
    ["https://www.themoviedb.org/es/movie/862", id("film", "tmdb", 862)],
    ["https://www.themoviedb.org/movie/862-toy-story#reviews", id("film", "tmdb", 862)],
    ["https://www.themoviedb.org/person/31-tom-hanks", id("person", "tmdb", 31)],
    ["https://www.themoviedb.org/collection/10-star-wars-collection", id("collection", "tmdb", 10)],
    ["https://www.themoviedb.org/company/3-pixar/movie", id("company", "tmdb", 3)],
    ["https://m.imdb.com/title/tt0114709/?ref_=fn_al_tt_1", id("film", "imdb", 114709)],
    ["www.imdb.com/title/tt0114709", id("film", "imdb", 114709)],
    ["https://www.imdb.com/pt/title/tt0114709/", id("film", "imdb", 114709)],
    ["https://www.imdb.com/name/nm0000158/", id("person", "imdb", 158)],
    ["https://letterboxd.com/imdb/tt0114709/", id("film", "imdb", 114709)],
    ["https://trakt.tv/search/imdb/tt0114709", id("film", "imdb", 114709)],
    ["mira esta https://www.imdb.com/title/tt0114709/ qué buena", id("film", "imdb", 114709)],
    ["<https://www.imdb.com/title/tt0114709/>", id("film", "imdb", 114709)],
    ["[Toy Story](https://www.imdb.com/title/tt0114709/)", id("film", "imdb", 114709)],
    ["Toy Story (1995) ⭐ 8.3 | Comedy https://www.imdb.com/title/tt0114709/", id("film", "imdb", 114709)],
  ])("%s", (text, reference) => {
    expect(readReference(text)).toEqual(reference);
  });
});

describe("links with a name", () => {
  it.each([
    ["https://letterboxd.com/film/fight-club/", film("fight club")],
    ["letterboxd.com/film/fight-club", film("fight club")],
    ["https://letterboxd.com/film/parasite-2019/", filmOf(2019, "parasite")],
    ["https://letterboxd.com/pepe/film/wild-tales/", film("wild tales")],
    ["https://letterboxd.com/film/1917/", film("1917")],
    ["https://letterboxd.com/film/parasite-1/", film("parasite 1", "parasite")],
    ["https://letterboxd.com/film/12-angry-men/", film("12 angry men")],
    ["https://trakt.tv/movies/the-matrix-1999", filmOf(1999, "the matrix")],
    ["https://www.justwatch.com/es/pelicula/matrix", film("matrix")],
    ["https://www.rottentomatoes.com/m/the_dark_knight", film("the dark knight")],
    ["https://www.rottentomatoes.com/m/1000013-12_angry_men", film("1000013 12 angry men", "12 angry men")],
    ["https://www.metacritic.com/movie/parasite/", film("parasite")],
    ["https://tv.apple.com/us/movie/coda/umc.cmc.3eh9r5iz32ggdm4ccvw5igiir", film("coda")],
    ["https://play.google.com/store/movies/details/Titanic?id=abc", film("Titanic")],
    ["https://www.criterion.com/films/27831-parasite", film("27831 parasite", "parasite")],
    ["https://es.wikipedia.org/wiki/El_padrino", { kind: "name", of: undefined, names: ["El padrino"] }],
    ["https://es.wikipedia.org/wiki/Dune_(película_de_2021)", filmOf(2021, "Dune")],
    ["https://es.wikipedia.org/wiki/Dune_(pel%C3%ADcula_de_2021).", filmOf(2021, "Dune")],
    ["(https://en.wikipedia.org/wiki/The_Godfather_(film))", film("The Godfather")],
    ["https://en.m.wikipedia.org/wiki/Carrie_(1976_film)", filmOf(1976, "Carrie")],
    ["https://en.wikipedia.org/wiki/Alien_(franchise)", { kind: "name", of: "collection", names: ["Alien"] }],
    ["https://letterboxd.com/actor/penelope-cruz/", { kind: "name", of: "person", names: ["penelope cruz"] }],
    ["https://letterboxd.com/studio/pixar/", { kind: "name", of: "company", names: ["pixar"] }],
  ] as const)("%s", (text, reference) => {
    expect(readReference(text)).toEqual(reference);
  });
});

describe("links that tell of no film", () => {
  it.each([
    ["https://www.themoviedb.org/tv/1399-game-of-thrones", series("1399 game of thrones", "game of thrones")],
    ["https://www.themoviedb.org/tv/1399", { kind: "series" }],
    ["https://trakt.tv/shows/breaking-bad", series("breaking bad")],
    ["https://www.justwatch.com/es/serie/la-casa-de-papel", series("la casa de papel")],
    ["https://es.wikipedia.org/wiki/Fargo_(serie_de_televisi%C3%B3n)", series("Fargo")],
    ["https://youtu.be/2-5Wv9UGkN8", ELSEWHERE],
    ["youtu.be/2-5Wv9UGkN8", ELSEWHERE],
    ["https://www.filmaffinity.com/es/film932476.html", ELSEWHERE],
    ["https://www.themoviedb.org/t/p/w500/abc.jpg", ELSEWHERE],
    ["https://www.netflix.com/title/80057281", ELSEWHERE],
    ["https://boxd.it/29qU", ELSEWHERE],
    ["https://localhost/film", ELSEWHERE],
    ["https://es.wikipedia.org/wiki/%E0%A4%A", { kind: "name", of: undefined, names: ["%E0%A4%A"] }],
  ] as const)("%s", (text, reference) => {
    expect(readReference(text)).toEqual(reference);
  });
});

describe("of several", () => {
  const both =
    "https://www.themoviedb.org/person/31 y https://www.themoviedb.org/movie/862 y https://youtu.be/a";

  it("the first that may lead to what is wanted counts", () => {
    expect(readReference(both)).toEqual(id("film", "tmdb", 862));
    expect(readReference(both, "person")).toEqual(id("person", "tmdb", 31));
    expect(readReference(both, "company")).toEqual(id("person", "tmdb", 31));
  });
});

describe("any text", () => {
  const WRITTEN = [
    (n: number) => `tmdb:${n}`,
    (n: number) => `https://www.themoviedb.org/movie/${n}-a-b`,
    (n: number) => `themoviedb.org/movie/${n}?language=es`,
  ];
  /** Whatever stands around an id, but for what would be part of it. */
  const wrapper = fc.stringMatching(/^[a-zñáé ¡!¿?(«"<[*,;]{0,30}$/);

  it("gives the id in it, whatever stands around it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.constantFrom(...WRITTEN),
        wrapper,
        wrapper,
        (number, write, before, after) => {
          expect(readReference(`${before} ${write(number)} ${after}`)).toEqual(id("film", "tmdb", number));
        },
      ),
    );
  });

  it("is read, and nothing of it is a fault", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: "grapheme" }), (text) => {
        expect(() => readReference(`${text}/`)).not.toThrow();
      }),
    );
  });

  it.each([
    "Misión: Imposible",
    "Face/Off",
    "V/H/S/2",
    "50/50",
    "G.I.Jane.1997",
    "The.Matrix",
    "Mr. Nobody",
    "Vol.ii/iii",
    "F/X",
    "11/11/11",
    "10.000 km",
  ])("%s is a title", (title) => {
    expect(readReference(title)).toBeUndefined();
  });
});
