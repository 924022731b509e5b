/** Who liked what, as flat arrays. */

/** Half-stars (1–10) from which on a film was liked: 4 stars, as in the protocol the model is measured by. */
export const LIKED_HALF_STARS = 8;

/** Ratings by user: user u rated `films[offsets[u]…offsets[u + 1]]` with `stars` beside them, in half-stars (1–10). */
export interface UserRatings {
  readonly offsets: Int32Array;
  /** Film rows, ascending within a user. */
  readonly films: Int32Array;
  readonly stars: Uint8Array;
}

/** The likes among some ratings, by user and by film, and what the ratings say of each film. */
export interface Likes {
  readonly userCount: number;
  /** User u liked `filmsOf[userOffsets[u]…userOffsets[u + 1]]`, ascending. */
  readonly userOffsets: Int32Array;
  readonly filmsOf: Int32Array;
  /** Film f is liked by `usersOf[filmOffsets[f]…filmOffsets[f + 1]]`, ascending. */
  readonly filmOffsets: Int32Array;
  readonly usersOf: Int32Array;
  /** Mean of a film's stars (0.5–5), drawn to the mean of all by MEAN_PRIOR ratings. */
  readonly meanStars: Float32Array;
}

/** Ratings of average stars that every film is given: a single rating says little. */
const MEAN_PRIOR = 5;

export function likesOf(ratings: UserRatings, filmCount: number): Likes {
  const { offsets, films, stars } = ratings;
  const userCount = offsets.length - 1;
  const userOffsets = new Int32Array(userCount + 1);
  const filmOffsets = new Int32Array(filmCount + 1);
  const sums = new Float64Array(filmCount);
  const counts = new Int32Array(filmCount);
  let total = 0;
  for (let user = 0; user < userCount; user++) {
    userOffsets[user + 1] = userOffsets[user];
    for (let i = offsets[user]; i < offsets[user + 1]; i++) {
      total += stars[i];
      sums[films[i]] += stars[i];
      counts[films[i]]++;
      if (stars[i] < LIKED_HALF_STARS) continue;
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
      if (stars[i] < LIKED_HALF_STARS) continue;
      filmsOf[at++] = films[i];
      usersOf[next[films[i]]++] = user;
    }
  }
  const mean = total / Math.max(1, films.length);
  const meanStars = Float32Array.from(
    counts,
    (count, film) => (sums[film] + MEAN_PRIOR * mean) / (count + MEAN_PRIOR) / 2,
  );
  return { userCount, userOffsets, filmsOf, filmOffsets, usersOf, meanStars };
}

/** How many users liked a film. */
export function likeCount({ filmOffsets }: Likes, film: number): number {
  return filmOffsets[film + 1] - filmOffsets[film];
}
