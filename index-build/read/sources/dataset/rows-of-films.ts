/** Tables in which a film takes several rows, each with one more of a genre, a company or a person. */
import { distinctBy } from "../../../clean/duplicates.js";
import type { FilmRecord } from "../../../records.js";
import type { ReaderInput } from "../../formats/csv/row.js";
import type { ReadFilm } from "../../parts.js";

/** One entry a film, in the order of their first rows. */
export function joinRowsOfFilms(
  read: readonly ReadFilm[],
  { file, context }: ReaderInput,
): readonly ReadFilm[] {
  const byId = new Map<number | string, ReadFilm>();
  for (const one of read) {
    // Of some only IMDb's id is known yet, or title and year.
    const { imdbId, title, releaseDate = "" } = one.film;
    const id = one.film.id || (imdbId ?? `${title}\n${releaseDate}`);
    const first = byId.get(id);
    if (first === undefined) {
      byId.set(id, one);
      continue;
    }
    context.report.add("joined-rows", { file, line: one.place.line, detail: String(id) });
    addLists(first.film, one.film);
  }
  return byId.size === read.length ? read : [...byId.values()];
}

function addLists(film: FilmRecord, other: FilmRecord): void {
  const byId = ({ id }: { readonly id: number }): number => id;
  const byCode = ({ code }: { readonly code: string }): string => code;
  film.genres = [...new Set([...film.genres, ...other.genres])];
  film.companies = distinctBy([...film.companies, ...other.companies], byId);
  film.countries = distinctBy([...film.countries, ...other.countries], byCode);
  film.spokenLanguages = distinctBy([...film.spokenLanguages, ...other.spokenLanguages], byCode);
  film.keywords = distinctBy([...film.keywords, ...other.keywords], byId);
  film.cast = distinctBy([...film.cast, ...other.cast], byId);
  film.castOrdered ||= other.castOrdered;
  film.crew = distinctBy([...film.crew, ...other.crew], ({ person, job }) => `${person.id} ${job}`);
  film.collection ??= other.collection;
}
