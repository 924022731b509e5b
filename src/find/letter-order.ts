/** Texts in the order of their letters, spaces apart: which are just these letters, and which begin with them. */
import type { Texts } from "./cost.js";

const SPACE = 0x20;
/** Before every letter. */
const END = -1;

export class LetterOrder {
  /**
   * @param count how many texts there are
   * @param byLetters rows of the texts in that order; undefined where they stand in it themselves
   */
  constructor(
    private readonly texts: Texts,
    private readonly count: number,
    private readonly byLetters: Int32Array | undefined,
  ) {}

  /** Calls back with the rows of the texts of just these letters. */
  exact(letters: Uint8Array, found: (row: number) => void): void {
    for (let place = this.lowerBound(letters, false, true); place < this.count; place++) {
      const row = this.rowAt(place);
      if (this.compare(row, letters, true) !== 0) return;
      found(row);
    }
  }

  /** Places of the texts that begin with these letters. */
  prefix(letters: Uint8Array): [from: number, to: number] {
    return [this.lowerBound(letters, false, false), this.lowerBound(letters, true, false)];
  }

  rowAt(place: number): number {
    return this.byLetters === undefined ? place : this.byLetters[place];
  }

  /**
   * Calls back with each run of places whose texts begin with these letters but for one edit: a walk down the letters
   * that occur, which stops where nothing begins so.
   */
  prefixNear(letters: Uint8Array, found: (from: number, to: number) => void): void {
    this.walk(letters, 0, 0, 0, this.count, true, found);
  }

  /** All texts from `from` to `to` share `depth` letters, which stand for the first `at` of those asked for. */
  private walk(
    letters: Uint8Array,
    at: number,
    depth: number,
    from: number,
    to: number,
    editLeft: boolean,
    found: (from: number, to: number) => void,
  ): void {
    if (from >= to) return;
    if (at === letters.length) {
      found(from, to);
      return;
    }
    const next = (letter: number, skipped: number, edit: boolean): void => {
      const begin = this.letterBound(from, to, depth, letter);
      const end = this.letterBound(begin, to, depth, letter + 1);
      this.walk(letters, at + skipped, depth + 1, begin, end, edit, found);
    };
    next(letters[at], 1, editLeft);
    if (!editLeft) return;
    this.walk(letters, at + 1, depth, from, to, false, found);
    for (let place = from; place < to; ) {
      const letter = this.letterAt(place, depth);
      const end = this.letterBound(place, to, depth, letter + 1);
      if (letter !== END && letter !== letters[at]) {
        this.walk(letters, at + 1, depth + 1, place, end, false, found);
        this.walk(letters, at, depth + 1, place, end, false, found);
        if (at + 1 < letters.length && letter === letters[at + 1]) {
          const begin = this.letterBound(place, end, depth + 1, letters[at]);
          const swapped = this.letterBound(begin, end, depth + 1, letters[at] + 1);
          this.walk(letters, at + 2, depth + 2, begin, swapped, false, found);
        }
      }
      place = end;
    }
  }

  /** First place in a run whose letter at `depth` is not before this one; the run shares the letters above it. */
  private letterBound(from: number, to: number, depth: number, letter: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.letterAt(middle, depth) < letter) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The letter at a depth of the text at a place, END where it has ended. */
  private letterAt(place: number, depth: number): number {
    const { bytes, offsets } = this.texts;
    const row = this.rowAt(place);
    const end = offsets[row + 1];
    let left = depth;
    for (let i = offsets[row]; i < end; i++) {
      if (bytes[i] === SPACE) continue;
      if (left-- === 0) return bytes[i];
    }
    return END;
  }

  /** First place whose text is not before the letters; `past`: and does not begin with them (`whole`: is not just them). */
  private lowerBound(letters: Uint8Array, past: boolean, whole: boolean): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = this.compare(this.rowAt(middle), letters, whole);
      if (order < 0 || (past && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Order of a text's letters and others: 0 where it begins with them (`whole`: is just them). */
  private compare(row: number, letters: Uint8Array, whole: boolean): number {
    const { bytes, offsets } = this.texts;
    let i = offsets[row];
    const end = offsets[row + 1];
    for (let j = 0; j < letters.length; j++) {
      while (i < end && bytes[i] === SPACE) i++;
      if (i === end) return -1;
      if (bytes[i] !== letters[j]) return bytes[i] - letters[j];
      i++;
    }
    return whole && i < end ? 1 : 0;
  }
}
