/** Puts the engine together over a catalogue. */
import type { Catalog } from "../catalog/catalog.js";
import { createCompletion } from "./complete.js";
import { resolveName } from "./names/decision.js";
import { createDomains } from "./names/domain.js";
import { explainFilm } from "./names/explain.js";
import { resolveFilm } from "./names/film-titles.js";
import { resolvePerson } from "./names/people/resolve.js";
import { namedReference } from "./names/references.js";
import type { Find } from "./port.js";
import { createVocabularies } from "./vocabulary/vocabularies.js";

export function createFind(catalog: Catalog): Find {
  const { people, collections, companies } = catalog;
  const domains = createDomains(catalog);
  const vocabularyOf = createVocabularies(catalog);
  return {
    film: (text) => resolveFilm(catalog, domains, text),
    explainFilm: (text) => explainFilm(catalog, domains, text),
    person: (text, role) =>
      namedReference(text, "person", people, domains[role].accepts) ??
      resolvePerson(domains[role], text, (row) => people[role === "actor" ? "acted" : "directed"].get(row)),
    collection: (text) =>
      namedReference(text, "collection", collections, domains.collection.accepts) ??
      resolveName(domains.collection, text),
    company: (text) =>
      namedReference(text, "company", companies, domains.company.accepts) ??
      resolveName(domains.company, text),
    term: (vocabulary, text) => vocabularyOf(vocabulary).resolve(text),
    complete: createCompletion(catalog, domains, vocabularyOf),
  };
}
