/**
 * Films to see: like one, between several, for somebody's taste, or well-liked and varied ones where none is
 * named.
 */
import type { Catalog } from "../../catalog/catalog.js";
import type { FilmRow } from "../../catalog/rows.js";
import type { Recommender } from "../../recommend/recommender.js";
import type { RankedFilm } from "../../recommend/similarity/best-films.js";
import { matcher, matching } from "../../select/matching.js";
import { popularRanking } from "./popular.js";
import { type Recommendations, recommendationsOf } from "./recommendations.js";
import { LESS_POPULAR, type RecommendationRequest } from "./request.js";

/** Films that are scored one by one where the prebuilt neighbours leave too few: about ten milliseconds. */
const MOST_SCORED = 1500;
/** Of each neighbour, so many of its own neighbours are further candidates. */
const FURTHER = 20;

/** Films like one. */
export function similarFilms(
  catalog: Catalog,
  recommender: Recommender,
  film: FilmRow,
  request: RecommendationRequest,
): Recommendations {
  const ranking = similarRanking(catalog, recommender, film, request);
  return recommendationsOf(catalog, recommender, [film], ranking, request);
}

/**
 * Films like each of several, as good as for the one that they suit least; a sequel of one lies between no
 * two.
 */
export function filmsBetween(
  catalog: Catalog,
  recommender: Recommender,
  films: readonly FilmRow[],
  request: RecommendationRequest,
): Recommendations {
  const { collection } = catalog.films;
  const franchises = new Set(films.map((film) => collection.get(film)).filter((row) => row !== undefined));
  const candidates = wider(catalog, recommender, films, request).filter((film) => {
    const franchise = collection.get(film);
    return !films.includes(film) && (franchise === undefined || !franchises.has(franchise));
  });
  const worst = new Map(candidates.map((film) => [film, Number.POSITIVE_INFINITY]));
  for (const film of films) {
    for (const [other, score] of recommender.compared(film, candidates))
      worst.set(other, Math.min(score, worst.get(other) ?? score));
  }
  return recommendationsOf(catalog, recommender, films, sorted(recommender, request, [...worst]), request);
}

/** Films for somebody who liked some; those are left out. */
export function filmsForTaste(
  catalog: Catalog,
  recommender: Recommender,
  liked: readonly FilmRow[],
  request: RecommendationRequest,
): Recommendations {
  const opinions = liked.map((film) => [film, 1] as const);
  const meets = matcher(catalog, request.filter);
  const fitting = recommender.personal(opinions, new Set(liked)).filter(([film]) => meets(film));
  return recommendationsOf(catalog, recommender, liked, sorted(recommender, request, fitting), request);
}

/** Well-liked and varied films: for somebody of whom nothing is known. */
export function popularFilms(
  catalog: Catalog,
  recommender: Recommender,
  request: RecommendationRequest,
): Recommendations {
  const ranking = popularRanking(catalog, recommender, request);
  return recommendationsOf(catalog, recommender, [], ranking, request);
}

/** All neighbours that pass the filter, best first, and where they are too few, further films that do. */
function similarRanking(
  catalog: Catalog,
  recommender: Recommender,
  film: FilmRow,
  request: RecommendationRequest,
): RankedFilm[] {
  const meets = matcher(catalog, request.filter);
  const near = recommender.similar(film).filter(([other]) => meets(other));
  const wanted = request.skip + request.count;
  if (near.length > wanted && !request.lessPopular) return near;
  const nearFilms = new Set(near.map(([other]) => other));
  const further = wider(catalog, recommender, [film], request).filter(
    (other) => other !== film && !nearFilms.has(other),
  );
  return sorted(recommender, request, [...near, ...recommender.compared(film, further)]);
}

/**
 * Films that pass a filter and are worth comparing: neighbours, their neighbours, then whatever the filter
 * lets through.
 */
function wider(
  catalog: Catalog,
  recommender: Recommender,
  films: readonly FilmRow[],
  { filter }: RecommendationRequest,
): FilmRow[] {
  const meets = matcher(catalog, filter);
  const candidates = new Set<FilmRow>();
  const offer = (film: FilmRow) => {
    if (candidates.size < MOST_SCORED && meets(film)) candidates.add(film);
  };
  const neighbours = films.flatMap((film) => recommender.similar(film).map(([other]) => other));
  for (const film of neighbours) offer(film);
  for (const film of neighbours)
    for (const [other] of recommender.similar(film).slice(0, FURTHER)) offer(other);
  for (const film of matching(catalog, filter)) {
    if (candidates.size === MOST_SCORED) break;
    candidates.add(film);
  }
  return [...candidates];
}

/** Best first; with the popularity dial turned down, each factor e of votes costs some of the score. */
function sorted(
  { facts }: Recommender,
  { lessPopular }: Pick<RecommendationRequest, "lessPopular">,
  films: readonly RankedFilm[],
): RankedFilm[] {
  const dialled = lessPopular
    ? films.map(([film, score]): RankedFilm => [film, score - LESS_POPULAR * (facts.logVotes[film] ?? 0)])
    : [...films];
  return dialled.sort(([a, first], [b, second]) => second - first || a - b);
}
