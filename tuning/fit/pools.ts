/** The films that matter to a fit: those that the weights at hand put first. */

import { randomNumbers } from "../../bench/tools/random.js";
import type { FilmRow } from "../../src/catalog/rows.js";
import type { Features } from "../../src/recommend/features/compiled.js";
import type { Tastes } from "../../src/recommend/ratings/tastes.js";
import { PARTS, type Weights } from "../../src/recommend/similarity/model.js";
import { NeighbourSearch } from "../../src/recommend/similarity/neighbour-search.js";
import type { Question } from "../evaluate/recommend/protocol.js";
import { itemAt } from "../item-at.js";
import type { Places, Pool } from "./objective.js";

const FIRST = 60;
/** Other users whose likes a list is held against. */
const OTHER_USERS = 4;
const MOST_VOTED = 500;
const SEED = 3;

/** @param weightings of which each contributes the films that it puts first */
export function poolsOf(
  questions: readonly Question[],
  features: Features,
  weightings: readonly Weights[],
  tastes: readonly Tastes[] | undefined,
): Pool[] {
  const random = randomNumbers(SEED);
  const folds = tastes ?? [undefined];
  const models = folds.map((taste) =>
    weightings.map((weights) => new NeighbourSearch(features, weights, taste)),
  );
  return questions.map(({ film, fold, user, others }) => {
    const own = itemAt(models, tastes === undefined ? 0 : fold);
    const films = [...new Set(own.flatMap((model) => model.best(film, FIRST).map(([other]) => other)))];
    const parts = new Float32Array(films.length * PARTS.length);
    films.forEach((other, at) => {
      parts.set(itemAt(own, 0).parts(film, other), at * PARTS.length);
    });
    const strangers: Places[] = [];
    while (strangers.length < OTHER_USERS) {
      const stranger = itemAt(questions, Math.floor(random() * questions.length));
      if (stranger.user !== user) strangers.push(placesOf(films, stranger.others));
    }
    return { films, parts, own: placesOf(films, others), others: strangers };
  });
}

function placesOf(films: readonly FilmRow[], liked: ReadonlySet<FilmRow>): Places {
  const all = films.flatMap((film, at) => (liked.has(film) ? [{ film, at }] : []));
  const tail = all.filter(({ film }) => film >= MOST_VOTED);
  const places = (some: typeof all) => Int32Array.from(some, ({ at }) => at);
  return { all: places(all), tail: places(tail) };
}
