/**
 * Who is asked what. For a user with enough liked films, up to six of them are asked in turn; what is
 * recommended is compared with that user's other liked films. Users are split into folds, never ratings:
 * whatever is built from ratings is built from the users of the other folds.
 */

import { randomNumbers } from "../../../bench/tools/random.js";
import type { LaterTables } from "../../../src/catalog/catalog.js";
import type { FilmRow } from "../../../src/catalog/rows.js";
import {
  gradedOf,
  LIKED_HALF_STARS,
  type Likes,
  likesOf,
  type Pairs,
  type UserRatings,
} from "../../../src/recommend/ratings/likes.js";
import { itemAt } from "../../item-at.js";
import { shuffled } from "./shuffle.js";

export type TasteTable = LaterTables["tastes"];

const FEWEST_LIKED = 8;
const ASKED = 6;
const FOLDS = 8;
const SEED = 7;

export interface Question {
  readonly user: number;
  readonly fold: number;
  readonly film: FilmRow;
  /** The user's other liked films. */
  readonly others: ReadonlySet<FilmRow>;
}

export interface Protocol {
  readonly questions: readonly Question[];
  /** Likes of the users outside each fold. */
  readonly training: readonly Likes[];
  /** The same as graded likes. */
  readonly graded: readonly Pairs[];
  readonly users: number;
}

/** @param asked films of each user that are asked for in turn */
export function protocolOf(table: TasteTable, filmCount: number, asked = ASKED): Protocol {
  const random = randomNumbers(SEED);
  const users = Array.from({ length: table.rowCount }, (_, user) => user);
  const foldOf = new Int32Array(users.length);
  shuffled(users, random).forEach((user, at) => {
    foldOf[user] = at % FOLDS;
  });
  const questions = users.flatMap((user) => {
    const stars = table.stars.get(user);
    const liked = [...table.films.get(user)].filter((_, i) => itemAt(stars, i) >= LIKED_HALF_STARS);
    if (liked.length < FEWEST_LIKED) return [];
    const fold = itemAt(foldOf, user);
    return shuffled(liked, random)
      .slice(0, asked)
      .map((film) => ({ user, fold, film, others: new Set(liked.filter((other) => other !== film)) }));
  });
  const ratings = Array.from({ length: FOLDS }, (_, fold) =>
    ratingsOf(
      table,
      users.filter((user) => foldOf[user] !== fold),
    ),
  );
  return {
    questions,
    training: ratings.map((some) => likesOf(some, filmCount)),
    graded: ratings.map((some) => gradedOf(some, filmCount)),
    users: users.length,
  };
}

/** The ratings of some users. */
function ratingsOf({ films, stars }: TasteTable, users: readonly number[]): UserRatings {
  const offsets = new Int32Array(users.length + 1);
  let count = 0;
  for (const [at, user] of users.entries()) {
    count += films.size(user);
    offsets[at + 1] = count;
  }
  return {
    offsets,
    films: Int32Array.from(users.flatMap((user) => [...films.get(user)])),
    stars: Uint8Array.from(users.flatMap((user) => [...stars.get(user)])),
  };
}
