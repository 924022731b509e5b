/** What is asked of films, in words. */
import type { Context } from "../../../src/chat/contract.js";
import { country, date, list, month, shortCountry } from "../../../src/chat/format.js";
import { say } from "../../../src/chat/locale.js";
import { foldName } from "../../../src/chat/text.js";
import { catalogueOf, type PlatformId } from "../../../src/queries/platforms/catalogue.js";
import type { Words } from "../../../src/words.js";
import { genreAlone, noneOfGenres, someOfGenres, type Things } from "../words/genres.js";
import { fromCountry, inLanguage } from "../words/places.js";
import { elsewhere, offersOf } from "../words/watching.js";
import type { Asked } from "./meaning.js";
import type { FilterOption } from "./options.js";

type Wording = (values: string) => Words;

/** How the values of an option are told, those of a list together, in the order in which a phrase has them. */
const WORDINGS: Readonly<Record<Exclude<FilterOption, "plataforma">, Wording>> = {
  genero: (values) => ({ es: `de ${values}`, en: values }),
  director: (values) => ({ es: `de ${values}`, en: `directed by ${values}` }),
  productora: (values) => ({ es: `de ${values}`, en: `by ${values}` }),
  franquicia: (values) => ({ es: ofFranchise(values), en: `of the ${values}` }),
  persona: (values) => ({ es: `de o con ${values}`, en: `by or with ${values}` }),
  actor: (values) => ({ es: `con ${values}`, en: `with ${values}` }),
  tema: (values) => ({ es: `sobre ${values}`, en: `about ${values}` }),
  pais: (values) => fromCountry({ es: values, en: values }),
  idioma: (values) => ({ es: inLanguage(values, "es"), en: inLanguage(values, "en") }),
  desde: (year) => ({ es: `desde ${year}`, en: `from ${year} on` }),
  hasta: (year) => ({ es: `hasta ${year}`, en: `until ${year}` }),
  duracion_min: (minutes) => ({ es: `de ${minutes} minutos o más`, en: `of ${minutes} minutes or more` }),
  duracion_max: (minutes) => ({ es: `de ${minutes} minutos o menos`, en: `of ${minutes} minutes or less` }),
  nota_min: (value) => ({ es: `con nota de ${value} o más`, en: `rated ${value} or more` }),
  votos_min: (value) => ({ es: `con ${value} votos o más`, en: `with ${value} votes or more` }),
  sin_genero: (values) => ({ es: `sin ${values}`, en: `without ${values}` }),
  excluir: (values) => ({ es: `sin ${values}`, en: `without ${values}` }),
};

const ORDER: readonly string[] = [...Object.keys(WORDINGS), "plataforma"];

/** "Saga Toy Story" → "de la saga Toy Story", "Universo Marvel" → "del universo Marvel". */
function ofFranchise(name: string): string {
  const [, kind, rest] = /^(Saga|Trilogía|Universo) (.+)$/u.exec(name) ?? [];
  if (kind === undefined) return `de «${name}»`;
  return `${kind === "Universo" ? "del" : "de la"} ${kind.toLowerCase()} ${rest}`;
}

/** Names of what is no name of its own. */
const LOWER_CASE: ReadonlySet<FilterOption> = new Set(["genero", "sin_genero", "idioma"]);

/** Both ends of a range in one. */
const RANGES = [
  {
    from: "desde",
    to: "hasta",
    both: (from: string, to: string): Words =>
      from === to
        ? { es: `de ${from}`, en: `from ${from}` }
        : { es: `de ${from} a ${to}`, en: `from ${from} to ${to}` },
  },
  {
    from: "duracion_min",
    to: "duracion_max",
    both: (from: string, to: string): Words => ({
      es: `de ${from} a ${to} minutos`,
      en: `of ${from} to ${to} minutes`,
    }),
  },
] as const;

/** What one option asks for. */
export interface FilterWords {
  readonly option: FilterOption;
  readonly text: string;
}

/**
 * "de terror", "de 1980 a 1989", "en Netflix": one text an option, ranges in one.
 * @param sourced whether it is said of a platform whence it is known what it shows
 */
export function filterWords(
  context: Context,
  asked: readonly Asked[],
  { sourced }: { readonly sourced: boolean },
): readonly FilterWords[] {
  const { locale } = context;
  const values = new Map<FilterOption, readonly Asked[]>();
  const inOrder = asked.toSorted((a, b) => ORDER.indexOf(a.option) - ORDER.indexOf(b.option));
  for (const one of inOrder) values.set(one.option, [...(values.get(one.option) ?? []), one]);
  const only = (option: FilterOption) => values.get(option)?.[0]?.label ?? "";
  return [...values].flatMap(([option, own]): FilterWords[] => {
    const range = RANGES.find(
      ({ from, to }) => (from === option || to === option) && values.has(from) && values.has(to),
    );
    if (range) {
      const words = range.both(only(range.from), only(range.to));
      return option === range.from ? [{ option, text: say(locale, words) }] : [];
    }
    if (option === "plataforma") {
      return own.map(({ exact, label }) => ({
        option,
        text: onPlatform(context, String(exact), label, sourced),
      }));
    }
    const labels = list(
      locale,
      own.map((one) => {
        const label = option === "tema" ? asTyped(one) : one.label;
        return LOWER_CASE.has(option) ? label.toLocaleLowerCase(locale.tag) : label;
      }),
    );
    return [{ option, text: say(locale, WORDINGS[option](labels)) }];
  });
}

/** Themes and what was typed for them are the same word where so many letters are. */
const SAME_WORD = 4;

/** "zombies" where that was typed, and not "zombi", as the theme is called; a word of another language is told in ours. */
function asTyped({ label, exact }: Asked): string {
  const typed = String(exact);
  const [one, other] = [foldName(typed), foldName(label)];
  return one.slice(0, SAME_WORD) === other.slice(0, SAME_WORD) ? typed : label;
}

/** "en Netflix (catálogo de EE. UU., septiembre de 2021)". */
function onPlatform({ locale, catalog }: Context, id: string, name: string, sourced: boolean): string {
  const plain: Words = { es: `en ${name}`, en: `on ${name}` };
  if (!sourced) return say(locale, plain);
  // Who knows where films are offered today is named wherever that is used, and the country of which it is known.
  const offers = offersOf(catalog);
  if (offers !== undefined) {
    const place = shortCountry(locale, offers);
    return say(locale, {
      es: `${plain.es} según JustWatch (${place})`,
      en: `${plain.en} according to JustWatch (${place})`,
    });
  }
  const { region, dataDate } = catalogueOf(catalog, id as PlatformId);
  if (region === null || dataDate === null) return say(locale, plain);
  const place = shortCountry(locale, region);
  return say(locale, {
    es: `${plain.es} (catálogo de ${place}, ${month(locale, dataDate)})`,
    en: `${plain.en} (${place} catalogue, ${month(locale, dataDate)})`,
  });
}

/** More pieces than these need commas between them. */
const MOST_WITHOUT_COMMAS = 3;

/** How the films that are asked for are called. */
export interface FilmsAsked {
  /** Whether it is said of a platform whence it is known what it shows. */
  readonly sourced: boolean;
  readonly things?: Things;
  /** What stands before all that is said of them; what they are, unless said. */
  readonly subject?: string;
}

/** "terror de 1990 a 1999 en Netflix", "comedias románticas con Julia Roberts": what is asked for as one phrase. */
export function filmsAsked(
  context: Context,
  asked: readonly Asked[],
  { sourced, things = "films", subject }: FilmsAsked,
): string {
  const genres = genresOf(asked);
  const alone = things === "films" ? genreAlone(context, genres) : undefined;
  return [subject ?? alone ?? someOfGenres(context, genres, things), ...restOf(context, asked, sourced)].join(
    " ",
  );
}

/** That there is none of what is asked for: "ninguna comedia de 2019", "no horror film on Netflix". */
export function noneAsked(
  context: Context,
  asked: readonly Asked[],
  { sourced, things = "films", subject = "" }: FilmsAsked,
): string {
  const none = noneOfGenres(context, genresOf(asked), things);
  return [none, subject, ...restOf(context, asked, sourced)].filter(Boolean).join(" ");
}

/** By their names in the catalogue. */
function genresOf(asked: readonly Asked[]): string[] {
  return asked.flatMap(({ option, exact }) => (option === "genero" ? String(exact) : []));
}

/** All that is asked beside genres, as one text; nothing where that is all. */
function restOf(context: Context, asked: readonly Asked[], sourced: boolean): string[] {
  const others = asked.filter(({ option }) => option !== "genero");
  const words = filterWords(context, others, { sourced }).map(({ text }) => text);
  if (words.length === 0) return [];
  return [words.join(words.length > MOST_WITHOUT_COMMAS ? ", " : " ")];
}

/** Whence it is known what a platform shows; nothing where none is asked for. */
export function platformSource(context: Context, asked: readonly Asked[]): string[] {
  const platform = asked.find(({ option }) => option === "plataforma");
  return platform === undefined ? [] : sourceOfPlatform(context, String(platform.exact), platform.label);
}

/** The same of a platform by its id, with that it may be otherwise in the reader's country. */
export function sourceOfPlatform(context: Context, id: string, name: string): string[] {
  const { locale, catalog } = context;
  const offers = offersOf(catalog);
  if (offers !== undefined) {
    const place = country(locale, offers);
    const source = say(locale, {
      es: `En ${name} según JustWatch (${place}).`,
      en: `On ${name} according to JustWatch (${place}).`,
    });
    return [source, elsewhere(context, offers)].filter(Boolean);
  }
  const { region, dataDate } = catalogueOf(catalog, id as PlatformId);
  const known = [
    ...(region === null ? [] : [country(locale, region)]),
    ...(dataDate === null ? [] : [date(locale, dataDate)]),
  ].join(", ");
  if (known === "") return [];
  const source = say(locale, {
    es: `En ${name} según su catálogo: ${known}.`,
    en: `On ${name} by its catalogue: ${known}.`,
  });
  return [source, elsewhere(context, region)].filter(Boolean);
}
