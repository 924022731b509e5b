/** Puts the engine together over a catalogue. */
import type { Catalog } from "../catalog/catalog.js";
import { createCompletion } from "./complete.js";
import { resolveName } from "./names/decision.js";
import { createDomains } from "./names/domain.js";
import { explainFilm } from "./names/explain.js";
import { resolveFilm } from "./names/film-titles.js";
import { resolveCompany } from "./names/groups/companies.js";
import { resolveCollection } from "./names/groups/franchises.js";
import { namedReference } from "./names/references.js";
import type { Find } from "./port.js";
import { createVocabularies } from "./vocabulary/vocabularies.js";

export function createFind(catalog: Catalog): Find {
  const { people } = catalog;
  const domains = createDomains(catalog);
  const vocabularyOf = createVocabularies(catalog);
  return {
    film: (text) => resolveFilm(catalog, domains, text),
    explainFilm: (text) => explainFilm(catalog, domains, text),
    person: (text, role) =>
      namedReference(text, "person", people, domains[role].accepts) ?? resolveName(domains[role], text),
    collection: (text) => resolveCollection(catalog, domains, text),
    company: (text) => resolveCompany(catalog, domains.company, text),
    term: (vocabulary, text) => vocabularyOf(vocabulary).resolve(text),
    complete: createCompletion(catalog, domains, vocabularyOf),
  };
}
