/** Options → what somebody would type after the command's name to ask the same. */
import type { OptionValues } from "../answer/schema.js";
import type { Command } from "../contract.js";
import { LIST_SEPARATOR } from "../text.js";
import { quoteValue } from "./words.js";

/** "netflix 70 2018", "matrix cantidad=10"; empty where there are no options. */
export function typedOptions({ positional }: Pick<Command, "positional">, options: OptionValues): string {
  const given = (name: string) => Object.hasOwn(options, name);
  const firstMissing = positional.findIndex((name) => !given(name));
  // Behind one that is missing, a value without a name would be read as that one.
  const nameless = positional.slice(0, firstMissing === -1 ? undefined : firstMissing);
  const text = (name: string) => {
    const value = options[name];
    return Array.isArray(value) ? value.join(LIST_SEPARATOR) : String(value);
  };
  const named = Object.keys(options).filter((name) => !nameless.includes(name));
  return [
    ...nameless.map((name) =>
      nameless.length > 1 || named.length > 0 ? quoteValue(text(name)) : text(name),
    ),
    ...named.map((name) => `${name}=${quoteValue(text(name))}`),
  ].join(" ");
}
