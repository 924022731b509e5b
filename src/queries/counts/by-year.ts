/** How many films came out in each year, of those that meet a filter. */
import type { Catalog } from "../../catalog/catalog.js";
import { releaseYear } from "../../catalog/film.js";
import { type FilmRow, rowIn } from "../../catalog/rows.js";
import type { Filter } from "../../select/filter.js";
import { matchingSteps } from "../../select/matching.js";
import { inTurns, type Steps, stepping } from "../../steps.js";

export interface YearCounts {
  /** Each year from the first to the last, also those without a film. */
  readonly years: readonly { readonly year: number; readonly count: number }[];
  readonly total: number;
  /** Of which no year is known. */
  readonly undated: number;
}

export function countByYear(catalog: Catalog, filter: Filter): Promise<YearCounts> {
  return inTurns(yearSteps(catalog, filter));
}

function* yearSteps(catalog: Catalog, filter: Filter): Steps<YearCounts> {
  const films = yield* matchingSteps(catalog, filter);
  const counts = new Map<number, number>();
  let undated = 0;
  yield* stepping(films, (film) => {
    const year = releaseYear(catalog, film);
    if (year === undefined) undated++;
    else counts.set(year, (counts.get(year) ?? 0) + 1);
  });
  const known = [...counts.keys()];
  if (known.length === 0) return { years: [], total: films.length, undated };
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const years = Array.from({ length: last - first + 1 }, (_, at) => ({
    year: first + at,
    count: counts.get(first + at) ?? 0,
  }));
  return { years, total: films.length, undated };
}

/** The decade of a film: 1990 for 1994. */
export function decadeOf(catalog: Catalog, film: FilmRow): number | undefined {
  const year = releaseYear(catalog, film);
  return year === undefined ? undefined : Math.floor(year / 10) * 10;
}

export interface DecadeCounts {
  readonly decades: readonly number[];
  /** Films of each decade. */
  readonly totals: readonly number[];
  /** Most films first. */
  readonly genres: readonly {
    readonly genre: string;
    readonly count: number;
    readonly byDecade: readonly number[];
  }[];
}

/** Films of each genre in each decade; a film counts in each genre that it has. */
export function genresByDecade(catalog: Catalog, filter: Filter): Promise<DecadeCounts> {
  return inTurns(decadeSteps(catalog, filter));
}

function* decadeSteps(catalog: Catalog, filter: Filter): Steps<DecadeCounts> {
  const { genres } = catalog;
  const counts = new Int32Array(genres.rowCount);
  const found = new Map<number, { total: number; readonly genres: Int32Array }>();
  yield* stepping(yield* matchingSteps(catalog, filter), (film) => {
    const decade = decadeOf(catalog, film);
    const own =
      decade === undefined ? undefined : (found.get(decade) ?? { total: 0, genres: counts.map(() => 0) });
    if (decade !== undefined && own !== undefined) {
      own.total++;
      found.set(decade, own);
    }
    for (const genre of catalog.films.genres.get(film)) {
      counts[genre] = (counts[genre] ?? 0) + 1;
      if (own !== undefined) own.genres[genre] = (own.genres[genre] ?? 0) + 1;
    }
  });
  const sorted = [...found].sort(([one], [other]) => one - other);
  return {
    decades: sorted.map(([decade]) => decade),
    totals: sorted.map(([, { total }]) => total),
    genres: mostFirst(catalog, counts).map(({ row, genre, count }) => ({
      genre,
      count,
      byDecade: sorted.map(([, own]) => own.genres[row] ?? 0),
    })),
  };
}

/** Films of each genre that meet a filter, most first. */
export function countGenres(catalog: Catalog, filter: Filter): Promise<GenreCounts> {
  return inTurns(genreSteps(catalog, filter));
}

export interface GenreCounts {
  readonly total: number;
  readonly genres: readonly { readonly genre: string; readonly count: number }[];
}

function* genreSteps(catalog: Catalog, filter: Filter): Steps<GenreCounts> {
  const films = yield* matchingSteps(catalog, filter);
  const counts = new Int32Array(catalog.genres.rowCount);
  yield* stepping(films, (film) => {
    for (const genre of catalog.films.genres.get(film)) counts[genre] = (counts[genre] ?? 0) + 1;
  });
  return {
    total: films.length,
    genres: mostFirst(catalog, counts).map(({ genre, count }) => ({ genre, count })),
  };
}

function mostFirst(
  { genres }: Catalog,
  counts: Int32Array,
): { readonly row: number; readonly genre: string; readonly count: number }[] {
  return [...counts]
    .map((count, row) => ({ row, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ row, count }) => ({ row, genre: genres.name.get(rowIn("genres", row)), count }));
}
