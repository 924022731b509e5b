/**
 * What is meant by a text that is not typed as a name is: a link or an id, a file's name, one of our own
 * labels. A link and a file name one thing, which is found exactly or nearly, or not at all: never by a
 * search that would give what is only like it. A text that merely looks like a label is searched for after
 * all.
 */
import type { Catalog } from "../../../catalog/catalog.js";
import { isAdult } from "../../../catalog/film.js";
import { titleById } from "../../../catalog/platform-titles.js";
import type { CollectionRow, CompanyRow, FilmRow, PersonRow } from "../../../catalog/rows.js";
import type { Resolution, Role } from "../../port.js";
import { readCollectionName } from "../../reading/collection-names.js";
import { readFileName } from "../../reading/file-names.js";
import { readLabel } from "../../reading/labels.js";
import { readReference } from "../../reading/links.js";
import { mayLeadTo, type NameRead, type Reference, type Thing } from "../../reading/reference.js";
import { decide } from "../decision.js";
import type { Domain } from "../domain.js";
import { filmsLabelled, peopleLabelled } from "./labelled.js";
import { filmsRead, namesRead, READ, SHORTENED, WHOLE_NAME } from "./read-names.js";
import { filmWithId, type IdReference, personWithId, rowWithId, targetOf } from "./references.js";

/** How things of one kind are found by what a link says. */
interface Kind<Row extends number> {
  readonly thing: Thing;
  readonly domain: Domain<Row>;
  withId(reference: IdReference): Row | undefined;
  named(name: NameRead, most: number): Resolution<Row>;
}

export function filmReading(
  catalog: Catalog,
  domain: Domain<FilmRow>,
  text: string,
): Resolution<FilmRow> | undefined {
  const named = (name: NameRead, most: number) => decide(filmsRead(catalog, domain, name, most), READ);
  const reference = readReference(text, "film");
  const file = readFileName(text);
  if (reference?.kind === "title") return filmOfTitle(catalog, reference.id);
  if (reference !== undefined) {
    const withId = (id: IdReference) => filmWithId(catalog, id);
    const linked = referred({ thing: "film", domain, withId, named }, reference);
    // A library's id that is not known stands beside a title that may be.
    if (linked.kind !== "none" || file === undefined) return linked;
  }
  if (file !== undefined) return named(file, SHORTENED);
  const label = readLabel(text);
  return label && orSearch(decide(filmsLabelled(catalog, domain, label), READ));
}

/** The film that a streaming title is linked to. */
function filmOfTitle(catalog: Catalog, id: string): Resolution<FilmRow> {
  const title = titleById(catalog, id);
  const film = title === undefined ? undefined : catalog.platformTitles.film.get(title);
  if (film === undefined || isAdult(catalog, film)) return { kind: "none", suggestions: [], link: "title" };
  return { kind: "found", value: film, fit: "exact", namesakes: [] };
}

export function personReading(
  catalog: Catalog,
  domain: Domain<PersonRow>,
  role: Role,
  text: string,
): Resolution<PersonRow> | undefined {
  const reference = readReference(text, "person");
  if (reference !== undefined) {
    const withId = (id: IdReference) => personWithId(catalog, id);
    const named = (name: NameRead, most: number) => decide(namesRead(domain, name, most), READ);
    return referred({ thing: "person", domain, withId, named }, reference);
  }
  const label = readLabel(text);
  return label && orSearch(decide(peopleLabelled(catalog, domain, role, label), READ));
}

export function collectionReading(
  catalog: Catalog,
  domain: Domain<CollectionRow>,
  text: string,
): Resolution<CollectionRow> | undefined {
  const reference = readReference(text, "collection");
  const named = (name: NameRead, most: number) => decide(namesRead(domain, name, most), READ);
  if (reference !== undefined) {
    const withId = (id: IdReference) => rowWithId(catalog.collections, id);
    return referred({ thing: "collection", domain, withId, named }, reference);
  }
  const name = readCollectionName(text);
  return name && orSearch(named(name, WHOLE_NAME));
}

export function companyReading(
  catalog: Catalog,
  domain: Domain<CompanyRow>,
  text: string,
): Resolution<CompanyRow> | undefined {
  const reference = readReference(text, "company");
  if (reference === undefined) return undefined;
  const withId = (id: IdReference) => rowWithId(catalog.companies, id);
  const named = (name: NameRead, most: number) => decide(namesRead(domain, name, most), READ);
  return referred({ thing: "company", domain, withId, named }, reference);
}

function referred<Row extends number>(kind: Kind<Row>, reference: Reference): Resolution<Row> {
  const none: Resolution<Row> = { kind: "none", suggestions: [], link: targetOf(reference) };
  if (!mayLeadTo(reference, kind.thing)) return none;
  if (reference.kind === "name") {
    const named = kind.named(reference, WHOLE_NAME);
    return named.kind === "none" ? none : named;
  }
  const row = reference.kind === "id" ? kind.withId(reference) : undefined;
  if (row === undefined || !kind.domain.accepts(row)) return none;
  return { kind: "found", value: row, fit: "exact", namesakes: [] };
}

/** What looks like a label and names nothing is a title, or nearly one. */
function orSearch<Row extends number>(resolution: Resolution<Row>): Resolution<Row> | undefined {
  return resolution.kind === "none" ? undefined : resolution;
}
