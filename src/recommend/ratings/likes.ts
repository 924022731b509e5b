/** Who liked what, and who saw what, as flat arrays. */
import type { RowNumbers } from "../../catalog/columns.js";

/** Half-stars (1–10) from which on a film was liked: 4 stars, as in the protocol the model is measured by. */
export const LIKED_HALF_STARS = 8;

/**
 * Ratings by user: user u rated `films[offsets[u]…offsets[u + 1]]` with `stars` beside them, in half-stars
 * (1–10).
 */
export interface UserRatings {
  readonly offsets: Int32Array;
  /** Film rows, ascending within a user. */
  readonly films: RowNumbers;
  readonly stars: Uint8Array;
}

/** Pairs of a user and a film, by user and by film. */
export interface Pairs {
  readonly userCount: number;
  /** User u has `filmsOf[userOffsets[u]…userOffsets[u + 1]]`, ascending. */
  readonly userOffsets: Int32Array;
  readonly filmsOf: Int32Array;
  /** Film f has `usersOf[filmOffsets[f]…filmOffsets[f + 1]]`, ascending. */
  readonly filmOffsets: Int32Array;
  readonly usersOf: Int32Array;
  /** How strong each pair of `filmsOf` and of `usersOf` is; all are 1 where they are not given. */
  readonly strengths?: { readonly byUser: Float32Array; readonly byFilm: Float32Array };
}

/** The likes among some ratings, and what the ratings say of each film. */
export interface Likes extends Pairs {
  /** All ratings, whatever the stars: who rated a film has seen it, and chose to. */
  readonly seen: Pairs;
  /** Mean of a film's stars (0.5–5), drawn to the mean of all by MEAN_PRIOR ratings. */
  readonly meanStars: Float32Array;
}

/** Ratings of average stars that every film is given: a single rating says little. */
const MEAN_PRIOR = 5;

/**
 * What a rating of so many half-stars (0–10) says of somebody's taste, a like of four stars being 1: to have
 * seen a film and found it middling says something too. Found by cross-validation, together with
 * GRADED_LAMBDA.
 */
const GRADES: readonly number[] = [0, 0, 0, 0.1, 0.2, 0.3, 0.4, 0.6, 1, 1.15, 1.3];

/** The same of half-stars between two (0 to 10). */
export function gradeOf(halfStars: number): number {
  const bounded = Math.min(GRADES.length - 1, Math.max(0, halfStars));
  const below = Math.floor(bounded);
  const lower = GRADES[below] ?? 0;
  return lower + ((GRADES[below + 1] ?? lower) - lower) * (bounded - below);
}

/** Ratings as graded likes. */
export function gradedOf(ratings: UserRatings, filmCount: number): Pairs {
  return pairsOf(ratings, filmCount, (stars) => GRADES[stars]);
}

const LIKED = (stars: number): number => (stars >= LIKED_HALF_STARS ? 1 : 0);
const SEEN = (): number => 1;

export function likesOf(ratings: UserRatings, filmCount: number): Likes {
  return {
    ...pairsOf(ratings, filmCount, LIKED),
    seen: pairsOf(ratings, filmCount, SEEN),
    meanStars: meanStars(ratings, filmCount),
  };
}

/** @param strengthOf so many half-stars: pairs of 0 are left out */
function pairsOf(
  { offsets, films, stars }: UserRatings,
  filmCount: number,
  strengthOf: (stars: number) => number,
): Pairs {
  const userCount = offsets.length - 1;
  const userOffsets = new Int32Array(userCount + 1);
  const filmOffsets = new Int32Array(filmCount + 1);
  for (let user = 0; user < userCount; user++) {
    userOffsets[user + 1] = userOffsets[user];
    for (let i = offsets[user]; i < offsets[user + 1]; i++) {
      if (strengthOf(stars[i]) === 0) continue;
      userOffsets[user + 1]++;
      filmOffsets[films[i] + 1]++;
    }
  }
  for (let film = 0; film < filmCount; film++) filmOffsets[film + 1] += filmOffsets[film];
  const count = userOffsets[userCount];
  const filmsOf = new Int32Array(count);
  const usersOf = new Int32Array(count);
  const strengths = { byUser: new Float32Array(count), byFilm: new Float32Array(count) };
  const next = filmOffsets.slice();
  let at = 0;
  let graded = false;
  for (let user = 0; user < userCount; user++) {
    for (let i = offsets[user]; i < offsets[user + 1]; i++) {
      const strength = strengthOf(stars[i]);
      if (strength === 0) continue;
      graded ||= strength !== 1;
      const place = next[films[i]]++;
      strengths.byUser[at] = strength;
      strengths.byFilm[place] = strength;
      filmsOf[at++] = films[i];
      usersOf[place] = user;
    }
  }
  const pairs = { userCount, userOffsets, filmsOf, filmOffsets, usersOf };
  return graded ? { ...pairs, strengths } : pairs;
}

function meanStars({ films, stars }: UserRatings, filmCount: number): Float32Array {
  const sums = new Float64Array(filmCount);
  const counts = new Int32Array(filmCount);
  let total = 0;
  for (let i = 0; i < films.length; i++) {
    total += stars[i];
    sums[films[i]] += stars[i];
    counts[films[i]]++;
  }
  const mean = total / Math.max(1, films.length);
  const means = new Float32Array(filmCount);
  for (let film = 0; film < filmCount; film++)
    means[film] = (sums[film] + MEAN_PRIOR * mean) / (counts[film] + MEAN_PRIOR) / 2;
  return means;
}

/** The users that have a film, ascending; a view. */
export function usersWith({ filmOffsets, usersOf }: Pairs, film: number): Int32Array {
  return usersOf.subarray(filmOffsets[film], filmOffsets[film + 1]);
}

/** How many users have a film: liked it, or saw it. */
export function userCountOf({ filmOffsets }: Pairs, film: number): number {
  return filmOffsets[film + 1] - filmOffsets[film];
}
