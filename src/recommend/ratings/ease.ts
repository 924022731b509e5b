/**
 * EASE (Steck 2019, "Embarrassingly shallow autoencoders for sparse data"): how much liking film a speaks for
 * film b, by a ridge regression of every film on all others.
 *
 * With X users × films, the weights are B = −P / diag(P) off the diagonal, P = (XᵀX + λI)⁻¹, films × films.
 * By Woodbury's identity P = (I − Xᵀ M X) / λ with M = (XXᵀ + λI)⁻¹, users × users: B_ab = x_aᵀ M x_b / (1 −
 * x_bᵀ M x_b), where x_a are the users who liked a. Few users make that cheap, however many films there are.
 * Likes may be graded: then x_a says how much each liked it.
 */
import type { Pairs } from "./likes.js";

/** λ: how much evidence it takes to move it. */
export const EASE_LAMBDA = 300;
/** λ of graded likes. */
export const GRADED_LAMBDA = 200;

/**
 * More users than these are left out of M, which has their square and costs their cube (1,500: 9 MB and about
 * five seconds). Users come in no order that matters, so the first ones are a fair sample.
 */
export const MOST_EASE_USERS = 1500;

export class Ease {
  /** Users that count: the first of `likes`. */
  readonly #users: number;
  /** 1 / (1 − x_bᵀ M x_b) of each film, once it is needed: agreements do without. */
  #scales: Float64Array | undefined;
  readonly #likes: Pairs;
  /** M. */
  readonly #inverse: Float64Array | Float32Array;

  /** @param inverse M, users × users, row by row (`easeInverse`) */
  constructor(likes: Pairs, inverse: Float64Array | Float32Array) {
    this.#likes = likes;
    this.#inverse = inverse;
    this.#users = Math.sqrt(inverse.length);
  }

  get #scale(): Float64Array {
    this.#scales ??= this.#scalesOfFilms();
    return this.#scales;
  }

  #scalesOfFilms(): Float64Array {
    const inverse = this.#inverse;
    const users = this.#users;
    const { filmOffsets, usersOf } = this.#likes;
    const strengths = this.#likes.strengths?.byFilm;
    const scales = new Float64Array(filmOffsets.length - 1);
    for (let film = 0; film < scales.length; film++) {
      const from = filmOffsets[film];
      let to = filmOffsets[film + 1];
      while (to > from && usersOf[to - 1] >= users) to--;
      let sum = 0;
      for (let i = from; i < to; i++) {
        const row = usersOf[i] * users;
        let own = 0;
        for (let j = from; j < to; j++)
          own += (strengths === undefined ? 1 : strengths[j]) * inverse[row + usersOf[j]];
        sum += (strengths === undefined ? 1 : strengths[i]) * own;
      }
      scales[film] = 1 / (1 - sum);
    }
    return scales;
  }

  /**
   * What liking some films says of each user: M · Σ weight × x_film.
   * @param films with how much each counts
   */
  weightsOfUsers(films: Iterable<readonly [film: number, weight: number]>): Float64Array {
    const liked = new Float64Array(this.#users);
    for (const [film, weight] of films) {
      const [from, to] = this.#usersOf(film);
      for (let i = from; i < to; i++) liked[this.#likes.usersOf[i]] += weight * this.#strength(i);
    }
    const weights = new Float64Array(this.#users);
    for (let user = 0; user < this.#users; user++) {
      if (liked[user] === 0) continue;
      const row = user * this.#users;
      for (let other = 0; other < this.#users; other++)
        weights[other] += liked[user] * this.#inverse[row + other];
    }
    return weights;
  }

  /** @param weights of `weightsOfUsers` */
  score(weights: Float64Array, film: number): number {
    const [from, to] = this.#usersOf(film);
    let sum = 0;
    for (let i = from; i < to; i++) sum += this.#strength(i) * weights[this.#likes.usersOf[i]];
    return sum * this.#scale[film];
  }

  /** Of the n-th pair by film. */
  #strength(pair: number): number {
    return this.#likes.strengths?.byFilm[pair] ?? 1;
  }

  /** `score` of many films, each written where its row is. */
  scores(weights: Float64Array, films: Int32Array, into: Float32Array): void {
    this.agreements(weights, films, into);
    const scale = this.#scale;
    for (let i = 0; i < films.length; i++) into[films[i]] *= scale[films[i]];
  }

  /** How much somebody's tastes speak for each of many films: x_bᵀ · weights, written where its row is. */
  agreements(weights: Float64Array, films: Int32Array, into: Float32Array | Float64Array): void {
    const { filmOffsets, usersOf, strengths } = this.#likes;
    const users = this.#users;
    for (let i = 0; i < films.length; i++) {
      const film = films[i];
      const end = filmOffsets[film + 1];
      let sum = 0;
      if (strengths === undefined)
        for (let j = filmOffsets[film]; j < end && usersOf[j] < users; j++) sum += weights[usersOf[j]];
      else
        for (let j = filmOffsets[film]; j < end && usersOf[j] < users; j++)
          sum += strengths.byFilm[j] * weights[usersOf[j]];
      into[film] = sum;
    }
  }

  /** Where the users stand who liked a film and count. They are ascending. */
  #usersOf(film: number): [from: number, to: number] {
    const { filmOffsets, usersOf } = this.#likes;
    const from = filmOffsets[film];
    let to = filmOffsets[film + 1];
    while (to > from && usersOf[to - 1] >= this.#users) to--;
    return [from, to];
  }
}

/** M = (XXᵀ + λI)⁻¹ of the first MOST_EASE_USERS users, row by row. */
export function easeInverse(likes: Pairs, lambda = EASE_LAMBDA): Float64Array {
  const users = Math.min(MOST_EASE_USERS, likes.userCount);
  return invert(gram(likes, users, lambda), users);
}

/** XXᵀ + λI: how many films each two users both liked. */
function gram(
  { userOffsets, filmsOf, filmOffsets, usersOf, strengths }: Pairs,
  users: number,
  lambda: number,
): Float64Array {
  const products = new Float64Array(users * users);
  for (let user = 0; user < users; user++) {
    const row = user * users;
    products[row + user] += lambda;
    for (let i = userOffsets[user]; i < userOffsets[user + 1]; i++) {
      const film = filmsOf[i];
      const own = strengths?.byUser[i] ?? 1;
      for (let j = filmOffsets[film]; j < filmOffsets[film + 1] && usersOf[j] < users; j++)
        products[row + usersOf[j]] += own * (strengths?.byFilm[j] ?? 1);
    }
  }
  return products;
}

/**
 * Inverse of a symmetric positive definite matrix by Gauss–Jordan elimination in place, which needs no
 * pivoting there.
 * @param matrix size × size, row by row; overwritten
 */
function invert(matrix: Float64Array, size: number): Float64Array {
  for (let pivot = 0; pivot < size; pivot++) {
    const from = pivot * size;
    const factor = 1 / matrix[from + pivot];
    matrix[from + pivot] = 1;
    for (let column = 0; column < size; column++) matrix[from + column] *= factor;
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue;
      const at = row * size;
      const multiple = matrix[at + pivot];
      matrix[at + pivot] = 0;
      for (let column = 0; column < size; column++) matrix[at + column] -= multiple * matrix[from + column];
    }
  }
  return matrix;
}
