/** Countries and genres as the catalogues of platforms write them. */
import { describe, expect, it } from "vitest";
import { countryCode } from "../../../../index-build/clean/vocabulary/country-names.js";
import { countriesOfGenres, tmdbGenres } from "../../../../index-build/clean/vocabulary/platform-genres.js";

describe("a country", () => {
  it.each([
    ["United States", "US"],
    ["spain", "ES"],
    ["South Korea", "KR"],
    ["Czech Republic", "CZ"],
    ["West Germany", "DE"],
    ["Hong Kong", "HK"],
    ["Turkey", "TR"],
  ])("%s", (name, code) => {
    expect(countryCode(name)).toBe(code);
  });

  it.each(["", "Narnia", "toString"])("%s is none", (name) => {
    expect(countryCode(name)).toBeUndefined();
  });
});

describe("genres", () => {
  it("are TMDB's, each once", () => {
    expect(
      tmdbGenres(["Crime TV Shows", "TV Comedies", "Comedy", "TV Sci-Fi & Fantasy", "constructor"]),
    ).toEqual(["Crime", "Comedy", "Science Fiction", "Fantasy"]);
  });

  it("tell a country", () => {
    expect(countriesOfGenres(["Anime Series", "Korean TV Shows", "TV Dramas"])).toEqual(["JP", "KR"]);
  });
});
