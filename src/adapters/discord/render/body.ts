/** The texts of an answer below its head: words, figures, a page of its list, its table, what has to be said in words. */
import type { Answer, Field, Line, List } from "../../../chat/answer/schema.js";
import { type Locale, say } from "../../../chat/locale.js";
import { harmless, harmlessLine } from "../../../chat/text.js";
import { type Page, rangeWords } from "../../../surface/paging.js";
import type { LinkShown } from "./controls/pressables.js";
import { cutTo } from "./cut-to.js";
import { escapeMarkdown } from "./markdown.js";
import type { Writer } from "./mentions.js";
import { tableBlock } from "./table.js";
import { written, writtenLine } from "./writing.js";

/** UTF-16 units of each part; list and table share what the others leave. */
const ROOM = {
  text: 900,
  longText: 2400,
  fieldName: 100,
  /** Of one field, and the least that one is given. */
  field: 1024,
  fieldLeast: 40,
  heading: 150,
  prompt: 150,
  named: 300,
  instead: 200,
  links: 600,
} as const;
/** What cannot be pressed is at least named, as far as this. */
const MOST_NAMED = 5;
/** Fields that are shown. */
const MOST_FIELDS = 25;
/** Between two texts, and at the ends of a line. */
const MARKS = 12;

export interface Described {
  readonly page: Page<Line>;
  /** Labels of what is too much to be pressed. */
  readonly rest: readonly string[];
  /** Labels that are too long for where they are picked. */
  readonly long: readonly string[];
  readonly links: readonly LinkShown[];
  /** Whether the prompt has to be said here. */
  readonly asks: boolean;
  /** What a picture shows that is not there. */
  readonly instead: string;
  /** UTF-16 units that all of it may take. */
  readonly room: number;
  readonly write: Writer;
  readonly locale: Locale;
}

/** Each to be shown apart from the others; none is empty. */
export function bodyOf(answer: Answer, described: Described): readonly string[] {
  const { text, fields = [], list, table } = answer;
  const { page, write, locale, room } = described;
  const after = afterOf(answer, described);
  const isLong = page.total > 0 || table !== undefined;
  const left = room - after.length - MARKS;
  const words = written(write.pieces(text), Math.min(left, isLong ? ROOM.text : ROOM.longText));
  const ofFields = fieldsOf(fields, (left - words.length) * (isLong ? 0.4 : 1) - MARKS);
  const forBoth = left - words.length - ofFields.length - 2 * MARKS;
  const lines = listOf(list, page, { room: table ? forBoth / 2 : forBoth, write, locale });
  const block = table ? tableBlock(table, forBoth - lines.length, locale) : "";
  return [joined([words, ofFields], "\n\n"), lines, block, after].filter((part) => part !== "");
}

/** As many as have room, a line each. */
function fieldsOf(fields: readonly Field[], room: number): string {
  const shown: string[] = [];
  let left = room;
  for (const { name, value } of fields.slice(0, MOST_FIELDS)) {
    if (left < 2 * ROOM.fieldLeast) break;
    const shownName =
      cutTo(harmlessLine(name), Math.min(ROOM.fieldName, left - ROOM.fieldLeast), escapeMarkdown) || "—";
    const most = Math.min(ROOM.field, left - shownName.length - MARKS);
    const shownValue = cutTo(harmless(value).trim(), most, escapeMarkdown) || "—";
    const line = `**${shownName}:**${shownValue.includes("\n") ? "\n" : " "}${shownValue}`;
    shown.push(line);
    left -= line.length + 1;
  }
  return shown.join("\n");
}

interface Space {
  readonly room: number;
  readonly write: Writer;
  readonly locale: Locale;
}

function listOf(list: List | undefined, page: Page<Line>, { room, write, locale }: Space): string {
  if (!list || page.total === 0) return "";
  const heading = writtenLine(write.pieces(list.heading), ROOM.heading);
  const range = page.count > 1 || page.items.length < page.total ? `-# ${rangeWords(page, locale)}` : "";
  const left = room - heading.length - range.length - 2 * MARKS;
  const each = Math.floor(left / Math.max(1, page.items.length)) - 1;
  // Heads stand out where there is something beside them.
  const bold = page.items.some(({ details = [], why = "" }) => details.length > 0 || why !== "");
  const lines = page.items.map((line, at) => {
    // Without the backslash Discord would make a list of its own of each.
    const mark = list.numbered ? `${page.start + at + 1}\\.` : "•";
    return lineOf(line, { mark, bold, max: each, write });
  });
  return joined([heading === "" ? "" : `**${heading}**`, ...lines, range], "\n");
}

interface LineForm {
  readonly mark: string;
  readonly bold: boolean;
  readonly max: number;
  readonly write: Writer;
}

/** "1. **Alien** · 1979 · Ridley Scott", and why in small print below; empty where it says nothing. */
function lineOf({ head, details = [], why }: Line, { mark, bold, max, write }: LineForm): string {
  const isNamed = typeof head === "string";
  const facts = details.map((detail) => harmlessLine(detail)).filter((detail) => detail !== "");
  const reason = harmlessLine(why ?? "");
  const shown = writtenLine(write.pieces(head), Math.max(1, max - mark.length - MARKS));
  if (shown === "" && facts.length === 0 && reason === "") return "";
  // A command is followed by what it does.
  const told = facts.length === 0 ? "" : `${isNamed ? " · " : " — "}${facts.join(" · ")}`;
  let line = `${mark} ${isNamed && bold && shown !== "" ? `**${shown}**` : shown}`;
  if (told !== "") line += fitting(told, max - line.length);
  if (reason === "") return line;
  const small = fitting(reason, max - line.length - "\n-# ".length);
  return small === "" ? line : `${line}\n-# ${small}`;
}

/** Cut to what has room; nothing where that would say nothing. */
function fitting(text: string, room: number): string {
  return room < 12 && text.length > room ? "" : cutTo(text, room, escapeMarkdown);
}

/** What has to be said besides: what a picture shows, what cannot be pressed, what is asked. */
function afterOf({ prompt }: Answer, { rest, long, links, asks, instead, write, locale }: Described): string {
  const left = rest.length - MOST_NAMED;
  const more = left > 0 ? say(locale, { es: `… y ${left} más`, en: `… and ${left} more` }) : "";
  const named = [...long, ...rest.slice(0, MOST_NAMED)].slice(0, 2 * MOST_NAMED);
  const each = Math.floor(ROOM.named / Math.max(1, named.length)) + 40;
  return joined(
    [
      cutTo(harmlessLine(instead), ROOM.instead, escapeMarkdown),
      joined([...named.map((label) => `• ${cutTo(label, each, escapeMarkdown)}`), more], "\n"),
      linkLine(links),
      asks ? writtenLine(write.pieces(prompt), ROOM.prompt) : "",
    ],
    "\n",
  );
}

/** Links as text, where they are no buttons. */
function linkLine(links: readonly LinkShown[]): string {
  let line = "";
  for (const { label, url } of links) {
    // A bracket would end the address, and nothing in it may look like a mention.
    const address = url.replace(/[()@]/gu, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
    const link = `[${cutTo(label, 60, escapeMarkdown) || "…"}](<${address}>)`;
    if (line.length + link.length < ROOM.links) line = joined([line, link], " · ");
  }
  return line;
}

function joined(parts: readonly string[], between: string): string {
  return parts.filter((part) => part !== "").join(between);
}
