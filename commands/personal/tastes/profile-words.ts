/** Somebody's films in figures, in words. */
import type { Field } from "../../../src/chat/answer/schema.js";
import type { Context } from "../../../src/chat/contract.js";
import { country, decimal, list, number } from "../../../src/chat/format.js";
import { type Locale, say } from "../../../src/chat/locale.js";
import type { Profile } from "../../../src/queries/taste/profile.js";
import type { Words } from "../../../src/words.js";
import { filmCount, genreName, shortHeading } from "../../shared/words/wording.js";

/** Of a list more say nothing. */
const TOLD = 3;
const BARS = "▁▂▃▄▅▆▇█";

/** How many, how good, how long. */
export function figures(
  locale: Locale,
  { seen, rated, average, distribution, minutes, unknown }: Profile,
): string[] {
  const films = filmCount(locale, seen);
  const scored = number(locale, rated);
  const days = Math.round(minutes / 60);
  const hours = number(locale, days);
  return [
    say(locale, { es: `${films}, ${scored} con nota`, en: `${films}, ${scored} rated` }),
    average === null
      ? []
      : say(locale, {
          es: `Nota media ${decimal(locale, average, 1)} · 1 ${bars(distribution)} 10`,
          en: `Average score ${decimal(locale, average, 1)} · 1 ${bars(distribution)} 10`,
        }),
    days === 0 ? [] : say(locale, { es: `Unas ${hours} horas de cine`, en: `Some ${hours} hours of film` }),
    unknown === 0
      ? []
      : say(locale, {
          es: `${number(locale, unknown)} más que ya no están en el catálogo`,
          en: `${number(locale, unknown)} more that are no longer in the catalogue`,
        }),
  ].flat();
}

function bars(distribution: readonly number[]): string {
  const most = Math.max(1, ...distribution);
  return distribution
    .map((times) => (times === 0 ? "·" : BARS[Math.ceil((times / most) * BARS.length) - 1]))
    .join("");
}

/** What they like best, and where they differ from others. */
export function likes(context: Context, result: Profile): Field[] {
  const { locale } = context;
  const { genres, decades, directors, actors, countries, crowd, rarity } = result;
  const named = (names: readonly string[]) =>
    names.length === 0 ? null : list(locale, names.slice(0, TOLD));
  const known: readonly (readonly [Words, string | null])[] = [
    [{ es: "Géneros", en: "Genres" }, named(genres.map(({ name }) => genreName(context, name)))],
    [{ es: "Dirección", en: "Directors" }, named(directors.map(({ person }) => person.name))],
    [{ es: "Reparto", en: "Actors" }, named(actors.map(({ person }) => person.name))],
    [{ es: "Décadas", en: "Decades" }, named(decades.map(({ decade }) => decadeName(locale, decade)))],
    [{ es: "Países", en: "Countries" }, named(countries.map(({ name }) => country(locale, name)))],
    [{ es: "Al lado de TMDB", en: "Beside TMDB" }, besideCrowd(locale, crowd)],
    [{ es: "Te gustó más que a nadie", en: "You liked it more than others" }, differs(locale, crowd.kindest)],
    [
      { es: "Te gustó menos que a nadie", en: "You liked it less than others" },
      differs(locale, crowd.hardest),
    ],
    [{ es: "Tu rareza", en: "Your rarity" }, rarity === null ? null : shortHeading(locale, rarity.film)],
  ];
  return known.flatMap(([name, value]) => (value === null ? [] : [{ name: say(locale, name), value }]));
}

/** "los 90", "los 1920", "the 1990s". */
function decadeName(locale: Locale, decade: number): string {
  const isShort = decade >= 1930 && decade < 2000;
  const short = `los ${isShort ? decade % 100 : decade}`;
  return say(locale, { es: short, en: `the ${decade}s` });
}

function besideCrowd(locale: Locale, { films, gap }: Profile["crowd"]): string | null {
  if (gap === null || films < 5) return null;
  const points = decimal(locale, Math.abs(gap), 1);
  if (Math.abs(gap) < 0.2) return say(locale, { es: "puntúas como los demás", en: "you score as others do" });
  return gap < 0
    ? say(locale, { es: `${points} puntos por debajo de la media`, en: `${points} points below the average` })
    : say(locale, {
        es: `${points} puntos por encima de la media`,
        en: `${points} points above the average`,
      });
}

function differs(locale: Locale, film: Profile["crowd"]["kindest"]): string | null {
  if (film === null) return null;
  const average = decimal(locale, film.voteAverage, 1);
  const name = shortHeading(locale, film.film);
  return say(locale, {
    es: `${name}: un ${film.score}, y en TMDB un ${average}`,
    en: `${name}: ${film.score}, and ${average} on TMDB`,
  });
}
