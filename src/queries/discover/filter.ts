/** What somebody asks of recommendations beside the films themselves. */
import type { Catalog } from "../../catalog/catalog.js";
import { eachRow, type FilmRow, type GenreRow } from "../../catalog/rows.js";
import { yearOf } from "../../recommend/features/facts.js";
import type { Recommender } from "../../recommend/recommender.js";
import { isAdult } from "../refs/film.js";

/** Which films may be recommended. */
export interface RecommendationFilter {
  /** Years of release, both included. */
  readonly from?: number;
  readonly to?: number;
  readonly genre?: GenreRow;
  /** Films that can be seen on the platform that was asked for. */
  readonly onPlatform?: ReadonlySet<FilmRow>;
  /** Films to leave out. */
  readonly exclude: ReadonlySet<FilmRow>;
}

/** Which films may be recommended, how many of them, and in what order. */
export interface RecommendationRequest extends RecommendationFilter {
  readonly count: number;
  /** So many of the best come before the first one that is wanted. */
  readonly skip: number;
  readonly lessPopular: boolean;
}

/**
 * What a factor e of votes costs where less popular films are wanted, in scores from 0 to 1. Chosen by
 * reading lists.
 */
export const LESS_POPULAR = 0.15;

/** Whether a film may be recommended. */
export function accepts(
  catalog: Pick<Catalog, "films">,
  { facts }: Pick<Recommender, "facts">,
  film: FilmRow,
  { from, to, genre, onPlatform, exclude }: RecommendationFilter,
): boolean {
  if (exclude.has(film) || isAdult(catalog, film)) return false;
  if (onPlatform !== undefined && !onPlatform.has(film)) return false;
  if (genre !== undefined && !catalog.films.genres.get(film).includes(genre)) return false;
  if (from === undefined && to === undefined) return true;
  const year = yearOf(facts, film);
  return year !== undefined && year >= (from ?? year) && year <= (to ?? year);
}

/** Films that the narrowest filter lets through, best known first; all of them where there is no filter. */
export function admitted(
  { films, genres }: Pick<Catalog, "films" | "genres">,
  { onPlatform, genre }: Pick<RecommendationFilter, "onPlatform" | "genre">,
): Iterable<FilmRow> {
  if (onPlatform !== undefined) return onPlatform;
  if (genre !== undefined) return genres.films.get(genre);
  return eachRow(films);
}

/**
 * @param name English name of a genre in the catalogue
 * @throws RangeError for one that is not: a bug, the vocabulary of genres holds no other
 */
export function genreRow({ genres }: Pick<Catalog, "genres">, name: string): GenreRow {
  for (const row of eachRow(genres)) if (genres.name.get(row) === name) return row;
  throw new RangeError(`no ${name} in the catalogue`);
}
