/** What films are called in other languages and scripts than their sources tell. */
import { type ChineseCharacters, otherChineseForms } from "../clean/chinese.js";
import type { FilmRecord, SourceFile } from "../records.js";
import { furtherNames } from "./further-names.js";

export interface NamesInOtherLanguages {
  /** By TMDB id. */
  readonly byFilm: ReadonlyMap<number, readonly string[]>;
  readonly chinese: ChineseCharacters;
  /** Where they were read, to be told among the sources. */
  readonly files: readonly SourceFile[];
}

/** Mandarin, and TMDB's code for Cantonese. */
const CHINESE = new Set(["zh", "cn"]);

/** Gives films further names, so that they are found under them. */
export function addNamesInOtherLanguages(
  films: ReadonlyMap<number, FilmRecord>,
  { byFilm, chinese }: NamesInOtherLanguages,
): void {
  for (const film of films.values()) {
    const { originalTitle = film.title, originalLanguage = "" } = film;
    const names = [
      ...(byFilm.get(film.id) ?? []),
      ...(CHINESE.has(originalLanguage) ? otherChineseForms(originalTitle, chinese) : []),
    ];
    if (names.length > 0) film.aka = furtherNames(film, [...film.aka, ...names]);
  }
}
