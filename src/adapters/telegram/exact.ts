/** Options as typed → options that mean the same after a restart, in few bytes. */
import type { Command } from "../../chat/command.js";
import type { Services } from "../../chat/context.js";
import { describe } from "../../chat/describe.js";
import type { OptionKind } from "../../chat/options.js";
import { isVocabulary } from "../../chat/vocabularies.js";
import type { OptionValues } from "./callback-data.js";

type Known = Pick<Services, "catalog" | "find">;

/** Names that resolve to one thing become its id; everything else stays as it is. Never throws. */
export function exactOptions(services: Known, command: Command, options: OptionValues): OptionValues {
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
        return idOf("tmdb", find.film(text), catalog.films.id);
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
