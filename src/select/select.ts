/** Films by a filter and in an order. */
import type { Catalog } from "../catalog/catalog.js";
import type { FilmRow } from "../catalog/rows.js";
import { atOnce, type Steps } from "../steps.js";
import { Best } from "./best.js";
import type { FilmList, Filter } from "./filter.js";
import { matchingSteps } from "./matching.js";
import {
  isFixed,
  type Order,
  orderSteps,
  type Rank,
  type Ranks,
  rankOf,
  ranksOf,
  type Turn,
} from "./orders.js";

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
  yield* orderSteps(catalog, order);
  const films = yield* matchingSteps(catalog, filter);
  const best = new Best(skip + count);
  const offer = isFixed(order)
    ? offerRanked(best, films, ranksOf(catalog, order))
    : offerBy(best, films, rankOf(catalog, order, asked));
  let total = 0;
  for (let from = 0; from < films.length; from += FILMS_A_STEP) {
    total += offer(from, Math.min(from + FILMS_A_STEP, films.length));
    yield;
  }
  return { films: best.films().slice(skip), total, unplaced: films.length - total };
}

/** Offers the films at some places of the list, and gives how many of them have a place in the order. */
type Offer = (from: number, to: number) => number;

function offerRanked(best: Best, films: FilmList, { values, sign }: Ranks): Offer {
  return (from, to) => {
    let total = 0;
    for (let at = from; at < to; at++) {
      const film = films[at];
      const ranked = sign * values[film];
      if (Number.isNaN(ranked)) continue;
      total++;
      best.offer(film, ranked);
    }
    return total;
  };
}

function offerBy(best: Best, films: FilmList, rank: Rank): Offer {
  return (from, to) => {
    let total = 0;
    for (let at = from; at < to; at++) {
      const film = films[at];
      const ranked = rank(film);
      if (Number.isNaN(ranked)) continue;
      total++;
      best.offer(film, ranked);
    }
    return total;
  };
}
