/** Above an answer: how the words that asked for it were read, as the command that would have asked the same. */
import { joinTexts, mention, rich } from "../answer/rich-text.js";
import type { OptionValues } from "../answer/schema.js";
import type { Asking } from "../asking.js";
import { describe, typedName } from "../command/describe.js";
import type { Bot, Command } from "../contract.js";
import { meansTheSame } from "../line/complete-value.js";
import { typedOptions } from "../line/typed.js";
import { type Locale, say } from "../locale.js";
import type { Outcome } from "../outcome.js";
import { readableOptions } from "./readable.js";

/** The command whose answer is a film's card: what somebody wants who types nothing but a title. */
export const CARD = "pelicula";

interface Read {
  readonly command: Command;
  readonly options: OptionValues;
}

/** The outcome with the line above its answer. */
export function asUnderstood(
  { edition }: Bot,
  outcome: Outcome,
  { command, options }: Read,
  { locale }: Asking,
): Outcome {
  const shown = readableOptions(edition.find, command, options, locale);
  const line = mention(command.name, typedOptions(command, shown, namesFor(command, locale)));
  const told = say(locale, { es: rich`Lo leí como: ${line}`, en: rich`Read as: ${line}` });
  const { answer } = outcome;
  const text = answer.text === undefined ? told : joinTexts([told, answer.text], "\n\n");
  return { ...outcome, answer: { ...answer, text } };
}

/** Spanish readers are shown the names that every surface and the documents have; others those of their language. */
function namesFor(command: Command, locale: Locale): (name: string) => string {
  if (locale.language === "es") return (name) => name;
  const names = new Map(describe(command).map((option) => [option.name, typedName(option, locale)]));
  return (name) => names.get(name) ?? name;
}

/** Whether a text is a film's title and nothing else: its card needs no word about how it was read. */
export function isTitleAlone({ edition: { find } }: Bot, text: string, { command, options }: Read): boolean {
  const [title, ...others] = Object.values(options);
  if (command.name !== CARD || typeof title !== "string" || others.length > 0) return false;
  return text === title || meansTheSame(find, { kind: "film", many: false }, text, title);
}
