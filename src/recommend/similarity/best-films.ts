/** The best few of many films, kept sorted: they are few enough for insertion. */
import { type FilmRow, filmRow } from "../../catalog/rows.js";

export type RankedFilm = readonly [film: FilmRow, score: number];

export class BestFilms {
  readonly #capacity: number;
  readonly #films: Int32Array;
  readonly #scores: Float64Array;
  #size = 0;
  /** What scores less does not enter, nor does what scores as much and is a later film. */
  worst = Number.NEGATIVE_INFINITY;

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#films = new Int32Array(capacity);
    this.#scores = new Float64Array(capacity);
  }

  /** Of equal scores the earlier film comes first, in whatever order they are offered. @returns whether it entered */
  offer(film: number, score: number): boolean {
    const films = this.#films;
    const scores = this.#scores;
    const capacity = this.#capacity;
    if (score < this.worst || (score === this.worst && film > films[capacity - 1])) return false;
    let at = this.#size < capacity ? this.#size++ : capacity - 1;
    while (at > 0 && (scores[at - 1] < score || (scores[at - 1] === score && films[at - 1] > film))) {
      scores[at] = scores[at - 1];
      films[at] = films[at - 1];
      at--;
    }
    scores[at] = score;
    films[at] = film;
    if (this.#size === capacity) this.worst = scores[capacity - 1];
    return true;
  }

  sorted(): readonly RankedFilm[] {
    return Array.from({ length: this.#size }, (_, i) => [filmRow(this.#films[i]), this.#scores[i]] as const);
  }
}
