/** What people's ratings say of pairs of films. */
import { type Likes, type Pairs, userCountOf } from "./likes.js";

/** Added to √(people of a × people of b): two films with one person in common have not proved much. */
const SHARED_PRIOR = 10;
const USER_PRIOR = 5;
/** Added to what people count who share two films, and to what they were expected to. */
const TOGETHER_PRIOR = 0.3;

/** What those who rated one film make of all films, by film row; 0 for films that nobody rated. */
export interface TasteOfFilm {
  readonly coRated: Float32Array;
  readonly coSeen: Float32Array;
  readonly likedTogether: Float32Array;
  readonly seenTogether: Float32Array;
}

export class Tastes {
  /** log(1 + people who rated it). */
  readonly logSeen: Float32Array;
  /** Films that somebody rated, ascending. */
  readonly rated: Int32Array;
  /** How much people of one film are expected to count for each: what its people count, by all people. */
  readonly #expected: Readonly<Record<"liked" | "seen", Float32Array>>;
  #last: number | undefined;
  /** Written anew for each film: they are long, and asked for once a film. */
  #taste: TasteOfFilm | undefined;
  readonly likes: Likes;

  constructor(likes: Likes) {
    this.likes = likes;
    const count = likes.filmOffsets.length - 1;
    this.#expected = { liked: expectedOf(likes), seen: expectedOf(likes.seen) };
    this.logSeen = new Float32Array(count);
    const rated = new Int32Array(count);
    let ratedCount = 0;
    for (let film = 0; film < count; film++) {
      this.logSeen[film] = Math.log(1 + userCountOf(likes.seen, film));
      if (this.logSeen[film] > 0) rated[ratedCount++] = film;
    }
    this.rated = rated.slice(0, ratedCount);
  }

  /** Valid until another film is asked for. */
  of(film: number): TasteOfFilm {
    if (this.#taste === undefined || this.#last !== film) this.#taste = this.#compute(film, this.#taste);
    this.#last = film;
    return this.#taste;
  }

  /** @param taste of another film, to be overwritten */
  #compute(film: number, taste = emptyTaste(this.logSeen.length)): TasteOfFilm {
    const { rated, likes } = this;
    const { coRated, coSeen, likedTogether, seenTogether } = taste;
    const { liked, seen } = this.#expected;
    overlap(likes, film, rated, liked, coRated, likedTogether);
    overlap(likes.seen, film, rated, seen, coSeen, seenTogether);
    return taste;
  }
}

function emptyTaste(count: number): TasteOfFilm {
  return {
    coRated: new Float32Array(count),
    coSeen: new Float32Array(count),
    likedTogether: new Float32Array(count),
    seenTogether: new Float32Array(count),
  };
}

/** Somebody with very many films says less of each pair. */
function weightOf({ userOffsets }: Pairs, user: number): number {
  return 1 / Math.sqrt(USER_PRIOR + userOffsets[user + 1] - userOffsets[user]);
}

function expectedOf(pairs: Pairs): Float32Array {
  const { filmOffsets, usersOf, userCount } = pairs;
  const expected = new Float32Array(filmOffsets.length - 1);
  for (let film = 0; film < expected.length; film++) {
    let sum = 0;
    for (let i = filmOffsets[film]; i < filmOffsets[film + 1]; i++) sum += weightOf(pairs, usersOf[i]);
    expected[film] = sum / Math.max(1, userCount);
  }
  return expected;
}

/**
 * @param expected what one person of any film is expected to count for each
 * @param cosine written: cosine of the people of the film and those of every other, drawn to 0 where they are
 *   few
 * @param together written: log of the people they share by those expected, drawn to 0 likewise
 */
function overlap(
  pairs: Pairs,
  film: number,
  rated: Int32Array,
  expected: Float32Array,
  cosine: Float32Array,
  together: Float32Array,
): void {
  const { filmOffsets, usersOf, userOffsets, filmsOf } = pairs;
  cosine.fill(0);
  const own = userCountOf(pairs, film);
  const ownExpected = expected[film];
  for (let i = filmOffsets[film]; i < filmOffsets[film + 1]; i++) {
    const user = usersOf[i];
    const weight = weightOf(pairs, user);
    for (let j = userOffsets[user]; j < userOffsets[user + 1]; j++) cosine[filmsOf[j]] += weight;
  }
  for (let i = 0; i < rated.length; i++) {
    const other = rated[i];
    const both = cosine[other];
    const others = filmOffsets[other + 1] - filmOffsets[other];
    // The same whichever of the two is asked for.
    const chance = (own * expected[other] + others * ownExpected) / 2;
    together[other] =
      own === 0 || others === 0 ? 0 : Math.log((both + TOGETHER_PRIOR) / (chance + TOGETHER_PRIOR));
    if (both > 0) cosine[other] = both / (Math.sqrt(own * others) + SHARED_PRIOR);
  }
}
