/** A question as it is called where it is offered among others: "Ficha de Australia (2008)". */
import type { Find } from "../../find/port.js";
import { typedMention } from "../answer/rich-text.js";
import type { OptionValue, OptionValues } from "../answer/schema.js";
import type { Command } from "../contract.js";
import { list } from "../format.js";
import { typedOptions } from "../line/typed.js";
import { type Locale, say } from "../locale.js";
import { readableOptions } from "./readable.js";

/** In words where the command has some for all that is asked, else as it is typed. Never throws. */
export function labelOf(find: Find, command: Command, options: OptionValues, locale: Locale): string {
  const shown = readableOptions(find, command, options, locale);
  const words = command.label && filled(say(locale, command.label), shown, locale);
  return words ?? typedMention({ command: command.name, typed: typedOptions(command, shown) });
}

/** Undefined where the words do not say all of the values. */
function filled(words: string, values: OptionValues, locale: Locale): string | undefined {
  const said = new Set<string>();
  const fill = (part: string) =>
    part.replace(/\{(\w+)\}/gu, (_, option: string) => {
      said.add(option);
      return wordsOf(values[option], locale);
    });
  const isGiven = (part: string) =>
    [...part.matchAll(/\{(\w+)\}/gu)].every(([, option = ""]) => Object.hasOwn(values, option));
  const text = words
    .split(/[[\]]/u)
    .map((part) => (isGiven(part) ? fill(part) : ""))
    .join("");
  return Object.keys(values).every((option) => said.has(option)) ? text : undefined;
}

function wordsOf(value: OptionValue | undefined, locale: Locale): string {
  return typeof value === "object" ? list(locale, value.map(String)) : String(value);
}
