/** What somebody asks of recommendations beside the film itself. */
import type { Catalog } from "../../catalog/catalog.js";
import { type PlatformId, platformRow } from "../../catalog/platforms.js";
import { NO_YEAR } from "../../recommend/features/facts.js";
import type { Recommender } from "../../recommend/recommender.js";
import { filmsWatchableOn, isWatchingKnown } from "../platforms/watching.js";
import { isAdult } from "../refs/film.js";

export interface Wish {
  readonly count: number;
  /** So many of the best come before the first one that is wanted. */
  readonly skip: number;
  /** Years of release, both included. */
  readonly from?: number;
  readonly to?: number;
  /** Genre row. */
  readonly genre?: number;
  /** Films that can be seen on the platform that was asked for. */
  readonly onPlatform?: ReadonlySet<number>;
  readonly lessPopular: boolean;
  /** Films to leave out. */
  readonly exclude: ReadonlySet<number>;
}

/** What a factor e of votes costs where less popular films are wanted, in scores from 0 to 1. Chosen by reading lists. */
export const LESS_POPULAR = 0.15;

/** Whether a film may be recommended to somebody with this wish. */
export function accepts(
  catalog: Pick<Catalog, "films">,
  { facts }: Pick<Recommender, "facts">,
  film: number,
  wish: Wish,
): boolean {
  if (wish.exclude.has(film) || isAdult(catalog, film)) return false;
  if (wish.onPlatform !== undefined && !wish.onPlatform.has(film)) return false;
  if (wish.genre !== undefined && !catalog.films.genres.get(film).includes(wish.genre)) return false;
  if (wish.from === undefined && wish.to === undefined) return true;
  const year = facts.years[film];
  return year !== NO_YEAR && year >= (wish.from ?? year) && year <= (wish.to ?? year);
}

/** Films that the narrowest filter lets through, best known first; all of them where there is no filter. */
export function admitted({ films, genres }: Catalog, { onPlatform, genre }: Wish): Iterable<number> {
  if (onPlatform !== undefined) return onPlatform;
  if (genre !== undefined) return genres.films.get(genre);
  return Array.from({ length: films.rowCount }, (_, row) => row);
}

/**
 * Films on a platform, best known first: what is known of today, and what its catalogue says of films of which nothing
 * newer is known.
 */
export function filmsOnPlatform(catalog: Catalog, id: PlatformId): Set<number> {
  const { platforms, platformTitles, platformLinks } = catalog;
  const platform = platformRow(id);
  const from = platforms.firstTitle[platform];
  const to = platform + 1 < platforms.rowCount ? platforms.firstTitle[platform + 1] : platformTitles.rowCount;
  const films = new Set(filmsWatchableOn(catalog, id));
  for (let link = 0; link < platformLinks.rowCount; link++) {
    const title = platformLinks.title[link];
    const film = platformLinks.film[link];
    if (title >= from && title < to && !isWatchingKnown(catalog, film)) films.add(film);
  }
  return new Set([...films].sort((a, b) => a - b));
}

/** Row of a genre by its English name. */
export function genreRow({ genres }: Pick<Catalog, "genres">, name: string): number | undefined {
  for (let row = 0; row < genres.rowCount; row++) if (genres.name.get(row) === name) return row;
  return undefined;
}
