/** What films cost and brought in. Unknown is null, never 0. */
import type { Catalog } from "../catalog/catalog.js";
import { type FilmRef, filmRef, isAdult } from "./film.js";

export interface Money {
  /** US dollars. */
  readonly budget: number | null;
  /** US dollars. */
  readonly revenue: number | null;
  /** revenue − budget where both are known. */
  readonly gain: number | null;
  /** revenue / budget where both are known. */
  readonly return: number | null;
  /** Both are known, but one is so small that it must be a slip (millions written as units). */
  readonly doubtful: boolean;
}

/** Below this many dollars a budget or revenue is doubtful. */
const DOUBTFUL_DOLLARS = 1_000;

export function money({ films }: Catalog, row: number): Money {
  const budget = films.budget.get(row) ?? null;
  const revenue = films.revenue.get(row) ?? null;
  if (budget === null || revenue === null)
    return { budget, revenue, gain: null, return: null, doubtful: false };
  return {
    budget,
    revenue,
    gain: revenue - budget,
    return: revenue / budget,
    doubtful: Math.min(budget, revenue) < DOUBTFUL_DOLLARS,
  };
}

export interface ReturnSummary {
  readonly filmCount: number;
  readonly filmsWithReturn: number;
  /** Sum of the known returns. */
  readonly totalReturn: number;
  /** Over all films, unknown as 0, as the classic course API does; null without films. */
  readonly averageReturn: number | null;
  /** Over the films with a known return; null where none is. */
  readonly averageKnownReturn: number | null;
  /** Films whose figures look like a slip, and the average over the known ones without them; empty and null if none. */
  readonly doubtful: readonly { readonly film: FilmRef; readonly return: number }[];
  readonly averageWithoutDoubtful: number | null;
}

export function summariseReturns(catalog: Catalog, rows: readonly number[]): ReturnSummary {
  const known = rows.flatMap((row) => {
    const { return: value, doubtful } = money(catalog, row);
    return value === null ? [] : [{ row, value, doubtful }];
  });
  const doubtful = known.filter((film) => film.doubtful);
  const sure = known.filter((film) => !film.doubtful);
  const total = sum(known.map(({ value }) => value));
  return {
    filmCount: rows.length,
    filmsWithReturn: known.length,
    totalReturn: total,
    averageReturn: rows.length > 0 ? total / rows.length : null,
    averageKnownReturn: known.length > 0 ? total / known.length : null,
    doubtful: doubtful
      .filter(({ row }) => !isAdult(catalog, row))
      .map(({ row, value }) => ({ film: filmRef(catalog, row), return: value })),
    averageWithoutDoubtful:
      doubtful.length > 0 && sure.length > 0 ? sum(sure.map(({ value }) => value)) / sure.length : null,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
