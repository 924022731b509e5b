/** Catalogues that somebody wrote in small letters throughout: names get their capitals back. */
import { NO_MATURITY } from "../../../clean/values/maturity.js";
import type { PlatformTitle } from "../../../records.js";

/** Fewer titles say nothing of the file. */
const ENOUGH = 10;

export function isInSmallLetters(titles: readonly string[]): boolean {
  return titles.length >= ENOUGH && titles.every((title) => title === title.toLowerCase());
}

/** Each word of a name with a capital, maturity ratings in capitals. */
export function capitalised(title: PlatformTitle): PlatformTitle {
  return {
    ...title,
    title: withCapitals(title.title),
    directors: title.directors.map(withCapitals),
    cast: title.cast.map(withCapitals),
    countries: title.countries.map(withCapitals),
    genres: title.genres.map(withCapitals),
    maturity: title.maturity === NO_MATURITY ? NO_MATURITY : title.maturity.toUpperCase(),
  };
}

/** Of words that begin with a letter, but for those behind an apostrophe ("it's"). */
function withCapitals(name: string): string {
  return name.replace(/(?<![\p{L}\p{N}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());
}
