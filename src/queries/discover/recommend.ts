/**
 * Films to see: like one, between several, for somebody's taste, or well-liked and varied ones where none is
 * named.
 */
import type { Catalog } from "../../catalog/catalog.js";
import type { FilmRow } from "../../catalog/rows.js";
import { ALIKE, onOwnScaleSteps } from "../../recommend/own-scale.js";
import type { Recommender } from "../../recommend/recommender.js";
import type { RankedFilm } from "../../recommend/similarity/best-films.js";
import type { Filter } from "../../select/filter.js";
import { type Loosening, loosenings } from "../../select/loosen.js";
import { matcher, matching } from "../../select/matching.js";
import { inTurns, type Steps } from "../../steps.js";
import { alikeAmong, candidates, shareSomething } from "./alike.js";
import { popularRanking } from "./popular.js";
import { type Recommendations, recommendationsOf } from "./recommendations.js";
import { LESS_POPULAR, type RecommendationRequest } from "./request.js";

/** More ways than these are not offered. */
const MOST_WAYS = 5;

/** The best of those between films: of more nobody turns the pages. */
const MOST_BETWEEN = 100;

/** What is wanted of the films that are named: films like one, between several, or for whoever likes them. */
export type Aim = "like" | "between" | "taste";

interface Question {
  readonly catalog: Catalog;
  readonly recommender: Recommender;
  /** One, where films like it are wanted. */
  readonly films: readonly FilmRow[];
  readonly request: RecommendationRequest;
}

const RANKINGS: Readonly<Record<Aim, (question: Question) => Steps<RankedFilm[]>>> = {
  like: similarRanking,
  between: betweenRanking,
  taste: tasteRanking,
};

/** Awaited now and then, so that others are answered meanwhile. */
type Pause = () => Promise<unknown>;

/** Films by others that are named: at least one. Of a filter that few films like these pass, only those. */
export async function filmsBy(aim: Aim, question: Question, pause: Pause): Promise<Recommendations> {
  const { catalog, recommender, films, request } = question;
  const ranking = await inTurns(RANKINGS[aim](question), pause);
  return recommendationsOf(catalog, recommender, films, ranking, request);
}

/** What to drop where a filter leaves no film. */
export interface WaysOut {
  /** Best first, with how many films there are to recommend then. */
  readonly loosenings: readonly Loosening[];
  /** Films that pass the filter, whatever they are like. */
  readonly meeting: number;
}

export function waysToFilms(aim: Aim, question: Question, pause: Pause): Promise<WaysOut> {
  return inTurns(waysSteps(aim, question), pause);
}

function* waysSteps(aim: Aim, question: Question): Steps<WaysOut> {
  const { catalog, request } = question;
  const { filter } = request;
  const left = (constraints: Filter) =>
    RANKINGS[aim]({
      ...question,
      request: { ...request, filter: constraints, skip: 0, count: Number.POSITIVE_INFINITY },
    });
  const alike = new Set((yield* left([])).map(([film]) => film));
  const ways = loosenings(catalog, filter, (film) => alike.has(film)).slice(0, MOST_WAYS);
  yield;
  const counted: Loosening[] = [];
  for (const { dropped } of ways) {
    const kept = yield* left(filter.filter((_, place) => !dropped.includes(place)));
    counted.push({ dropped, total: kept.length });
  }
  return {
    loosenings: counted.sort((a, b) => b.total - a.total),
    meeting: matching(catalog, filter).length,
  };
}

/**
 * Films like each of several, as good as for the one that they suit least, each on its own scale; a sequel of one
 * lies between no two.
 */
function* betweenRanking({ catalog, recommender, films, request }: Question): Steps<RankedFilm[]> {
  const { collection } = catalog.films;
  const franchises = new Set(films.map((film) => collection.get(film)).filter((row) => row !== undefined));
  const others = candidates(catalog, recommender, films, request.filter).filter((film) => {
    const franchise = collection.get(film);
    return franchise === undefined || !franchises.has(franchise);
  });
  const worst = new Map<FilmRow, number>();
  for (const film of films) {
    for (const [other, score] of yield* onOwnScaleSteps(recommender, film, others))
      worst.set(other, Math.min(score, worst.get(other) ?? score));
  }
  const best = bestFirst(recommender, request, [...worst]).slice(0, MOST_BETWEEN);
  const alike: RankedFilm[] = [];
  for (const one of best) {
    if (films.every((film) => shareSomething(recommender, film, one[0]))) alike.push(one);
    yield;
  }
  // What a filter lets through may be like none of them.
  if (request.filter.length > 0) return alike.filter(([film]) => (worst.get(film) ?? 0) >= ALIKE);
  return alike.length > request.skip + request.count
    ? alike
    : [...alike, ...best.filter((one) => !alike.includes(one))];
}

/** By people's tastes; those that are liked are left out. */
function* tasteRanking(question: Question): Steps<RankedFilm[]> {
  const { catalog, recommender, films, request } = question;
  const opinions = films.map((film) => [film, 1] as const);
  const meets = matcher(catalog, request.filter);
  const fitting = bestFirst(recommender, request, recommender.personal(opinions, new Set(films), meets));
  if (fitting.length > request.skip + request.count) return fitting;
  // Where too few of those whom people's tastes know pass the filter: films like the liked ones, behind them.
  yield;
  const others = candidates(catalog, recommender, films, request.filter);
  const alike = yield* alikeAmong(recommender, films, others);
  for (const [film] of fitting) alike.delete(film);
  return [...fitting, ...bestFirst(recommender, request, [...alike]).map(([film]): RankedFilm => [film, 0])];
}

/**
 * Well-liked and varied films: for somebody of whom nothing is known.
 * @param seed another seed is another turn
 */
export function popularFilms(
  catalog: Catalog,
  recommender: Recommender,
  request: RecommendationRequest,
  seed: number,
): Recommendations {
  const ranking = popularRanking(catalog, recommender, request, seed);
  return recommendationsOf(catalog, recommender, [], ranking, request);
}

/** All neighbours that pass the filter, best first, and where they are too few, further films alike that do. */
function* similarRanking({ catalog, recommender, films, request }: Question): Steps<RankedFilm[]> {
  const meets = matcher(catalog, request.filter);
  const ranking: RankedFilm[] = [];
  for (const film of films) {
    const near = recommender.similar(film).filter(([other]) => meets(other));
    if (near.length > request.skip + request.count && !request.lessPopular) {
      ranking.push(...near);
      continue;
    }
    const others = candidates(catalog, recommender, [film], request.filter);
    const alike = yield* alikeAmong(recommender, [film], others);
    for (const [other] of near) alike.delete(other);
    const compared = recommender.compared(film, [...alike.keys()]);
    ranking.push(...bestFirst(recommender, request, [...near, ...compared]));
    yield;
  }
  return ranking;
}

/** Best first; with the popularity dial turned down, each factor e of votes costs some of the score. */
export function bestFirst(
  { facts }: Recommender,
  { lessPopular }: Pick<RecommendationRequest, "lessPopular">,
  films: readonly RankedFilm[],
): RankedFilm[] {
  const dialled = lessPopular
    ? films.map(([film, score]): RankedFilm => [film, score - LESS_POPULAR * (facts.logVotes[film] ?? 0)])
    : [...films];
  return dialled.sort(([a, first], [b, second]) => second - first || a - b);
}
