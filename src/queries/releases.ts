/** How many films came out in a month or on a weekday, over all years. */
import type { Catalog } from "../catalog/catalog.js";
import { bestKnown, type FilmRef } from "./film.js";

export interface Releases {
  /** Adult films are counted too. */
  readonly filmCount: number;
  /** The best known of them. */
  readonly films: readonly FilmRef[];
}

export interface MonthReleases extends Releases {
  /** 1–12. */
  readonly month: number;
}

export interface WeekdayReleases extends Releases {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
}

const BEST_KNOWN = 5;

/** @param month 1–12 */
export function releasesInMonth(catalog: Catalog, month: number): MonthReleases {
  return { month, ...releases(catalog, catalog.months.films.get(month - 1)) };
}

/** @param weekday 1 = Monday … 7 = Sunday */
export function releasesOnWeekday(catalog: Catalog, weekday: number): WeekdayReleases {
  return { weekday, ...releases(catalog, catalog.weekdays.films.get(weekday - 1)) };
}

function releases(catalog: Catalog, rows: Int32Array): Releases {
  return { filmCount: rows.length, films: bestKnown(catalog, rows, BEST_KNOWN) };
}
