/** What films are called in other languages and scripts than their sources tell. */
import { isLatin, romanise } from "../../src/find/encode/scripts/romanise.js";
import { type ChineseCharacters, otherChineseForms } from "../clean/texts/chinese.js";
import type { FilmRecord, SourceFile } from "../records.js";
import { furtherNames } from "./further-names.js";

export interface NamesInOtherLanguages {
  /** By TMDB id. */
  readonly byFilm: ReadonlyMap<number, readonly string[]>;
  /** Of these, how the original title is written in Latin letters, likeliest first. */
  readonly romanised: ReadonlyMap<number, readonly string[]>;
  readonly chinese: ChineseCharacters;
  /** Where they were read, to be told among the sources. */
  readonly files: readonly SourceFile[];
}

/** Mandarin, and TMDB's code for Cantonese. */
const CHINESE = new Set(["zh", "cn"]);

/** Gives films further names, so that they are found under them. */
export function addNamesInOtherLanguages(
  films: ReadonlyMap<number, FilmRecord>,
  { byFilm, romanised, chinese }: NamesInOtherLanguages,
): void {
  for (const film of films.values()) {
    film.originalLatin = inLatinLetters(film, romanised.get(film.id));
    const { originalTitle = film.title, originalLanguage = "" } = film;
    const names = [
      ...(byFilm.get(film.id) ?? []),
      ...(CHINESE.has(originalLanguage) ? otherChineseForms(originalTitle, chinese) : []),
    ];
    if (names.length > 0) film.aka = furtherNames(film, [...film.aka, ...names]);
  }
}

/** Japanese is written without blanks: longer words than this are several, and nobody knows where they end. */
const LONGEST_JAPANESE_WORD = 10;

/** An original title of another script as people write it, or as a rule reads it; undefined where neither is known. */
function inLatinLetters(
  { originalTitle, originalLanguage }: FilmRecord,
  known: readonly string[] = [],
): string | undefined {
  if (originalTitle === undefined || isLatin(originalTitle)) return undefined;
  const read = known[0] ?? romanise(originalTitle);
  if (read === undefined) return undefined;
  const longest = Math.max(...read.split(/[^\p{L}]+/u).map((word) => word.length));
  if (known.length === 0 && originalLanguage === "ja" && longest > LONGEST_JAPANESE_WORD) return undefined;
  return read.replaceAll("、", ", ").replace(/\p{L}/u, (letter) => letter.toUpperCase());
}
