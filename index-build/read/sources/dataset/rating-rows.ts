/**
 * Single ratings as they are read, in flat arrays: at most so many, of whole users.
 *
 * Who is kept hangs on a hash of the user's id alone: where there are too many ratings, half of the users are dropped,
 * and again, until the rest fits. So a sample is the same however the file is ordered.
 */

/** The published 26 million are sampled down to between 1 and 2 million, of about 20,000 users: 18 MB. */
export const MOST_RATINGS = 2_000_000;

/** Ratings row by row, in the order of the file. */
export interface RatingRows {
  readonly users: Int32Array;
  /** MovieLens ids. */
  readonly movies: Int32Array;
  /** Half-stars, 1–10. */
  readonly stars: Uint8Array;
  /** Ratings are of the users whose hash is below it: 2³² where they are all. */
  readonly limit: number;
}

/** Above every hash. */
const ALL_USERS = 2 ** 32;
const FIRST_SIZE = 1 << 14;

export class RatingSample {
  #users = new Int32Array(FIRST_SIZE);
  #movies = new Int32Array(FIRST_SIZE);
  #stars = new Uint8Array(FIRST_SIZE);
  #size = 0;
  /** Users whose hash is below it are kept. */
  #limit: number;
  readonly #most: number;

  /** @param limit users whose hash is below it are kept, from the beginning */
  constructor(most = MOST_RATINGS, limit = ALL_USERS) {
    this.#most = most;
    this.#limit = limit;
  }

  /** @param rating 0.5–5, or out of ten or a hundred: `rows` is told which */
  add(user: number, movie: number, rating: number): void {
    if (userHash(user) >= this.#limit) return;
    if (this.#size === this.#users.length) this.#resize(this.#size * 2);
    this.#users[this.#size] = user;
    this.#movies[this.#size] = movie;
    this.#stars[this.#size++] = Math.round(rating * 2);
    while (this.#size > this.#most) this.#halve();
  }

  /** @param scale the highest that there may be; what is above is left out */
  rows(scale = 5): RatingRows {
    this.#keep((row) => this.#stars[row] <= scale * 2);
    for (let row = 0; scale !== 5 && row < this.#size; row++)
      this.#stars[row] = Math.max(1, Math.round((this.#stars[row] * 5) / scale));
    this.#resize(this.#size);
    return { users: this.#users, movies: this.#movies, stars: this.#stars, limit: this.#limit };
  }

  #halve(): void {
    this.#limit /= 2;
    this.#keep((row) => userHash(this.#users[row]) < this.#limit);
  }

  #keep(isKept: (row: number) => boolean): void {
    let kept = 0;
    for (let i = 0; i < this.#size; i++) {
      if (!isKept(i)) continue;
      this.#users[kept] = this.#users[i];
      this.#movies[kept] = this.#movies[i];
      this.#stars[kept++] = this.#stars[i];
    }
    this.#size = kept;
  }

  #resize(size: number): void {
    const grown = { users: new Int32Array(size), movies: new Int32Array(size), stars: new Uint8Array(size) };
    grown.users.set(this.#users.subarray(0, this.#size));
    grown.movies.set(this.#movies.subarray(0, this.#size));
    grown.stars.set(this.#stars.subarray(0, this.#size));
    this.#users = grown.users;
    this.#movies = grown.movies;
    this.#stars = grown.stars;
  }
}

/** The ratings of all, of the users that each of them has kept. */
export function joinRows(all: readonly RatingRows[]): RatingRows {
  const [only] = all;
  if (only !== undefined && all.length === 1) return only;
  const joined = new RatingSample(MOST_RATINGS, Math.min(ALL_USERS, ...all.map(({ limit }) => limit)));
  for (const { users, movies, stars } of all)
    for (const [row, user] of users.entries()) joined.add(user, movies[row], stars[row] / 2);
  return joined.rows();
}

/** 0 to 2³² − 1, evenly spread (the finalizer of MurmurHash3). */
export function userHash(user: number): number {
  let hash = user | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
