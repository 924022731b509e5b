/** Exact values → what people can type that means the very same: "tmdb:329" → "Parque Jurásico (1993)". */
import type { Find } from "../../find/port.js";
import type { OptionValue, OptionValues } from "../answer/schema.js";
import { describe } from "../command/describe.js";
import type { OptionKind } from "../command/options.js";
import { isVocabulary } from "../command/vocabularies.js";
import type { Command } from "../contract.js";
import { meansTheSame } from "../line/complete-value.js";
import { type Locale, say } from "../locale.js";
import { BETWEEN_FILMS } from "../text.js";

/** "tmdb:329", "person:31", "title:ns81". */
const EXACT = /^[a-z]+:-?\w+$/u;
/** Vocabularies of names; the words of others are common ones. */
const PROPER_NAMES: ReadonlySet<OptionKind> = new Set(["country", "platform"]);
/** What would part a name in two where it is one of a list. */
const PARTS_A_LIST = /[,;]|\s\+\s/u;

/** Names in the reader's language in the place of ids and codes; whatever no name means the very same stays. Never throws. */
export function readableOptions(
  find: Find,
  command: Command,
  options: OptionValues,
  locale: Locale,
): OptionValues {
  const kinds = new Map(describe(command).map(({ name, kind }) => [name, kind]));
  const entries = Object.entries(options).map(([name, value]) => [
    name,
    readable({ find, locale }, kinds.get(name), value),
  ]);
  return Object.fromEntries(entries);
}

interface Reader {
  readonly find: Find;
  readonly locale: Locale;
}

function readable(reader: Reader, kind: OptionKind | undefined, value: OptionValue): OptionValue {
  if (kind === undefined || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string") {
    return value.map((one) => {
      const name = nameOf(reader, kind, String(one));
      return name === undefined || PARTS_A_LIST.test(name) ? one : name;
    });
  }
  const parts = value.split(BETWEEN_FILMS);
  return kind === "film" && parts.length > 1 && parts.every((part) => EXACT.test(part))
    ? parts.map((part) => nameBetween(reader, part)).join(BETWEEN_FILMS)
    : (nameOf(reader, kind, value) ?? value);
}

function nameBetween(reader: Reader, exact: string): string {
  const name = nameOf(reader, "film", exact);
  return name === undefined || name.includes(BETWEEN_FILMS) ? exact : name;
}

/** Undefined where there is none, or it means something else as well. */
function nameOf({ find, locale }: Reader, kind: OptionKind, value: string): string | undefined {
  try {
    if (isVocabulary(kind)) {
      const term = find.term(kind, value);
      if (term.kind !== "found") return undefined;
      const label = say(locale, term.value.label);
      const again = find.term(kind, label);
      const same = again.kind === "found" && again.value.id === term.value.id;
      if (!same) return undefined;
      return PROPER_NAMES.has(kind) ? label : label.toLocaleLowerCase(locale.tag);
    }
    if (!EXACT.test(value) || !isCompleted(kind)) return undefined;
    const [named] = find.complete(kind, value, 1, locale.tag);
    return named && meansTheSame(find, { kind, many: false }, named.text, value) ? named.text : undefined;
  } catch {
    // A bug of looking things up: whoever answers the question meets it too, and tells it.
    return undefined;
  }
}

/** Kinds whose values are made up by whoever asks, or are the program's own. */
const NOT_COMPLETED = ["text", "theme", "thing", "member", "command", "integer", "number", "flag"] as const;

function isCompleted(kind: OptionKind): kind is Exclude<OptionKind, (typeof NOT_COMPLETED)[number]> {
  return !(NOT_COMPLETED as readonly string[]).includes(kind);
}
