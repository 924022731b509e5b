/** Texts in which commands are named, as the reader's client calls them: to be pressed where Discord told us their ids. */
import { isMoment, partsOf, partsWithMoments, typedMention } from "../../../chat/answer/rich-text.js";
import type { Mention, Moment, RichText } from "../../../chat/answer/schema.js";
import type { Program } from "../../../chat/contract.js";
import type { Locale } from "../../../chat/locale.js";
import { harmlessLine } from "../../../chat/text.js";
import { knownCommand, shownWords } from "../registration/command-names.js";
import { escapeMarkdown } from "./markdown.js";
import type { Piece } from "./writing.js";

/** Ids by the first word of a command's name; empty as long as Discord told none. */
export type CommandIds = ReadonlyMap<string, string>;

export const NO_IDS: CommandIds = new Map();

/** Writes commands as whoever reads it types them: "/platform above netflix" in English. */
export interface Writer {
  /** For text displays, in which a command can be pressed. */
  pieces(text: RichText | undefined): readonly Piece[];
  /** For what takes no markdown: labels and placeholders. */
  plain(text: RichText | undefined): string;
}

export function writerFor(program: Program, { language }: Locale, ids: CommandIds): Writer {
  const called = (mention: Mention): Mention => {
    const command = knownCommand(program, mention.command);
    return command ? { ...mention, command: shownWords(command, language).join(" ") } : mention;
  };
  const pressed = (mention: Mention): Piece => {
    const command = knownCommand(program, mention.command);
    const id = ids.get(command?.name.split(" ", 1)[0] ?? "");
    if (!command || id === undefined) return typedMention(called(mention));
    // The name of one word may be any; a subcommand is looked up by its own.
    const name = command.name.includes(" ") ? command.name : called(mention).command;
    const typed = harmlessLine(mention.typed ?? "");
    return { markdown: `</${name}:${id}>${typed === "" ? "" : ` ${escapeMarkdown(typed)}`}` };
  };
  return {
    pieces: (text = "") =>
      partsWithMoments(text).map((part) => {
        if (typeof part === "string") return part;
        return isMoment(part) ? shownMoment(part) : pressed(part);
      }),
    plain: (text = "") =>
      partsOf(text)
        .map((part) => (typeof part === "string" ? part : typedMention(called(part))))
        .join(""),
  };
}

/** Each reader sees their own time, in their client's language, and how far away it is. */
function shownMoment({ instant, text }: Moment): Piece {
  const seconds = Math.floor(Date.parse(instant) / 1000);
  return Number.isSafeInteger(seconds) ? { markdown: `<t:${seconds}:F> (<t:${seconds}:R>)` } : text;
}
