/** What films can be ordered by: a figure of each, the highest first. */
import { type Catalog, oncePerCatalog } from "../catalog/catalog.js";
import { fameOf } from "../catalog/film.js";
import { LEAST_PLAUSIBLE_DOLLARS } from "../catalog/plausible.js";
import { eachRow, type FilmRow } from "../catalog/rows.js";
import { atOnce, type Steps, stepping } from "../steps.js";
import { type FigureName, figureSteps, figures } from "./figures.js";
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
const ORDERED_BY: Readonly<Record<Order, readonly FigureName[]>> = {
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
  switch (order) {
    case "reciente":
      return released(figures(catalog, "day"), Math.floor(turn.now.getTime() / MS_PER_DAY));
    case "azar":
      return (film) => scattered(catalog.films.id[film], turn.seed);
    default: {
      const { values, sign } = ranksOf(catalog, order);
      return (film) => sign * values[film];
    }
  }
}

/** The orders that nothing but the catalogue decides. */
export type FixedOrder = Exclude<Order, "reciente" | "azar">;

export function isFixed(order: Order): order is FixedOrder {
  return order !== "reciente" && order !== "azar";
}

/** `Rank` of every film: `sign` times its value. */
export interface Ranks {
  readonly values: Float64Array;
  readonly sign: 1 | -1;
}

/** An array to loop over: among a million films, asking for each one's rank would take tens of milliseconds. */
export function ranksOf(catalog: Catalog, order: FixedOrder): Ranks {
  const highest = (name: FigureName): Ranks => ({ values: figures(catalog, name), sign: 1 });
  const lowest = (name: FigureName): Ranks => ({ values: figures(catalog, name), sign: -1 });
  switch (order) {
    case "votos":
      return highest("votes");
    case "recaudacion":
      return highest("revenue");
    case "presupuesto":
      return highest("budget");
    case "larga":
      return highest("minutes");
    case "antigua":
      return lowest("day");
    case "corta":
      return lowest("minutes");
    default:
      return { values: computedRanks(catalog, order), sign: 1 };
  }
}

const COMPUTED = ["mejor", "peor", "popular", "ganancia", "retorno", "joya"] as const;
type ComputedOrder = (typeof COMPUTED)[number];

function isComputed(order: Order): order is ComputedOrder {
  return COMPUTED.some((one) => one === order);
}

/** Makes in steps what an order reads of every film, where it was not made before. */
export function* orderSteps(catalog: Catalog, order: Order): Steps<void> {
  for (const name of ORDERED_BY[order]) yield* figureSteps(catalog, name);
  if (isComputed(order)) yield* computedSteps(catalog, order);
}

const arrays = oncePerCatalog((_catalog): Map<ComputedOrder, Float64Array> => new Map());

/** Made when it is first asked for. */
function computedRanks(catalog: Catalog, order: ComputedOrder): Float64Array {
  return arrays(catalog).get(order) ?? atOnce(computedSteps(catalog, order));
}

/** Films that are ranked in one step. */
const FILMS_A_STEP = 256;

function* computedSteps(catalog: Catalog, order: ComputedOrder): Steps<Float64Array> {
  const known = arrays(catalog);
  const made = known.get(order);
  if (made !== undefined) return made;
  const rank = computed(catalog, order);
  const values = new Float64Array(catalog.films.rowCount);
  const each = (film: FilmRow) => {
    values[film] = rank(film);
  };
  yield* stepping(eachRow(catalog.films), each, FILMS_A_STEP);
  known.set(order, values);
  return values;
}

function computed(catalog: Catalog, order: ComputedOrder): Rank {
  const of = (name: FigureName) => figures(catalog, name);
  switch (order) {
    case "mejor":
      return (film) => weightedRating(catalog, film);
    case "peor":
      return (film) => (isRated(catalog, film) ? -weightedRating(catalog, film) : Number.NaN);
    case "popular":
      return unknownLast(of("popularity"));
    case "ganancia":
      return gain(of("budget"), of("revenue"));
    case "retorno":
      return plausibleReturn(of("budget"), of("revenue"));
    case "joya":
      return (film) => (isGem(catalog, film) ? weightedRating(catalog, film, GEM.prior) : Number.NaN);
  }
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
