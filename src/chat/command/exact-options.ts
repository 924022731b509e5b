/** Options as typed → options that mean the same after a restart, in few characters: for buttons, and for programs. */
import type { FilmRow } from "../../catalog/rows.js";
import type { Find, Resolution } from "../../find/port.js";
import type { OptionValue, OptionValues } from "../answer/schema.js";
import type { Command, Edition } from "../contract.js";
import { BETWEEN_FILMS } from "../text.js";
import { describe, type OptionDescriptor } from "./describe.js";
import type { OptionKind } from "./options.js";
import { isVocabulary } from "./vocabularies.js";

/** Names that resolve to one thing become its id; everything else stays as it is. Never throws. */
export function exactOptions(edition: Known, command: Command, options: OptionValues): OptionValues {
  const descriptors = new Map(describe(command).map((option) => [option.name, option]));
  const entries = Object.entries(options).map(([name, value]) => [
    name,
    exactOption(edition, descriptors.get(name), value),
  ]);
  return Object.fromEntries(entries);
}

type Known = Pick<Edition, "catalog" | "find">;

function exactOption(edition: Known, option: OptionDescriptor | undefined, value: OptionValue): OptionValue {
  if (option === undefined) return value;
  const { kind, many } = option;
  if (Array.isArray(value)) {
    return value.map(
      (one) => (many || kind === "film" ? exactValue(edition, kind, String(one)) : undefined) ?? one,
    );
  }
  return (typeof value === "string" ? exactValue(edition, kind, value) : undefined) ?? value;
}

function exactValue({ catalog, find }: Known, kind: OptionKind, text: string): string | undefined {
  if (EXACT_VALUE.test(text)) return undefined;
  try {
    switch (kind) {
      case "film":
        return idOf("tmdb", oneFilm(find, text), catalog.films.id);
      case "thing":
        return EXACT_THING.test(text) ? undefined : idOf("tmdb", find.film(text), catalog.films.id);
      case "actor":
      case "director":
        return idOf("person", find.person(text, kind), catalog.people.id);
      case "person":
        return idOf("person", find.person(text), catalog.people.id);
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

/** A value of our own, as exact as it gets. */
const EXACT_VALUE = /^(?:tmdb|person|collection|company):-?\d{1,10}$/u;
/** What a thing is named by that is not typed as a title. */
const EXACT_THING = /^[a-z]+:/u;
/** Two films in one option stay as they were typed; "Romeo + Juliet" is one. */
function oneFilm(find: Find, text: string): Resolution<FilmRow> {
  const isPair = text.includes(BETWEEN_FILMS);
  const found: Resolution<FilmRow> =
    isPair && find.linkIn(text) !== undefined ? { kind: "none", suggestions: [] } : find.film(text);
  const isSure = !isPair || (found.kind === "found" && found.fit === "exact");
  return isSure ? found : { kind: "none", suggestions: [] };
}

function idOf(prefix: string, found: Resolution<number>, ids: Int32Array): string | undefined {
  return found.kind === "found" ? `${prefix}:${ids[found.value]}` : undefined;
}

function termOf(found: ReturnType<Find["term"]>): string | undefined {
  return found.kind === "found" ? found.value.id : undefined;
}
