/** Text in Telegram's HTML: every character escaped, every tag ours, every piece of known length. */
import { partsOf, typedMention } from "../../../chat/answer/rich-text.js";
import type { Mention, RichText } from "../../../chat/answer/schema.js";
import { characters, cut, harmless, harmlessLine } from "../../../chat/text.js";
import { LINE_CHARACTERS } from "./limits.js";

/** `pre` is a line of its own; several of them below each other are one block. */
export type Tag = "b" | "i" | "code" | "pre" | "tg-spoiler";

/** A piece of a line, in plain text. */
export interface Span {
  readonly text: string;
  readonly tag?: Tag;
  /** Number of the quote that its line is part of: one that is closed until somebody opens it. */
  readonly quote?: number;
}

/** One line; an empty one separates paragraphs. */
export type Line = readonly Span[];

export const BLANK: Line = [];

/** Latin text in one line, as nearly all of it is: nothing to make harmless. */
const ORDINARY =
  /^[!-~\u00a1-\u00ac\u00ae-\u02ff\u2013-\u2026]+(?: [!-~\u00a1-\u00ac\u00ae-\u02ff\u2013-\u2026]+)*$/u;
/** What becomes a command to tap. */
const TAPPABLE = /^\/[a-z0-9_]{1,32}$/u;

/** Outside text as one line of ours. */
export function oneLine(text: string): string {
  return quiet(ORDINARY.test(text) ? text : harmlessLine(text));
}

/** A line of outside text; several lines become one. */
export function span(text: string, tag?: Tag): Span {
  return tagged(oneLine(text), tag);
}

/** A text on one line, with what is mentioned in it. */
export function spans(text: RichText, tag?: Tag): readonly Span[] {
  if (typeof text === "string") return [span(text, tag)];
  return partsOf(text).map((part) =>
    typeof part === "string"
      ? tagged(quiet(harmless(part).replace(/\s+/gu, " ")), tag)
      : mentioned(part, tag),
  );
}

/** A text that may have several lines, with what is mentioned in it. */
export function lines(text: RichText): readonly Line[] {
  return typeof text === "string" ? plainLines(text) : richLines(text);
}

function plainLines(text: string): readonly Line[] {
  return harmless(text)
    .split("\n")
    .map((line) => line.trim())
    .map((line) => (line === "" ? BLANK : [{ text: quiet(line) }]));
}

function richLines(text: Exclude<RichText, string>): readonly Line[] {
  const all: Span[][] = [[]];
  for (const part of partsOf(text)) {
    const [first = { text: "" }, ...rest] =
      typeof part === "string"
        ? harmless(part)
            .split("\n")
            .map((line) => ({ text: quiet(line) }))
        : [mentioned(part)];
    all.at(-1)?.push(first);
    for (const begun of rest) all.push([begun]);
  }
  return all.map((line) => (line.every(({ text }) => text.trim() === "") ? BLANK : line));
}

/**
 * Telegram makes a command in a text tappable by itself, but only its name: whoever taps sends that and
 * nothing else. So a name alone stays text; what has more to it is code, which a tap copies whole.
 */
function mentioned(mention: Mention, tag?: Tag): Span {
  const typed = cut(harmlessLine(typedMention(mention)), LINE_CHARACTERS);
  return TAPPABLE.test(typed) ? tagged(typed, tag) : { text: typed, tag: "code" };
}

function tagged(text: string, tag: Tag | undefined, quote?: number): Span {
  return { text, ...(tag === undefined ? {} : { tag }), ...(quote === undefined ? {} : { quote }) };
}

/** Lines that are covered until somebody taps them. */
export function covered(all: readonly Line[]): readonly Line[] {
  return all.map((line) => line.map(({ text }) => tagged(text, "tg-spoiler")));
}

/**
 * Lines as part of a quote that opens. Telegram has no code within one: what is to be copied is plain text there.
 */
export function quoted(all: readonly Line[], quote: number): readonly Line[] {
  return all.map((line) =>
    line.length === 0 ? [{ text: "", quote }] : line.map((one) => quotedSpan(one, quote)),
  );
}

function quotedSpan({ text, tag }: Span, quote: number): Span {
  const isKept = tag === "b" || tag === "i" || tag === "tg-spoiler";
  return isKept ? tagged(text, tag, quote) : tagged(quiet(text), undefined, quote);
}

/**
 * A title may hold "@somebody", and Telegram would call that person: a word joiner, which nobody sees, keeps
 * the sign from their name.
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

export function htmlOf(all: readonly Line[]): string {
  return all.map((line, at) => htmlOfLine(line, all[at - 1], all[at + 1])).join("\n");
}

function htmlOfLine(line: Line, before: Line | undefined, after: Line | undefined): string {
  const quote = quoteOf(line);
  if (quote !== undefined) {
    const begin = quoteOf(before) === quote ? "" : "<blockquote expandable>";
    const end = quoteOf(after) === quote ? "" : "</blockquote>";
    return begin + line.map(htmlOfSpan).join("") + end;
  }
  if (!isPreformatted(line)) return line.map(htmlOfSpan).join("");
  const begin = isPreformatted(before) ? "" : "<pre>";
  const end = isPreformatted(after) ? "" : "</pre>";
  return `${begin}${escapeHtml(line.map(({ text }) => text).join(""))}${end}`;
}

function quoteOf(line: Line | undefined): number | undefined {
  return line?.[0]?.quote;
}

function isPreformatted(line: Line | undefined): boolean {
  return line?.[0]?.tag === "pre";
}

function htmlOfSpan({ text, tag }: Span): string {
  const escaped = escapeHtml(text);
  return tag === undefined || text === "" ? escaped : `<${tag}>${escaped}</${tag}>`;
}

/**
 * A line that is longer than `max`, as several; broken at spaces where there are any, never within a
 * character.
 */
export function breakLine(line: Line, max: number): readonly Line[] {
  if (sizeOf(line) <= max) return [line];
  const broken: Span[][] = [[]];
  let used = 0;
  for (const { text, tag, quote } of line) {
    for (const word of text.match(/\s*\S+|\s+/gu) ?? []) {
      for (const part of word.length <= max ? [word] : slices(word, max)) {
        if (used + part.length > max) {
          broken.push([]);
          used = 0;
        }
        const shown = used === 0 ? part.trimStart() : part;
        append(broken.at(-1) ?? [], tagged(shown, tag, quote));
        used += shown.length;
      }
    }
  }
  return broken;
}

/** To the end of a line, in one span with what precedes it where their tags agree. */
function append(line: Span[], span: Span): void {
  const last = line.at(-1);
  if (last && last.tag === span.tag) line[line.length - 1] = { ...last, text: last.text + span.text };
  else line.push(span);
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
