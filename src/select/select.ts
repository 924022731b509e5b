/** Films by a filter and in an order. */
import type { Catalog } from "../catalog/catalog.js";
import type { FilmRow } from "../catalog/rows.js";
import { atOnce, type Steps } from "../steps.js";
import { Best } from "./best.js";
import { figureSteps } from "./figures.js";
import type { Filter } from "./filter.js";
import { matchingSteps } from "./matching.js";
import { ORDERED_BY, type Order, rankOf, type Turn } from "./orders.js";

export interface Selecting extends Turn {
  readonly order: Order;
  /** So many films come before the first one that is wanted. */
  readonly skip: number;
  readonly count: number;
}

export interface Selection {
  readonly films: readonly FilmRow[];
  /** How many films there are, all pages together. */
  readonly total: number;
  /** How many meet the filter but have no place in the order: what it is about is unknown of them. */
  readonly unplaced: number;
}

/** A page of the films that meet a filter. Only those that come up to the end of the page are put in order. */
export function select(catalog: Catalog, filter: Filter, asked: Selecting): Selection {
  return atOnce(selectSteps(catalog, filter, asked));
}

/** Films that are ranked in one step. */
const FILMS_A_STEP = 1024;

/** The same in steps. */
export function* selectSteps(catalog: Catalog, filter: Filter, asked: Selecting): Steps<Selection> {
  const { order, skip, count } = asked;
  for (const name of ORDERED_BY[order]) yield* figureSteps(catalog, name);
  const rank = rankOf(catalog, order, asked);
  const best = new Best(skip + count);
  let total = 0;
  const films = yield* matchingSteps(catalog, filter);
  let seen = 0;
  for (const film of films) {
    if (++seen % FILMS_A_STEP === 0) yield;
    const ranked = rank(film);
    if (Number.isNaN(ranked)) continue;
    total++;
    best.offer(film, ranked);
  }
  return { films: best.films().slice(skip), total, unplaced: films.length - total };
}
