/** The values one option may take, from what is typed of them. */
import type { Completion, Find, Resolution } from "../../find/port.js";
import type { OptionDescriptor } from "../command/describe.js";
import type { OptionKind } from "../command/options.js";
import type { Bot } from "../contract.js";
import { yesNo } from "../format.js";
import type { Locale } from "../locale.js";
import { foldName } from "../text.js";

/** More figures than this are no help. */
const FIGURES_WORTH_LISTING = 20;

/** What completing takes. */
export type Known = Pick<Bot, "edition" | "program">;

/** Best first; every kind of option, not only those completed from data. */
export function completeValue(
  { program: { commands }, edition: { find } }: Known,
  option: OptionDescriptor,
  text: string,
  limit: number,
  locale: Locale,
): readonly Completion[] {
  switch (option.kind) {
    case "text":
    case "films":
      return [];
    case "integer":
      return beginning(text, figures(option), limit);
    case "flag":
      return beginning(text, [yesNo(locale, true), yesNo(locale, false)], limit);
    case "command": {
      const names = commands.map(({ name }) => name);
      return beginning(text.replace(/^\//u, ""), names, limit);
    }
    default:
      return find.complete(option.kind, text, limit, locale.tag);
  }
}

/** Whether a text is taken for the same thing as an exact value; of what is not found by name it is. */
export function meansTheSame(find: Find, kind: OptionKind, text: string, value: string): boolean {
  switch (kind) {
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
