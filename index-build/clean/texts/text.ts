/** Titles, names and prose from outside, made safe to show and to compare; what they say is left as it is. */
import { decodeEntities } from "./entities.js";

/** Longest title or name that is kept, and longest prose, in graphemes. */
export const MAX_NAME = 300;
export const MAX_PROSE = 10_000;

/** Most text needs nothing done. */
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/**
 * Characters that show nothing, or that turn the order of those around them: controls, halves of surrogate pairs,
 * bidi marks and overrides, zero-width ones, tags, and letters that are blank (Hangul fillers). The joiners go
 * too, although Persian and Indic scripts and some emoji use them: an invisible difference would make two titles.
 */
const INVISIBLE =
  /\u034f|[\p{Cc}\p{Cs}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Marks above three in a row: text that stacks them runs over the lines around it. */
const STACKED_MARKS = /([\p{Mn}\p{Me}]{3})[\p{Mn}\p{Me}]+/gu;

/** `\s` without the zero-width U+FEFF, and with the line end U+0085. */
const SPACES = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const SOMETHING_TO_SEE = /[^\p{M}\s]/u;

/** NFC, one line, single spaces, nothing invisible; "" where nothing is left to see. */
export function cleanText(cell: string): string {
  if (PLAIN.test(cell)) return cell;
  const text = limitMarks(removeInvisible(collapseSpaces(cell)).normalize("NFC")).trim();
  return SOMETHING_TO_SEE.test(text) ? collapseSpaces(text) : "";
}

/** Marks of a web page in a summary: `<p>`, `<br/>`, `<i>`. */
const TAGS = /<\/?(?:p|br|i|b|em|strong|span|div|u|a|li|ul|ol)(?:\s[^<>]*)?\s?\/?>/giu;

/** Any run of spaces, tabs and line ends → one space. */
export function collapseSpaces(text: string): string {
  return text.replace(SPACES, " ");
}

export function removeInvisible(text: string): string {
  return text.replace(INVISIBLE, "");
}

/** At most three combining marks in a row. */
export function limitMarks(text: string): string {
  return text.replace(STACKED_MARKS, "$1");
}

/** The first `max` graphemes: never half a character. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = 0;
  let count = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (count === max) return text.slice(0, end);
    count += 1;
    end += segment.length;
  }
  return text;
}

/** A quote with the backslash that took its meaning away where the text came from. */
const ESCAPED_QUOTE = /\\+(?=["'])/gu;

/** A line end that a program wrote in two letters. */
const WRITTEN_LINE_END = /(?:\\+r)?\\+n/gu;

function withoutEscapes(text: string): string {
  return text.includes("\\") ? text.replace(ESCAPED_QUOTE, "") : text;
}

/** A title or name without entities, or undefined where the cell holds none. */
export function cleanName(cell: string): string | undefined {
  return cutText(cleanText(decodeEntities(withoutEscapes(cell))), MAX_NAME) || undefined;
}

/** A summary without marks of web pages, or undefined where the cell holds none. */
export function cleanProse(cell: string): string | undefined {
  const plain = cell.includes("\\n") ? cell.replace(WRITTEN_LINE_END, " ") : cell;
  const text = decodeEntities(withoutEscapes(plain.includes("<") ? plain.replace(TAGS, " ") : plain));
  return cutText(cleanText(text), MAX_PROSE) || undefined;
}
