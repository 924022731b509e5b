/** What people's ratings say of pairs of films. */
import type { Ease } from "./ease.js";
import { type Likes, type Pairs, userCountOf } from "./likes.js";

/** Added to √(people of a × people of b): two films with one person in common have not proved much. */
const SHARED_PRIOR = 10;
const USER_PRIOR = 5;

/** What those who rated one film make of all films, by film row. */
export interface TasteOfFilm {
  readonly ease: Float32Array;
  readonly coRated: Float32Array;
  readonly coSeen: Float32Array;
}

export class Tastes {
  /** log(1 + people who liked a film). */
  readonly logLikes: Float32Array;
  /** log(1 + people who rated it). */
  readonly logSeen: Float32Array;
  /** Films that somebody rated, ascending. */
  readonly rated: Int32Array;
  private last: { readonly film: number; readonly taste: TasteOfFilm } | undefined;

  constructor(
    readonly likes: Likes,
    readonly ease: Ease,
  ) {
    const films = { length: likes.filmOffsets.length - 1 };
    this.logLikes = Float32Array.from(films, (_, film) => Math.log(1 + userCountOf(likes, film)));
    this.logSeen = Float32Array.from(films, (_, film) => Math.log(1 + userCountOf(likes.seen, film)));
    this.rated = Int32Array.from(this.logSeen.keys()).filter((film) => this.logSeen[film] > 0);
  }

  /** The answer is kept until another film is asked for. */
  of(film: number): TasteOfFilm {
    if (this.last?.film !== film) this.last = { film, taste: this.compute(film) };
    return this.last.taste;
  }

  private compute(film: number): TasteOfFilm {
    const ease = new Float32Array(this.logLikes.length);
    if (this.logLikes[film] > 0) {
      const weights = this.ease.weightsOfUsers([[film, 1]]);
      for (const other of this.rated) ease[other] = this.ease.score(weights, other);
    }
    return { ease, coRated: overlap(this.likes, film), coSeen: overlap(this.likes.seen, film) };
  }
}

/**
 * Cosine of the people of one film and those of every other, drawn to 0 where they are few. Somebody with very many
 * films says less of each pair: a person counts 1 / √(USER_PRIOR + films).
 */
function overlap(pairs: Pairs, film: number): Float32Array {
  const { filmOffsets, usersOf, userOffsets, filmsOf } = pairs;
  const shared = new Float32Array(filmOffsets.length - 1);
  const own = userCountOf(pairs, film);
  for (let i = filmOffsets[film]; i < filmOffsets[film + 1]; i++) {
    const user = usersOf[i];
    const weight = 1 / Math.sqrt(USER_PRIOR + userOffsets[user + 1] - userOffsets[user]);
    for (let j = userOffsets[user]; j < userOffsets[user + 1]; j++) shared[filmsOf[j]] += weight;
  }
  for (let other = 0; other < shared.length; other++)
    if (shared[other] > 0) shared[other] /= Math.sqrt(own * userCountOf(pairs, other)) + SHARED_PRIOR;
  return shared;
}
