/** Who liked what, and who saw what, as flat arrays. */

/** Half-stars (1–10) from which on a film was liked: 4 stars, as in the protocol the model is measured by. */
export const LIKED_HALF_STARS = 8;

/** Ratings by user: user u rated `films[offsets[u]…offsets[u + 1]]` with `stars` beside them, in half-stars (1–10). */
export interface UserRatings {
  readonly offsets: Int32Array;
  /** Film rows, ascending within a user. */
  readonly films: Int32Array;
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

export function likesOf(ratings: UserRatings, filmCount: number): Likes {
  return {
    ...pairsOf(ratings, filmCount, LIKED_HALF_STARS),
    seen: pairsOf(ratings, filmCount, 0),
    meanStars: meanStars(ratings, filmCount),
  };
}

/** The pairs of at least so many half-stars. */
function pairsOf({ offsets, films, stars }: UserRatings, filmCount: number, least: number): Pairs {
  const userCount = offsets.length - 1;
  const userOffsets = new Int32Array(userCount + 1);
  const filmOffsets = new Int32Array(filmCount + 1);
  for (let user = 0; user < userCount; user++) {
    userOffsets[user + 1] = userOffsets[user];
    for (let i = offsets[user]; i < offsets[user + 1]; i++) {
      if (stars[i] < least) continue;
      userOffsets[user + 1]++;
      filmOffsets[films[i] + 1]++;
    }
  }
  for (let film = 0; film < filmCount; film++) filmOffsets[film + 1] += filmOffsets[film];
  const filmsOf = new Int32Array(userOffsets[userCount]);
  const usersOf = new Int32Array(userOffsets[userCount]);
  const next = filmOffsets.slice();
  let at = 0;
  for (let user = 0; user < userCount; user++) {
    for (let i = offsets[user]; i < offsets[user + 1]; i++) {
      if (stars[i] < least) continue;
      filmsOf[at++] = films[i];
      usersOf[next[films[i]]++] = user;
    }
  }
  return { userCount, userOffsets, filmsOf, filmOffsets, usersOf };
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
  return Float32Array.from(
    counts,
    (count, film) => (sums[film] + MEAN_PRIOR * mean) / (count + MEAN_PRIOR) / 2,
  );
}

/** How many users have a film: liked it, or saw it. */
export function userCountOf({ filmOffsets }: Pairs, film: number): number {
  return filmOffsets[film + 1] - filmOffsets[film];
}
