/** `/api/complete`: what a half-typed line may become; a film, where it may be half a title. */
import { commandNamed } from "../../../chat/command/names.js";
import type { Bot } from "../../../chat/contract.js";
import { complete, type LineCompletion } from "../../../chat/line/complete.js";
import type { Locale } from "../../../chat/locale.js";
import { foldName } from "../../../chat/text.js";
import { jsonContent } from "./content.js";
import { publicCommands } from "./endpoints.js";
import { lineOf, type Responder } from "./questions.js";

/** Fewer letters begin too many titles. */
const FEWEST_LETTERS = 3;
/** More words are a sentence. */
const MOST_WORDS = 5;
const MOST_FILMS = 6;

export const completionResponder: Responder = ({ bot, locale, url }) => {
  const commands = publicCommands(bot.program.commands);
  const known = { ...bot, program: { ...bot.program, commands } };
  const { q } = lineOf(url);
  const completions = complete(known, q, locale);
  return jsonContent({ completions: completions.length > 0 ? completions : halfATitle(known, q, locale) });
};

/** Films with a word in their names that begins as the last one typed. */
function halfATitle(bot: Bot, line: string, locale: Locale): readonly LineCompletion[] {
  const words = wordsOf(line);
  const last = words.at(-1) ?? "";
  if (words.join("").length < FEWEST_LETTERS || words.length > MOST_WORDS || line.startsWith("/")) return [];
  return filmsCalled(bot, line, locale, MOST_FILMS).filter(({ label }) =>
    wordsOf(label).some((word) => word.startsWith(last)),
  );
}

/** Films whose titles are near to what is typed, best first, each with the line that asks for it. */
export function filmsCalled(
  bot: Bot,
  typed: string,
  locale: Locale,
  limit: number,
): readonly LineCompletion[] {
  const command = commandNamed(bot.program.commands, "pelicula");
  return command === undefined ? [] : complete(bot, `/${command.name} ${typed}`, locale, limit);
}

function wordsOf(text: string): readonly string[] {
  return foldName(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
