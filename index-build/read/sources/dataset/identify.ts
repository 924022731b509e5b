/** Things that tables only name are those of the same name that others tell with their ids. */
import { distinctBy } from "../../../clean/duplicates.js";
import type { NamedRef } from "../../../records.js";
import type { ReadContext } from "../../context.js";
import type { FilmFacts, SourceParts } from "../../parts.js";
import type { NamedRefs } from "../../vocabulary/refs.js";

/** To be called once all tables are read. Two people may share a name; keywords, companies and series do not. */
export function identify(parts: SourceParts, context: ReadContext): void {
  const films: FilmFacts[] = [parts.films, parts.imdbFilms, parts.titledFilms, parts.untitledFilms].flatMap(
    (all) => all.map(({ film }) => film),
  );
  for (const { facts } of parts.facts) films.push(facts);
  const { keywords } = parts;
  for (const film of films) {
    film.keywords = identified(film.keywords, context.keywords);
    film.companies = identified(film.companies, context.companies);
    const { collection } = film;
    if (collection !== undefined && collection.id < 0)
      film.collection = context.collections.uniqueNamed(collection.name) ?? collection;
  }
  for (const one of keywords) one.keywords = identified(one.keywords, context.keywords);
}

function identified(refs: readonly NamedRef[], vocabulary: NamedRefs): readonly NamedRef[] {
  if (!refs.some(({ id }) => id < 0)) return refs;
  return distinctBy(
    refs.map((ref) => (ref.id < 0 ? (vocabulary.uniqueNamed(ref.name) ?? ref) : ref)),
    ({ id }) => id,
  );
}
