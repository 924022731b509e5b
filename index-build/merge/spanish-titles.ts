/** The merge rule for our own Spanish titles. */
import type { FilmRecord, SourceFile } from "../records.js";
import { furtherNames } from "./further-names.js";

export interface TitlesOfFilm {
  /** In Spain. */
  readonly es: string;
  /** In Latin America, where it differs. */
  readonly es419?: string;
  readonly aka: readonly string[];
}

export interface SpanishTitles {
  /** By TMDB id. */
  readonly byFilm: ReadonlyMap<number, TitlesOfFilm>;
  /** Where they were read, to be told among the sources. */
  readonly file: SourceFile;
}

/**
 * Gives films their Spanish titles. Ours win over those of a source: they were checked title by title, for Spain and
 * for Latin America apart, while a source's are translations of whoever came by, often the same for both. What a source
 * calls the film otherwise stays as a further name, so that it is still found under it.
 */
export function applySpanishTitles(films: ReadonlyMap<number, FilmRecord>, { byFilm }: SpanishTitles): void {
  for (const film of films.values()) {
    const ours = byFilm.get(film.id);
    if (ours === undefined) continue;
    const theirs = [film.titleEs, film.titleEs419].filter((title) => title !== undefined);
    film.titleEs = ours.es;
    film.titleEs419 = ours.es419;
    film.aka = furtherNames(film, [...ours.aka, ...film.aka, ...theirs]);
  }
}

/** Languages whose films are shown in Spain and Latin America under the title they were made with. */
const UNTRANSLATED = new Set(["es", "ca", "gl", "eu"]);

/**
 * Shows films of Spain and Latin America under their original title where no Spanish one is known: a film in Spanish
 * needs no translation, and nobody there knows it by its English title.
 */
export function keepOriginalTitles(films: ReadonlyMap<number, FilmRecord>): void {
  for (const film of films.values()) {
    if (film.titleEs !== undefined || !UNTRANSLATED.has(film.originalLanguage ?? "")) continue;
    if (film.originalTitle !== film.title) film.titleEs = film.originalTitle;
  }
}
