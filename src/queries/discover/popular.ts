/**
 * Films for somebody of whom nothing is known: well-liked ones, varied, and where asked for, less well known
 * ones.
 */
import { type Catalog, idOf } from "../../catalog/catalog.js";
import { fameOf } from "../../catalog/film.js";
import type { FilmRow, GenreRow } from "../../catalog/rows.js";
import type { Recommender } from "../../recommend/recommender.js";
import type { RankedFilm } from "../../recommend/similarity/best-films.js";
import { matching } from "../../select/matching.js";
import { scattered } from "../../select/orders.js";
import { BAYES_VOTES, weightedRating } from "../../select/weighted-rating.js";
import { LESS_POPULAR, type RecommendationRequest } from "./request.js";

/** The best known films that a list for nobody in particular is drawn from. */
const KNOWN_FILMS = 500;

/** How much chance counts beside the average vote, which most films have between 6 and 8.5. Chosen by reading lists. */
const CHANCE = 0.2;

/**
 * Well-liked films that pass a filter, each of another first genre, then again. Scores are from 0 to 1.
 * @param seed for another turn: better films are still likelier to come first
 */
export function popularRanking(
  catalog: Catalog,
  recommender: Recommender,
  request: RecommendationRequest,
  seed: number,
): RankedFilm[] {
  const score = (film: FilmRow) =>
    weightedRating(catalog, film) + CHANCE * gumbel(scattered(idOf(catalog.films, film), seed));
  const best = request.lessPopular
    ? lessKnown(catalog, recommender, request, score)
    : byScore(wellKnown(catalog, request), score);
  return [...mixed(catalog, best)].map((film) => [film, weightedRating(catalog, film) / 10]);
}

/** Genres take turns among so many films in a row: among all of them a poor western would come before a good drama. */
const MIXED = 30;

/** Films of different first genres before a second one of each, MIXED by MIXED. */
function* mixed({ films }: Catalog, best: readonly FilmRow[]): Generator<FilmRow> {
  for (let from = 0; from < best.length; from += MIXED) {
    const turns = new Map<GenreRow | undefined, number>();
    const some = best.slice(from, from + MIXED).map((film) => {
      const genre = films.genres.get(film).at(0);
      const turn = turns.get(genre) ?? 0;
      turns.set(genre, turn + 1);
      return { film, turn };
    });
    // A stable order: of one turn the best first.
    for (const { film } of some.sort((a, b) => a.turn - b.turn)) yield film;
  }
}

/**
 * Noise that makes an order by score a draw without putting back, in which e^(score / CHANCE) is a film's share
 * (Gumbel-max).
 * @param hash 32 bits
 */
function gumbel(hash: number): number {
  return -Math.log(-Math.log((hash + 0.5) / 2 ** 32));
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

/** Votes of 2017 of the best known of the less well known films: later counts had longer to gather. */
const LESS_KNOWN = 500;
/** Films that were this young when the votes were counted are not known less, but not yet. */
const NEW_YEARS = 2;

/**
 * Best first, with the popularity dial turned down: less well known films of whose average enough voted to believe
 * it; the others, least known first, only where those are too few.
 */
function lessKnown(
  catalog: Catalog,
  recommender: Recommender,
  request: RecommendationRequest,
  scoreOf: (film: FilmRow) => number,
): FilmRow[] {
  const { voteCount, votesYear } = catalog.films;
  const { facts } = recommender;
  const lastYear = Number(catalog.manifest.dataDate.slice(0, 4));
  const believed: FilmRow[] = [];
  const others: FilmRow[] = [];
  for (const film of matching(catalog, request.filter)) {
    const votes = voteCount[film] ?? 0;
    const counted = votesYear.get(film);
    const isOld = (facts.years[film] ?? lastYear) <= (counted ?? lastYear) - NEW_YEARS;
    const isLessKnown = fameOf(votes, 0, counted) <= LESS_KNOWN && isOld;
    (votes >= BAYES_VOTES && isLessKnown ? believed : others).push(film);
  }
  const best = byScore(believed, scoreOf);
  // One more than a list takes says whether there is a next one.
  if (best.length > request.skip + request.count) return best;
  return [
    ...best,
    ...byScore(others, (film) => scoreOf(film) / 10 - LESS_POPULAR * (facts.logVotes[film] ?? 0)),
  ];
}

/** Highest first, and of the same score the best known. */
function byScore(films: readonly FilmRow[], scoreOf: (film: FilmRow) => number): FilmRow[] {
  return films
    .map((film) => ({ film, score: scoreOf(film) }))
    .sort((a, b) => b.score - a.score || a.film - b.film)
    .map(({ film }) => film);
}
