/** What films have many of, one a row: gathered film by film, whichever way a film is named. */

import { distinctBy } from "../../../clean/duplicates.js";
import { cleanName } from "../../../clean/texts/text.js";
import { parseYear } from "../../../clean/values/dates.js";
import { parseId } from "../../../clean/values/numbers.js";
import { type ReaderInput, Row, type RowReader } from "../../formats/csv/row.js";
import type { Thing } from "../../layouts/facts/things.js";
import type { Fact } from "../../layouts/layout.js";
import type { FilmFacts, ReadFacts } from "../../parts.js";
import { FilmListColumns } from "../dataset/film-lists.js";
import { imdbIdOf } from "../dataset/imdb-ids.js";
import { PeopleColumns } from "../dataset/people.js";
import { NumberedThings } from "./numbered-things.js";
import { numberKey } from "./thing-names.js";

export function factsRowsReader(input: ReaderInput): RowReader {
  return new FactsReader(input);
}

/** A film of the table, with the numbers of what it has that another table names. */
interface Gathered extends ReadFacts {
  readonly ids: { readonly thing: Thing; readonly id: string }[];
}

class FactsReader implements RowReader {
  readonly #input: ReaderInput;
  readonly #lists: FilmListColumns;
  readonly #people: PeopleColumns;
  /** By what the file calls a film. */
  readonly #films = new Map<string, Gathered>();
  /** Columns of numbers of a database's own, where no column has the names. */
  readonly #numbered: readonly (readonly [Fact, Thing])[];
  #kept = 0;

  constructor(input: ReaderInput) {
    this.#input = input;
    this.#lists = new FilmListColumns(input);
    this.#people = new PeopleColumns(input);
    this.#numbered = NUMBERED.filter(
      ([fact, , named]) => input.columns.has(fact) && !input.columns.has(named),
    ).map(([fact, thing]) => [fact, thing]);
  }

  row(cells: string[], line: number): void {
    const row = new Row(this.#input, cells, line);
    const read = this.#filmOf(row);
    if (read === undefined) return;
    this.#kept += 1;
    const lists = this.#lists.read(row);
    const { cast, crew } = this.#people.read(row, () => undefined);
    addFacts(read.facts, { ...lists, cast, crew });
    for (const [fact, thing] of this.#numbered) {
      const id = numberKey(row.text(fact));
      if (id !== "") read.ids.push({ thing, id });
    }
  }

  finish(parts: { facts: ReadFacts[] }): number {
    const things = new NumberedThings(
      this.#input,
      [...this.#films.values()].flatMap(({ ids }) => ids),
    );
    for (const { ids, ...read } of this.#films.values()) {
      for (const { thing, id } of ids)
        addFacts(read.facts, { ...emptyFacts(), ...things.factsOf(thing, id) });
      parts.facts.push(read);
    }
    return this.#kept;
  }

  /** Undefined for a row that names no film, which is reported. */
  #filmOf(row: Row): Gathered | undefined {
    const { columns } = this.#input;
    const fact = columns.has("id") ? "id" : columns.has("imdbId") ? "imdbId" : "title";
    const year = row.text("releaseYear").trim() || row.text("releaseDate").trim();
    const written = row.text(fact).trim();
    const key = fact === "title" ? `${written}\n${year}` : written;
    const known = this.#films.get(key);
    if (known !== undefined) return known;
    const film = {
      id: fact === "id" ? parseId(written) : undefined,
      imdbId: imdbIdOf(fact === "id" ? row.text("imdbId") : written),
      title: fact === "title" ? cleanName(written) : undefined,
      year: parseYear(/\d{4}/u.exec(year)?.[0] ?? ""),
    };
    if (film.id === undefined && film.imdbId === undefined && film.title === undefined) {
      row.tell(fact === "title" ? "no-title" : "bad-id", fact, written);
      return undefined;
    }
    const read: Gathered = { film, facts: emptyFacts(), ids: [], place: row.place };
    this.#films.set(key, read);
    return read;
  }
}

/** By the fact of their numbers, and the one of their names. */
const NUMBERED = [
  ["genreIds", "genre", "genres"],
  ["companyIds", "company", "companies"],
  ["countryIds", "country", "countries"],
  ["languageIds", "language", "spokenLanguages"],
  ["keywordIds", "keyword", "keywords"],
] as const satisfies readonly (readonly [Fact, Thing, Fact])[];

/** Nothing is known yet. */
export function emptyFacts(): FilmFacts {
  return {
    genres: [],
    collection: undefined,
    companies: [],
    countries: [],
    spokenLanguages: [],
    keywords: [],
    cast: [],
    crew: [],
  };
}

/** Adds what `more` tells and `facts` does not. */
export function addFacts(facts: FilmFacts, more: FilmFacts): void {
  const byId = ({ id }: { readonly id: number }): number => id;
  const byCode = ({ code }: { readonly code: string }): string => code;
  if (more.genres.length > 0) facts.genres = [...new Set([...facts.genres, ...more.genres])];
  if (more.companies.length > 0) facts.companies = distinctBy([...facts.companies, ...more.companies], byId);
  if (more.countries.length > 0)
    facts.countries = distinctBy([...facts.countries, ...more.countries], byCode);
  if (more.spokenLanguages.length > 0)
    facts.spokenLanguages = distinctBy([...facts.spokenLanguages, ...more.spokenLanguages], byCode);
  if (more.keywords.length > 0) facts.keywords = distinctBy([...facts.keywords, ...more.keywords], byId);
  if (more.cast.length > 0) facts.cast = distinctBy([...facts.cast, ...more.cast], byId);
  if (more.crew.length > 0)
    facts.crew = distinctBy([...facts.crew, ...more.crew], ({ person, job }) => `${person.id} ${job}`);
  facts.collection ??= more.collection;
}
