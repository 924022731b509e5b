/** Names that were read off a link or a file: they are written as they should be, and mean just that. */
import type { Catalog } from "../../catalog/catalog.js";
import { releaseYear } from "../../catalog/film.js";
import type { FilmRow } from "../../catalog/rows.js";
import type { NameRead } from "../reading/reference.js";
import { type Match, SAME_FIT } from "./candidates.js";
import type { Domain } from "./domain.js";
import { matches, normalise } from "./matching.js";
import { type Thresholds, thresholdsOf } from "./thresholds.js";

/** The same name but for its article, its subtitle, or how it is spaced, in edits. */
const NEARLY = 1;
/** A slip besides, where the year is the film's. */
const NEARLY_IN_YEAR = 2;

/** What is left of the matches here is near enough, however little known. */
export const READ: Thresholds = {
  limit: NEARLY_IN_YEAR,
  floor: Number.NEGATIVE_INFINITY,
  margin: Number.POSITIVE_INFINITY,
};

/**
 * What lies so near to a name, best first.
 * @param settles rows that end the search where they fit; all do unless said
 */
export function near<Row extends number>(
  domain: Domain<Row>,
  name: string,
  most: number,
  settles?: (row: Row) => boolean,
): Match<Row>[] {
  const text = normalise(name);
  if (text === "") return [];
  const limit = Math.min(most, thresholdsOf(text).limit);
  return matches(domain, text, { ...READ, limit }, { settles }).filter(({ cost }) => cost <= limit);
}

/** What is meant by the first of the names that means anything. */
export function namesRead<Row extends number>(domain: Domain<Row>, { names }: NameRead): Match<Row>[] {
  return firstFound(names, (name) => near(domain, name, NEARLY));
}

/** The same for films, whose year binds where one is known. */
export function filmsRead(
  catalog: Catalog,
  domain: Domain<FilmRow>,
  { names, year }: NameRead,
): Match<FilmRow>[] {
  if (year === undefined) return namesRead(domain, { names });
  return firstFound(names, (name) => {
    // What looks like a year may belong to the title: "blade runner 2049".
    const whole = near(domain, `${name} ${year}`, SAME_FIT);
    return whole.length > 0 ? whole : inYear(catalog, domain, name, year);
  });
}

/** Films of that year; where there are none, of the next to it: dates differ by one between countries. */
function inYear(catalog: Catalog, domain: Domain<FilmRow>, name: string, year: number): Match<FilmRow>[] {
  const apart = (row: FilmRow) => Math.abs((releaseYear(catalog, row) ?? 0) - year);
  const found = near(domain, name, NEARLY_IN_YEAR, (row) => apart(row) <= 1);
  const right = found.filter(({ row }) => apart(row) === 0);
  return right.length > 0 ? right : found.filter(({ row, cost }) => apart(row) === 1 && cost <= NEARLY);
}

function firstFound<Row extends number>(
  names: readonly string[],
  find: (name: string) => Match<Row>[],
): Match<Row>[] {
  for (const name of names) {
    const found = find(name);
    if (found.length > 0) return found;
  }
  return [];
}
