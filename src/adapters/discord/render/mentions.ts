/** Texts and lines in which commands are named, as the reader's client calls them. */
import { plainLine, plainText, typedMention } from "../../../chat/answer/rich-text.js";
import type { Line, Mention, RichText } from "../../../chat/answer/schema.js";
import type { Program } from "../../../chat/contract.js";
import type { Locale } from "../../../chat/locale.js";
import { knownCommand, shownWords } from "../registration/command-names.js";

/** Writes commands as whoever reads it types them: "/platform above netflix" in English. */
export interface Writer {
  text(text: RichText | undefined): string;
  line(line: Line): string;
}

export function writerFor(program: Program, { language }: Locale): Writer {
  const show = (mention: Mention): string => {
    const command = knownCommand(program, mention.command);
    if (!command) return typedMention(mention);
    return typedMention({ ...mention, command: shownWords(command, language).join(" ") });
  };
  return {
    text: (text = "") => plainText(text, show),
    line: (line) => plainLine(line, show),
  };
}
