/** What films can be ordered by: a figure of each, the highest first. */
import type { Catalog } from "../catalog/catalog.js";
import { voteCount } from "../catalog/film.js";
import { LEAST_PLAUSIBLE_DOLLARS } from "../catalog/plausible.js";
import type { FilmRow } from "../catalog/rows.js";
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

/** What a film is ordered by; undefined for one that has no place in the order. */
export type Rank = (film: FilmRow) => number | undefined;

/** A gem is rated by so many at least, known to so few at most, and liked so much. Chosen by reading lists. */
export const GEM = { leastVotes: 50, mostVotes: 500, leastAverage: 7 } as const;

const MS_PER_DAY = 86_400_000;

/** What films are ordered by, highest first; of equal ones the best known comes first. */
export function rankOf(catalog: Catalog, order: Order, turn: Turn): Rank {
  const { films } = catalog;
  switch (order) {
    case "mejor":
      return (film) => weightedRating(catalog, film);
    case "peor":
      return (film) => (isRated(catalog, film) ? -weightedRating(catalog, film) : undefined);
    case "popular":
      return (film) => films.popularity.get(film) ?? Number.NEGATIVE_INFINITY;
    case "votos":
      return (film) => voteCount(catalog, film);
    case "recaudacion":
      return (film) => films.revenue.get(film);
    case "presupuesto":
      return (film) => films.budget.get(film);
    case "ganancia":
      return (film) => ofMoney(catalog, film, (budget, revenue) => revenue - budget);
    case "retorno":
      return (film) =>
        ofMoney(catalog, film, (budget, revenue) =>
          Math.min(budget, revenue) < LEAST_PLAUSIBLE_DOLLARS ? undefined : revenue / budget,
        );
    case "reciente": {
      const today = Math.floor(turn.now.getTime() / MS_PER_DAY);
      return (film) => {
        const day = films.releaseDate.get(film);
        return day === undefined || day > today ? undefined : day;
      };
    }
    case "antigua":
      return (film) => negative(films.releaseDate.get(film));
    case "larga":
      return (film) => films.runtime.get(film);
    case "corta":
      return (film) => negative(films.runtime.get(film));
    case "joya":
      return (film) => (isGem(catalog, film) ? weightedRating(catalog, film) : undefined);
    case "azar":
      return (film) => scattered(films.id[film] ?? 0, turn.seed);
  }
}

function isRated({ films }: Pick<Catalog, "films">, film: FilmRow): boolean {
  return (films.voteCount[film] ?? 0) > 0 && films.voteAverage.get(film) !== undefined;
}

function isGem({ films }: Pick<Catalog, "films">, film: FilmRow): boolean {
  const votes = films.voteCount[film] ?? 0;
  return (
    votes >= GEM.leastVotes &&
    votes <= GEM.mostVotes &&
    (films.voteAverage.get(film) ?? 0) >= GEM.leastAverage
  );
}

function ofMoney(
  { films }: Pick<Catalog, "films">,
  film: FilmRow,
  figure: (budget: number, revenue: number) => number | undefined,
): number | undefined {
  const budget = films.budget.get(film);
  const revenue = films.revenue.get(film);
  return budget === undefined || revenue === undefined ? undefined : figure(budget, revenue);
}

function negative(value: number | undefined): number | undefined {
  return value === undefined ? undefined : -value;
}

/** A number that tells nothing of those it is made of, the same for the same two: MurmurHash3's last steps. */
function scattered(id: number, seed: number): number {
  let hash = Math.imul(id, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
