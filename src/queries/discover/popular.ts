/** Films for somebody of whom nothing is known: well-liked ones, varied, and where asked for, less well known ones. */
import type { Catalog } from "../../catalog/catalog.js";
import { type FilmRow, filmRow } from "../../catalog/rows.js";
import type { RankedFilm } from "../../recommend/personal.js";
import type { Recommender } from "../../recommend/recommender.js";
import { BAYES_VOTES, weightedRating } from "../film/ratings.js";
import { accepts, LESS_POPULAR, type Wish } from "./filter.js";

/** The best known films that a list for nobody in particular is drawn from. */
const KNOWN_FILMS = 500;

/** Well-liked films that fit a wish, each of another first genre, then again. Scores are from 0 to 1. */
export function popularRanking(catalog: Catalog, recommender: Recommender, wish: Wish): RankedFilm[] {
  const best = wish.lessPopular
    ? lessKnown(catalog, recommender, wish)
    : byScore(wellKnown(catalog, recommender, wish), (film) => weightedRating(catalog, film));
  const turns = new Map<number, number>();
  return best
    .map((film, rank) => {
      const genre = catalog.films.genres.get(film)[0] ?? -1;
      const turn = turns.get(genre) ?? 0;
      turns.set(genre, turn + 1);
      return { film, rank, turn };
    })
    .sort((a, b) => a.turn - b.turn || a.rank - b.rank)
    .map(({ film }): RankedFilm => [film, weightedRating(catalog, film) / 10]);
}

/** Rows come best known first. */
function wellKnown(catalog: Catalog, recommender: Recommender, wish: Wish): FilmRow[] {
  const known: FilmRow[] = [];
  for (let row = 0; row < catalog.films.rowCount && known.length < KNOWN_FILMS; row++)
    if (accepts(catalog, recommender, filmRow(row), wish)) known.push(filmRow(row));
  return known;
}

/**
 * Best first, with the popularity dial turned down: among all films of whose average enough voted to believe it; the
 * others only where those are too few.
 */
function lessKnown(catalog: Catalog, recommender: Recommender, wish: Wish): FilmRow[] {
  const rated: FilmRow[] = [];
  const others: FilmRow[] = [];
  for (let row = 0; row < catalog.films.rowCount; row++) {
    const film = filmRow(row);
    if (!accepts(catalog, recommender, film, wish)) continue;
    (catalog.films.voteCount[row] >= BAYES_VOTES ? rated : others).push(film);
  }
  const { logVotes } = recommender.facts;
  const score = (film: FilmRow) => weightedRating(catalog, film) / 10 - LESS_POPULAR * logVotes[film];
  const best = byScore(rated, score);
  // One more than a list takes says whether there is a next one.
  return best.length > wish.skip + wish.count ? best : [...best, ...byScore(others, score)];
}

/** Highest first, and of the same score the best known. */
function byScore(films: readonly FilmRow[], scoreOf: (film: FilmRow) => number): FilmRow[] {
  return films
    .map((film) => ({ film, score: scoreOf(film) }))
    .sort((a, b) => b.score - a.score || a.film - b.film)
    .map(({ film }) => film);
}
