/** Whether what is said of a film is true of it, as the catalogue knows it. */
import type { Catalog } from "../../../catalog/catalog.js";
import { releaseYear } from "../../../catalog/film.js";
import type { CollectionRow, CompanyRow, FilmRow } from "../../../catalog/rows.js";
import { fold } from "../../encode/fold.js";
import type { Said } from "../../reading/said.js";
import { editDistance } from "../distance/edit-distance.js";
import type { Domain } from "../domain.js";

/** Whose name stands behind a title without a word between is among the best known, or directed the film. */
const KNOWN_PEOPLE = 6000;
/** A word of a name may hold a slip from so many letters on. */
const LONG_WORD = 7;
/** Shorter words stand in too many names to tell one. */
const SHORTEST_NAME = 4;
/** Somebody is called by one of the last words of the name, "Downey" and "del Toro" among them. */
const LAST_NAMES = 2;

interface Name {
  readonly words: readonly string[];
  /** Whether it is enough to say it without more. */
  readonly known: boolean;
}

export class FilmFacts {
  readonly #catalog: Catalog;
  readonly #company: Domain<CompanyRow>;
  readonly #names = new Map<FilmRow, readonly Name[]>();

  constructor(catalog: Catalog, company: Domain<CompanyRow>) {
    this.#catalog = catalog;
    this.#company = company;
  }

  /** Whether all that is said is true of a film; its order and its place among others are not looked at. */
  bearOut(row: FilmRow, said: Said): boolean {
    return (
      said.years.every((year) => this.#isOf(row, year)) &&
      (said.decade === undefined || this.#isOfDecade(row, said.decade)) &&
      (said.animated === undefined || said.animated === this.#isAnimated(row)) &&
      (said.countries.length === 0 || this.#isFrom(row, said.countries)) &&
      (said.names.length === 0 || this.#isBy(row, said) || this.#isFromCompany(row, said.names.join(" ")))
    );
  }

  /** The series that a film is of, where it is of one. */
  seriesOf(row: FilmRow): CollectionRow | undefined {
    return this.#catalog.films.collection.get(row);
  }

  day(row: FilmRow): number {
    return this.#catalog.films.releaseDate.get(row) ?? Number.NEGATIVE_INFINITY;
  }

  /** The films of a series that have a date, oldest first. */
  ofSeries(series: CollectionRow): FilmRow[] {
    const films = [...this.#catalog.collections.films.get(series)];
    return films
      .filter((row) => this.day(row) > Number.NEGATIVE_INFINITY)
      .sort((a, b) => this.day(a) - this.day(b));
  }

  /** 1 for the first of its series and for a film without one. */
  placeInSeries(row: FilmRow): number {
    const series = this.#catalog.films.collection.get(row);
    return series === undefined ? 1 : this.ofSeries(series).indexOf(row) + 1;
  }

  #isOf(row: FilmRow, said: string): boolean {
    const year = releaseYear(this.#catalog, row);
    if (year === undefined) return false;
    return said.length === 2 ? year % 100 === Number(said) : Math.abs(year - Number(said)) <= 1;
  }

  #isOfDecade(row: FilmRow, first: number): boolean {
    const year = releaseYear(this.#catalog, row);
    return year !== undefined && Math.floor((year % 100) / 10) * 10 === first;
  }

  #isAnimated(row: FilmRow): boolean {
    const { films, genres } = this.#catalog;
    return films.genres.get(row).some((genre) => genres.name.get(genre) === "Animation");
  }

  #isFrom(row: FilmRow, codes: readonly string[]): boolean {
    const { films, countries } = this.#catalog;
    return films.countries.get(row).some((country) => codes.includes(countries.code.get(country)));
  }

  /** Whether every word is of a name of the film, and at least one of them names somebody. */
  #isBy(row: FilmRow, { names: said, introduced }: Said): boolean {
    const left = new Set(said);
    let named = false;
    for (const name of this.#namesOf(row)) {
      if (!introduced && !name.known) continue;
      const shared = said.filter((word) => hasWord(name, word, introduced));
      if (!tells(name, shared)) continue;
      named = true;
      for (const word of shared) left.delete(word);
    }
    return named && left.size === 0;
  }

  /** Whether a company of just this name made it: "coco de pixar". */
  #isFromCompany(row: FilmRow, text: string): boolean {
    const { index } = this.#company;
    let made = false;
    index.order.exact(Buffer.from(text.replaceAll(" ", "")), (key) => {
      made ||= this.#catalog.films.companies.get(row).includes(index.target(key));
    });
    return made;
  }

  #namesOf(row: FilmRow): readonly Name[] {
    const read = this.#names.get(row);
    if (read !== undefined) return read;
    const { films, people } = this.#catalog;
    const directors = [...films.directors.get(row)];
    const others = [...films.writers.get(row), ...films.cast.get(row)];
    const person = (isDirector: boolean) => (at: (typeof directors)[number]) => ({
      words: fold(people.name.get(at)).split(" "),
      known: isDirector || at < KNOWN_PEOPLE,
    });
    const names: Name[] = [...directors.map(person(true)), ...others.map(person(false))];
    this.#names.set(row, names);
    return names;
  }
}

function hasWord({ words }: Name, said: string, mayBeMisspelt: boolean): boolean {
  if (words.includes(said)) return true;
  if (!mayBeMisspelt || said.length < LONG_WORD) return false;
  return words.some((word) => editDistance(said, word, 1) <= 1);
}

/** Whether these words of a name name somebody: the last name is among them, or they are all of it. */
function tells({ words }: Name, shared: readonly string[]): boolean {
  if (!shared.some((word) => word.length >= SHORTEST_NAME)) return shared.length === words.length;
  const last = words.slice(-LAST_NAMES);
  return shared.some((word) => last.some((own) => editDistance(word, own, 1) <= 1));
}
