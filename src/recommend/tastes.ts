/** What people's ratings say of pairs of films. */
import type { Ease } from "./ease.js";
import { type Likes, type Pairs, userCountOf } from "./likes.js";

/** Added to √(people of a × people of b): two films with one person in common have not proved much. */
const SHARED_PRIOR = 10;
const USER_PRIOR = 5;

/** What those who rated one film make of all films, by film row; 0 for films that nobody rated. */
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
  private last: number | undefined;
  /** Written anew for each film: they are long, and asked for once a film. */
  private readonly taste: TasteOfFilm;

  constructor(
    readonly likes: Likes,
    readonly ease: Ease,
  ) {
    const count = likes.filmOffsets.length - 1;
    const films = { length: count };
    this.taste = {
      ease: new Float32Array(count),
      coRated: new Float32Array(count),
      coSeen: new Float32Array(count),
    };
    this.logLikes = Float32Array.from(films, (_, film) => Math.log(1 + userCountOf(likes, film)));
    this.logSeen = Float32Array.from(films, (_, film) => Math.log(1 + userCountOf(likes.seen, film)));
    this.rated = Int32Array.from(this.logSeen.keys()).filter((film) => this.logSeen[film] > 0);
  }

  /** Valid until another film is asked for. */
  of(film: number): TasteOfFilm {
    if (this.last !== film) this.compute(film);
    this.last = film;
    return this.taste;
  }

  private compute(film: number): void {
    const { rated, likes } = this;
    const { ease, coRated, coSeen } = this.taste;
    if (this.logLikes[film] > 0) this.ease.scores(this.ease.weightsOfUsers([[film, 1]]), rated, ease);
    else ease.fill(0);
    overlap(likes, film, rated, coRated);
    overlap(likes.seen, film, rated, coSeen);
  }
}

/**
 * Cosine of the people of one film and those of every other, drawn to 0 where they are few. Somebody with very many
 * films says less of each pair: a person counts 1 / √(USER_PRIOR + films).
 */
function overlap(pairs: Pairs, film: number, rated: Int32Array, shared: Float32Array): void {
  const { filmOffsets, usersOf, userOffsets, filmsOf } = pairs;
  shared.fill(0);
  const own = userCountOf(pairs, film);
  for (let i = filmOffsets[film]; i < filmOffsets[film + 1]; i++) {
    const user = usersOf[i];
    const weight = 1 / Math.sqrt(USER_PRIOR + userOffsets[user + 1] - userOffsets[user]);
    for (let j = userOffsets[user]; j < userOffsets[user + 1]; j++) shared[filmsOf[j]] += weight;
  }
  for (let i = 0; i < rated.length; i++) {
    const other = rated[i];
    const both = shared[other];
    if (both > 0)
      shared[other] = both / (Math.sqrt(own * (filmOffsets[other + 1] - filmOffsets[other])) + SHARED_PRIOR);
  }
}
