/** What an id or a link means: one thing or none, without a search. */
import { type Catalog, filmById, filmByImdb, rowById } from "../../catalog/catalog.js";
import { isAdult } from "../../catalog/film.js";
import type { FilmRow, HasRows } from "../../catalog/rows.js";
import type { Resolution } from "../port.js";

const TMDB = /^(?:tmdb:|https?:\/\/(?:www\.)?themoviedb\.org\/(?:[a-z-]+\/)?movie\/)(\d{1,10})(?!\d)/i;
const IMDB = /^(?:https?:\/\/(?:www\.|m\.)?imdb\.com\/(?:[a-z-]+\/)?title\/)?tt(\d{5,9})(?!\d)/i;
/** Ids are 32-bit integers: ten digits, and below 0 for names to which the sources give none. */
const NAMED = /^([a-z]+):(-?\d{1,10})$/i;

/** How ids of each kind of thing begin; those of films do with "tmdb". */
export type IdPrefix = "person" | "collection" | "company";

/** The exact value of an option: "person:31". */
export function namedId(prefix: IdPrefix, id: number): string {
  return `${prefix}:${id}`;
}

/** A film by its TMDB or IMDb id, or a link to it there; undefined where the text is neither. */
export function filmReference(catalog: Catalog, text: string): Resolution<FilmRow> | undefined {
  const trimmed = text.trim();
  const tmdb = TMDB.exec(trimmed)?.[1];
  if (tmdb !== undefined) return resolved(filmById(catalog, Number(tmdb)), (row) => !isAdult(catalog, row));
  const imdb = IMDB.exec(trimmed)?.[1];
  if (imdb !== undefined) return resolved(filmByImdb(catalog, Number(imdb)), (row) => !isAdult(catalog, row));
  return undefined;
}

/** "person:31" → that person; undefined where the text is no id with this prefix. */
export function namedReference<Row extends number>(
  text: string,
  prefix: IdPrefix,
  table: { readonly id: Int32Array } & HasRows<Row>,
  accepts: (row: Row) => boolean,
): Resolution<Row> | undefined {
  const [, written, id] = NAMED.exec(text.trim()) ?? [];
  if (written?.toLowerCase() !== prefix) return undefined;
  return resolved(rowById(table, Number(id)), accepts);
}

function resolved<Row extends number>(row: Row | undefined, accepts: (row: Row) => boolean): Resolution<Row> {
  return row !== undefined && accepts(row)
    ? { kind: "found", value: row, fit: "exact", namesakes: [] }
    : { kind: "none", suggestions: [] };
}
