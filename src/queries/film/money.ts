/** What films cost and brought in. Unknown is null, never 0. */
import { z } from "zod";
import type { Catalog } from "../../catalog/catalog.js";
import { LEAST_PLAUSIBLE_DOLLARS } from "../../catalog/plausible.js";
import type { FilmRow } from "../../catalog/rows.js";
import { filmRef, filmRefSchema, isAdult } from "../refs/film.js";

export const moneySchema = z.object({
  budget: z.number().nullable().describe("US dollars"),
  revenue: z.number().nullable().describe("US dollars"),
  gain: z.number().nullable().describe("Revenue less budget, where both are known"),
  return: z.number().nullable().describe("Revenue by budget, where both are known"),
  doubtful: z.boolean().describe("Both are known, but one is so small that it must be a slip"),
});

export type Money = z.infer<typeof moneySchema>;

export const filmMoneySchema = moneySchema.extend({ film: filmRefSchema });

export const returnSummarySchema = z.object({
  filmCount: z.int(),
  filmsWithReturn: z.int(),
  totalReturn: z.number().describe("Sum of the known returns"),
  averageReturn: z.number().nullable().describe("Over all films, unknown as 0; null without films"),
  averageKnownReturn: z.number().nullable().describe("Over the films with a known return"),
  doubtful: z
    .array(z.object({ film: filmRefSchema, return: z.number() }))
    .describe("Films whose figures look like a slip"),
  averageWithoutDoubtful: z
    .number()
    .nullable()
    .describe("Over the known ones without them; null where there is none"),
});

export type ReturnSummary = z.infer<typeof returnSummarySchema>;

export function money({ films }: Catalog, row: FilmRow): Money {
  const budget = films.budget.get(row) ?? null;
  const revenue = films.revenue.get(row) ?? null;
  if (budget === null || revenue === null)
    return { budget, revenue, gain: null, return: null, doubtful: false };
  return {
    budget,
    revenue,
    gain: revenue - budget,
    return: revenue / budget,
    doubtful: Math.min(budget, revenue) < LEAST_PLAUSIBLE_DOLLARS,
  };
}

/** What a film cost and brought in. */
export function filmMoney(catalog: Catalog, row: FilmRow): z.infer<typeof filmMoneySchema> {
  return { film: filmRef(catalog, row), ...money(catalog, row) };
}

export function summariseReturns(catalog: Catalog, rows: readonly FilmRow[]): ReturnSummary {
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

/** Sum and average of the amounts that are known. */
export interface Totals {
  readonly count: number;
  readonly total: number;
  readonly average: number | null;
}

export function overKnown(values: readonly (number | null)[]): Totals {
  const known = values.filter((value) => value !== null);
  const total = sum(known);
  return { count: known.length, total, average: known.length > 0 ? total / known.length : null };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
