/** The values that options of /descubrir take, as people call them. */
import { describe, type OptionDescriptor } from "../../../chat/command/describe.js";
import { commandNamed } from "../../../chat/command/names.js";
import { isVocabulary } from "../../../chat/command/vocabularies.js";
import type { Bot } from "../../../chat/contract.js";
import { completeValue } from "../../../chat/line/complete-value.js";
import type { Locale } from "../../../chat/locale.js";
import { queryOf } from "../server/reading/query.js";
import { DISCOVER } from "./addresses.js";
import type { Named } from "./parts/names.js";

/** Values of one option. */
const MOST_CHOICES = 40;
const GENRE = "genero";

type Choice = ReturnType<typeof completeValue>[number];

export function discoverOptions({ program }: Bot): readonly OptionDescriptor[] {
  const command = commandNamed(program.commands, DISCOVER);
  return command === undefined ? [] : describe(command);
}

/** Values of an option, one at a time, that begin as what is typed. */
export function choicesOf(
  option: OptionDescriptor,
  typed: string,
  bot: Bot,
  locale: Locale,
): readonly Choice[] {
  return completeValue(bot, { ...option, many: false }, typed, MOST_CHOICES, locale);
}

/** A value as it is called in the reader's language. */
export function shownValue(option: OptionDescriptor, value: string, bot: Bot, locale: Locale): string {
  if (option.kind === "integer" || option.kind === "number") return value;
  const found = completeValue(bot, option, value, MOST_CHOICES, locale);
  const same = found.find((one) => one.value === value || one.text === value);
  return (same ?? meantOf(option, value, choicesOf(option, "", bot, locale), bot))?.label ?? value;
}

/** The one of an option's choices that a value means, in whatever language it was written. */
export function meantOf(
  { kind }: OptionDescriptor,
  value: string,
  choices: readonly Choice[],
  { edition: { find } }: Bot,
): Choice | undefined {
  if (!isVocabulary(kind)) return undefined;
  const idOf = (text: string) => {
    const term = find.term(kind, text);
    return term.kind === "found" ? term.value.id : undefined;
  };
  const id = idOf(value);
  return id === undefined ? undefined : choices.find((choice) => idOf(choice.value) === id);
}

/** Every genre by its name in the reader's language, and where films of it are. */
export function genresNamed(bot: Bot, locale: Locale): readonly Named[] {
  const option = discoverOptions(bot).find(({ name }) => name === GENRE);
  if (option === undefined) return [];
  return choicesOf(option, "", bot, locale).map(
    ({ label, value }) => [label, `${DISCOVER}?${queryOf({ [GENRE]: value })}`] as const,
  );
}
