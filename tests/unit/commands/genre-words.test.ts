/** Genres said of a film: gender and number agree, whatever comes together. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { genreAlone, noneOfGenres, ofGenres, someOfGenres } from "../../../commands/shared/words/genres.js";
import { parseLocale } from "../../../src/chat/locale.js";
import { GENRE_LABELS } from "../../../src/find/encode/genre-names.js";
import { edition } from "../../support/fakes.js";

const said = (genres: readonly string[], tag = "es") =>
  ofGenres({ find: edition.find, locale: parseLocale(tag) }, genres);

describe("genres of a film", () => {
  it.each([
    [["War"], "bélica", "a war film"],
    [["War", "History", "Drama"], "un drama bélico e histórico", "a historical war drama"],
    [["Romance", "Comedy"], "una comedia romántica", "a romantic comedy"],
    [["Western"], "un wéstern", "a western"],
    [["Western", "Comedy"], "un wéstern cómico", "a comedy western"],
    [["Action", "Science Fiction"], "de acción y ciencia ficción", "a science fiction action film"],
    [["War", "Action"], "bélica y de acción", "a war action film"],
    [["Animation", "Family"], "familiar y de animación", "an animated family film"],
    [["Horror", "Thriller"], "de terror y suspense", "a horror thriller"],
    [["Documentary", "Music"], "un documental musical", "a musical documentary"],
    [["TV Movie"], "un telefilme", "a television film"],
    [["Foreign"], "extranjera", "a foreign film"],
    [["Adventure"], "de aventuras", "an adventure film"],
  ])("%j", (genres, es, en) => {
    expect(said(genres)).toBe(es);
    expect(said(genres, "en")).toBe(en);
  });

  it("agree with the noun, each said once", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...Object.keys(GENRE_LABELS)), { minLength: 1 }),
        (genres) => {
          const es = said(genres);
          const masculine = /^un /u.test(es);
          const adjectives = es.match(/(?:bélic|históric|romántic|fantástic|cómic|dramátic)[oa]/gu) ?? [];
          for (const adjective of adjectives) expect(adjective.at(-1), es).toBe(masculine ? "o" : "a");
          const words = es.match(/\p{L}{4,}/gu) ?? [];
          expect(new Set(words).size, es).toBe(words.length);
          const en = said(genres, "en");
          expect(en).toMatch(/^(?:an [aeiou]|a [^aeiou])/u);
          expect(en.split(" ").length).toBeGreaterThan(genres.length);
        },
      ),
    );
  });
});

const reader = (tag = "es") => ({ find: edition.find, locale: parseLocale(tag) });

describe("genres of many films", () => {
  it.each([
    [["War"], "películas bélicas", "war films"],
    [["Foreign"], "películas extranjeras", "foreign films"],
    [["TV Movie"], "telefilmes", "television films"],
    [["History"], "películas históricas", "historical films"],
    [["Family"], "películas familiares", "family films"],
    [["Music"], "películas musicales", "musical films"],
    [["Comedy", "Romance"], "comedias románticas", "romantic comedies"],
    [["Documentary"], "documentales", "documentaries"],
    [["Horror", "Comedy"], "comedias de terror", "horror comedies"],
    [[], "películas", "films"],
  ])("%j", (genres, es, en) => {
    expect(someOfGenres(reader(), genres)).toBe(es);
    expect(someOfGenres(reader("en"), genres)).toBe(en);
  });

  it("of series are series, whatever the genre", () => {
    expect(someOfGenres(reader(), ["Documentary"], "series")).toBe("series documentales");
    expect(someOfGenres(reader(), ["Horror"], "series")).toBe("series de terror");
  });

  it("of which there is none agree as well", () => {
    expect(noneOfGenres(reader(), ["Drama", "War"])).toBe("ningún drama bélico");
    expect(noneOfGenres(reader(), ["Comedy"])).toBe("ninguna comedia");
    expect(noneOfGenres(reader("en"), ["Horror"])).toBe("no horror film");
  });

  it("are named as Latin America names them", () => {
    expect(genreAlone(reader("es-MX"), ["Thriller"])).toBe("suspenso");
    expect(genreAlone(reader("es-ES"), ["Thriller"])).toBe("suspense");
    expect(ofGenres(reader("es-AR"), ["Thriller", "Drama"])).toBe("un drama de suspenso");
  });
});
