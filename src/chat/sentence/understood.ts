/** For programs: which question a line was taken for, with exact values, whoever the reader is. */
import type { OptionValue, OptionValues } from "../answer/schema.js";
import type { Asked } from "../asking.js";
import { describe } from "../command/describe.js";
import { exactOptions } from "../command/exact-options.js";
import { commandNamed } from "../command/names.js";
import type { OptionKind } from "../command/options.js";
import type { Bot, Command, Edition } from "../contract.js";
import type { Outcome } from "../outcome.js";
import { BETWEEN_FILMS } from "../text.js";

/** Vocabularies whose ids are numbers. */
const NUMBERED: ReadonlySet<OptionKind> = new Set(["month", "weekday"]);

/**
 * The question that an outcome answers, with what was said of it and nothing else: asked with these options, the command
 * answers the same. Null where no question was understood. Looks everything up again: only for who asks for it.
 */
export function understoodOf({ edition, program }: Bot, { understood, asked }: Outcome): Asked | null {
  if (understood) return understood;
  if (!asked) return null;
  const { commands, operatorCommands } = program;
  const command = commandNamed([...commands, ...operatorCommands], asked.command);
  return command
    ? { command: command.name, options: understoodOptions(edition, command, asked.options) }
    : null;
}

function understoodOptions(edition: Edition, command: Command, options: OptionValues): OptionValues {
  const kinds = new Map(describe(command).map(({ name, kind }) => [name, kind]));
  const exact = Object.entries(exactOptions(edition, command, options));
  return Object.fromEntries(
    exact.map(([name, value]) => [name, canonical(edition, command, name, kinds.get(name), value)]),
  );
}

/** Months and days as numbers, and "matrix + amelie" as a list of films. */
function canonical(
  edition: Edition,
  command: Command,
  name: string,
  kind: OptionKind | undefined,
  value: OptionValue,
): OptionValue {
  if (typeof value !== "string" || kind === undefined) return value;
  if (NUMBERED.has(kind) && /^\d+$/u.test(value)) return Number(value);
  if (kind !== "film" || !value.includes(BETWEEN_FILMS)) return value;
  const films = value
    .split(BETWEEN_FILMS)
    .map((part) => exactOptions(edition, command, { [name]: part })[name] ?? part);
  return films.map(String);
}
