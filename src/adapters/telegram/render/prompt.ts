/**
 * A command without what it needs asks for it, and takes the reply. Nothing is kept meanwhile: the first line
 * of the prompt is the command as far as it was typed, and Telegram gives the prompt back with the reply.
 */
import { describe, exampleOf, type OptionDescriptor } from "../../../chat/command/describe.js";
import type { Command } from "../../../chat/contract.js";
import { list } from "../../../chat/format.js";
import { type Locale, say } from "../../../chat/locale.js";
import { cut, harmlessLine } from "../../../chat/text.js";
import { LIMITS } from "./limits.js";
import { BLANK, type Line, span } from "./markup.js";

/** Only our prompts begin like this. */
const MARK = "✍️ ";
/** Longer beginnings are not worth continuing. */
const MAX_BEGINNING = 120;

export interface Prompt {
  readonly lines: readonly Line[];
  /** Shown in the empty input field. */
  readonly placeholder: string;
}

/** What a command still needs; empty where it can be answered. */
export function missingOptions(
  command: Command,
  given: Readonly<Record<string, unknown>>,
): readonly OptionDescriptor[] {
  return describe(command).filter(({ name, required }) => required && !Object.hasOwn(given, name));
}

/** @param typed the command as far as it was typed, with slash */
export function promptFor(
  command: Command,
  typed: string,
  missing: readonly OptionDescriptor[],
  locale: Locale,
): Prompt | undefined {
  const beginning = harmlessLine(typed);
  if (beginning.length > MAX_BEGINNING) return undefined;
  const names = list(
    locale,
    missing.map(({ words }) => say(locale, words).toLowerCase()),
  );
  const wanted = say(locale, { es: `Dime: ${names}.`, en: `Tell me: ${names}.` });
  const example = exampleFor(command, missing);
  const how = say(locale, {
    es: `Responde a este mensaje${example === undefined ? "" : `, por ejemplo: ${example}`}`,
    en: `Reply to this message${example === undefined ? "" : `, for example: ${example}`}`,
  });
  return {
    lines: [[{ text: MARK }, span(beginning, "code")], BLANK, [span(wanted, "b")], [span(how)]],
    placeholder: cut(harmlessLine(example ?? names), LIMITS.placeholder - 4),
  };
}

/** Of the whole argument, where all of it is missing. */
function exampleFor(command: Command, missing: readonly OptionDescriptor[]): string | undefined {
  const required = describe(command).filter((option) => option.required);
  return missing.length === required.length ? exampleOf(command).typed : undefined;
}

/** The line that a reply to a prompt completes; undefined where what was replied to is no prompt. */
export function completedLine(prompt: string | undefined, reply: string): string | undefined {
  const [first = ""] = (prompt ?? "").split("\n", 1);
  return first.startsWith(`${MARK}/`) ? `${first.slice(MARK.length)} ${reply}` : undefined;
}
