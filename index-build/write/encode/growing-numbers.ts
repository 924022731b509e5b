/** Whole numbers of which it is not known how many there will be: what is full is never moved, nor held twice. */

const PIECE = 1 << 16;

export class GrowingNumbers {
  length = 0;
  readonly #pieces: Int32Array[] = [];

  push(...numbers: readonly number[]): void {
    for (const number of numbers) {
      const at = this.length++ % PIECE;
      if (at === 0) this.#pieces.push(new Int32Array(PIECE));
      this.#pieces[this.#pieces.length - 1][at] = number;
    }
  }

  at(place: number): number {
    return this.#pieces[Math.floor(place / PIECE)][place % PIECE];
  }

  /** All of them, in one piece. */
  all(): Int32Array {
    const all = new Int32Array(this.length);
    for (const [at, piece] of this.#pieces.entries())
      all.set(piece.subarray(0, this.length - at * PIECE), at * PIECE);
    return all;
  }
}
