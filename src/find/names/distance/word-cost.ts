/** Two names word by word: words left out, words too many, another order. */
import { isDigit, type QueryWord } from "./query.js";
import { isStopWordAt } from "./stop-words.js";

const OTHER_ORDER = 0.3;
/** A word of the name that was not typed, and the most of it that its letters can add. */
const MISSING_WORD = 0.3;
const MISSING_LETTER = 0.08;
const MOST_FOR_LETTERS = 0.5;
const STOP_WORD = 0.1;
/** Who leaves the number out means the first of a series. */
const MISSING_NUMBER = 0.9;
/** A typed word that the name does not have is nearly as bad as each of its letters. */
const EXTRA_LETTER = 0.9;
const EXTRA_WORD = 0.5;
/** An edit changes more of a short word. */
const SHORT_WORD = 4;
const SHORT_WORD_EDIT = 1.5;
/** "The Godfather" is no answer to "the godfather 2". */
const EXTRA_NUMBER = 2.5;
/** Words of a name that are told apart; the rest count as missing. */
const MOST_WORDS = 24;

const SPACE = 0x20;

/** Begin and end of the words of the key at hand, and which are taken; reused for every key. */
const begins = new Int32Array(MOST_WORDS);
const ends = new Int32Array(MOST_WORDS);
const taken = new Uint8Array(MOST_WORDS);

/**
 * Each typed word takes the nearest word of the key; what remains on either side costs.
 * @param limit what costs more is not told apart
 */
export function wordCost(
  words: readonly QueryWord[],
  bytes: Uint8Array,
  from: number,
  to: number,
  limit: number,
): number {
  const count = splitWords(bytes, from, to);
  if (words.length === 1 && count === 1) return limit + 1;
  let cost = 0;
  let last = -1;
  let ordered = true;
  for (const word of words) {
    let nearest = -1;
    let least = word.isNumber ? EXTRA_NUMBER : EXTRA_WORD + word.length * EXTRA_LETTER;
    const edit = word.length <= SHORT_WORD ? SHORT_WORD_EDIT : 1;
    const furthest = word.isNumber ? 0 : Math.floor(word.length / 3);
    for (let i = 0; i < count; i++) {
      if (taken[i] === 1 || Math.abs(ends[i] - begins[i] - word.length) > furthest) continue;
      const distance = word.distance(bytes, begins[i], ends[i]);
      if (distance <= furthest && distance * edit < least) {
        least = distance * edit;
        nearest = i;
      }
    }
    if (nearest >= 0) {
      taken[nearest] = 1;
      ordered &&= nearest > last;
      last = nearest;
    } else if (word.isStopWord) {
      least = STOP_WORD;
    }
    cost += least;
    if (cost > limit) return limit + 1;
  }
  for (let i = 0; i < count; i++) if (taken[i] === 0) cost += missingCost(bytes, begins[i], ends[i]);
  return cost + (ordered ? 0 : OTHER_ORDER);
}

/** Fills `begins`, `ends` and clears `taken`; returns how many words there are. */
function splitWords(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  let begin = from;
  for (let i = from; i <= to && count < MOST_WORDS; i++) {
    if (i < to && bytes[i] !== SPACE) continue;
    if (i > begin) {
      begins[count] = begin;
      ends[count] = i;
      taken[count++] = 0;
    }
    begin = i + 1;
  }
  return count;
}

function missingCost(bytes: Uint8Array, from: number, to: number): number {
  if (isStopWordAt(bytes, from, to)) return STOP_WORD;
  if (isDigit(bytes[from])) return MISSING_NUMBER;
  return MISSING_WORD + Math.min(MOST_FOR_LETTERS, MISSING_LETTER * (to - from));
}
