/**
 * Names in other scripts as they are written in Latin letters, by rule: Cyrillic, Greek, Korean and Japanese
 * kana. Chinese characters have no reading that a rule could tell; their readings are data.
 */
import { romaniseAlphabet } from "./alphabets.js";
import { romaniseKana } from "./kana.js";
import { romaniseKorean } from "./korean.js";

/** Letters of the scripts that are read by rule. */
const READABLE = /[\u0370-\u052f\u3041-\u30ff\uac00-\ud7a3]/;
const LATIN = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Whether a name has no letter of another script. */
export function isLatin(text: string): boolean {
  return LATIN.test(text);
}

/**
 * A name in Latin letters: "Броненосец «Потёмкин»" is "bronenosets «potemkin»", "살인의 추억" "salinui chueok".
 * Of the habits there are one is taken; folding and the usual slips bridge to the others.
 * @returns lower case; undefined where nothing is to be read, or something that no rule reads
 */
export function romanise(text: string): string | undefined {
  const composed = text.normalize("NFC").toLowerCase();
  if (!READABLE.test(composed)) return undefined;
  const read = romaniseAlphabet(romaniseKorean(romaniseKana(composed))).normalize("NFC");
  return isLatin(read) ? read : undefined;
}
