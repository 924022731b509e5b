/** The lists of a film's row: genres, companies, countries, languages, its collection and keywords. */
import { distinctBy } from "../../../clean/duplicates.js";
import { type ListCell, ListColumn } from "../../../clean/lists/list-cell.js";
import { codeNameOf, idAt, idNameOf, textAt } from "../../../clean/nested.js";
import { cleanName } from "../../../clean/texts/text.js";
import { parseId } from "../../../clean/values/numbers.js";
import { countryCode, countryName } from "../../../clean/vocabulary/country-names.js";
import { genreById, genreByName } from "../../../clean/vocabulary/genre-names.js";
import { languageCode, languageName } from "../../../clean/vocabulary/language-names.js";
import type { CodeRef, FilmRecord, NamedRef } from "../../../records.js";
import type { ReadContext } from "../../context.js";
import { betweenIn, type ReaderInput, type Row } from "../../formats/csv/row.js";
import type { PythonDict } from "../../formats/python/literal.js";
import { keywordsOf } from "./keywords.js";

export type FilmLists = Pick<
  FilmRecord,
  "genres" | "collection" | "companies" | "countries" | "spokenLanguages" | "keywords"
>;

const DIGITS = /^\d+$/;
const COUNTRY = /^[A-Z]{2}$/;

export class FilmListColumns {
  readonly #input: ReaderInput;
  readonly #genres: ListColumn;
  readonly #collection = new ListColumn("one");
  readonly #companies: ListColumn;
  readonly #countries: ListColumn;
  readonly #countryCodes: ListColumn;
  readonly #languages: ListColumn;
  readonly #keywords: ListColumn;

  constructor(input: ReaderInput) {
    this.#input = input;
    this.#genres = new ListColumn("things", betweenIn(input, "genres"));
    this.#companies = new ListColumn("companies", betweenIn(input, "companies"));
    this.#countries = new ListColumn("things", betweenIn(input, "countries"));
    this.#countryCodes = new ListColumn("things", betweenIn(input, "countryCodes"));
    this.#languages = new ListColumn("things", betweenIn(input, "spokenLanguages"));
    this.#keywords = new ListColumn("things", betweenIn(input, "keywords"));
  }

  read(row: Row): FilmLists {
    const { context, columns } = this.#input;
    return {
      genres: this.#genresOf(row),
      collection: this.#collectionOf(row),
      companies: this.#companiesOf(row),
      countries: this.#countriesOf(row),
      spokenLanguages: codesOf(
        this.#dictCodes(row, "spokenLanguages", this.#languages, languageOf),
        context.languages,
      ),
      keywords: columns.has("keywords") ? keywordsOf(row.list("keywords", this.#keywords), row, context) : [],
    };
  }

  #genresOf(row: Row): readonly string[] {
    const { columns, context, layout } = this.#input;
    const { dicts, names } = row.list("genres", this.#genres);
    const genres = dicts.flatMap((dict) => {
      const name = idNameOf(dict)?.name ?? genreById(idAt(dict, "id") ?? 0);
      if (name === undefined) row.tell("lost-list-item", "genres");
      return name ?? [];
    });
    for (const name of names) genres.push(...[genreOf(name) ?? []].flat());
    const areTmdbIds = columns.has("genreIds") && layout.kind === "movies";
    if (genres.length === 0 && areTmdbIds) genres.push(...this.#genresById(row));
    return [...new Set(genres)].map((genre) => context.texts.keep(genre));
  }

  #genresById(row: Row): string[] {
    const ids = row.cell("genreIds").match(/\d+/gu) ?? [];
    return ids.flatMap((id) => genreById(Number(id)) ?? []);
  }

  #collectionOf(row: Row): NamedRef | undefined {
    const { collections } = this.#input.context;
    const { dicts, names } = row.list("collection", this.#collection);
    const [told] = dicts.flatMap((dict) => idNameOf(dict) ?? []);
    if (told !== undefined) return collections.get(told.id, told.name);
    const [name] = names;
    return name === undefined ? undefined : collections.get(parseId(row.text("collectionId")), name);
  }

  #companiesOf(row: Row): readonly NamedRef[] {
    const { companies } = this.#input.context;
    const { dicts, names } = row.list("companies", this.#companies);
    const refs = dicts.flatMap((dict): NamedRef | [] => {
      const company = idNameOf(dict);
      if (company !== undefined) return companies.get(company.id, company.name);
      row.tell("lost-list-item", "companies");
      return [];
    });
    return distinctBy([...refs, ...names.map((name) => companies.get(undefined, name))], ({ id }) => id);
  }

  #countriesOf(row: Row): readonly CodeRef[] {
    const { columns, context } = this.#input;
    const told = this.#dictCodes(row, "countries", this.#countries, countryOf);
    const codes =
      told.length > 0 || !columns.has("countryCodes")
        ? told
        : this.#dictCodes(row, "countryCodes", this.#countryCodes, countryOf);
    return codesOf(codes, context.countries);
  }

  /** Countries or languages, from dicts with codes or from names; what is neither is reported. */
  #dictCodes(
    row: Row,
    fact: "countries" | "countryCodes" | "spokenLanguages",
    column: ListColumn,
    byName: (name: string) => CodeRef | undefined,
  ): CodeRef[] {
    const list: ListCell = row.list(fact, column);
    const key = fact === "spokenLanguages" ? "iso_639_1" : "iso_3166_1";
    const found = list.dicts.map((dict) => codeNameOf(dict, key) ?? byName(nameAt(dict)));
    for (const name of list.names) found.push(byName(name));
    return found.flatMap((one) => {
      if (one === undefined) row.tell("lost-list-item", fact, list.names.join(", "));
      return one ?? [];
    });
  }
}

/** Languages without a name in themselves have one in English. */
function nameAt(dict: PythonDict): string {
  return textAt(dict, "name") || textAt(dict, "english_name");
}

function codesOf(codes: readonly CodeRef[], refs: ReadContext["countries"]): CodeRef[] {
  return distinctBy(codes, ({ code }) => code).map(({ code, name }) => refs.get(code, name));
}

/** "Sci-Fi", "Acción", "28" */
function genreOf(name: string): string | undefined {
  return DIGITS.test(name) ? genreById(Number(name)) : genreByName(name);
}

function countryOf(written: string): CodeRef | undefined {
  if (COUNTRY.test(written.trim())) return { code: written.trim(), name: countryName(written.trim()) };
  const code = countryCode(written);
  return code === undefined ? undefined : { code, name: countryName(code, cleanName(written)) };
}

function languageOf(written: string): CodeRef | undefined {
  const code = languageCode(written);
  return code === undefined ? undefined : { code, name: languageName(code) };
}

/** A column that tells one language: by its code, or by its name. */
export function languageOfCell(cell: string): string | undefined {
  const text = cell.trim();
  return /^[A-Za-z]{2,3}$/.test(text) ? text.toLowerCase() : languageCode(text);
}
