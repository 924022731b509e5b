/** Whose ids the films of a file of ratings go by, told by all files together, and which of TMDB's films they are. */
import type { RatingSummary } from "../../../records.js";
import type { BuildReport } from "../../../report.js";
import type { RatedBy, ReadRatings, SourceParts } from "../../parts.js";
import type { FilmFinder } from "./film-finder.js";

/**
 * Ids of MovieLens are by chance those of a third of TMDB's films, and the other way round. Above this share they are what
 * they seem to be.
 */
const MOST = 0.7;
/** A cut of a catalogue of which nearly all films are rated is what its ratings are of. */
const NEARLY_ALL = 0.9;
const FEW_FILMS = 50;
/** Items are what MovieLens' 100k calls its films, of which it has so many. Later sets have other ids, and far higher ones. */
const LAST_ITEM = 1682;

/** Once all films and links are read. Films that go by TMDB's ids stand below 0 then, beside those of MovieLens. */
export function linkRatings(parts: SourceParts, finder: () => FilmFinder, report: BuildReport): void {
  if (parts.ratings.length === 0) return;
  const linked = parts.ratings.map((ratings) => {
    const by = settled(ratings, parts, finder);
    if (by === "movie") return ratings;
    if (by === "tmdb" && ratings.by === "movie") report.add("ratings-by-tmdb-id", { file: ratings.file });
    return renumbered(ratings, filmsBy(by, parts), report);
  });
  parts.ratings.splice(0, parts.ratings.length, ...linked);
}

/** A column that is called after films alone may have anybody's ids. */
function settled({ by, byMovie }: ReadRatings, parts: SourceParts, finder: () => FilmFinder): RatedBy {
  const ids = [...byMovie.keys()];
  if (by === "item" && (parts.items.size > 0 || ids.every((id) => id <= LAST_ITEM))) return "item";
  if (by !== "movie" && by !== "item") return by;
  return tellIds(ids, parts, finder);
}

/** Whether ids are those of MovieLens ("movie") or of TMDB, by which of them the sources have. */
export function tellIds(
  ids: readonly number[],
  { links }: SourceParts,
  finder: () => FilmFinder,
): "movie" | "tmdb" {
  const shareIn = (has: (id: number) => boolean): number => ids.filter(has).length / Math.max(1, ids.length);
  const inLinks = shareIn((id) => links.has(id));
  if (inLinks >= MOST) return "movie";
  const films = finder();
  const inFilms = shareIn((id) => films.has(id));
  if (inFilms >= MOST) return "tmdb";
  const rated = (inFilms * ids.length) / Math.max(1, films.size);
  return links.size === 0 && films.size >= FEW_FILMS && rated >= NEARLY_ALL ? "tmdb" : "movie";
}

function filmsBy(by: RatedBy, parts: SourceParts): (id: number) => number | undefined {
  if (by === "tmdb") return (id) => id;
  if (by === "item") return (id) => parts.items.get(id);
  const ids = filmsByImdb(parts);
  return (id) => ids.get(id);
}

/** TMDB's ids by the numbers of IMDb's. */
export function filmsByImdb({ films, imdbLinks }: SourceParts): ReadonlyMap<number, number> {
  const ids = new Map<number, number>();
  for (const [imdbId, id] of imdbLinks) ids.set(Number(imdbId.slice(2)), id);
  for (const { film } of films) if (film.imdbId !== undefined) ids.set(Number(film.imdbId.slice(2)), film.id);
  return ids;
}

function renumbered(
  ratings: ReadRatings,
  filmOf: (id: number) => number | undefined,
  report: BuildReport,
): ReadRatings {
  const byMovie = new Map<number, RatingSummary>();
  for (const [id, { count, sum, likes }] of ratings.byMovie) {
    const film = filmOf(id);
    if (film === undefined) {
      report.add("ratings-without-film", { file: ratings.file, detail: String(id) });
      continue;
    }
    const known = byMovie.get(-film) ?? { count: 0, sum: 0, likes: 0 };
    byMovie.set(-film, { count: known.count + count, sum: known.sum + sum, likes: known.likes + likes });
  }
  const { users, movies, stars, limit } = ratings.sample;
  // Nobody's film is 0, of which nothing is known.
  const films = movies.map((id) => -(filmOf(id) ?? 0));
  return { ...ratings, byMovie, sample: { users, movies: films, stars, limit } };
}
