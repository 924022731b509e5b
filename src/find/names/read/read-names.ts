/** Names that were read off a link or a file: they are written as they should be, and mean just that. */
import type { Catalog } from "../../../catalog/catalog.js";
import { releaseYear } from "../../../catalog/film.js";
import type { FilmRow } from "../../../catalog/rows.js";
import type { NameRead } from "../../reading/reference.js";
import { type Match, SAME_FIT } from "../candidates.js";
import type { Domain } from "../domain.js";
import { matches, normalise } from "../matching.js";
import { type Thresholds, thresholdsOf } from "../thresholds.js";

/** The whole of a name, in edits: an article or the spacing may differ, a subtitle may not be missing. */
export const WHOLE_NAME = 0.45;
/** The same name, as people shorten it: without its subtitle, or a word. */
export const SHORTENED = 1;
/** A slip besides, where the year is the film's. */
const SLIP_IN_YEAR = 2;

/** What is left of the matches here is near enough, however little known. */
export const READ: Thresholds = {
  limit: SLIP_IN_YEAR,
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

/**
 * What is meant by the first of the names that means anything.
 * @param most how far it may lie away, in edits
 */
export function namesRead<Row extends number>(
  domain: Domain<Row>,
  { names }: NameRead,
  most: number,
): Match<Row>[] {
  return firstFound(names, (name) => near(domain, name, most));
}

/** The same for films, whose year binds where one is known. */
export function filmsRead(
  catalog: Catalog,
  domain: Domain<FilmRow>,
  { names, year }: NameRead,
  most: number,
): Match<FilmRow>[] {
  if (year === undefined) return namesRead(domain, { names }, most);
  return firstFound(names, (name) => {
    // What looks like a year may belong to the title: "blade runner 2049".
    const whole = near(domain, `${name} ${year}`, SAME_FIT);
    return whole.length > 0 ? whole : inYear(catalog, domain, name, year);
  });
}

/** Films of that year; where there are none, of the next to it: dates differ by one between countries. */
function inYear(catalog: Catalog, domain: Domain<FilmRow>, name: string, year: number): Match<FilmRow>[] {
  const apart = (row: FilmRow) => Math.abs((releaseYear(catalog, row) ?? 0) - year);
  const found = near(domain, name, SLIP_IN_YEAR, (row) => apart(row) <= 1);
  const right = found.filter(({ row }) => apart(row) === 0);
  return right.length > 0 ? right : found.filter(({ row, cost }) => apart(row) === 1 && cost <= SHORTENED);
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
