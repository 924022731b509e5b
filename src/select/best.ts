/** The first of an order without putting all in order: a heap of those that are kept, the last of them on top. */
import type { FilmRow } from "../catalog/rows.js";

interface Ranked {
  readonly film: FilmRow;
  readonly rank: number;
}

/** Keeps the highest `capacity` of what is offered; of equal ranks the lower row, which is the better known film. */
export class Best {
  readonly #capacity: number;
  readonly #heap: Ranked[] = [];

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  offer(film: FilmRow, rank: number): void {
    const heap = this.#heap;
    if (heap.length < this.#capacity) {
      heap.push({ film, rank });
      this.#rise(heap.length - 1);
      return;
    }
    // Most of what is offered comes behind all that is kept: nothing is made for it.
    const last = heap[0];
    if (last === undefined || rank < last.rank || (rank === last.rank && film > last.film)) return;
    heap[0] = { film, rank };
    this.#sink();
  }

  /** In order. */
  films(): FilmRow[] {
    return this.#heap.toSorted((a, b) => (isBefore(a, b) ? -1 : 1)).map(({ film }) => film);
  }

  #rise(from: number): void {
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!isBefore(this.#heap[above], this.#heap[place])) return;
      this.#swap(place, above);
      place = above;
    }
  }

  #sink(): void {
    const heap = this.#heap;
    let place = 0;
    for (;;) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      let last = place;
      if (left < heap.length && isBefore(heap[last], heap[left])) last = left;
      if (right < heap.length && isBefore(heap[last], heap[right])) last = right;
      if (last === place) return;
      this.#swap(place, last);
      place = last;
    }
  }

  #swap(a: number, b: number): void {
    [this.#heap[a], this.#heap[b]] = [this.#heap[b], this.#heap[a]];
  }
}

function isBefore(a: Ranked, b: Ranked): boolean {
  return a.rank > b.rank || (a.rank === b.rank && a.film < b.film);
}
