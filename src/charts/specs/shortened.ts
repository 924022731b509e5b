/** Texts that have to fit, and letters that the bundled font has. */
import { isLatin, romanise } from "../../find/encode/scripts/romanise.js";

/** Roughly the width of a letter of the labels, in pixels. */
const LETTER = 7;

/** A text of at most so many pixels, cut at its end. */
export function shortened(text: string, pixels: number): string {
  const most = Math.floor(pixels / LETTER);
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}

const PICTURES = /\p{Extended_Pictographic}|\u200d|\ufe0f/gu;
const OTHERS =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]+/gu;

/** A text in letters that are drawn: those of other scripts by their sound where a rule tells it, else left out. */
export function drawable(text: string): string {
  const plain = text.replace(PICTURES, (mark) => (/\d|[#*©®™]/u.test(mark) ? mark : "")).trim();
  if (isLatin(plain)) return plain;
  const read = romanise(plain);
  if (read !== undefined) return read;
  return plain.replace(OTHERS, " ").replace(/ +/gu, " ").trim() || "…";
}
