/**
 * How far what was typed lies from a key, in edits: 0 is the same text.
 * Three readings are tried, the cheapest counts: letter by letter, by sound, and word by word (`word-cost.ts`).
 */
import { editDistance } from "./distance.js";
import { isDigit, type Query } from "./query.js";
import { wordCost } from "./word-cost.js";

/** Texts one after the other: text r is `bytes[offsets[r]…offsets[r + 1]]`. */
export interface Texts {
  readonly bytes: Uint8Array;
  readonly offsets: Int32Array;
}

/** What is not the same text is at least this far from it: an exact title outranks a better known near-twin. */
const INEXACT = 0.6;
/** Words written together or apart: "spiderman". */
const SPACING = 0.1;
/** Sounding alike is a little worse than being written alike. */
const BY_SOUND = 0.3;
/** One sound often stands for two letters. */
const SOUND_EDIT = 1.15;
/** What sounds alike but is written quite otherwise is not as near as it sounds: "heavy mtea" is not "I vinti". */
const WRITTEN_OTHERWISE = 0.45;
/** "Rocky 2" and "Rocky 3" are one letter apart, and two films. */
const OTHER_NUMBER = 1.2;
/** Who types no number means the first of a series. */
const NO_NUMBER = 0.6;

/** The same letters, which may be spaced otherwise. */
export function spacingCost(query: Query, key: string): number {
  return query.text === key ? 0 : SPACING;
}

/**
 * Letter by letter or by sound, whichever is nearer; for a key that is not the same text.
 * @param limit what costs more is not told apart
 */
export function spellingCost(query: Query, texts: Texts, sounds: Texts, key: number, limit: number): number {
  const from = texts.offsets[key];
  const to = texts.offsets[key + 1];
  let edits = query.lettersDistance(texts.bytes, from, to);
  if (edits > 1) {
    const sound = query.soundDistance(sounds.bytes, sounds.offsets[key], sounds.offsets[key + 1]);
    const bySound = BY_SOUND + SOUND_EDIT * sound;
    edits = Math.min(edits, sound === 0 ? bySound : Math.max(bySound, edits * WRITTEN_OTHERWISE));
  }
  const cost = INEXACT + edits;
  return cost > limit ? cost : cost + numberCost(query.digits, texts.bytes, from, to);
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
  // "et", "t2": only a name that is just that, be it an alias.
  if (letters <= 2) return INEXACT;
  return INEXACT + (letters <= 4 ? 1 : letters <= 5 ? 1.5 : letters <= 8 ? 2.1 : letters <= 12 ? 3.1 : 3.6);
}

/** With more edits than this of its letters a text is another one. */
const MOST_EDITS = 3;

/** As many edits of a sound as letters within a limit of cost can bring about: a letter can change how others sound. */
export function soundEditsWithin(limit: number): number {
  const edits = Math.min(MOST_EDITS, Math.floor(limit - INEXACT));
  return edits < 2 ? Math.max(0, edits) : edits + 1;
}

/** What so many edits make of the same text. */
export function editsCost(edits: number): number {
  return INEXACT + edits;
}

/** The same words in another order, or without a small one. */
export const SAME_WORDS = INEXACT + 0.5;
