/** The films that meet a filter. */
import type { Catalog } from "../catalog/catalog.js";
import { type FilmRow, filmRow } from "../catalog/rows.js";
import { firstAtLeast, firstPlace } from "../catalog/sorted.js";
import { within } from "./bounds.js";
import type { Bound, Constraint, FilmList, Filter, Trait } from "./filter.js";
import { filmsWith } from "./postings.js";

/** The films that meet a filter, best known first. Only films with the rarest of its traits are looked at. */
export function* matching(catalog: Catalog, filter: Filter): Generator<FilmRow> {
  const { films } = catalog;
  const [rarest, ...others] = filter
    .filter(isTrait)
    .map((trait) => filmsWith(catalog, trait))
    .sort((a, b) => a.length - b.length);
  const required = others.map((list) => new Cursor(list));
  const barred = filter.flatMap((one) =>
    one.kind === "not" ? new Cursor(filmsWith(catalog, one.trait)) : [],
  );
  const bounds = filter.filter(isBound).map((bound) => within(catalog, bound));
  const length = rarest?.length ?? films.rowCount;
  for (let place = 0; place < length; place++) {
    const film = rarest?.[place] ?? filmRow(place);
    if (films.adult[film] === 1) continue;
    if (!required.every((list) => list.has(film)) || barred.some((list) => list.has(film))) continue;
    if (bounds.every((isWithin) => isWithin(film))) yield film;
  }
}

/** Whether a film meets a filter: for a few films that come in any order. */
export function matcher(catalog: Catalog, filter: Filter): (film: FilmRow) => boolean {
  const tests = filter.map((constraint) => {
    if (isBound(constraint)) return within(catalog, constraint);
    const isBarred = constraint.kind === "not";
    const films = filmsWith(catalog, isBarred ? constraint.trait : constraint);
    return (film: FilmRow) => (films[firstAtLeast(films, film)] === film) !== isBarred;
  });
  return (film) => catalog.films.adult[film] !== 1 && tests.every((holds) => holds(film));
}

export function isTrait(constraint: Constraint): constraint is Trait {
  return constraint.kind !== "not" && !isBound(constraint);
}

export function isBound(constraint: Constraint): constraint is Bound {
  return "least" in constraint || "most" in constraint;
}

/** A list of films that is asked for ascending films: it goes on from where it stood. */
class Cursor {
  readonly #films: FilmList;
  #place = 0;

  constructor(films: FilmList) {
    this.#films = films;
  }

  /** Whether the film is in the list; each film asked for comes behind the one before. */
  has(film: FilmRow): boolean {
    const films = this.#films;
    let step = 1;
    let from = this.#place;
    let to = from;
    // In strides of growing length, then between the last two.
    while (to < films.length && films[to] < film) {
      from = to + 1;
      to += step;
      step *= 2;
    }
    this.#place = firstPlace(from, Math.min(to, films.length), (place) => films[place] < film);
    return films[this.#place] === film;
  }
}
