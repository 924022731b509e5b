/** Names under which a film is found besides its titles. */
import type { FilmRecord } from "../records.js";

/** The names that are none of the film's titles, each once, however they are capitalised. */
export function furtherNames(film: FilmRecord, names: readonly string[]): string[] {
  const known = new Set(
    [film.title, film.originalTitle, film.titleEs, film.titleEs419].map((title) => title?.toLowerCase()),
  );
  return names.filter((name) => {
    const lower = name.toLowerCase();
    if (known.has(lower)) return false;
    known.add(lower);
    return true;
  });
}
