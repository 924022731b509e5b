/** What people's likes say of pairs of films. */
import type { Ease } from "./ease.js";
import { type Likes, likeCount } from "./likes.js";

/** Added to √(likes of a × likes of b): two films with one like, of the same person, have not proved much. */
const CO_RATED_PRIOR = 10;

/** What those who liked one film make of all films, by film row. */
export interface TasteOfFilm {
  readonly ease: Float32Array;
  readonly coRated: Float32Array;
  /** People who liked both. */
  readonly shared: Int32Array;
}

export class Tastes {
  /** log(1 + likes) of each film. */
  readonly logLikes: Float32Array;
  /** Films that somebody liked, ascending. */
  readonly liked: Int32Array;
  /** How much it says that a person liked both of two films: less, the more films they like. */
  private readonly userWeights: Float32Array;
  private last: { readonly film: number; readonly taste: TasteOfFilm } | undefined;

  constructor(
    readonly likes: Likes,
    readonly ease: Ease,
  ) {
    const { userOffsets, filmOffsets } = likes;
    const count = filmOffsets.length - 1;
    this.logLikes = Float32Array.from({ length: count }, (_, film) => Math.log(1 + likeCount(likes, film)));
    this.liked = Int32Array.from(this.logLikes.keys()).filter((film) => this.logLikes[film] > 0);
    this.userWeights = Float32Array.from(
      { length: likes.userCount },
      (_, user) => 1 / Math.log(3 + userOffsets[user + 1] - userOffsets[user]),
    );
  }

  /** The answer is kept until another film is asked for. */
  of(film: number): TasteOfFilm {
    if (this.last?.film !== film) this.last = { film, taste: this.compute(film) };
    return this.last.taste;
  }

  private compute(film: number): TasteOfFilm {
    const { filmOffsets, usersOf, userOffsets, filmsOf } = this.likes;
    const count = filmOffsets.length - 1;
    const shared = new Int32Array(count);
    const ease = new Float32Array(count);
    const coRated = new Float32Array(count);
    const own = likeCount(this.likes, film);
    if (own === 0) return { ease, coRated, shared };
    for (let i = filmOffsets[film]; i < filmOffsets[film + 1]; i++) {
      const user = usersOf[i];
      const weight = this.userWeights[user];
      for (let j = userOffsets[user]; j < userOffsets[user + 1]; j++) {
        shared[filmsOf[j]]++;
        coRated[filmsOf[j]] += weight;
      }
    }
    const weights = this.ease.weightsOfUsers([[film, 1]]);
    for (const other of this.liked) {
      ease[other] = this.ease.score(weights, other);
      coRated[other] /= Math.sqrt(own * likeCount(this.likes, other)) + CO_RATED_PRIOR;
    }
    return { ease, coRated, shared };
  }
}
