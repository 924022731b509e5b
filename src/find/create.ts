/** Puts the engine together over a catalogue. */
import type { Catalog } from "../catalog/catalog.js";
import { createCompletion } from "./complete.js";
import { kept } from "./kept.js";
import { createDomains } from "./names/domain.js";
import { createExplanations } from "./names/explain.js";
import { filmOrSeries } from "./names/film-or-series.js";
import { knownTitle } from "./names/films/known-title.js";
import { filmsTitled } from "./names/films/titled.js";
import { resolveFilm } from "./names/films/titles.js";
import { resolveCompany } from "./names/groups/companies.js";
import { franchiseShown, resolveCollection } from "./names/groups/franchises.js";
import { seriesMeant } from "./names/groups/series.js";
import { inEitherRole } from "./names/people/either-role.js";
import { resolvePerson } from "./names/people/resolve.js";
import { collectionReading, companyReading, personReading } from "./names/read/readings.js";
import { linkIn } from "./names/read/references.js";
import { createNamesIn } from "./names/sentences.js";
import type { Find, Role } from "./port.js";
import { createThemes } from "./themes/resolve.js";
import { createVocabularies } from "./vocabulary/vocabularies.js";

/** The column of a person's films in each role. */
const FILMS_AS = { actor: "acted", director: "directed" } as const;
const OTHER_ROLE = { actor: "director", director: "actor" } as const;

/**
 * @param keep makes a look-up one that remembers; `kept` unless said. What is measured is not to be remembered.
 */
export function createFind(catalog: Catalog, keep: typeof kept = kept): Find {
  const domains = createDomains(catalog);
  const vocabularyOf = createVocabularies(catalog);
  const film = keep((text) => resolveFilm(catalog, domains, text));
  const personAs = (role: Role) =>
    keep(
      (text) =>
        personReading(catalog, domains[role], role, text) ??
        resolvePerson(
          {
            domain: domains[role],
            otherRole: domains[OTHER_ROLE[role]],
            filmsOf: (row) => catalog.people[FILMS_AS[role]].get(row),
          },
          text,
        ),
    );
  const inRole = { actor: personAs("actor"), director: personAs("director") };
  const person = (text: string, role?: Role) =>
    role === undefined
      ? inEitherRole(catalog, inRole.actor(text), inRole.director(text))
      : inRole[role](text);
  const collection = keep(
    (text) =>
      franchiseShown(catalog, text) ??
      collectionReading(catalog, domains.collection, text) ??
      resolveCollection(catalog, domains, text),
  );
  const company = keep(
    (text) =>
      companyReading(catalog, domains.company, text) ?? resolveCompany(catalog, domains.company, text),
  );
  const namesIn = createNamesIn(domains);
  return {
    film,
    knownTitle: (text) => knownTitle({ film, namesIn }, domains.film, text),
    titled: (title) => filmsTitled(domains.film, title),
    series: keep((text) => seriesMeant(catalog, domains.series, text).resolution),
    filmOrSeries: keep((text) => filmOrSeries(catalog, domains, text, film(text))),
    person,
    collection,
    company,
    namesIn,
    ...createThemes(catalog),
    linkIn,
    term: (vocabulary, text) => vocabularyOf(vocabulary).resolve(text),
    explain: createExplanations(catalog, domains, { film, person, collection, company }),
    complete: createCompletion(catalog, domains, vocabularyOf),
  };
}
