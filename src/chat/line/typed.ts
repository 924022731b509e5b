/** Options → what somebody would type after the command's name to ask the same. */
import type { OptionValue, OptionValues } from "../answer/schema.js";
import type { Command } from "../contract.js";
import { LIST_SEPARATOR } from "../text.js";
import { isPlainText, quoteValue } from "./words.js";

/**
 * "netflix 70 2018", "matrix cantidad=10"; empty where there are no options.
 * @param nameOf what an option is called, where that is not its own name: "count" for "cantidad"
 */
export function typedOptions(
  { positional }: Pick<Command, "positional">,
  options: OptionValues,
  nameOf: (name: string) => string = (name) => name,
): string {
  const given = Object.entries(options).map(([name, value]) => [name, typedValue(value)] as const);
  const texts = new Map(given);
  const firstMissing = positional.findIndex((name) => !texts.has(name));
  // Behind one that is missing, a value without a name would be read as that one.
  const nameless = positional.slice(0, firstMissing === -1 ? undefined : firstMissing);
  const [first = ""] = given.map(([, text]) => text);
  const alone = given.length === 1 && nameless.length === 1 && positional.length === 1;
  // All that is typed is its value.
  if (alone && isPlainText(first)) return first;
  return [
    ...nameless.map((name) => quoteValue(texts.get(name) ?? "")),
    ...given
      .filter(([name]) => !nameless.includes(name))
      .map(([name, text]) => `${nameOf(name)}=${quoteValue(text)}`),
  ].join(" ");
}

function typedValue(value: OptionValue): string {
  return Array.isArray(value) ? value.join(LIST_SEPARATOR) : String(value);
}
