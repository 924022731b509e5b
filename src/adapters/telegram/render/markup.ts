/** Text in Telegram's HTML: every character escaped, every tag ours, every piece of known length. */
import { characters, harmless, harmlessLine } from "../../../chat/text.js";

export type Tag = "b" | "i" | "code";

/** A piece of a line, in plain text. */
export interface Span {
  readonly text: string;
  readonly tag?: Tag;
}

/** One line; an empty one separates paragraphs. */
export type Line = readonly Span[];

export const BLANK: Line = [];

/** Latin text in one line, as nearly all of it is: nothing to make harmless. */
const ORDINARY =
  /^[!-~\u00a1-\u00ac\u00ae-\u02ff\u2013-\u2026]+(?: [!-~\u00a1-\u00ac\u00ae-\u02ff\u2013-\u2026]+)*$/u;

/** Outside text as one line of ours. */
export function oneLine(text: string): string {
  return quiet(ORDINARY.test(text) ? text : harmlessLine(text));
}

/** A line of outside text; several lines become one. */
export function span(text: string, tag?: Tag): Span {
  return tag === undefined ? { text: oneLine(text) } : { text: oneLine(text), tag };
}

/** Outside text that may have several lines. */
export function lines(text: string): readonly Line[] {
  return harmless(text)
    .split("\n")
    .map((line) => line.trim())
    .map((line) => (line === "" ? BLANK : [{ text: quiet(line) }]));
}

/**
 * A title may hold "@somebody", and Telegram would call that person: a word joiner, which nobody sees, keeps the
 * sign from their name.
 */
function quiet(text: string): string {
  return !text.includes("@") ? text : text.replace(/(?<![\p{L}\p{N}_])@(?=[A-Za-z])/gu, "@\u2060");
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** How many UTF-16 units are left of a line once it is parsed. */
export function sizeOf(line: Line): number {
  return line.reduce((size, { text }) => size + text.length, 0);
}

export function htmlOf(sheet: readonly Line[]): string {
  return sheet.map((line) => line.map(htmlOfSpan).join("")).join("\n");
}

function htmlOfSpan({ text, tag }: Span): string {
  const escaped = escapeHtml(text);
  return tag === undefined || text === "" ? escaped : `<${tag}>${escaped}</${tag}>`;
}

/** A line that is longer than `max`, as several; broken at spaces where there are any, never within a character. */
export function breakLine(line: Line, max: number): readonly Line[] {
  if (sizeOf(line) <= max) return [line];
  const broken: Span[][] = [[]];
  let used = 0;
  for (const { text, tag } of line) {
    for (const word of text.match(/\s*\S+|\s+/gu) ?? []) {
      for (const part of word.length <= max ? [word] : slices(word, max)) {
        if (used + part.length > max) {
          broken.push([]);
          used = 0;
        }
        const shown = used === 0 ? part.trimStart() : part;
        append(broken.at(-1) ?? [], shown, tag);
        used += shown.length;
      }
    }
  }
  return broken;
}

/** To the end of a line, in one span with what precedes it where their tags agree. */
function append(line: Span[], text: string, tag: Tag | undefined): void {
  const last = line.at(-1);
  if (last && last.tag === tag) line[line.length - 1] = { ...last, text: last.text + text };
  else line.push(tag === undefined ? { text } : { text, tag });
}

function* slices(word: string, max: number): Generator<string> {
  let slice = "";
  for (const character of characters(word)) {
    // What people count as one character may be longer than a message; then it is no character worth keeping.
    const shown = character.length > max ? "\ufffd" : character;
    if (slice.length + shown.length > max) {
      yield slice;
      slice = "";
    }
    slice += shown;
  }
  if (slice !== "") yield slice;
}
