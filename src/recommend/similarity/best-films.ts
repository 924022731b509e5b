/** The best few of many films, kept sorted: they are few enough for insertion. */
export class BestFilms {
  private readonly films: Int32Array;
  private readonly scores: Float64Array;
  private size = 0;
  /** What scores less does not enter, nor does what scores as much and is a later film. */
  worst = Number.NEGATIVE_INFINITY;

  constructor(private readonly capacity: number) {
    this.films = new Int32Array(capacity);
    this.scores = new Float64Array(capacity);
  }

  /** Of equal scores the earlier film comes first, in whatever order they are offered. */
  offer(film: number, score: number): void {
    const { films, scores } = this;
    if (score < this.worst || (score === this.worst && film > films[this.capacity - 1])) return;
    let at = this.size < this.capacity ? this.size++ : this.capacity - 1;
    while (at > 0 && (scores[at - 1] < score || (scores[at - 1] === score && films[at - 1] > film))) {
      scores[at] = scores[at - 1];
      films[at] = films[at - 1];
      at--;
    }
    scores[at] = score;
    films[at] = film;
    if (this.size === this.capacity) this.worst = scores[this.capacity - 1];
  }

  sorted(): readonly (readonly [film: number, score: number])[] {
    return Array.from({ length: this.size }, (_, i) => [this.films[i], this.scores[i]] as const);
  }
}
