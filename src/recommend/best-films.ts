/** The best few of many films, kept sorted: they are few enough for insertion. */
export class BestFilms {
  private readonly films: Int32Array;
  private readonly scores: Float64Array;
  private size = 0;
  /** A score must be above this to enter. */
  worst = Number.NEGATIVE_INFINITY;

  constructor(private readonly capacity: number) {
    this.films = new Int32Array(capacity);
    this.scores = new Float64Array(capacity);
  }

  /** Of equal scores the film offered first stays first. */
  offer(film: number, score: number): void {
    if (score <= this.worst) return;
    let at = this.size < this.capacity ? this.size++ : this.capacity - 1;
    while (at > 0 && this.scores[at - 1] < score) {
      this.scores[at] = this.scores[at - 1];
      this.films[at] = this.films[at - 1];
      at--;
    }
    this.scores[at] = score;
    this.films[at] = film;
    if (this.size === this.capacity) this.worst = this.scores[this.capacity - 1];
  }

  sorted(): readonly (readonly [film: number, score: number])[] {
    return Array.from({ length: this.size }, (_, i) => [this.films[i], this.scores[i]] as const);
  }
}
