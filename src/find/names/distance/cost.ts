/**
 * How far what was typed lies from a key, in edits: 0 is the same text. Three readings are tried, the
 * cheapest counts: letter by letter, by sound, and word by word (`word-cost.ts`).
 */
import { isDigit, type Query } from "./query.js";
import { wordCost } from "./word-cost.js";

/** Texts one after the other: text r is `bytes[offsets[r]…offsets[r + 1]]`. */
export interface Texts {
  readonly bytes: Uint8Array;
  readonly offsets: Int32Array;
}

const SPACE = 0x20;

/**
 * What is not the same text is at least this far from it: an exact title outranks a better known near-twin.
 */
export const INEXACT = 0.6;
/** Words written together or apart: "spiderman". */
export const SPACING = 0.1;
/** Sounding alike is a little worse than being written alike. */
const BY_SOUND = 0.3;
/** One sound often stands for two letters. */
const SOUND_EDIT = 1.15;
/**
 * What sounds alike but is written quite otherwise is not as near as it sounds: "heavy mtea" is not "I
 * vinti".
 */
const WRITTEN_OTHERWISE = 0.45;
/** An English name as it is heard, and each letter in which that differs from how it is written. */
const BY_EAR = 1.3;
const EAR_LETTER = 0.16;
/** Who writes by ear hears where words end: "routh nigh" is not "Horton". For each word more or less. */
const EAR_WORD = 0.4;
/** A shorter text has too few consonants to be sure. */
const SHORT_BY_EAR = 7;
/** "Rocky 2" and "Rocky 3" are one letter apart, and two films. */
const OTHER_NUMBER = 1.2;
/** Who types no number means the first of a series. */
const NO_NUMBER = 0.6;

/** The same letters, which may be spaced otherwise; infinite where they are not the same. */
export function spacingCost(query: Query, { bytes, offsets }: Texts, key: number): number {
  const own = query.letters;
  const to = offsets[key + 1];
  let at = 0;
  for (let i = offsets[key]; i < to; i++) {
    if (bytes[i] === SPACE) continue;
    if (bytes[i] !== own[at]) return Number.POSITIVE_INFINITY;
    at++;
  }
  if (at < own.length) return Number.POSITIVE_INFINITY;
  return sameBytes(query.bytes, bytes, offsets[key], to) ? 0 : SPACING;
}

function sameBytes(own: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== own.length) return false;
  for (let i = 0; i < own.length; i++) if (own[i] !== bytes[from + i]) return false;
  return true;
}

/**
 * Letter by letter, for a key that is not the same text.
 * @param edits what is further away is not of interest
 */
export function letterCost(query: Query, texts: Texts, key: number, edits: number): number {
  const from = texts.offsets[key];
  const to = texts.offsets[key + 1];
  const distance = query.lettersDistance(texts.bytes, from, to);
  if (distance > edits) return Number.POSITIVE_INFINITY;
  return INEXACT + distance + numberCost(query.digits, texts.bytes, from, to);
}

/**
 * By sound; how it is written counts too where it does not sound the same.
 * @param edits what sounds further away is not of interest
 */
export function soundCost(query: Query, texts: Texts, sounds: Texts, key: number, edits: number): number {
  const distance = query.soundDistance(sounds.bytes, sounds.offsets[key], sounds.offsets[key + 1]);
  if (distance > edits) return Number.POSITIVE_INFINITY;
  const from = texts.offsets[key];
  const to = texts.offsets[key + 1];
  const bySound = BY_SOUND + SOUND_EDIT * distance;
  const written = distance === 0 ? 0 : WRITTEN_OTHERWISE * query.lettersDistance(texts.bytes, from, to);
  return INEXACT + Math.max(bySound, written) + numberCost(query.digits, texts.bytes, from, to);
}

/**
 * For a key of the same consonants: vowels are what the ear gets wrong, silent letters what it cannot know.
 * Where more than about half of the letters differ, it was not heard either.
 * @param sounds of the keys, where what sounds alike may differ in its letters
 */
export function consonantsCost(query: Query, texts: Texts, key: number, sounds?: Texts): number {
  const from = texts.offsets[key];
  const to = texts.offsets[key + 1];
  let distance = query.lettersDistance(texts.bytes, from, to);
  if (sounds !== undefined) {
    const heard = query.soundDistance(sounds.bytes, sounds.offsets[key], sounds.offsets[key + 1]);
    distance = Math.min(distance, 1 + heard);
  }
  if (distance > mostEditsByEar(query.letters.length)) return Number.POSITIVE_INFINITY;
  const words = Math.abs(spaces(query.bytes, 0, query.bytes.length) - spaces(texts.bytes, from, to));
  const heard = BY_EAR + EAR_LETTER * distance + EAR_WORD * words;
  return INEXACT + heard + numberCost(query.digits, texts.bytes, from, to);
}

function spaces(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (bytes[i] === SPACE) count++;
  return count;
}

function mostEditsByEar(letters: number): number {
  return letters < SHORT_BY_EAR ? 2 : 1.5 + letters / 2;
}

function numberCost(digits: Uint8Array, bytes: Uint8Array, from: number, to: number): number {
  let at = 0;
  let same = true;
  for (let i = from; i < to; i++) {
    if (!isDigit(bytes[i])) continue;
    if (bytes[i] !== digits[at]) same = false;
    at++;
  }
  if (same && at === digits.length) return 0;
  return digits.length === 0 ? NO_NUMBER : OTHER_NUMBER;
}

/** Word by word. @param limit what costs more is not told apart */
export function wordsCost(query: Query, texts: Texts, key: number, limit: number): number {
  return (
    INEXACT + wordCost(query.words, texts.bytes, texts.offsets[key], texts.offsets[key + 1], limit - INEXACT)
  );
}

/**
 * The most a question may lie from what it means. Short words mean something else after one edit: random
 * letters match some title.
 */
export function costLimit(text: string): number {
  const letters = text.replaceAll(" ", "").length;
  // "et", "t2": only a name that is just that, be it an alias.
  if (letters <= 2) return INEXACT;
  return INEXACT + (letters <= 4 ? 1 : letters <= 5 ? 1.5 : letters <= 8 ? 2.1 : letters <= 12 ? 3.1 : 3.6);
}

/**
 * The least score (fame − cost) of an answer that is not just what was typed: of short texts every one is
 * near some title, so that only a well-known one is meant. From the lowest scores of right answers to the
 * development questions (−1.1 below nine letters, −1.8 below fourteen) and the highest of made-up titles.
 */
export function scoreFloor(text: string): number {
  const letters = text.replaceAll(" ", "").length;
  return letters <= 4 ? -0.5 : letters <= 6 ? -0.75 : letters <= 8 ? -1.2 : letters <= 13 ? -2 : -2.5;
}

/** With more edits than this of its letters a text is another one. */
export const MOST_EDITS = 3;

/** Edits of letters that are possible within a limit of cost. */
export function letterEditsWithin(limit: number): number {
  return Math.max(0, Math.min(MOST_EDITS, Math.floor(limit - INEXACT)));
}

/** Edits of the sound that are possible within a limit of cost, negative where not even the same sound is. */
export function soundEditsWithin(limit: number): number {
  return Math.min(MOST_EDITS, Math.floor((limit - INEXACT - BY_SOUND) / SOUND_EDIT));
}

/** What so many edits make of the same text. */
export function editsCost(edits: number): number {
  return INEXACT + edits;
}

/** What so many edits of the sound make of the same text, at least. */
export function soundEditsCost(edits: number): number {
  return INEXACT + BY_SOUND + SOUND_EDIT * edits;
}

/** A name of which only the consonants were heard right costs this at least. */
export const HEARD = INEXACT + BY_EAR;

/** The same words in another order, or without a small one. */
export const SAME_WORDS = INEXACT + 0.5;
