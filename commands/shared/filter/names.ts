/** What is named: terms of closed vocabularies, people, franchises, companies. Of several that fit, the best known. */
import type { CollectionRow, CompanyRow, PersonRow } from "../../../src/catalog/rows.js";
import type { Context } from "../../../src/chat/contract.js";
import { say } from "../../../src/chat/locale.js";
import { quoted } from "../../../src/chat/text.js";
import type { Resolution, Role } from "../../../src/find/port.js";
import { type TraitVocabulary, traitOfTerm } from "../../../src/queries/discover/traits.js";
import { collectionRef } from "../../../src/queries/refs/collection.js";
import type { Trait } from "../../../src/select/filter.js";
import type { Words } from "../../../src/words.js";
import { NOBODY } from "../reference.js";
import { termOf } from "../term.js";
import { collectionName } from "../words/collections.js";

import { type GivenValue, unknownValue } from "./given-value.js";
import type { Meaning } from "./meaning.js";

export function termReader(
  vocabulary: TraitVocabulary,
): (context: Context, given: GivenValue) => Meaning<Trait> {
  return (context, given) => {
    const { id, label } = termOf(context, vocabulary, given);
    return {
      constraint: traitOfTerm(context.catalog, vocabulary, id),
      exact: id,
      label: say(context.locale, label),
    };
  };
}

/** @param role either where none is said */
export function personOf(context: Context, given: GivenValue, role?: Role): Meaning<Trait> {
  const { find, catalog } = context;
  const { people } = catalog;
  const nameOf = (row: PersonRow) => people.name.get(row);
  const exactOf = (row: PersonRow) => `person:${people.id[row]}`;
  const row = meant(context, given, find.person(given.text, role), nameOf, exactOf, NOBODY[role ?? "either"]);
  return { constraint: { kind: role ?? "person", row }, exact: exactOf(row), label: nameOf(row) };
}

export function franchiseOf(context: Context, given: GivenValue): Meaning<Trait> {
  const { find, catalog, locale } = context;
  const nameOf = (row: CollectionRow) => collectionName(locale, collectionRef(catalog, row));
  const exactOf = (row: CollectionRow) => `collection:${catalog.collections.id[row]}`;
  const none = { es: "No encontré ninguna saga llamada", en: "I couldn't find a franchise called" };
  const row = meant(context, given, find.collection(given.text), nameOf, exactOf, none);
  return { constraint: { kind: "franchise", row }, exact: exactOf(row), label: nameOf(row) };
}

export function companyOf(context: Context, given: GivenValue): Meaning<Trait> {
  const { find, catalog } = context;
  const { companies } = catalog;
  const nameOf = (row: CompanyRow) => companies.name.get(row);
  const exactOf = (row: CompanyRow) => `company:${companies.id[row]}`;
  const none = { es: "No encontré ninguna productora llamada", en: "I couldn't find a company called" };
  const row = meant(context, given, find.company(given.text), nameOf, exactOf, none);
  return { constraint: { kind: "company", row }, exact: exactOf(row), label: nameOf(row) };
}

/** The thing that a name means, the best known of several. */
function meant<Row>(
  context: Context,
  given: GivenValue,
  found: Resolution<Row>,
  nameOf: (row: Row) => string,
  exactOf: (row: Row) => string,
  none: Words,
): Row {
  if (found.kind === "found") return found.value;
  if (found.kind === "choices" && found.values[0] !== undefined) return found.values[0];
  const typed = quoted(given.text);
  const near = found.kind === "none" ? found.suggestions : [];
  const hint = near.length > 0 ? { es: " ¿Quisiste decir…?", en: " Did you mean…?" } : { es: "", en: "" };
  const words = { es: `${none.es} ${typed.es}.${hint.es}`, en: `${none.en} ${typed.en}.${hint.en}` };
  const suggestions = near.map((row) => ({ label: nameOf(row), value: exactOf(row) }));
  throw unknownValue(context, given, words, suggestions);
}
