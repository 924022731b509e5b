/** Figures of films that lie within bounds. What is unknown lies within none. */
import type { Catalog } from "../catalog/catalog.js";
import { type FigureName, figures } from "./figures.js";
import type { Bound } from "./filter.js";

const MS_PER_DAY = 86_400_000;

/** Which films' figures are looked at, and what they have to be: both ends included. */
export interface Range {
  readonly figures: Float64Array;
  readonly least: number;
  readonly most: number;
}

export function rangeOf(catalog: Catalog, bound: Bound): Range {
  const least = "least" in bound ? bound.least : Number.NEGATIVE_INFINITY;
  const most = "most" in bound ? bound.most : Number.POSITIVE_INFINITY;
  const own = figures(catalog, figureOf(bound));
  if (bound.kind !== "year") return { figures: own, least, most };
  return { figures: own, least: firstDay(least), most: firstDay(most + 1) - 1 };
}

/** Which figure a bound is about. */
export function figureOf({ kind }: Bound): FigureName {
  return kind === "year" ? "day" : kind;
}

/** The first day of a year, in days since 1970-01-01. */
function firstDay(year: number): number {
  return Number.isFinite(year) ? Date.UTC(year, 0, 1) / MS_PER_DAY : year;
}
