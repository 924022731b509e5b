/**
 * Adds up what a question finds and ranks the films: those that match most words first, then by evidence and
 * fame.
 */
import { type FilmRow, filmRow } from "../../catalog/rows.js";
import type { TextMatch } from "../port.js";
import { MOST_LOOKED_AT } from "./evidence.js";
import type { TextQuery } from "./query.js";

/** Evidence, with quality, of which half of what lies between two counts of words is reached. */
const HALF = 15;
/** Of more words than this some are told in other words: films with those that tell most come first, not with most. */
const FEW_WORDS = 3;
/** The same for many words. */
const HALF_OF_MANY = 40;
interface Candidate {
  readonly row: FilmRow;
  readonly score: number;
}

/** Ranks one question after another; its arrays (18 bytes a film) are all zero between two. */
export class Ranking {
  /** What the word at hand says of a film. */
  readonly #best: Float32Array;
  readonly #evidence: Float32Array;
  /** Which words match a film, a bit each: a question has at most 16. */
  readonly #matches: Uint16Array;
  readonly #touched: Int32Array;
  #touchedCount = 0;
  readonly #quality: Float32Array;

  /** @param quality by film row: what evidence counts times, for being well known and well rated */
  constructor(quality: Float32Array) {
    this.#quality = quality;
    this.#best = new Float32Array(quality.length);
    this.#evidence = new Float32Array(quality.length);
    this.#matches = new Uint16Array(quality.length);
    this.#touched = new Int32Array(quality.length);
  }

  rank(query: TextQuery, limit: number): TextMatch[] {
    this.#addWords(query);
    this.#addPhrases(query);
    const best = this.#select(query, limit).map(({ row, score }) => ({
      row,
      score,
      matched: [
        ...new Set(query.words.flatMap(({ typed }, i) => (this.#matches[row] & (1 << i) ? [typed] : []))),
      ],
    }));
    this.#clear();
    return best;
  }

  #addWords({ words }: TextQuery): void {
    words.forEach(({ readings }, i) => {
      for (const { films, bytes, scale, worth } of readings) {
        for (let p = 0, end = endOf(films); p < end; p++) {
          const value = worth * scale[bytes[p]];
          if (value > this.#best[films[p]]) this.#best[films[p]] = value;
        }
      }
      for (const { films } of readings) {
        for (let p = 0, end = endOf(films); p < end; p++) {
          const row = films[p];
          this.#match(row, 1 << i);
          this.#evidence[row] += this.#best[row];
          // Met again in the next reading, it has nothing to add.
          this.#best[row] = 0;
        }
      }
    });
  }

  #addPhrases({ phrases }: TextQuery): void {
    for (const { films, bytes, scale, worth, covers } of phrases) {
      for (let p = 0, end = endOf(films); p < end; p++) {
        this.#match(films[p], covers);
        this.#evidence[films[p]] += worth * scale[bytes[p]];
      }
    }
  }

  #match(row: FilmRow, words: number): void {
    if (this.#matches[row] === 0) this.#touched[this.#touchedCount++] = row;
    this.#matches[row] |= words;
  }

  /** Best first; equals in the order of rows, which is that of votes. */
  #select({ words }: TextQuery, limit: number): Candidate[] {
    const worths = words.map(({ worth }) => worth);
    const score = words.length > FEW_WORDS ? this.#scoreOfMany(worths) : this.#scoreOfFew(words.length);
    const chosen: Candidate[] = [];
    for (let i = 0; i < this.#touchedCount; i++) {
      const row = filmRow(this.#touched[i]);
      const reached = score(row);
      if (chosen.length === limit) {
        if (!isBetter(row, reached, chosen[limit - 1])) continue;
        chosen.pop();
      }
      let place = chosen.length;
      while (place > 0 && isBetter(row, reached, chosen[place - 1])) place--;
      chosen.splice(place, 0, { row, score: reached });
    }
    return chosen;
  }

  /** Films with more of the words first, then by evidence. */
  #scoreOfFew(words: number): (row: FilmRow) => number {
    return (row) => {
      const evidence = this.#evidence[row] * this.#quality[row];
      return (bitCount(this.#matches[row]) - 1 + evidence / (evidence + HALF)) / words;
    };
  }

  /** By the share of what all words are worth, and evidence. */
  #scoreOfMany(worths: readonly number[]): (row: FilmRow) => number {
    const all = worths.reduce((sum, worth) => sum + worth, 0);
    return (row) => {
      const evidence = this.#evidence[row] * this.#quality[row];
      const matches = this.#matches[row];
      let matched = 0;
      for (let bit = 0; bit < worths.length; bit++) if (matches & (1 << bit)) matched += worths[bit];
      return (matched / all) * (evidence / (evidence + HALF_OF_MANY));
    };
  }

  #clear(): void {
    for (let i = 0; i < this.#touchedCount; i++) {
      this.#evidence[this.#touched[i]] = 0;
      this.#matches[this.#touched[i]] = 0;
    }
    this.#touchedCount = 0;
  }
}

function endOf({ length }: { readonly length: number }): number {
  return Math.min(length, MOST_LOOKED_AT);
}

function isBetter(row: FilmRow, score: number, than: Candidate): boolean {
  return score > than.score || (score === than.score && row < than.row);
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
