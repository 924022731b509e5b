/** Films by a filter and in an order. */
import type { Catalog } from "../catalog/catalog.js";
import type { FilmRow } from "../catalog/rows.js";
import { Best } from "./best.js";
import type { FilmList, Filter } from "./filter.js";
import { matching } from "./matching.js";
import { isFixed, type Order, type Rank, type Ranks, rankOf, ranksOf, type Turn } from "./orders.js";

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
  const { order, skip, count } = asked;
  const best = new Best(skip + count);
  const films = matching(catalog, filter);
  const total = isFixed(order)
    ? offerRanked(best, films, ranksOf(catalog, order))
    : offerBy(best, films, rankOf(catalog, order, asked));
  return { films: best.films().slice(skip), total, unplaced: films.length - total };
}

/** @returns how many of the films have a place in the order */
function offerRanked(best: Best, films: FilmList, { values, sign }: Ranks): number {
  let total = 0;
  for (let at = 0; at < films.length; at++) {
    const film = films[at];
    const ranked = sign * values[film];
    if (Number.isNaN(ranked)) continue;
    total++;
    best.offer(film, ranked);
  }
  return total;
}

/** @returns how many of the films have a place in the order */
function offerBy(best: Best, films: FilmList, rank: Rank): number {
  let total = 0;
  for (const film of films) {
    const ranked = rank(film);
    if (Number.isNaN(ranked)) continue;
    total++;
    best.offer(film, ranked);
  }
  return total;
}
