/**
 * An Answer as it leaves over HTTP: nothing in it harms whoever shows it, no list is endless, and whatever asks further
 * says what to type for it.
 */
import { mention, partsOf, plainText, typedMention } from "../../../chat/answer/rich-text.js";
import type {
  Answer,
  Choice,
  Field,
  Fold,
  Line,
  List,
  Media,
  Mention,
  OptionValues,
  RichText,
} from "../../../chat/answer/schema.js";
import type { Asked } from "../../../chat/asking.js";
import { briefUsage, describe, usage } from "../../../chat/command/describe.js";
import { commandNamed } from "../../../chat/command/names.js";
import type { Command } from "../../../chat/contract.js";
import { number } from "../../../chat/format.js";
import { typedOptions } from "../../../chat/line/typed.js";
import { type Locale, say } from "../../../chat/locale.js";
import { harmless, harmlessLine, MAX_QUESTION } from "../../../chat/text.js";
import type { SentAnswer, SentChoice, SentFold, SentLine, SentMention, SentText } from "./bodies.js";

/** The typed result holds everything; what is put into words is cut here, and says so. */
export const LIST_LIMIT = 300;

/** For whom an answer is made ready. */
export interface Presenting {
  readonly locale: Locale;
  /** Those that can be asked over HTTP. */
  readonly commands: readonly Command[];
  /** Address of the poster of the film whose card a question asks for; undefined where nobody looks at it. */
  readonly posterOf?: (asked: Asked) => string | undefined;
}

export function present(answer: Answer, presenting: Presenting): SentAnswer {
  const { kind, title, glance, text, fields, list, table, folds, media } = answer;
  const { choices, follow, links, prompt, footer, notice } = answer;
  const sentText = (rich: RichText | undefined, cleaning = LINE) =>
    rich === undefined ? undefined : richText(rich, presenting, cleaning);
  return {
    kind,
    title: sentText(title),
    glance: glance?.map((line) => clean(plainText(line))),
    text: sentText(text, PARAGRAPHS),
    fields: fields?.map(sentField),
    list: list && cutList(list, presenting),
    table: table && { head: table.head.map(clean), rows: table.rows.map((row) => row.map(clean)) },
    folds: folds?.map((fold) => sentFold(fold, presenting)),
    media: media && linked(media),
    choices: choices?.map((choice) => sentChoice(choice, presenting)),
    follow: follow?.map((choice) => sentChoice(choice, presenting)),
    links: links?.map(({ label, url }) => ({ label: clean(label), url: clean(url) })),
    prompt: sentText(prompt),
    footer: sentText(footer),
    notice,
  };
}

function sentField({ name, value }: Field): Field {
  return { name: clean(name), value: clean(value) };
}

function sentFold({ label, text, fields, list }: Fold, presenting: Presenting): SentFold {
  return {
    label: clean(label),
    text: text === undefined ? undefined : richText(text, presenting, PARAGRAPHS),
    fields: fields?.map(sentField),
    list: list && cutList(list, presenting),
  };
}

/** Ordinary letters, figures and punctuation: nothing to clean, which is true of nearly everything. */
const PLAIN = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2013-\u2026\u20ac]*$/;

function clean(line: string): string {
  return PLAIN.test(line) ? line : harmlessLine(line);
}

function cleanText(text: string): string {
  return PLAIN.test(text) ? text : harmless(text);
}

/** A part of a line keeps the blanks at its ends: they stand between it and its neighbours. */
function cleanPart(part: string): string {
  return PLAIN.test(part) ? part : harmless(part).replace(/\s+/gu, " ");
}

/** How a text is made harmless, as a whole and part by part. */
interface Cleaning {
  readonly whole: (text: string) => string;
  readonly part: (text: string) => string;
}

const LINE: Cleaning = { whole: clean, part: cleanPart };
const PARAGRAPHS: Cleaning = { whole: cleanText, part: cleanText };

function richText(text: RichText, presenting: Presenting, { whole, part }: Cleaning = LINE): SentText {
  if (typeof text === "string") return whole(text);
  return partsOf(text).map((one) => (typeof one === "string" ? part(one) : sentMention(one, presenting)));
}

function sentMention({ command, typed }: Mention, presenting: Presenting): SentMention {
  const cleaned = mention(clean(command), typed === undefined ? undefined : clean(typed));
  return isQuestion(cleaned, presenting) ? withLine(cleaned, typedMention(cleaned)) : cleaned;
}

/** Whether a mention can be asked as it stands: it is neither a pattern, nor is something missing. */
function isQuestion({ command: name, typed }: Mention, { commands, locale }: Presenting): boolean {
  const command = commandNamed(commands, name);
  if (!command) return false;
  if (typed === undefined) return describe(command).every(({ required }) => !required);
  return [usage, briefUsage].every((pattern) => typed !== pattern(command, locale).typed);
}

function cutList({ heading, numbered, lines }: List, presenting: Presenting): SentAnswer["list"] {
  const shown = lines.slice(0, LIST_LIMIT).map((line) => sentLine(line, presenting));
  return {
    heading: heading === undefined ? undefined : richText(heading, presenting),
    numbered,
    more: lines.length <= LIST_LIMIT ? undefined : lines.length - LIST_LIMIT,
    lines: lines.length <= LIST_LIMIT ? shown : [...shown, missing(lines.length - LIST_LIMIT, presenting)],
  };
}

function sentLine({ head, details, why, asks }: Line, presenting: Presenting): SentLine {
  const sent = {
    head: richText(head, presenting),
    details: details?.map(clean),
    why: why === undefined ? undefined : clean(why),
    asks,
  };
  if (asks === undefined) return sent;
  return withLine({ ...sent, poster: presenting.posterOf?.(asks) }, lineOf(asks, presenting));
}

function missing(count: number, { locale }: Presenting): SentLine {
  const more = number(locale, count);
  return { head: say(locale, { es: `… y ${more} más`, en: `… and ${more} more` }) };
}

/** Every picture as an address. */
function linked(media: Media): SentAnswer["media"] {
  const alt = clean(media.alt);
  if (media.kind === "link") return { kind: "link", url: clean(media.url), alt };
  const { bytes, type } = media;
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  return { kind: "link", url: `data:${type};base64,${base64}`, alt };
}

/** A choice with the line that asks it. */
export function sentChoice(choice: Choice, presenting: Presenting): SentChoice {
  const { label, command, options, said, inPlace } = choice;
  return withLine({ label: clean(label), command, options, said, inPlace }, lineOf(choice, presenting));
}

/** What somebody would type to ask a question. */
function lineOf({ command, options }: Asked, { commands }: Presenting): string {
  // Every option by its name: whatever an exact value holds, it is read as that option's.
  const typed = typedOptions({ positional: [] }, inOrder(options, commandNamed(commands, command)));
  return clean(typedMention(mention(command, typed)));
}

/** Adds the line that asks it, as long as all of it is read. */
function withLine<Sent extends object>(sent: Sent, line: string): Sent & { readonly line?: string } {
  return line.length > MAX_QUESTION ? sent : Object.assign(sent, { line });
}

/** Options as the command lists them: the same question is the same line, whoever asked in whatever order. */
export function inOrder(options: OptionValues, command: Command | undefined): OptionValues {
  if (isLone(options)) return options;
  const names = command ? describe(command).map(({ name }) => name) : [];
  const entries = Object.entries(options).sort(([a], [b]) => names.indexOf(a) - names.indexOf(b));
  return Object.fromEntries(entries);
}

function isLone(options: OptionValues): boolean {
  let count = 0;
  for (const _ in options) if (++count > 1) return false;
  return true;
}
