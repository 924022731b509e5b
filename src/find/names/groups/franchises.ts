/** Which franchise is meant by a name, with or without who made it: "el padrino", "batman de nolan". */
import { type Catalog, oncePerCatalog } from "../../../catalog/catalog.js";
import { type CollectionRow, eachRow, type PersonRow } from "../../../catalog/rows.js";
import { fold } from "../../encode/fold.js";
import { franchiseAlone } from "../../encode/keys/group-keys.js";
import type { Resolution } from "../../port.js";
import { decideWithDoubt, rankNames, resolveName } from "../decision.js";
import { asTyped, type Domain, type Domains } from "../domain.js";
import { matches, normalise } from "../matching.js";
import { thresholdsOf } from "../thresholds.js";

/** "X de Nolan", "X by Sam Raimi": the last such word begins the name. */
const NAME_AND_DIRECTOR = /^(?:(.*) )?(?:de|del|by|of) (.+)$/;
/** Of more words it is a sentence. */
const MOST_WORDS_OF_BOTH = 8;
/** So many franchises of a director are offered where none is named. */
const MOST_OF_DIRECTOR = 5;

/** What a name means. */
export function resolveCollection(
  catalog: Catalog,
  domains: Domains,
  text: string,
): Resolution<CollectionRow> {
  const domain = domains.collection;
  // "The Batman Collection" is one of that name, whatever "Batman" alone would be.
  const typed = resolveName(asTyped(domain), text);
  if (typed.kind === "found" && typed.fit === "exact") return typed;
  const named = namedOrNear(domain, text);
  if (named.kind === "found" && named.fit === "exact") return named;
  return ofDirector(catalog, domains, text) ?? bothNames(domain, text) ?? named;
}

/** What has the name, and what is likely another thing is offered: "la saga del kraken" is not Taken. */
function namedOrNear(domain: Domain<CollectionRow>, text: string): Resolution<CollectionRow> {
  const { ranked, thresholds } = rankNames(domain, text);
  const folded = normalise(text);
  return decideWithDoubt(domain, franchiseAlone(folded) ?? folded, ranked, thresholds);
}

/** Two names of one franchise, one after the other: "tremors temblores", as it is called here and there. */
function bothNames(domain: Domain<CollectionRow>, text: string): Resolution<CollectionRow> | undefined {
  const words = normalise(text).split(" ");
  if (words.length > MOST_WORDS_OF_BOTH) return undefined;
  for (let count = 1; count < words.length; count++) {
    const first = resolveName(asTyped(domain), words.slice(0, count).join(" "));
    if (first.kind !== "found" || first.fit !== "exact") continue;
    const second = resolveName(asTyped(domain), words.slice(count).join(" "));
    if (second.kind === "found" && second.fit === "exact" && second.value === first.value)
      return { kind: "found", value: first.value, fit: "close", namesakes: [] };
  }
  return undefined;
}

/** "Saga Creed", "Trilogía de la venganza": what we show a Spanish reader. */
const SHOWN = /^(?:saga (.+)|(?:trilogia|universo) .+)$/;

/** The one franchise that is shown so, whatever else its name would be; undefined where none is. */
export function franchiseShown(catalog: Catalog, text: string): Resolution<CollectionRow> | undefined {
  const folded = fold(text);
  const match = SHOWN.exec(folded);
  const rows = match === null ? undefined : spanishNames(catalog).get(match[1] ?? folded);
  const [only] = rows ?? [];
  if (only === undefined || rows?.length !== 1) return undefined;
  return { kind: "found", value: only, fit: "exact", namesakes: [] };
}

/** Franchises by our own Spanish name, folded. */
const spanishNames = oncePerCatalog(({ collections }) => {
  const names = new Map<string, CollectionRow[]>();
  for (const row of eachRow(collections)) {
    const name = fold(collections.nameEs.get(row) ?? "");
    if (name !== "") names.set(name, [...(names.get(name) ?? []), row]);
  }
  return names;
});

/** The franchise of that name which that person directed; undefined where the text is read otherwise. */
function ofDirector(catalog: Catalog, domains: Domains, text: string): Resolution<CollectionRow> | undefined {
  const [, name = "", typed] = NAME_AND_DIRECTOR.exec(normalise(text)) ?? [];
  if (typed === undefined) return undefined;
  const person = resolveName(domains.director, typed);
  if (person.kind === "none") return undefined;
  const people = person.kind === "found" ? [person.value] : person.values;
  const directed = directedCollections(catalog, people);
  if (directed.length === 0) return undefined;
  // "La trilogía de Leone": any of theirs.
  const alone = name === "" || GENERIC_ONLY.test(name);
  const values = alone
    ? directed.slice(0, MOST_OF_DIRECTOR)
    : directed.filter(namedRows(catalog, domains, name));
  const [first, second] = values;
  if (first === undefined) return undefined;
  if (alone && second !== undefined) return { kind: "choices", values };
  return { kind: "found", value: first, fit: "close", namesakes: [] };
}

/** What may stand alone before "de Leone". */
const GENERIC_ONLY =
  /^(?:(?:the|toda|todas|todos|la|las|el|los|all) )*(?:saga|trilogia|peliculas?|pelis?|coleccion|franquicia|universo|trilogy)?$/;

/** Collections of several films of which somebody directed most, best known first. */
function directedCollections({ people, films, collections }: Catalog, directors: readonly PersonRow[]) {
  const counts = new Map<CollectionRow, number>();
  for (const director of directors) {
    for (const film of people.directed.get(director)) {
      const collection = films.collection.get(film);
      if (collection !== undefined) counts.set(collection, (counts.get(collection) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([row, count]) => count > 1 && 2 * count > collections.films.size(row))
    .map(([row]) => row)
    .sort((a, b) => a - b);
}

/** Whether a collection goes by a name, or is part of a universe that does. */
function namedRows({ universes }: Catalog, { collection: domain }: Domains, name: string) {
  const thresholds = thresholdsOf(name);
  const rows = new Set(
    matches(domain, name, thresholds)
      .filter(({ cost }) => cost <= thresholds.limit)
      .map(({ row }) => row),
  );
  for (let universe = 0; universe < universes.rowCount; universe++) {
    const lead = universes.collection[universe];
    if (lead !== undefined && rows.has(lead))
      for (const member of universes.members.get(universe)) rows.add(member);
  }
  return (row: CollectionRow) => rows.has(row);
}
