/**
 * Texts in the order of their letters, spaces apart: which are just these letters, and which begin with them.
 */
import type { Texts } from "../distance/cost.js";
import { NONE, type PrefixSet } from "./prefix-set.js";

const SPACE = 0x20;
/** Before every letter. */
const END = -1;

export class LetterOrder {
  readonly #texts: Texts;
  readonly #count: number;
  readonly #byLetters: Int32Array | undefined;

  /**
   * @param count how many texts there are
   * @param byLetters rows of the texts in that order; undefined where they stand in it themselves
   */
  constructor(texts: Texts, count: number, byLetters: Int32Array | undefined) {
    this.#texts = texts;
    this.#count = count;
    this.#byLetters = byLetters;
  }

  /** How many texts there are. */
  get count(): number {
    return this.#count;
  }

  /** Calls back with the rows of the texts of just these letters: the first of those that begin with them. */
  exact(letters: Uint8Array, found: (row: number) => void): void {
    for (let place = this.#restBound(0, this.#count, 0, letters, 0, false); place < this.#count; place++) {
      const row = this.rowAt(place);
      if (this.#compareFrom(row, 0, letters, 0) !== 0 || !this.#isWhole(row, letters.length)) return;
      found(row);
    }
  }

  /**
   * The same among places whose texts are known to begin with the first `depth` of these letters: where somebody goes on
   * from there.
   */
  prefixWithin(from: number, to: number, depth: number, letters: Uint8Array): [from: number, to: number] {
    const begin = this.#restBound(from, to, depth, letters, depth, false);
    return [begin, this.#restBound(begin, to, depth, letters, depth, true)];
  }

  /**
   * The same among the places of the texts that begin with these letters, where those are known: ascending, for as long as
   * `found` wants more.
   */
  whole(letters: Uint8Array, from: number, to: number, found: (row: number) => boolean): void {
    for (let place = from; place < to; place++) {
      const row = this.rowAt(place);
      if (!this.#isWhole(row, letters.length) || !found(row)) return;
    }
  }

  /** Places of the texts that begin with these letters. */
  prefix(letters: Uint8Array): [from: number, to: number] {
    const from = this.#restBound(0, this.#count, 0, letters, 0, false);
    return [from, this.#restBound(from, this.#count, 0, letters, 0, true)];
  }

  rowAt(place: number): number {
    return this.#byLetters === undefined ? place : this.#byLetters[place];
  }

  /**
   * Calls back with each run of places whose texts begin with these letters but for one edit. Down the
   * letters as they were typed; at each, the edit is made in every way that some text bears out, and the rest
   * looked for as a whole.
   * @param begins which beginnings occur
   */
  prefixNear(letters: Uint8Array, begins: PrefixSet, found: (from: number, to: number) => void): void {
    let from = 0;
    let to = this.#count;
    for (let depth = 0; depth < letters.length && from < to; depth++) {
      const letter = letters[depth];
      const rest = depth + 1;
      if (begins.mayHave(letters, depth, NONE, rest)) this.#rest(from, to, depth, letters, rest, found);
      for (let place = from; place < to; ) {
        const other = this.#letterAt(place, depth);
        const end = this.#letterBound(place, to, depth, other + 1);
        if (other !== END && other !== letter) {
          if (begins.mayHave(letters, depth, other, rest))
            this.#rest(place, end, depth + 1, letters, rest, found);
          if (begins.mayHave(letters, depth, other, depth))
            this.#rest(place, end, depth + 1, letters, depth, found);
          if (other === letters[rest]) {
            const begin = this.#letterBound(place, end, depth + 1, letter);
            const swapped = this.#letterBound(begin, end, depth + 1, letter + 1);
            this.#rest(begin, swapped, depth + 2, letters, depth + 2, found);
          }
        }
        place = end;
      }
      from = this.#letterBound(from, to, depth, letter);
      to = this.#letterBound(from, to, depth, letter + 1);
    }
    if (from < to) found(from, to);
  }

  /** The texts of a run, which shares `depth` letters, that go on with the letters from `at` on. */
  #rest(
    from: number,
    to: number,
    depth: number,
    letters: Uint8Array,
    at: number,
    found: (from: number, to: number) => void,
  ): void {
    if (from >= to) return;
    const begin = this.#restBound(from, to, depth, letters, at, false);
    if (begin === to || this.#compareFrom(this.rowAt(begin), depth, letters, at) !== 0) return;
    found(begin, this.#restBound(begin, to, depth, letters, at, true));
  }

  /**
   * First place of a run whose text, from `depth` on, is not before the letters; `past`: and does not begin
   * with them.
   */
  #restBound(
    from: number,
    to: number,
    depth: number,
    letters: Uint8Array,
    at: number,
    past: boolean,
  ): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = this.#compareFrom(this.rowAt(middle), depth, letters, at);
      if (order < 0 || (past && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * First place in a run whose letter at `depth` is not before this one; the run shares the letters above it.
   */
  #letterBound(from: number, to: number, depth: number, letter: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#letterAt(middle, depth) < letter) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The letter at a depth of the text at a place, END where it has ended. */
  #letterAt(place: number, depth: number): number {
    return this.#letterAtRow(this.rowAt(place), depth);
  }

  #letterAtRow(row: number, depth: number): number {
    const { bytes, offsets } = this.#texts;
    const end = offsets[row + 1];
    let left = depth;
    for (let i = offsets[row]; i < end; i++) {
      if (bytes[i] === SPACE) continue;
      if (left-- === 0) return bytes[i];
    }
    return END;
  }

  /**
   * Order of a text, its first `depth` letters left out, and the letters from `at` on: 0 where it begins with
   * them.
   */
  #compareFrom(row: number, depth: number, letters: Uint8Array, at: number): number {
    const { bytes, offsets } = this.#texts;
    const end = offsets[row + 1];
    let i = offsets[row];
    for (let left = depth; left > 0; i++) if (bytes[i] !== SPACE) left--;
    for (let j = at; j < letters.length; j++) {
      while (i < end && bytes[i] === SPACE) i++;
      if (i === end) return -1;
      if (bytes[i] !== letters[j]) return bytes[i] - letters[j];
      i++;
    }
    return 0;
  }

  /** Whether a text, known to begin with these letters, ends with them. */
  #isWhole(row: number, letters: number): boolean {
    return this.#letterAtRow(row, letters) === END;
  }
}
