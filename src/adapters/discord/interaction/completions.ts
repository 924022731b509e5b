/** What a value that is being typed may become. */
import { describe, type OptionDescriptor } from "../../../chat/command/describe.js";
import { completeValue, type Known } from "../../../chat/line/complete-value.js";
import type { Locale } from "../../../chat/locale.js";
import { firstCharacters, harmlessLine, MAX_QUESTION } from "../../../chat/text.js";
import { type NameAndValue, RESPONSE, type Response } from "../protocol.js";
import { knownCommand } from "../registration/command-names.js";
import { cutTo } from "../render/cut-to.js";
import { LIMITS } from "../render/limits.js";
import type { Focus } from "./incoming.js";

export interface Typing {
  readonly command: string;
  readonly focus: Focus | undefined;
}

/** At most 25, best first. What is found is exact; what is typed instead is resolved again when it is asked. */
export function completions(
  known: Known,
  { command: name, focus }: Typing,
  locale: Locale,
): readonly NameAndValue[] {
  const command = knownCommand(known.program, name);
  const option = command && describe(command).find((one) => one.name === focus?.name);
  if (!option || !focus) return [];
  const text = harmlessLine(firstCharacters(focus.text, MAX_QUESTION));
  const kept = keptFor(known);
  const key = [option.kind, option.many, locale.tag, text].join("\n");
  const before = kept.get(key);
  if (before) return before;
  const found = complete(known, option, text, locale);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, found);
  return found;
}

/** Everybody types the same beginnings, and each letter is a question: what was found is kept while the index lasts. */
const MOST_KEPT = 5000;
const keptByFind = new WeakMap<Known["edition"]["find"], Map<string, readonly NameAndValue[]>>();

function keptFor({ edition: { find } }: Known): Map<string, readonly NameAndValue[]> {
  const kept = keptByFind.get(find) ?? new Map<string, readonly NameAndValue[]>();
  keptByFind.set(find, kept);
  return kept;
}

function complete(
  known: Known,
  option: OptionDescriptor,
  text: string,
  locale: Locale,
): readonly NameAndValue[] {
  const found = new Map<string, string>();
  for (const { label, value } of completeValue(known, option, text, LIMITS.completions, locale)) {
    const shown = cutTo(harmlessLine(label), LIMITS.completion);
    if (shown !== "" && value !== "" && value.length <= LIMITS.completion && !found.has(value)) {
      found.set(value, shown);
    }
  }
  return [...found].map(([value, label]) => ({ name: label, value }));
}

export function choicesOf(choices: readonly NameAndValue[]): Response {
  return { type: RESPONSE.choices, data: { choices } };
}
