/** Figures, dates and lists as the reader writes them. Intl objects are slow to make and are kept. */
import { type Locale, say } from "./locale.js";

/** Platforms pass on what clients say their language is: as many as this are kept. */
const MOST_KEPT = 100;

function kept<T>(make: (tag: string) => T): (locale: Locale) => T {
  const made = new Map<string, T>();
  return ({ tag }) => {
    const known = made.get(tag);
    if (known !== undefined) return known;
    const formatter = make(tag);
    if (made.size >= MOST_KEPT) made.clear();
    made.set(tag, formatter);
    return formatter;
  };
}

/** Spanish leaves four digits ungrouped by default; beside longer figures that reads badly: 7.770, always. */
const grouped = { useGrouping: "always" } as const;

/** Few figures are shown again and again, ratings above all: as many of each kind are kept as they were written. */
const MOST_FIGURES_KEPT = 2000;

/** What is made of a figure, for each language. */
function ofFigures<T>(make: (tag: string) => (value: number) => T): (locale: Locale) => (value: number) => T {
  return kept((tag) => {
    const madeOf = make(tag);
    const made = new Map<number, T>();
    return (value) => {
      const known = made.get(value);
      if (known !== undefined) return known;
      const one = madeOf(value);
      if (made.size >= MOST_FIGURES_KEPT) made.clear();
      made.set(value, one);
      return one;
    };
  });
}

/** Numbers as `options` say. */
function figures(options: Intl.NumberFormatOptions): (locale: Locale) => (value: number) => string {
  return ofFigures((tag) => {
    const formatter = new Intl.NumberFormat(tag, options);
    return (value) => formatter.format(value);
  });
}

const whole = figures({ ...grouped, maximumFractionDigits: 0 });
const pluralCategory = ofFigures((tag) => {
  const rules = new Intl.PluralRules(tag);
  return (value) => rules.select(value);
});
const conjunction = kept((tag) => new Intl.ListFormat(tag, { type: "conjunction" }));
const disjunction = kept((tag) => new Intl.ListFormat(tag, { type: "disjunction" }));
const regions = kept((tag) => new Intl.DisplayNames(tag, { type: "region" }));
const shortRegions = kept((tag) => new Intl.DisplayNames(tag, { type: "region", style: "short" }));
const percentage = kept((tag) => new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 }));
const longDate = kept((tag) => new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" }));

const longMonth = kept(
  (tag) => new Intl.DateTimeFormat(tag, { year: "numeric", month: "long", timeZone: "UTC" }),
);

const fractions = new Map<number, ReturnType<typeof figures>>();

/** A whole number: 7.770, 7,770. */
export function number(locale: Locale, value: number): string {
  return whole(locale)(value);
}

/** With exactly `digits` digits after the comma: 7,50. */
export function decimal(locale: Locale, value: number, digits = 2): string {
  const options = { ...grouped, minimumFractionDigits: digits, maximumFractionDigits: digits };
  const formatted = fractions.get(digits) ?? figures(options);
  fractions.set(digits, formatted);
  return formatted(locale)(value);
}

/** US dollars, which is what the sources give: US$ 1.937.890.605. */
export function money(locale: Locale, dollars: number): string {
  const sign = Math.round(dollars) < 0 ? "-" : "";
  return `${sign}US$ ${number(locale, Math.abs(dollars))}`;
}

/**
 * A day: "19 de diciembre de 1997", "December 19, 1997". `day` is YYYY-MM-DD or a Date (its UTC day);
 * what is no day is given back as it came.
 */
export function date(locale: Locale, day: string | Date): string {
  const instant = typeof day === "string" ? new Date(`${day}T00:00:00Z`) : day;
  return Number.isNaN(instant.getTime()) ? String(day) : longDate(locale).format(instant);
}

/** A country by its ISO 3166-1 code: "España", "Spain"; the code where it has no name. */
export function country(locale: Locale, code: string): string {
  return regions(locale).of(code) ?? code;
}

/** The same where there is little room: "EE. UU.", "US". */
export function shortCountry(locale: Locale, code: string): string {
  return shortRegions(locale).of(code) ?? code;
}

/** A share of 1: "44 %", "44%". */
export function percent(locale: Locale, share: number): string {
  return percentage(locale).format(share);
}

/** "a, b y c". */
export function list(locale: Locale, items: Iterable<string>): string {
  return conjunction(locale).format(items);
}

/** "a, b o c". */
export function alternatives(locale: Locale, items: Iterable<string>): string {
  return disjunction(locale).format(items);
}

/** The month of a day: "septiembre de 2021", "September 2021". `day` is YYYY-MM-DD. */
export function month(locale: Locale, day: string): string {
  return longMonth(locale).format(new Date(`${day}T00:00:00Z`));
}

/** Both numbers of a word. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

/** The word that goes with a number, without the number: "película", "películas". */
export function plural(
  locale: Locale,
  value: number,
  forms: { readonly es: Plural; readonly en: Plural },
): string {
  return forms[locale.language][pluralCategory(locale)(value) === "one" ? "one" : "other"];
}

/** A number with its word: "1 película", "7.770 películas", "1.000.000 de películas". */
export function count(
  locale: Locale,
  value: number,
  forms: { readonly es: Plural; readonly en: Plural },
): string {
  // Spanish has a plural of its own for whole millions, and says "de" there.
  const of = locale.language === "es" && pluralCategory(locale)(value) === "many" ? "de " : "";
  return `${number(locale, value)} ${of}${plural(locale, value, forms)}`;
}

/** The two values of a flag. */
export function yesNo(locale: Locale, value: boolean): string {
  return value ? say(locale, { es: "sí", en: "yes" }) : "no";
}

/** With a capital letter at its beginning. */
export function capitalised(locale: Locale, text: string): string {
  const [first = "", ...rest] = text;
  return first.toLocaleUpperCase(locale.tag) + rest.join("");
}
