/**
 * Films for somebody of whom nothing is known: well-liked ones, varied, and where asked for, less well known
 * ones.
 */
import type { Catalog } from "../../catalog/catalog.js";
import type { FilmRow, GenreRow } from "../../catalog/rows.js";
import type { Recommender } from "../../recommend/recommender.js";
import type { RankedFilm } from "../../recommend/similarity/best-films.js";
import { matching } from "../../select/matching.js";
import { BAYES_VOTES, weightedRating } from "../../select/weighted-rating.js";
import { LESS_POPULAR, type RecommendationRequest } from "./request.js";

/** The best known films that a list for nobody in particular is drawn from. */
const KNOWN_FILMS = 500;

/** Well-liked films that pass a filter, each of another first genre, then again. Scores are from 0 to 1. */
export function popularRanking(
  catalog: Catalog,
  recommender: Recommender,
  request: RecommendationRequest,
): RankedFilm[] {
  const best = request.lessPopular
    ? lessKnown(catalog, recommender, request)
    : byScore(wellKnown(catalog, request), (film) => weightedRating(catalog, film));
  const turns = new Map<GenreRow | undefined, number>();
  return best
    .map((film, rank) => {
      const genre = catalog.films.genres.get(film).at(0);
      const turn = turns.get(genre) ?? 0;
      turns.set(genre, turn + 1);
      return { film, rank, turn };
    })
    .sort((a, b) => a.turn - b.turn || a.rank - b.rank)
    .map(({ film }): RankedFilm => [film, weightedRating(catalog, film) / 10]);
}

/** Rows come best known first. */
function wellKnown(catalog: Catalog, { filter }: RecommendationRequest): FilmRow[] {
  const best: FilmRow[] = [];
  for (const film of matching(catalog, filter)) {
    if (best.length === KNOWN_FILMS) break;
    best.push(film);
  }
  return best;
}

/**
 * Best first, with the popularity dial turned down: among all films of whose average enough voted to believe
 * it; the others only where those are too few.
 */
function lessKnown(catalog: Catalog, recommender: Recommender, request: RecommendationRequest): FilmRow[] {
  const rated: FilmRow[] = [];
  const others: FilmRow[] = [];
  for (const film of matching(catalog, request.filter)) {
    ((catalog.films.voteCount[film] ?? 0) >= BAYES_VOTES ? rated : others).push(film);
  }
  const { logVotes } = recommender.facts;
  const score = (film: FilmRow) => weightedRating(catalog, film) / 10 - LESS_POPULAR * (logVotes[film] ?? 0);
  const best = byScore(rated, score);
  // One more than a list takes says whether there is a next one.
  return best.length > request.skip + request.count ? best : [...best, ...byScore(others, score)];
}

/** Highest first, and of the same score the best known. */
function byScore(films: readonly FilmRow[], scoreOf: (film: FilmRow) => number): FilmRow[] {
  return films
    .map((film) => ({ film, score: scoreOf(film) }))
    .sort((a, b) => b.score - a.score || a.film - b.film)
    .map(({ film }) => film);
}
