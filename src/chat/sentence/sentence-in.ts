/** Commands that are asked with a sentence: what is said there is a line like any other. */
import type { Command } from "../contract.js";

/** The sentence among the options of a command that takes one; undefined where it is missing or something is too many. */
export function sentenceIn(
  { sentence }: Pick<Command, "sentence">,
  options: Readonly<Record<string, unknown>>,
): string | undefined {
  if (sentence === undefined || Object.keys(options).length !== 1) return undefined;
  const said = options[sentence];
  return typeof said === "string" ? said : undefined;
}
