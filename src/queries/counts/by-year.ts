/** How many films came out in each year, of those that meet a filter. */
import type { Catalog } from "../../catalog/catalog.js";
import { releaseYear } from "../../catalog/film.js";
import { type FilmRow, type Rows, rowIn } from "../../catalog/rows.js";
import type { Filter } from "../../select/filter.js";
import { matching } from "../../select/matching.js";

export interface YearCounts {
  /** Each year from the first to the last, also those without a film. */
  readonly years: readonly { readonly year: number; readonly count: number }[];
  readonly total: number;
  /** Of which no year is known. */
  readonly undated: number;
}

export function countByYear(catalog: Catalog, filter: Filter): YearCounts {
  const films = matching(catalog, filter);
  const counts = new Map<number, number>();
  let undated = 0;
  for (const film of films) {
    const year = releaseYear(catalog, film);
    if (year === undefined) undated++;
    else counts.set(year, (counts.get(year) ?? 0) + 1);
  }
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
export function genresByDecade(catalog: Catalog, filter: Filter): DecadeCounts {
  const films = matching(catalog, filter);
  const found = new Map<number, number>();
  for (const film of films) {
    const decade = decadeOf(catalog, film);
    if (decade !== undefined) found.set(decade, (found.get(decade) ?? 0) + 1);
  }
  const decades = [...found.keys()].sort((a, b) => a - b);
  const places = new Map(decades.map((decade, at) => [decade, at]));
  const counts = Array.from({ length: catalog.genres.rowCount }, () => decades.map(() => 0));
  const all = genreTotals(catalog, films, (film, genre) => {
    const place = places.get(decadeOf(catalog, film) ?? Number.NaN);
    const own = counts[genre];
    if (place !== undefined && own !== undefined) own[place] = (own[place] ?? 0) + 1;
  });
  return {
    decades,
    totals: decades.map((decade) => found.get(decade) ?? 0),
    genres: all.map(({ row, genre, count }) => ({ genre, count, byDecade: counts[row] ?? [] })),
  };
}

/** Films of each genre that meet a filter, most first. */
export function countGenres(
  catalog: Catalog,
  filter: Filter,
): {
  readonly total: number;
  readonly genres: readonly { readonly genre: string; readonly count: number }[];
} {
  const films = matching(catalog, filter);
  return {
    total: films.length,
    genres: genreTotals(catalog, films).map(({ genre, count }) => ({ genre, count })),
  };
}

function genreTotals(
  { films, genres }: Catalog,
  rows: Rows<FilmRow>,
  each?: (film: FilmRow, genre: number) => void,
): { readonly row: number; readonly genre: string; readonly count: number }[] {
  const counts = new Int32Array(genres.rowCount);
  for (const film of rows) {
    for (const genre of films.genres.get(film)) {
      counts[genre] = (counts[genre] ?? 0) + 1;
      each?.(film, genre);
    }
  }
  return [...counts]
    .map((count, row) => ({ row, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ row, count }) => ({ row, genre: genres.name.get(rowIn("genres", row)), count }));
}
