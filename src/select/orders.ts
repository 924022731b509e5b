/** What films can be ordered by: a figure of each, the highest first. */
import type { Catalog } from "../catalog/catalog.js";
import { fameOf } from "../catalog/film.js";
import { LEAST_PLAUSIBLE_DOLLARS } from "../catalog/plausible.js";
import type { FilmRow } from "../catalog/rows.js";
import { type FigureName, figures } from "./figures.js";
import { weightedRating } from "./weighted-rating.js";

export const ORDERS = [
  "mejor",
  "peor",
  "popular",
  "votos",
  "recaudacion",
  "retorno",
  "ganancia",
  "presupuesto",
  "reciente",
  "antigua",
  "larga",
  "corta",
  "joya",
  "azar",
] as const;

export type Order = (typeof ORDERS)[number];

/** What two of the orders depend on beside the films. */
export interface Turn {
  readonly now: Date;
  /** Another seed is another order at random. */
  readonly seed: number;
}

/** What a film is ordered by; NaN for one that has no place in the order. */
export type Rank = (film: FilmRow) => number;

/**
 * A gem has so many votes at least, so little fame at most (votes of 2017: later ones had longer to gather), and such an
 * average; gems are ordered by that, with `prior` votes of the common one. Chosen by reading lists.
 */
export const GEM = { leastVotes: 50, mostFame: 200, leastAverage: 7, prior: 100 } as const;

const MS_PER_DAY = 86_400_000;

/** The figures that an order reads of every film. */
export const ORDERED_BY: Readonly<Record<Order, readonly FigureName[]>> = {
  mejor: [],
  peor: [],
  popular: ["popularity"],
  votos: ["votes"],
  recaudacion: ["revenue"],
  retorno: ["budget", "revenue"],
  ganancia: ["budget", "revenue"],
  presupuesto: ["budget"],
  reciente: ["day"],
  antigua: ["day"],
  larga: ["minutes"],
  corta: ["minutes"],
  joya: [],
  azar: [],
};

/** What films are ordered by, highest first; of equal ones the best known comes first. */
export function rankOf(catalog: Catalog, order: Order, turn: Turn): Rank {
  const of = (name: FigureName) => figures(catalog, name);
  switch (order) {
    case "mejor":
      return (film) => weightedRating(catalog, film);
    case "peor":
      return (film) => (isRated(catalog, film) ? -weightedRating(catalog, film) : Number.NaN);
    case "popular":
      return unknownLast(of("popularity"));
    case "votos":
      return highest(of("votes"));
    case "recaudacion":
      return highest(of("revenue"));
    case "presupuesto":
      return highest(of("budget"));
    case "ganancia":
      return gain(of("budget"), of("revenue"));
    case "retorno":
      return plausibleReturn(of("budget"), of("revenue"));
    case "reciente":
      return released(of("day"), Math.floor(turn.now.getTime() / MS_PER_DAY));
    case "antigua":
      return lowest(of("day"));
    case "larga":
      return highest(of("minutes"));
    case "corta":
      return lowest(of("minutes"));
    case "joya":
      return (film) => (isGem(catalog, film) ? weightedRating(catalog, film, GEM.prior) : Number.NaN);
    case "azar":
      return (film) => scattered(catalog.films.id[film], turn.seed);
  }
}

function highest(values: Float64Array): Rank {
  return (film) => values[film];
}

function lowest(values: Float64Array): Rank {
  return (film) => -values[film];
}

function unknownLast(values: Float64Array): Rank {
  return (film) => (Number.isNaN(values[film]) ? Number.NEGATIVE_INFINITY : values[film]);
}

function gain(budget: Float64Array, revenue: Float64Array): Rank {
  return (film) => revenue[film] - budget[film];
}

function plausibleReturn(budget: Float64Array, revenue: Float64Array): Rank {
  return (film) =>
    Math.min(budget[film], revenue[film]) >= LEAST_PLAUSIBLE_DOLLARS
      ? revenue[film] / budget[film]
      : Number.NaN;
}

/** Without what is still to come. */
function released(day: Float64Array, today: number): Rank {
  return (film) => (day[film] <= today ? day[film] : Number.NaN);
}

function isRated({ films }: Pick<Catalog, "films">, film: FilmRow): boolean {
  return films.voteCount[film] > 0 && films.voteAverage.get(film) !== undefined;
}

function isGem({ films }: Pick<Catalog, "films">, film: FilmRow): boolean {
  const votes = films.voteCount[film];
  return (
    votes >= GEM.leastVotes &&
    (films.voteAverage.get(film) ?? 0) >= GEM.leastAverage &&
    fameOf(votes, 0, films.votesYear.get(film)) <= GEM.mostFame
  );
}

/** A number that tells nothing of those it is made of, the same for the same two: MurmurHash3's last steps. */
export function scattered(id: number, seed: number): number {
  let hash = Math.imul(id, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
