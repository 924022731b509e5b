/** How films and figures are put into words, the same in every command. */
import type { Field, List } from "../../../src/chat/answer/schema.js";
import type { Context } from "../../../src/chat/contract.js";
import { count, country, date, decimal, list, number } from "../../../src/chat/format.js";
import { type Locale, say } from "../../../src/chat/locale.js";
import type { ReturnSummary } from "../../../src/queries/film/money.js";
import type { PlatformCatalogue } from "../../../src/queries/platforms/catalogue.js";
import {
  type FilmRef,
  isSameTitle,
  type NamedFilm,
  readableOriginal,
  shownTitle,
} from "../../../src/queries/refs/film.js";
import type { Words } from "../../../src/words.js";
import { cardOf } from "../card.js";
import { elsewhere, type Watcher } from "./watching.js";

const FILMS = {
  es: { one: "película", other: "películas" },
  en: { one: "film", other: "films" },
};

/** "1 película", "7.770 películas". */
export function filmCount(locale: Locale, value: number): string {
  return count(locale, value, FILMS);
}

/**
 * "Parque Jurásico (Jurassic Park, 1993)": the reader's title, the original one where it is another and not just
 * spelled otherwise, the year.
 */
export function heading(locale: Locale, film: NamedFilm): string {
  const shown = shownTitle(film, locale.tag);
  const original = readableOriginal(film);
  const isNew = original !== undefined && !saysBoth(shown, original);
  const details = [isNew ? original : undefined, film.year ?? undefined];
  const known = details.filter((detail) => detail !== undefined);
  return known.length > 0 ? `${shown} (${known.join(", ")})` : shown;
}

/** Whether a title is the original one, or holds it in brackets: "La ciudad de las estrellas (La La Land)". */
function saysBoth(shown: string, original: string): boolean {
  if (!shown.includes("(")) return isSameTitle(shown, original);
  const inBrackets = [...shown.matchAll(/\(([^()]+)\)/gu)].map(([, text = ""]) => text);
  return [shown, ...inBrackets].some((one) => isSameTitle(one, original));
}

/** "Parque Jurásico (1993)", for lists. */
export function shortHeading(locale: Locale, film: NamedFilm): string {
  const shown = shownTitle(film, locale.tag);
  return film.year === null ? shown : `${shown} (${film.year})`;
}

/** A return as a factor: "9,05×"; one so large that the figures must be wrong is not given digits it does not have. */
export function returnFactor(locale: Locale, value: number): string {
  return `${decimal(locale, value)}×`;
}

const BEST_KNOWN: Words = { es: "Las más conocidas:", en: "The best known:" };

/** The part of an answer that lists the best known of many films; nothing where there are none. */
export function bestKnownList(
  locale: Locale,
  films: readonly FilmRef[],
  counted?: "numbered",
): { readonly list?: List } {
  if (films.length === 0) return {};
  const lines = films.map((film) => ({ head: shortHeading(locale, film), asks: cardOf(film) }));
  const numbered = counted === undefined ? {} : { numbered: true };
  return { list: { heading: say(locale, BEST_KNOWN), ...numbered, lines } };
}

/** Whose catalogue of a platform is meant, and of when it is. */
type CatalogueOf = Pick<PlatformCatalogue, "region" | "dataDate">;

/** "Netflix (Estados Unidos, 2021)": a catalogue says nothing of other countries, or of today. */
export function catalogueName(locale: Locale, name: string, { region, dataDate }: CatalogueOf): string {
  const known = [region === null ? [] : country(locale, region), dataDate?.slice(0, 4) ?? []].flat();
  return known.length === 0 ? name : `${name} (${known.join(", ")})`;
}

/** The footer that says the same of a whole answer; nothing where neither is known. */
export function catalogueNote(watcher: Watcher, { region, dataDate }: CatalogueOf): { footer?: string } {
  const { locale } = watcher;
  const parts = [
    region === null ? [] : country(locale, region),
    dataDate === null ? [] : date(locale, dataDate),
  ];
  const known = parts.flat().join(", ");
  if (known === "") return {};
  const source = say(locale, { es: `Según su catálogo: ${known}.`, en: `By its catalogue: ${known}.` });
  return { footer: [source, elsewhere(watcher, region)].filter(Boolean).join(" ") };
}

/** "9.831 (votos de 2025)": how many votes, and when they were counted. */
export function votesOf(locale: Locale, voteCount: number, year: number | null): string {
  const count = number(locale, voteCount);
  if (year === null || voteCount === 0) return count;
  return say(locale, { es: `${count} (votos de ${year})`, en: `${count} (votes as of ${year})` });
}

const MINUTES = {
  es: { one: "minuto", other: "minutos" },
  en: { one: "minute", other: "minutes" },
};

export function minutes(locale: Locale, value: number): string {
  return count(locale, value, MINUTES);
}

/** A genre as the reader calls it. */
export function genreName({ find, locale }: Pick<Context, "find" | "locale">, genre: string): string {
  const term = find.term("genre", genre);
  return term.kind === "found" ? say(locale, term.value.label) : genre;
}

/** The fields that tell a summary of returns, with how many films each figure stands on. */
export function returnFields(locale: Locale, summary: ReturnSummary): Field[] {
  const { filmsWithReturn, totalReturn, averageReturn, averageKnownReturn } = summary;
  const known = filmCount(locale, filmsWithReturn);
  if (averageReturn === null || averageKnownReturn === null) {
    return [
      {
        name: say(locale, { es: "Retorno", en: "Return" }),
        value: say(locale, {
          es: "de ninguna se conocen presupuesto y recaudación",
          en: "budget and revenue are known of none",
        }),
      },
    ];
  }
  return [
    {
      name: say(locale, { es: "Retorno total", en: "Total return" }),
      value: say(locale, {
        es: `${returnFactor(locale, totalReturn)} (${known} con cifras)`,
        en: `${returnFactor(locale, totalReturn)} (${known} with figures)`,
      }),
    },
    {
      name: say(locale, { es: "Retorno medio", en: "Average return" }),
      value: say(locale, {
        es: `${returnFactor(locale, averageReturn)} sobre todas · ${returnFactor(locale, averageKnownReturn)} sobre las que tienen cifras`,
        en: `${returnFactor(locale, averageReturn)} over all · ${returnFactor(locale, averageKnownReturn)} over those with figures`,
      }),
    },
  ];
}

/** Names the films whose figures cannot be right, and the average without them; undefined where there is none. */
export function doubtfulNote(
  locale: Locale,
  { doubtful, averageWithoutDoubtful }: ReturnSummary,
): string | undefined {
  if (doubtful.length === 0) return undefined;
  const films = list(
    locale,
    doubtful.map(({ film }) => shortHeading(locale, film)),
  );
  const without =
    averageWithoutDoubtful === null
      ? { es: "", en: "" }
      : {
          es: ` Sin contarlas, la media es ${returnFactor(locale, averageWithoutDoubtful)}.`,
          en: ` Without them the average is ${returnFactor(locale, averageWithoutDoubtful)}.`,
        };
  return say(locale, {
    es: `Cifras dudosas: ${films}.${without.es}`,
    en: `Doubtful figures: ${films}.${without.en}`,
  });
}
