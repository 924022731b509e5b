/** What an id means: one thing or none, without a search. */
import { type Catalog, filmById, filmByImdb, personByImdb, rowById } from "../../../catalog/catalog.js";
import type { FilmRow, HasRows, PersonRow } from "../../../catalog/rows.js";
import type { LinkTarget } from "../../port.js";
import { readReference } from "../../reading/links.js";
import type { Reference } from "../../reading/reference.js";

/** How ids of each kind of thing begin; those of films do with "tmdb". */
export type IdPrefix = "person" | "collection" | "company";

/** The exact value of an option: "person:31". */
export function namedId(prefix: IdPrefix, id: number): string {
  return `${prefix}:${id}`;
}

/** A reference by its id. */
export type IdReference = Extract<Reference, { readonly kind: "id" }>;

export function filmWithId(catalog: Catalog, { source, id }: IdReference): FilmRow | undefined {
  return source === "imdb" ? filmByImdb(catalog, id) : filmById(catalog, id);
}

export function personWithId(catalog: Catalog, { source, id }: IdReference): PersonRow | undefined {
  return source === "imdb" ? personByImdb(catalog, id) : rowById(catalog.people, id);
}

/** A collection or a company; IMDb's ids of these are in no source. */
export function rowWithId<Row extends number>(
  table: { readonly id: Int32Array } & HasRows<Row>,
  { source, id }: IdReference,
): Row | undefined {
  return source === "imdb" ? undefined : rowById(table, id);
}

/** What a reference leads to, for people to be told. */
export function targetOf(reference: Reference): LinkTarget {
  return "of" in reference ? (reference.of ?? "page") : reference.kind;
}

/** What a link or an id in a text leads to; undefined where there is none. */
export function linkIn(text: string): LinkTarget | undefined {
  const reference = readReference(text);
  return reference && targetOf(reference);
}
