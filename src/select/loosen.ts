/** Which constraints keep every film out, and what is left without them. */
import type { Catalog } from "../catalog/catalog.js";
import { eachRow, type FilmRow } from "../catalog/rows.js";
import { within } from "./bounds.js";
import type { Constraint, Filter } from "./filter.js";
import { isBound } from "./matching.js";
import { filmsWith } from "./postings.js";

/** A way out: some constraints, as places in the filter, and how many films there are without them. */
export interface Loosening {
  readonly dropped: readonly number[];
  readonly total: number;
}

/** As many constraints as there are bits for; what comes behind is never dropped. */
const MOST_DROPPED = 31;

/**
 * The ways to drop as few constraints as it takes for films to be left, most films first: single ones where that is
 * enough, otherwise two at once, or more. Nothing for a filter that leaves some.
 *
 * One pass: for each film, which constraints it fails. Those that fail the fewest tell what to drop.
 * @param mayBeListed whether a film has a place among what is asked for at all
 */
export function loosenings(
  catalog: Catalog,
  filter: Filter,
  mayBeListed: (film: FilmRow) => boolean,
): readonly Loosening[] {
  const failed = failedBy(catalog, filter);
  const { films } = catalog;
  const counts = new Map<number, number>();
  let fewest = MOST_DROPPED;
  for (const film of eachRow(films)) {
    const fails = failed[film];
    const size = bitCount(fails);
    if (size > fewest || films.adult[film] === 1 || !mayBeListed(film)) continue;
    if (size < fewest) counts.clear();
    fewest = size;
    counts.set(fails, (counts.get(fails) ?? 0) + 1);
  }
  if (fewest === 0) return [];
  return [...counts]
    .map(([fails, total]) => ({ dropped: placesOf(fails), total }))
    .sort((a, b) => b.total - a.total);
}

/** For each film, a bit for each constraint that it does not meet. */
function failedBy(catalog: Catalog, filter: Filter): Uint32Array {
  const fails = new Uint32Array(catalog.films.rowCount);
  filter.forEach((constraint, place) => {
    mark(catalog, constraint, place < MOST_DROPPED ? 1 << place : FIXED, fails);
  });
  return fails;
}

/** More than any film may fail. */
const FIXED = 0xffffffff;

function mark(catalog: Catalog, constraint: Constraint, bit: number, fails: Uint32Array): void {
  if (isBound(constraint)) {
    const isWithin = within(catalog, constraint);
    for (const film of eachRow(catalog.films)) if (!isWithin(film)) fails[film] |= bit;
    return;
  }
  if (constraint.kind === "not") {
    for (const film of filmsWith(catalog, constraint.trait)) fails[film] |= bit;
    return;
  }
  let next = 0;
  for (const film of filmsWith(catalog, constraint)) {
    while (next < film) fails[next++] |= bit;
    next = film + 1;
  }
  while (next < fails.length) fails[next++] |= bit;
}

function placesOf(bits: number): number[] {
  return Array.from({ length: MOST_DROPPED }, (_, place) => place).filter((place) => bits & (1 << place));
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
