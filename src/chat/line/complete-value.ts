/** The values one option may take, from what is typed of them. */
import type { Completion, Find, Resolution } from "../../find/port.js";
import type { OptionDescriptor } from "../command/describe.js";
import { type OptionKind, splitList } from "../command/options.js";
import type { Bot, Command } from "../contract.js";
import { yesNo } from "../format.js";
import type { Locale } from "../locale.js";
import { foldName } from "../text.js";

/** More figures than this are no help. */
const FIGURES_WORTH_LISTING = 20;

/** What completing takes. */
export type Known = Pick<Bot, "edition" | "program">;

/**
 * Best first; every kind of option, not only those completed from data. Of a list the last value is completed, behind
 * those that stand before it.
 */
export function completeValue(
  known: Known,
  option: OptionDescriptor,
  text: string,
  limit: number,
  locale: Locale,
): readonly Completion[] {
  if (!option.many) return completeOne(known, option, text, limit, locale);
  const { before, last } = lastOfList(text);
  return completeOne(known, option, last, limit, locale).map(({ label, value, text: typed }) => ({
    label: `${before}${label}`,
    value: `${before}${value}`,
    text: `${before}${typed}`,
  }));
}

/** A half-typed list: its last value, and all that stands before it, the separator included. */
function lastOfList(text: string): { readonly before: string; readonly last: string } {
  const [before = ""] = /^.*(?:[,;]|\s\+(?=\s|$))\s*/u.exec(text) ?? [];
  const last = text.slice(before.length);
  return { before: before === "" || before.endsWith(" ") ? before : `${before} `, last };
}

/** What a command completes itself of an option of free text; undefined of one that it does not. */
export function completeText(
  { program: { commands } }: Pick<Known, "program">,
  { completed }: Pick<Command, "completed">,
  { option, text, given }: TextTyped,
  limit: number,
  locale: Locale,
): readonly Completion[] | undefined {
  if (!completed?.options.includes(option)) return undefined;
  return beginning(text, completed.values(option, { given, locale, commands }), limit);
}

export interface TextTyped {
  readonly option: string;
  readonly text: string;
  /** What was typed for the other options. */
  readonly given: Readonly<Record<string, string>>;
}

function completeOne(
  { program: { commands }, edition: { find } }: Known,
  option: OptionDescriptor,
  text: string,
  limit: number,
  locale: Locale,
): readonly Completion[] {
  switch (option.kind) {
    case "text":
    case "theme":
    case "member":
    case "number":
      return [];
    case "integer":
      return beginning(text, figures(option), limit);
    case "flag":
      return beginning(text, [yesNo(locale, true), yesNo(locale, false)], limit);
    case "command": {
      const names = commands.map(({ name }) => name);
      return beginning(text.replace(/^\//u, ""), names, limit);
    }
    case "thing":
      return inTurn(
        THINGS.map((kind) => find.complete(kind, text, limit, locale.tag)),
        limit,
      );
    default:
      return find.complete(option.kind, text, limit, locale.tag);
  }
}

/** The kinds of thing with an exact value that can be completed, best known first. */
const THINGS = ["film", "person", "collection", "company"] as const;

/** The first of each list, then the second of each… */
function inTurn(lists: readonly (readonly Completion[])[], limit: number): readonly Completion[] {
  return Array.from({ length: limit }, (_, at) => lists.flatMap((list) => list[at] ?? []))
    .flat()
    .slice(0, limit);
}

/** Whether a text is taken for the same thing as an exact value; of what is not found by name it is. */
export function meansTheSame(
  find: Find,
  { kind, many }: Pick<OptionDescriptor, "kind" | "many">,
  text: string,
  value: string,
): boolean {
  if (!many) return isOneMeaning(find, kind, text, value);
  const typed = lastOfList(text).last;
  // A title with a comma would be read as two.
  return splitList(typed).length === 1 && isOneMeaning(find, kind, typed, lastOfList(value).last);
}

function isOneMeaning(find: Find, kind: OptionKind, text: string, value: string): boolean {
  switch (kind) {
    case "thing":
      return value.startsWith("tmdb:") && isSame(find.film(text), find.film(value));
    case "person":
      return isSame(find.person(text), find.person(value));
    case "film":
    case "collection":
    case "company":
      return isSame(find[kind](text), find[kind](value));
    case "actor":
    case "director":
      return isSame(find.person(text, kind), find.person(value, kind));
    default:
      return true;
  }
}

function isSame(one: Resolution<number>, other: Resolution<number>): boolean {
  return one.kind === "found" && other.kind === "found" && one.value === other.value;
}

function beginning(text: string, values: readonly string[], limit: number): readonly Completion[] {
  return values
    .filter((value) => foldName(value).startsWith(foldName(text)))
    .slice(0, limit)
    .map((value) => ({ label: value, value, text: value }));
}

function figures({ min = 0, max = 0 }: OptionDescriptor): readonly string[] {
  if (max - min >= FIGURES_WORTH_LISTING) return [];
  return Array.from({ length: max - min + 1 }, (_, at) => String(min + at));
}
