/**
 * How far what was typed lies from a key, in edits: 0 is the same text.
 * Three readings are tried, the cheapest counts: letter by letter, by sound, and word by word (missing words, another
 * order).
 */
import { editDistance } from "./distance.js";
import { phonetic } from "./encode/fold.js";

/** A question, prepared once. */
export interface Query {
  /** Folded. */
  readonly text: string;
  readonly joined: string;
  readonly sound: string;
  readonly words: readonly string[];
}

export function prepare(folded: string): Query {
  return {
    text: folded,
    joined: folded.replaceAll(" ", ""),
    sound: phonetic(folded),
    words: folded === "" ? [] : folded.split(" "),
  };
}

/** What is not the same text is at least this far from it: an exact title outranks a better known near-twin. */
const INEXACT = 0.6;
/** Words written together or apart: "spiderman". */
const SPACING = 0.1;
/** Sounding alike is a little worse than being written alike. */
const BY_SOUND = 0.3;
const OTHER_ORDER = 0.3;
/** A word of the title that was not typed, and the most of it that its letters can add. */
const MISSING_WORD = 0.3;
const MISSING_LETTER = 0.08;
const MISSING_STOP_WORD = 0.1;
/** Who leaves the number out means the first of a series. */
const MISSING_NUMBER = 0.9;
/** A typed word that the title does not have is nearly as bad as each of its letters. */
const EXTRA_LETTER = 0.7;
/** "The Godfather" is no answer to "the godfather 2". */
const EXTRA_NUMBER = 2.5;

const STOP_WORDS = new Set(
  "the a an of and in to on for part el la los las un una de del y en al lo le les des du parte".split(" "),
);

const NUMBER = /^\d+$/;

/** @param limit what costs more is not told apart */
export function matchCost(query: Query, key: string, limit: number): number {
  if (query.text === key) return 0;
  let best = Math.min(limit + 1, editDistance(query.text, key, Math.ceil(limit)));
  const joined = key.replaceAll(" ", "");
  best = Math.min(best, SPACING + editDistance(query.joined, joined, Math.ceil(best)));
  if (best > 1) best = Math.min(best, BY_SOUND + editDistance(query.sound, phonetic(key), Math.ceil(best)));
  if (best > 1) best = Math.min(best, wordCost(query.words, key.split(" "), best));
  return best + INEXACT;
}

/** Each typed word takes the nearest word of the key; what remains on either side costs. */
function wordCost(words: readonly string[], keyWords: readonly string[], limit: number): number {
  if (words.length === 1 && keyWords.length === 1) return limit + 1;
  const taken = new Array<boolean>(keyWords.length).fill(false);
  let cost = 0;
  let last = -1;
  let ordered = true;
  for (const word of words) {
    let nearest = -1;
    let least = NUMBER.test(word) ? EXTRA_NUMBER : word.length * EXTRA_LETTER;
    const furthest = Math.floor(word.length / 3);
    for (let i = 0; i < keyWords.length; i++) {
      if (taken[i]) continue;
      const distance = editDistance(word, keyWords[i], furthest);
      if (distance <= furthest && distance < least) {
        least = distance;
        nearest = i;
      }
    }
    if (nearest >= 0) {
      taken[nearest] = true;
      ordered &&= nearest > last;
      last = nearest;
    } else if (STOP_WORDS.has(word)) {
      least = MISSING_STOP_WORD;
    }
    cost += least;
    if (cost > limit) return limit + 1;
  }
  keyWords.forEach((word, i) => {
    if (!taken[i]) cost += missingCost(word);
  });
  return cost + (ordered ? 0 : OTHER_ORDER);
}

/** What a word of a key that was not typed costs. */
function missingCost(word: string): number {
  if (STOP_WORDS.has(word)) return MISSING_STOP_WORD;
  if (NUMBER.test(word)) return MISSING_NUMBER;
  return MISSING_WORD + Math.min(0.5, MISSING_LETTER * word.length);
}

/** How far a half-typed text lies from the beginning of a key, in edits. */
export function prefixCost(text: string, key: string, limit: number): number {
  // A letter left out or typed twice shifts where the typed part ends.
  const ends = [text.length, text.length + 1, text.length - 1];
  return Math.min(...ends.map((end) => editDistance(text, key.slice(0, end), limit)));
}

/**
 * The most a question may lie from what it means. Short words mean something else after one edit: random letters
 * match some title.
 */
export function costLimit(text: string): number {
  const letters = text.replaceAll(" ", "").length;
  if (letters <= 2) return 0;
  return INEXACT + (letters <= 4 ? 1 : letters <= 7 ? 1.5 : letters <= 11 ? 2.5 : 3.5);
}
