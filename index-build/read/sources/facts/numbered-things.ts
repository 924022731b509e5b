/** What numbers of a database stand for: as its own tables name them, or, of genres, as TMDB does. */
import { parseId } from "../../../clean/values/numbers.js";
import { countryCode, countryName } from "../../../clean/vocabulary/country-names.js";
import { genreById, genreByName } from "../../../clean/vocabulary/genre-names.js";
import { languageCode, languageName } from "../../../clean/vocabulary/language-names.js";
import type { ReaderInput } from "../../formats/csv/row.js";
import type { Thing } from "../../layouts/facts/things.js";
import type { FilmFacts } from "../../parts.js";

interface Numbered {
  readonly thing: Thing;
  readonly id: string;
}

export class NumberedThings {
  readonly #input: ReaderInput;
  /** Where no table names genres: all numbers of the table are TMDB's. */
  readonly #areOfTmdb: boolean;
  readonly #lost = new Set<Thing>();

  /** @param all numbers of the table */
  constructor(input: ReaderInput, all: readonly Numbered[]) {
    this.#input = input;
    const genres = all.filter(({ thing }) => thing === "genre");
    this.#areOfTmdb =
      input.context.things.find("genre", input.file) === undefined &&
      genres.every(({ id }) => genreById(parseId(id) ?? 0) !== undefined);
  }

  /** What a film has by that number; nothing where nobody says what it is, which is told. */
  factsOf(thing: Thing, id: string): Partial<FilmFacts> {
    const { context, file } = this.#input;
    const name = context.things.find(thing, file)?.get(id) ?? this.#byTmdb(thing, id);
    if (name === undefined) {
      if (!this.#lost.has(thing)) context.report.add("lost-list-item", { file, column: thing, detail: id });
      this.#lost.add(thing);
      return {};
    }
    switch (thing) {
      case "genre":
        return { genres: [genreByName(name) ?? []].flat() };
      case "company":
        return { companies: [context.companies.get(undefined, name)] };
      case "keyword":
        return { keywords: [context.keywords.get(undefined, name)] };
      case "country": {
        const code = countryCode(name);
        return code === undefined ? {} : { countries: [context.countries.get(code, countryName(code))] };
      }
      case "language": {
        const code = languageCode(name);
        return code === undefined
          ? {}
          : { spokenLanguages: [context.languages.get(code, languageName(code))] };
      }
      case "person":
        return {};
    }
  }

  #byTmdb(thing: Thing, id: string): string | undefined {
    return thing === "genre" && this.#areOfTmdb ? genreById(parseId(id) ?? 0) : undefined;
  }
}
