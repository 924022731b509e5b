/** Ids of IMDb, as files write them, and films of which a file tells no other. */

import { bareValue } from "../../../clean/values/bare-value.js";
import { CountByFile } from "../../../count-by-file.js";
import type { BuildReport } from "../../../report.js";
import type { SourceParts } from "../../parts.js";
import { detached } from "../../vocabulary/texts.js";

const ID = /^tt\d{5,10}$/;
const ADDRESS = /\/(tt\d{5,10})(?:\/|$)/;
const NUMBER = /^\d{5,9}(?=(?:\.0)?$)/;
/** Part of a column of ids that has to be of IMDb's. */
const MOST = 0.8;

/** "tt0114709", "114709.0", "https://www.imdb.com/title/tt0114709/" */
export function imdbIdOf(text: string): string | undefined {
  if (ID.test(text)) return detached(text);
  const bare = bareValue(text);
  const number = NUMBER.exec(bare)?.[0];
  if (number !== undefined) return `tt${number.padStart(7, "0")}`;
  const id = ID.test(bare) ? bare : ADDRESS.exec(bare)?.[1];
  return id === undefined ? undefined : detached(id);
}

/** Its digits: "tt0114709" and "0114709" are 114709. */
export function imdbNumberOf(text: string): number | undefined {
  const digits = imdbIdOf(text)?.slice(2);
  return digits === undefined ? undefined : Number(digits);
}

/** Whether what a column calls ids are IMDb's. */
export function areOfImdb(cells: readonly string[]): boolean {
  const told = cells.map((cell) => bareValue(cell)).filter((cell) => cell !== "");
  return told.length > 0 && told.filter((cell) => ID.test(cell)).length >= told.length * MOST;
}

/** Once all files are read: which of TMDB's they are, other films and MovieLens' links tell. */
export function linkImdbFilms(parts: SourceParts, report: BuildReport): void {
  if (parts.imdbFilms.length === 0) return;
  const ids = new Map(parts.imdbLinks);
  for (const { film } of parts.films) if (film.imdbId !== undefined) ids.set(film.imdbId, film.id);
  const unlinked = new CountByFile("imdb-without-link", report);
  for (const { film, place, released } of parts.imdbFilms) {
    const id = ids.get(film.imdbId ?? "");
    if (id === undefined) unlinked.count(place.file);
    else parts.films.push({ film: { ...film, id }, place, released });
  }
  unlinked.tell();
}
