/** Which constraints keep every film out, and what is left without them. */
import type { Catalog } from "../catalog/catalog.js";
import { type FilmRow, filmRow } from "../catalog/rows.js";
import { rangeOf } from "./bounds.js";
import type { Constraint, FilmList, Filter } from "./filter.js";
import { isBound } from "./matching.js";
import { filmsWith } from "./postings.js";

/** A way out: some constraints, as places in the filter, and how many films there are without them. */
export interface Loosening {
  readonly dropped: readonly number[];
  readonly total: number;
}

/** As many constraints as there are bits for; what comes behind is never dropped. */
const MOST_DROPPED = 31;
/** For constraints that are never dropped: who fails one fails more than any may. */
const ALL_BITS = -1;

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
  const { adult, rowCount } = catalog.films;
  const failed = new Int32Array(rowCount);
  filter.forEach((constraint, place) => {
    mark(catalog, constraint, place < MOST_DROPPED ? 1 << place : ALL_BITS, failed);
  });
  const counts = new Map<number, number>();
  let fewest = MOST_DROPPED;
  for (let row = 0; row < rowCount; row++) {
    const fails = failed[row];
    const size = bitCount(fails);
    if (size > fewest || adult[row] === 1 || !mayBeListed(filmRow(row))) continue;
    if (size < fewest) counts.clear();
    fewest = size;
    counts.set(fails, (counts.get(fails) ?? 0) + 1);
  }
  if (fewest === 0) return [];
  return [...counts]
    .map(([fails, total]) => ({ dropped: placesOf(fails), total }))
    .sort((a, b) => b.total - a.total);
}

/** Sets the bit for each film that does not meet a constraint. */
function mark(catalog: Catalog, constraint: Constraint, bit: number, failed: Int32Array): void {
  if (isBound(constraint)) {
    const { figures, least, most } = rangeOf(catalog, constraint);
    for (let film = 0; film < failed.length; film++) {
      if (!(figures[film] >= least && figures[film] <= most)) failed[film] |= bit;
    }
  } else if (constraint.kind === "not") {
    markListed(filmsWith(catalog, constraint.trait), bit, failed);
  } else {
    markOthers(filmsWith(catalog, constraint), bit, failed);
  }
}

function markListed(films: FilmList, bit: number, failed: Int32Array): void {
  for (let place = 0; place < films.length; place++) failed[films[place]] |= bit;
}

function markOthers(films: FilmList, bit: number, failed: Int32Array): void {
  let film = 0;
  for (let place = 0; place <= films.length; place++) {
    const next = place < films.length ? films[place] : failed.length;
    for (; film < next; film++) failed[film] |= bit;
    film = next + 1;
  }
}

function placesOf(bits: number): number[] {
  return Array.from({ length: MOST_DROPPED }, (_, place) => place).filter((place) => bits & (1 << place));
}

/** Bits that are set, added up in pairs, then fours, then bytes. */
function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
