/** The films that meet a filter. */
import { type Catalog, oncePerCatalog } from "../catalog/catalog.js";
import type { FilmRow, Rows } from "../catalog/rows.js";
import { firstAtLeast, firstPlace } from "../catalog/sorted.js";
import { atOnce, type Steps } from "../steps.js";
import { figureOf, type Range, rangeOf } from "./bounds.js";
import { figureSteps } from "./figures.js";
import type { Bound, Constraint, FilmList, Filter, Trait } from "./filter.js";
import { filmsWith } from "./postings.js";

/**
 * The films that meet a filter, best known first. It begins with those of the rarest trait; each further constraint
 * leaves fewer.
 */
export function matching(catalog: Catalog, filter: Filter): FilmList {
  return atOnce(matchingSteps(catalog, filter));
}

/** The same in steps: figures that were never asked for are read for all films. */
export function* matchingSteps(catalog: Catalog, filter: Filter): Steps<FilmList> {
  for (const bound of filter.filter(isBound)) yield* figureSteps(catalog, figureOf(bound));
  const [rarest, ...others] = filter
    .filter(isTrait)
    .map((trait) => filmsWith(catalog, trait))
    .sort((a, b) => a.length - b.length);
  const left = Remaining.of(rarest ?? shownFilms(catalog));
  yield;
  for (const list of others) left.keepThoseIn(list, true);
  for (const one of filter) {
    if (isBound(one)) left.keepThoseWithin(rangeOf(catalog, one));
    else if (one.kind === "not") left.keepThoseIn(filmsWith(catalog, one.trait), false);
    yield;
  }
  if (rarest !== undefined) left.keepThoseIn(adultFilms(catalog), false);
  return left.films;
}

/** Whether a film meets a filter: for a few films that come in any order. */
export function matcher(catalog: Catalog, filter: Filter): (film: FilmRow) => boolean {
  const tests = filter.map((constraint) => {
    if (isBound(constraint)) {
      const { figures, least, most } = rangeOf(catalog, constraint);
      return (film: FilmRow) => figures[film] >= least && figures[film] <= most;
    }
    const isBarred = constraint.kind === "not";
    const films = filmsWith(catalog, isBarred ? constraint.trait : constraint);
    return (film: FilmRow) => (films[firstAtLeast(films, film)] === film) !== isBarred;
  });
  return (film) => catalog.films.adult[film] !== 1 && tests.every((holds) => holds(film));
}

export function isBound(constraint: Constraint): constraint is Bound {
  return "least" in constraint || "most" in constraint;
}

function isTrait(constraint: Constraint): constraint is Trait {
  return constraint.kind !== "not" && !isBound(constraint);
}

const shownFilms = oncePerCatalog((catalog) => filmsThatAre(catalog, 0));
const adultFilms = oncePerCatalog((catalog) => filmsThatAre(catalog, 1));

function filmsThatAre({ films }: Catalog, adult: number): FilmList {
  const rows = new Int32Array(films.rowCount);
  let count = 0;
  for (let row = 0; row < rows.length; row++) {
    if (films.adult[row] === adult) rows[count++] = row;
  }
  return rows.slice(0, count) as unknown as FilmList;
}

/** Ascending films of which fewer and fewer are left. */
class Remaining {
  readonly #films: Int32Array;
  #count: number;

  private constructor(films: Int32Array) {
    this.#films = films;
    this.#count = films.length;
  }

  static of(films: FilmList): Remaining {
    return new Remaining((films as unknown as Int32Array).slice());
  }

  get films(): FilmList {
    return this.#films.subarray(0, this.#count) as unknown as Rows<FilmRow>;
  }

  /** Those that are in a list, or those that are not. */
  keepThoseIn(list: FilmList, areWanted: boolean): void {
    const films = this.#films;
    let kept = 0;
    let place = 0;
    for (let at = 0; at < this.#count; at++) {
      const film = films[at];
      place = placeOf(list, film, place);
      if ((list[place] === film) === areWanted) films[kept++] = film;
    }
    this.#count = kept;
  }

  keepThoseWithin({ figures, least, most }: Range): void {
    const films = this.#films;
    let kept = 0;
    for (let at = 0; at < this.#count; at++) {
      const figure = figures[films[at]];
      if (figure >= least && figure <= most) films[kept++] = films[at];
    }
    this.#count = kept;
  }
}

/** The first place from `start` on that does not come before a film: in strides of growing length, then between two. */
function placeOf(list: FilmList, film: number, start: number): number {
  if (start >= list.length || list[start] >= film) return start;
  let from = start + 1;
  let to = from;
  for (let stride = 1; to < list.length && list[to] < film; stride *= 2) {
    from = to + 1;
    to += stride;
  }
  return firstPlace(from, Math.min(to, list.length), (place) => list[place] < film);
}
