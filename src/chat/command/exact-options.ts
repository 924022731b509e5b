/** Options as typed → options that mean the same after a restart, in few characters: for buttons that carry them. */
import type { Command } from "./command.js";
import type { Services } from "../context.js";
import { describe } from "./describe.js";
import type { OptionKind } from "./options.js";
import { isVocabulary } from "./vocabularies.js";

type Known = Pick<Services, "catalog" | "find">;
type Value = string | number | boolean;

/** Names that resolve to one thing become its id; everything else stays as it is. Never throws. */
export function exactOptions<Own extends Value>(
  services: Known,
  command: Command,
  options: Readonly<Record<string, Own>>,
): Readonly<Record<string, Own | string>> {
  const kinds = new Map(describe(command).map(({ name, kind }) => [name, kind]));
  const entries = Object.entries(options).map(([name, value]) => {
    const kind = kinds.get(name);
    const exact = typeof value === "string" && kind ? exactValue(services, kind, value) : undefined;
    return [name, exact ?? value] as const;
  });
  return Object.fromEntries(entries);
}

function exactValue({ catalog, find }: Known, kind: OptionKind, text: string): string | undefined {
  try {
    switch (kind) {
      case "film":
        // Two films in one option stay as they were typed.
        return text.includes(" + ") ? undefined : idOf("tmdb", find.film(text), catalog.films.id);
      case "actor":
      case "director":
        return idOf("person", find.person(text, kind), catalog.people.id);
      case "collection":
        return idOf("collection", find.collection(text), catalog.collections.id);
      case "company":
        return idOf("company", find.company(text), catalog.companies.id);
      default:
        return isVocabulary(kind) ? termOf(find.term(kind, text)) : undefined;
    }
  } catch {
    // What was typed was good enough for the answer; it is for its buttons.
    return undefined;
  }
}

function idOf(
  prefix: string,
  found: ReturnType<Services["find"]["film"]>,
  ids: Int32Array,
): string | undefined {
  return found.kind === "found" ? `${prefix}:${ids[found.value]}` : undefined;
}

function termOf(found: ReturnType<Services["find"]["term"]>): string | undefined {
  return found.kind === "found" ? found.value.id : undefined;
}
