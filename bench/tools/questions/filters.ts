/** Filters as people might ask for them: made of what some film is, with a limit or an exclusion here and there. */
import type { Catalog } from "../../../src/catalog/catalog.js";
import { releaseYear } from "../../../src/catalog/film.js";
import { type FilmRow, filmRow, type Rows, rowIn } from "../../../src/catalog/rows.js";
import type { Constraint, Filter, Trait } from "../../../src/select/filter.js";
import { union } from "../../../src/select/postings.js";

/** Of five filters one is about nothing that any film need have in common. */
const MIXED = 0.2;
const EXCLUDED = 0.25;
const MOST_TRAITS = 4;
const MOST_BOUNDS = 3;

/** @param random numbers from 0 to 1 */
export function randomFilter(catalog: Catalog, random: () => number): Filter {
  const any = () => filmRow(Math.floor(random() ** 3 * catalog.films.rowCount));
  const film = any();
  const isMixed = random() < MIXED;
  const traits = several(random, MOST_TRAITS, () => traitOf(catalog, isMixed ? any() : film, random));
  const bounds = several(random, MOST_BOUNDS, () => boundOf(catalog, isMixed ? any() : film, random));
  const excluded = several(random, random() < EXCLUDED ? 2 : 0, () => {
    const trait = traitOf(catalog, any(), random);
    return trait === undefined ? undefined : ({ kind: "not", trait } as const);
  });
  return [...traits, ...bounds, ...excluded];
}

function several<Made>(random: () => number, most: number, make: () => Made | undefined): Made[] {
  const count = Math.floor(random() * (most + 1));
  return Array.from({ length: count }, make).filter((made) => made !== undefined);
}

function traitOf(catalog: Catalog, film: FilmRow, random: () => number): Trait | undefined {
  const { films } = catalog;
  const pick = <Row extends number>(rows: Rows<Row>) => rows.at(Math.floor(random() * rows.length));
  const kinds = ["genre", "theme", "actor", "director", "person", "country", "language", "platform"] as const;
  const kind = [...kinds, "franchise", "company"][Math.floor(random() * 10)];
  const of = <Row extends number>(name: Trait["kind"], row: Row | undefined) =>
    row === undefined ? undefined : ({ kind: name, row } as unknown as Trait);
  switch (kind) {
    case "genre":
      return of(kind, pick(films.genres.get(film)));
    case "theme": {
      const keywords = [...films.keywords.get(film)].filter(() => random() < 0.4);
      const lists = keywords.map((keyword) => catalog.keywords.films.get(keyword));
      return keywords.length === 0 ? undefined : { kind, words: "", films: union(lists), keywords };
    }
    case "actor":
      return of(kind, pick(films.cast.get(film)));
    case "director":
    case "person":
      return of(kind, pick(films.directors.get(film)));
    case "country":
      return of(kind, pick(films.countries.get(film)));
    case "language":
      return of(kind, films.originalLanguage.get(film));
    case "franchise":
      return of(kind, films.collection.get(film));
    case "company":
      return of(kind, pick(films.companies.get(film)));
    default:
      return of("platform", rowIn("platforms", Math.floor(random() * catalog.platforms.rowCount)));
  }
}

function boundOf(catalog: Catalog, film: FilmRow, random: () => number): Constraint | undefined {
  const year = releaseYear(catalog, film);
  const minutes = catalog.films.runtime.get(film);
  const slack = Math.floor(random() * 15);
  switch (Math.floor(random() * 6)) {
    case 0:
      return year === undefined ? undefined : { kind: "year", least: year - slack };
    case 1:
      return year === undefined ? undefined : { kind: "year", most: year + slack };
    case 2:
      return minutes === undefined ? undefined : { kind: "minutes", least: minutes - slack };
    case 3:
      return minutes === undefined ? undefined : { kind: "minutes", most: minutes + slack };
    case 4:
      return { kind: "average", least: Math.floor(random() * 16) / 2 };
    default:
      return { kind: "votes", least: Math.floor(random() ** 4 * 2000) };
  }
}
