/**
 * Adds up what a question finds and ranks the films: those that match most words first, then by evidence and
 * fame.
 */
import { type FilmRow, filmRow } from "../../catalog/rows.js";
import { weightOfByte } from "../encode/text/weights.js";
import type { TextMatch } from "../port.js";
import type { TextQuery } from "./query.js";

/** How much being well known counts beside the evidence: votes' log10 is up to 4.2. */
const FAME = 0.7;
/** Evidence, with fame, of which half of what lies between two counts of words is reached. */
const HALF = 15;
/**
 * Weight of which half of what a term can say is reached: that a keyword stands in the title too says less
 * than that the plot tells of the question's other word.
 */
const HALF_WEIGHT = 2;

/** What a term says of a film, 0–1, by the byte of its weight. */
const SAID = Float32Array.from({ length: 256 }, (_, byte) => {
  const weight = weightOfByte(byte);
  return weight / (weight + HALF_WEIGHT);
});

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
  readonly #fame: Float32Array;

  /** @param fame votes' log10 by film row */
  constructor(fame: Float32Array) {
    this.#fame = fame;
    this.#best = new Float32Array(fame.length);
    this.#evidence = new Float32Array(fame.length);
    this.#matches = new Uint16Array(fame.length);
    this.#touched = new Int32Array(fame.length);
  }

  rank(query: TextQuery, limit: number): TextMatch[] {
    this.#addWords(query);
    this.#addPhrases(query);
    const best = this.#select(query.words.length, limit).map(({ row, score }) => ({
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
      for (const { films, weights, worth } of readings) {
        for (let p = 0; p < films.length; p++) {
          const value = worth * SAID[weights[p]];
          if (value > this.#best[films[p]]) this.#best[films[p]] = value;
        }
      }
      for (const { films } of readings) {
        for (const row of films) {
          this.#match(row, 1 << i);
          this.#evidence[row] += this.#best[row];
          // Met again in the next reading, it has nothing to add.
          this.#best[row] = 0;
        }
      }
    });
  }

  #addPhrases({ phrases }: TextQuery): void {
    for (const { films, weights, worth, from, to } of phrases) {
      const covered = ((1 << (to - from)) - 1) << from;
      for (let p = 0; p < films.length; p++) {
        this.#match(films[p], covered);
        this.#evidence[films[p]] += worth * SAID[weights[p]];
      }
    }
  }

  #match(row: FilmRow, words: number): void {
    if (this.#matches[row] === 0) this.#touched[this.#touchedCount++] = row;
    this.#matches[row] |= words;
  }

  /** Best first; equals in the order of rows, which is that of votes. */
  #select(words: number, limit: number): Candidate[] {
    const chosen: Candidate[] = [];
    for (let i = 0; i < this.#touchedCount; i++) {
      const row = filmRow(this.#touched[i]);
      const score = this.#score(row, words);
      if (chosen.length === limit) {
        if (!isBetter(row, score, chosen[limit - 1])) continue;
        chosen.pop();
      }
      let place = chosen.length;
      while (place > 0 && isBetter(row, score, chosen[place - 1])) place--;
      chosen.splice(place, 0, { row, score });
    }
    return chosen;
  }

  #score(row: FilmRow, words: number): number {
    const evidence = this.#evidence[row] * (1 + FAME * this.#fame[row]);
    return (bitCount(this.#matches[row]) - 1 + evidence / (evidence + HALF)) / words;
  }

  #clear(): void {
    for (let i = 0; i < this.#touchedCount; i++) {
      this.#evidence[this.#touched[i]] = 0;
      this.#matches[this.#touched[i]] = 0;
    }
    this.#touchedCount = 0;
  }
}

function isBetter(row: FilmRow, score: number, than: Candidate): boolean {
  return score > than.score || (score === than.score && row < than.row);
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
