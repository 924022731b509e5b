/** A decade as people write it: "1980", "los 80", "80s", "años ochenta". */
import { foldName } from "../../src/chat/text.js";

const WORDS: readonly (readonly [decade: number, ...words: string[]])[] = [
  [1920, "veinte", "twenties"],
  [1930, "treinta", "thirties"],
  [1940, "cuarenta", "forties"],
  [1950, "cincuenta", "fifties"],
  [1960, "sesenta", "sixties"],
  [1970, "setenta", "seventies"],
  [1980, "ochenta", "eighties"],
  [1990, "noventa", "nineties"],
];

/** Two figures below this are of our century. */
const FIRST_OF_LAST_CENTURY = 30;

/** Its first year; undefined for what is none. */
export function decadeIn(text: string): number | undefined {
  const folded = foldName(text);
  const [, figures] = /(?:^|[^\d])(\d{4}|\d{2})(?:'?s)?(?:$|[^\d])/u.exec(folded) ?? [];
  if (figures !== undefined) {
    const value = Number(figures);
    const year = figures.length === 4 ? value : value + (value < FIRST_OF_LAST_CENTURY ? 2000 : 1900);
    return Math.floor(year / 10) * 10;
  }
  return WORDS.find(([, ...words]) => words.some((word) => folded.includes(word)))?.[0];
}
