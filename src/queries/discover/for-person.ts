/** Films for somebody by all that they rated. */
import { type Catalog, filmById } from "../../catalog/catalog.js";
import type { FilmRow } from "../../catalog/rows.js";
import { tasteOf } from "../../recommend/own-taste.js";
import type { OwnRating } from "../../recommend/ratings/own.js";
import type { Recommender } from "../../recommend/recommender.js";
import { matcher } from "../../select/matching.js";
import { filmRef, isAdult } from "../refs/film.js";
import { popularRanking } from "./popular.js";
import { bestFirst } from "./recommend.js";
import { type Recommendations, recommendationsOf } from "./recommendations.js";
import type { RecommendationRequest } from "./request.js";

interface PersonAsking {
  readonly catalog: Catalog;
  readonly recommender: Recommender;
  readonly ratings: readonly OwnRating[];
  readonly request: RecommendationRequest;
  /** The turn of popular films, where nothing liked is known. */
  readonly seed: number;
}

/**
 * None that they saw. Its `films` are those liked ones that explain this page; none where they like nothing yet, and what
 * comes is what comes for nobody in particular.
 */
export function filmsForPerson(asking: PersonAsking): Recommendations {
  const { catalog, recommender, request, seed, ratings } = asking;
  const taste = tasteOf(ratings, (film) => filmById(catalog, film));
  // What may not be named explains nothing.
  const liked = taste.opinions
    .filter(([film, weight]) => weight > 0 && !isAdult(catalog, film))
    .map(([film]) => film);
  if (liked.length === 0) {
    const popular = popularRanking(catalog, recommender, request, seed);
    const unseen = popular.filter(([film]) => !taste.seen.has(film));
    return recommendationsOf(catalog, recommender, [], unseen, request);
  }
  const meets = matcher(catalog, request.filter);
  const ranking = bestFirst(recommender, request, recommender.forPerson(taste, meets));
  const explaining = likedNear(recommender, liked);
  const page = recommendationsOf(catalog, recommender, [], ranking, request, explaining);
  return { ...page, films: explainingFilms(catalog, page) };
}

/** So many liked films are looked at for a reason. */
const EXPLAINING = 20;

/** The liked films that a film is a neighbour of, and then the others, each in the order of how much they are liked. */
function likedNear(
  recommender: Recommender,
  liked: readonly FilmRow[],
): (film: FilmRow) => readonly FilmRow[] {
  const near = new Map<FilmRow, FilmRow[]>();
  for (const one of liked) {
    for (const [film] of recommender.similar(one)) {
      const known = near.get(film);
      if (known === undefined) near.set(film, [one]);
      else if (known.length < EXPLAINING) known.push(one);
    }
  }
  return (film) => [...new Set([...(near.get(film) ?? []), ...liked.slice(0, EXPLAINING)])];
}

function explainingFilms(catalog: Catalog, { recommendations }: Recommendations): Recommendations["films"] {
  const ids = recommendations.flatMap(({ near, reasons }) => [
    ...(near === null ? [] : [near]),
    ...reasons.map((reason) => reason.with),
  ]);
  return [...new Set(ids)].flatMap((id) => {
    const row = filmById(catalog, id);
    return row === undefined ? [] : [filmRef(catalog, row)];
  });
}
