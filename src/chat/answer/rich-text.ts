/** Text in which commands are mentioned: made by commands, shown by each platform in its own way. */
import type { InEach } from "../../words.js";
import type { Line, Mention, Moment, RichText } from "./schema.js";

type TextPart = string | Mention | Moment;

/** A text of both languages in which commands may be mentioned. */
export type RichWords = InEach<RichText>;

/** Names a command within a text: `rich\`Prueba con ${mention("votos", "titanic")}\``. */
export function mention(command: string, typed?: string): Mention {
  return typed === undefined || typed === "" ? { command } : { command, typed };
}

/** A template whose values are texts, themselves rich or not, and mentions. A text without mentions stays a string. */
export function rich(
  strings: TemplateStringsArray,
  ...values: readonly (RichText | Mention | Moment | number)[]
): RichText {
  const parts: TextPart[] = [];
  for (const [at, string] of strings.entries()) {
    parts.push(string);
    const value = values[at];
    if (typeof value === "string" || typeof value === "number") parts.push(String(value));
    else if (value !== undefined) parts.push(...(isList(value) ? value : [value]));
  }
  return joined(parts);
}

function isList(value: RichText | Mention | Moment): value is Exclude<RichText, string> {
  return Array.isArray(value);
}

/** Texts one after the other, with `between` between them. */
export function joinTexts(texts: readonly RichText[], between = ""): RichText {
  return joined(
    texts.flatMap((text, at) => [
      ...(at === 0 ? [] : [between]),
      ...(typeof text === "string" ? [text] : text),
    ]),
  );
}

/** The parts of a text: strings, and what is mentioned between them. A moment is as it reads. */
export function partsOf(text: RichText): readonly (string | Mention)[] {
  if (typeof text === "string") return [text];
  return merged(text.map((part) => (isMoment(part) ? part.text : part)));
}

/** The same with its moments, for a platform that shows each reader their own time. */
export function partsWithMoments(text: RichText): readonly TextPart[] {
  return typeof text === "string" ? [text] : text;
}

export function isMoment(part: TextPart): part is Moment {
  return typeof part !== "string" && "instant" in part;
}

/** How a mention reads where it can only be typed: "/votos titanic". */
export function typedMention({ command, typed }: Mention): string {
  return typed === undefined ? `/${command}` : `/${command} ${typed}`;
}

/** The text as a string, its mentions as `show` writes them. */
export function plainText(text: RichText, show: (mention: Mention) => string = typedMention): string {
  if (typeof text === "string") return text;
  return partsOf(text)
    .map((part) => (typeof part === "string" ? part : show(part)))
    .join("");
}

/** What follows the head of a line, with the mark between the two; empty where nothing does. */
export function restOfLine({ head, details = [], why }: Line): string {
  const facts = details.map((detail) => ` · ${detail}`).join("");
  // A command is followed by what it does.
  const marked = typeof head === "string" ? facts : facts.replace(/^ · /u, " — ");
  return why === undefined ? marked : `${marked}: ${why}`;
}

/** A line of a list as one string. */
export function plainLine(line: Line, show?: (mention: Mention) => string): string {
  return plainText(line.head, show) + restOfLine(line);
}

function joined(parts: readonly TextPart[]): RichText {
  const all = merged(parts);
  const [only = ""] = all;
  return all.length <= 1 && typeof only === "string" ? only : all;
}

/** Without empty strings, and none beside another. */
function merged<Part extends TextPart>(parts: readonly (Part | string)[]): readonly (Part | string)[] {
  const all: (Part | string)[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof last === "string") all[all.length - 1] = last + part;
    else all.push(part);
  }
  return all;
}
