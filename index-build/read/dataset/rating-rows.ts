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
}

const FIRST_SIZE = 1 << 14;

export class RatingSample {
  #users = new Int32Array(FIRST_SIZE);
  #movies = new Int32Array(FIRST_SIZE);
  #stars = new Uint8Array(FIRST_SIZE);
  #size = 0;
  /** Users whose hash is below it are kept. */
  #limit = 2 ** 32;
  readonly #most: number;

  constructor(most = MOST_RATINGS) {
    this.#most = most;
  }

  /** @param stars 0.5–5 */
  add(user: number, movie: number, stars: number): void {
    if (userHash(user) >= this.#limit) return;
    if (this.#size === this.#users.length) this.#resize(this.#size * 2);
    this.#users[this.#size] = user;
    this.#movies[this.#size] = movie;
    this.#stars[this.#size++] = Math.round(stars * 2);
    while (this.#size > this.#most) this.#halve();
  }

  rows(): RatingRows {
    this.#resize(this.#size);
    return { users: this.#users, movies: this.#movies, stars: this.#stars };
  }

  #halve(): void {
    this.#limit /= 2;
    let kept = 0;
    for (let i = 0; i < this.#size; i++) {
      if (userHash(this.#users[i]) >= this.#limit) continue;
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

/** 0 to 2³² − 1, evenly spread (the finalizer of MurmurHash3). */
export function userHash(user: number): number {
  let hash = user | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
