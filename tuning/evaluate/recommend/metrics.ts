/** How good lists of films are, and whether they were earned: see `evaluateLists`. */
import { randomNumbers } from "../../../bench/tools/random.js";
import type { FilmRow } from "../../../src/catalog/rows.js";
import { itemAt } from "../../item-at.js";
import type { Question } from "./protocol.js";
import { shuffled } from "./shuffle.js";

export interface ListFigures {
  /** Share of questions with a liked film among the first five. */
  readonly hit5: number;
  readonly ndcg10: number;
  /** hit5 minus what it is where each question gets the list of another user's: a constant list scores 0. */
  readonly lift: number;
  /** The same, counting only liked films outside the 500 most voted. */
  readonly tailLift: number;
  /** Films in all first fives of COUNTED_QUESTIONS questions. */
  readonly distinct: number;
  /** Share of questions whose first five hold the film that is recommended most. */
  readonly maxExposure: number;
}

const FIRST = 5;
const COMPARED = 10;
const PERMUTATIONS = 5;
/** Rows are in the order of votes. */
const MOST_VOTED = 500;
/** As many questions as 269 users with six each come to: distinct films grow with the number of questions. */
const COUNTED_QUESTIONS = 1560;
const SEED = 11;

/** @param lists film rows, best first, at least ten where there are as many, in the order of the questions */
export function evaluateLists(
  questions: readonly Question[],
  lists: readonly (readonly FilmRow[])[],
): ListFigures {
  const random = randomNumbers(SEED);
  const count = questions.length;
  const places = questions.map((_, at) => at);
  const hits = (list: readonly FilmRow[], others: ReadonlySet<FilmRow>, from: number) =>
    list.slice(0, FIRST).some((film) => film >= from && others.has(film)) ? 1 : 0;
  const likedIn = (at: number) => itemAt(questions, at).others;
  const listIn = (at: number) => itemAt(lists, at);
  const shareOf = (listOf: (at: number) => readonly FilmRow[], from: number) =>
    places.reduce((sum, at) => sum + hits(listOf(at), likedIn(at), from), 0) / count;

  const permutations = Array.from({ length: PERMUTATIONS }, () =>
    apart(
      questions,
      shuffled(places, random).map((at) => at),
    ),
  );
  const lift = (from: number) => {
    const chance = permutations.map((order) => shareOf((at) => listIn(itemAt(order, at)), from));
    return shareOf(listIn, from) - chance.reduce((sum, share) => sum + share, 0) / PERMUTATIONS;
  };
  const shown = new Map<number, number>();
  for (const list of lists)
    for (const film of list.slice(0, FIRST)) shown.set(film, (shown.get(film) ?? 0) + 1);
  const counted = shuffled(places, random).slice(0, COUNTED_QUESTIONS);
  return {
    hit5: shareOf(listIn, 0),
    ndcg10: places.reduce((sum, at) => sum + ndcg(listIn(at), likedIn(at)), 0) / count,
    lift: lift(0),
    tailLift: lift(MOST_VOTED),
    distinct: new Set(counted.flatMap((at) => listIn(at).slice(0, FIRST))).size,
    maxExposure: Math.max(0, ...shown.values()) / count,
  };
}

/** The permutation, where a question met another of its own user, with that one swapped for a later one. */
function apart(questions: readonly Question[], order: number[]): readonly number[] {
  const { length } = order;
  const userIn = (place: number) => itemAt(questions, place).user;
  const userMetIn = (place: number) => userIn(itemAt(order, place));
  for (let at = 0; at < length; at++) {
    for (let step = 1; step < length && userMetIn(at) === userIn(at); step++) {
      const other = (at + step) % length;
      const fits = userMetIn(other) !== userIn(at) && userMetIn(at) !== userIn(other);
      if (fits) [order[at], order[other]] = [itemAt(order, other), itemAt(order, at)];
    }
  }
  return order;
}

function ndcg(list: readonly FilmRow[], liked: ReadonlySet<FilmRow>): number {
  const gain = (rank: number) => 1 / Math.log2(rank + 2);
  let sum = 0;
  let ideal = 0;
  for (let rank = 0; rank < COMPARED; rank++) {
    const film = list[rank];
    if (film !== undefined && liked.has(film)) sum += gain(rank);
    if (rank < liked.size) ideal += gain(rank);
  }
  return sum / ideal;
}
