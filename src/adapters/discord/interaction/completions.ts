/** What a value that is being typed may become. */
import { describe, type OptionDescriptor } from "../../../chat/command/describe.js";
import { completeText, completeValue, type Known } from "../../../chat/line/complete-value.js";
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
  /** What was typed for the other options; nothing unless said. */
  readonly given?: Readonly<Record<string, string>>;
}

/** At most 25, best first. What is found is exact; what is typed instead is resolved again when it is asked. */
export function completions(
  known: Known,
  { command: name, focus, given = {} }: Typing,
  locale: Locale,
): readonly NameAndValue[] {
  const command = knownCommand(known.program, name);
  const option = command && describe(command).find((one) => one.name === focus?.name);
  if (!option || !focus) return [];
  const text = harmlessLine(firstCharacters(focus.text, MAX_QUESTION));
  const typed = { option: option.name, text, given };
  const own = completeText(known, command, typed, LIMITS.completions, locale);
  if (own) return own.map(picked).filter(({ name }) => name !== "");
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
  for (const completion of completeValue(known, option, text, LIMITS.completions, locale)) {
    const { name, value } = option.many ? grown(completion, text) : picked(completion);
    const fits = name.length <= LIMITS.completion && value.length <= LIMITS.completion;
    if (name !== "" && value !== "" && fits && !found.has(value)) found.set(value, name);
  }
  return [...found].map(([value, name]) => ({ name, value }));
}

type Completion = ReturnType<typeof completeValue>[number];

function picked({ label, value }: Completion): NameAndValue {
  return { name: cutTo(harmlessLine(label), LIMITS.completion), value };
}

/**
 * A list with one more value. Whoever goes on typing does so behind what is shown: it holds all of the list, in words that
 * mean the same, and is never cut. Where the exact value has no room, these words are the value too.
 */
function grown({ text, value }: Completion, typed: string): NameAndValue {
  const [before = ""] = /^.*[,;]\s*/u.exec(typed) ?? [];
  // A title with a comma would be read as two.
  const last = text.slice(before.length).replace(/\s*[,;]\s*|\s+\+\s+/gu, " ");
  const name = harmlessLine(text.startsWith(before) ? `${before}${last}` : text);
  return { name, value: value.length <= LIMITS.completion ? value : name };
}

export function choicesOf(choices: readonly NameAndValue[]): Response {
  return { type: RESPONSE.choices, data: { choices } };
}
