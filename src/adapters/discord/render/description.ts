/** The body of an answer's embed: its text, a page of its list, its table, and what else has to be said in words. */
import type { Answer, Line } from "../../../chat/answer/schema.js";
import { type Locale, say } from "../../../chat/locale.js";
import { harmless, harmlessLine } from "../../../chat/text.js";
import { type Page, rangeWords } from "../../../surface/paging.js";
import { cutTo } from "./cut-to.js";
import { LIMITS } from "./limits.js";
import { escapeMarkdown } from "./markdown.js";
import type { Writer } from "./mentions.js";
import { tableBlock } from "./table.js";

/** UTF-16 units of each part; list and table share what the others leave, and are given no more than `body`. */
const ROOM = {
  text: 900,
  longText: 2400,
  heading: 150,
  body: 2600,
  prompt: 120,
  named: 60,
  instead: 200,
} as const;
/** What cannot be pressed is at least named, as far as this. */
const MOST_NAMED = 5;
/** Of a line: its mark and its end. */
const MARK = 3;

export interface Described {
  readonly page: Page<Line>;
  /** Lines that a full page has. */
  readonly pageSize: number;
  /** Labels of what is too much to be pressed. */
  readonly rest: readonly string[];
  /** Whether the prompt has to be said here. */
  readonly asks: boolean;
  /** What a picture shows that is not there. */
  readonly instead: string;
  readonly write: Writer;
  readonly locale: Locale;
}

export function descriptionOf({ text, list, table, prompt }: Answer, described: Described): string {
  const { page, pageSize, rest, asks, instead, write, locale } = described;
  const isLong = page.total > 0 || table !== undefined;
  const words = marked(harmless(write.text(text)).trim(), isLong ? ROOM.text : ROOM.longText);
  const heading = page.total > 0 ? marked(harmlessLine(write.text(list?.heading)), ROOM.heading) : "";
  const range = page.count > 1 ? `*${rangeWords(page, locale)}*` : "";
  const after = [
    marked(harmlessLine(instead), ROOM.instead),
    namedOf(rest, locale),
    asks ? marked(harmlessLine(write.text(prompt)), ROOM.prompt) : "",
  ];
  const others = [words, heading, range, ...after];
  const taken = others.reduce((sum, part) => sum + part.length + 2, 0);
  const room = Math.min(ROOM.body, LIMITS.embedDescription - taken);
  const lines = listed(page.items.map(write.line), Math.floor(room / (table ? 2 : 1) / pageSize));
  const block = table ? tableBlock(table, room - lines.length - 2, locale) : "";
  return joined([words, joined([heading, lines], "\n"), range, block, ...after], "\n\n");
}

function namedOf(labels: readonly string[], locale: Locale): string {
  const left = labels.length - MOST_NAMED;
  const more = left > 0 ? say(locale, { es: `… y ${left} más`, en: `… and ${left} more` }) : "";
  return joined([listed(labels.slice(0, MOST_NAMED), ROOM.named), more], "\n");
}

/** @param max units a line may take, with its mark and its end */
function listed(lines: readonly string[], max: number): string {
  return lines
    .map((line) => harmlessLine(line))
    .filter((line) => line !== "")
    .map((line) => `• ${marked(line, max - MARK)}`)
    .join("\n");
}

function marked(text: string, max: number): string {
  return text === "" ? "" : cutTo(text, max, escapeMarkdown);
}

function joined(parts: readonly string[], between: string): string {
  return parts.filter((part) => part !== "").join(between);
}
