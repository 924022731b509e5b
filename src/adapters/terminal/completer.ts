/** What the Tab key does. */

import type { Bot } from "../../chat/contract.js";
import { complete, type LineCompletion } from "../../chat/line/complete.js";
import type { Locale } from "../../chat/locale.js";
import { foldName, harmlessLine } from "../../chat/text.js";

/** What a half-typed line becomes, or what there is to choose from. */
export type Tab =
  | { readonly kind: "replace"; readonly line: string }
  | { readonly kind: "list"; readonly labels: readonly string[] }
  | { readonly kind: "nothing" };

/** One continuation replaces the line; several extend it as far as they agree, and are listed where not. */
export function tab(bot: Bot, line: string, locale: Locale): Tab {
  const found = complete(bot, line, locale);
  const [first] = found;
  if (!first) return { kind: "nothing" };
  const shared = sharedBeginning(found);
  if (found.length === 1 || extendsLine(shared, line))
    return { kind: "replace", line: harmlessStart(shared) };
  return { kind: "list", labels: found.map(({ label }) => harmlessLine(label)) };
}

function sharedBeginning(found: readonly LineCompletion[]): string {
  const lines = found.map(({ insert }) => [...insert]);
  const [first = []] = lines;
  const end = first.findIndex((character, at) => lines.some((other) => other[at] !== character));
  return first.slice(0, end === -1 ? first.length : end).join("");
}

/** Only what keeps all that was typed: a title found in spite of a slip must not eat half of it. */
function extendsLine(shared: string, line: string): boolean {
  const [longer, typed] = [foldName(shared), foldName(line.trimStart())];
  return longer.length > typed.length && (longer.startsWith(typed) || longer.startsWith(`/${typed}`));
}

/** Harmless, but with the space at its end that invites to go on. */
function harmlessStart(line: string): string {
  return harmlessLine(line) + (line.endsWith(" ") ? " " : "");
}
