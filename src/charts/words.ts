/** Words that charts have in common. */
import { capitalised, count, decimal, number, percent } from "../chat/format.js";
import { type Locale, say } from "../chat/locale.js";
import { GENRE_LABELS, GENRES_IN_LATIN_AMERICA } from "../find/encode/genre-names.js";
import { isLatinAmerican } from "../words.js";
import type { Charting } from "./topic.js";

const FILMS = { es: { one: "película", other: "películas" }, en: { one: "film", other: "films" } };

/** "1 película", "7.770 películas". */
export function filmCount(locale: Locale, value: number): string {
  return count(locale, value, FILMS);
}

/** A genre by its English name as the reader calls it. */
export function genreName({ language, tag }: Locale, genre: string): string {
  if (language === "en") return genre;
  const other = isLatinAmerican(tag) ? GENRES_IN_LATIN_AMERICA[genre] : undefined;
  return other ?? GENRE_LABELS[genre]?.[0] ?? genre;
}

const languageNames = new Map<string, Intl.DisplayNames>();

/** A language by its ISO 639-1 code: "francés". "cn" is TMDB's of Cantonese, "xx" that of films in which nobody speaks. */
export function languageName(locale: Locale, code: string): string {
  if (code === "xx") return say(locale, { es: "sin diálogo", en: "no language" });
  if (code === "cn") return say(locale, { es: "cantonés", en: "Cantonese" });
  const names = languageNames.get(locale.tag) ?? new Intl.DisplayNames(locale.tag, { type: "language" });
  languageNames.set(locale.tag, names);
  try {
    return names.of(code) ?? code;
  } catch {
    // Intl refuses what is not even the shape of a code with a RangeError.
    return code;
  }
}

/** A part of a whole: "65 %"; of less than one in a hundred, "menos del 1 %". */
export function share(locale: Locale, part: number, whole: number): string {
  if (whole === 0) return percent(locale, 0);
  const ratio = part / whole;
  if (ratio > 0 && ratio < 0.01) return say(locale, { es: "menos del 1 %", en: "less than 1%" });
  if (ratio < 1 && ratio > 0.99) return say(locale, { es: "más del 99 %", en: "over 99%" });
  return percent(locale, ratio);
}

/** Dollars where there is little room: "US$ 1.938 M". */
export function shortDollars(locale: Locale, dollars: number): string {
  const size = Math.abs(dollars);
  if (size >= 1e6) {
    const millions = dollars / 1e6;
    const isShort = size < 1e7 && !Number.isInteger(millions);
    return `US$ ${isShort ? decimal(locale, millions, 1) : number(locale, millions)} M`;
  }
  return `US$ ${number(locale, dollars)}`;
}

/** "Estrenos por año: terror de España". */
export function titled(words: string, { told }: Charting): string {
  return told === undefined ? words : `${words}: ${told}`;
}

/** What a sentence begins with that is of some films alone: "Terror de España: ". */
export function ofThese({ told, locale }: Charting): string {
  return told === undefined ? "" : `${capitalised(locale, told)}: `;
}

export { capitalised };
