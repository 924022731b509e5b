/** Text from outside: made harmless, folded for comparison, cut without breaking a character. */
import type { Words } from "../words.js";

/** A question is cut at so many characters (code points) before any work. */
export const MAX_QUESTION = 200;
/** An option that lists several things, where a platform can carry it whole. */
export const MAX_LIST = 2000;
/** Between the values of a list that is typed. */
export const LIST_SEPARATOR = ", ";
/** Between films in one value, where what is asked for lies between them. */
export const BETWEEN_FILMS = " + ";

const ELLIPSIS = "…";
let segmenter: Intl.Segmenter | undefined;

/** Made when it is first wanted: that takes longer than most of a start. */
function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter("es", { granularity: "grapheme" });
  return segmenter.segment(text);
}

/** Bidirectional controls, zero-width characters, soft hyphens, interlinear marks and tags: they only deceive. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;
/** More marks than any script stacks on one letter. */
const STACKED_MARKS = /(\p{M}{5})\p{M}+/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** Letters and marks of Western European languages on one line, which is nearly all that is shown: none of it harms. */
const PLAIN = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/u;

/**
 * `text` without what could harm a reader or a terminal: control and bidirectional characters, zero-width ones,
 * towers of combining marks, lone surrogates. Line breaks stay (as "\n"), tabs become a space.
 */
export function harmless(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, "\n")
    .replaceAll("\t", " ")
    .replace(/(?!\n)\p{Cc}/gu, "")
    .replace(INVISIBLE, "")
    .replace(LONE_SURROGATE, "\ufffd")
    .replace(STACKED_MARKS, "$1");
}

/** `harmless` on one line: every run of white space is one space, none at the ends. */
export function harmlessLine(text: string): string {
  return harmless(text)
    .replace(/\s{2,}|[^\S ]/gu, " ")
    .trim();
}

/** The first `max` code points; cheap for any length, never half a pair. */
export function firstCharacters(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = 0;
  for (let count = 0; count < max && end < text.length; count++) {
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  }
  return text.slice(0, end);
}

/** At most `max` characters as people count them (graphemes), the last one an ellipsis where something was cut. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = 0;
  let lastStart = 0;
  for (const { index } of graphemesOf(text)) {
    if (kept === max) return `${text.slice(0, lastStart).trimEnd()}${ELLIPSIS}`;
    lastStart = index;
    kept++;
  }
  return text;
}

/** A text taken apart into what people count as characters. */
export function* characters(text: string): Generator<string> {
  for (const { segment } of graphemesOf(text)) yield segment;
}

/** Where the character begins that holds the unit at `place`; `text.length` behind the last one. */
export function startOfCharacter(text: string, place: number): number {
  return graphemesOf(text).containing(place)?.index ?? text.length;
}

/** For comparing names: neither case nor accents matter ("Día" = "dia", "AÑO" = "ano"). */
export function foldName(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** What someone typed, as an answer quotes it: harmless, short, in each language's quotation marks. */
export function quoted(value: unknown): Words {
  const shown = cut(harmlessLine(typeof value === "object" ? JSON.stringify(value) : String(value)), 60);
  return { es: `«${shown}»`, en: `“${shown}”` };
}
