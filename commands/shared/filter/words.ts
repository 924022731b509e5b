/** What is asked of films, in words. */
import type { Context } from "../../../src/chat/contract.js";
import { country, date, list } from "../../../src/chat/format.js";
import { say } from "../../../src/chat/locale.js";
import { catalogueOf, type PlatformId } from "../../../src/queries/platforms/catalogue.js";
import type { Words } from "../../../src/words.js";
import { catalogueName } from "../wording.js";
import type { Asked } from "./meaning.js";
import type { FilterOption } from "./options.js";

type Wording = (values: string) => Words;

/** How the values of an option are told, those of a list together. */
const WORDINGS: Readonly<Record<Exclude<FilterOption, "plataforma">, Wording>> = {
  genero: (values) => ({ es: `de ${values}`, en: values }),
  tema: (values) => ({ es: `sobre ${values}`, en: `about ${values}` }),
  actor: (values) => ({ es: `con ${values}`, en: `with ${values}` }),
  director: (values) => ({ es: `con dirección de ${values}`, en: `directed by ${values}` }),
  persona: (values) => ({ es: `de o con ${values}`, en: `by or with ${values}` }),
  pais: (values) => ({ es: `de ${values}`, en: `from ${values}` }),
  idioma: (values) => ({ es: `en ${values}`, en: `in ${values}` }),
  desde: (year) => ({ es: `desde ${year}`, en: `from ${year} on` }),
  hasta: (year) => ({ es: `hasta ${year}`, en: `until ${year}` }),
  duracion_min: (minutes) => ({ es: `de ${minutes} minutos o más`, en: `${minutes} minutes or more` }),
  duracion_max: (minutes) => ({ es: `de ${minutes} minutos o menos`, en: `${minutes} minutes or less` }),
  franquicia: (values) => ({ es: values, en: values }),
  productora: (values) => ({ es: `de ${values}`, en: `from ${values}` }),
  nota_min: (value) => ({ es: `con nota de ${value} o más`, en: `rated ${value} or more` }),
  votos_min: (value) => ({ es: `con ${value} votos o más`, en: `with ${value} votes or more` }),
  sin_genero: (values) => ({ es: `sin ${values}`, en: `without ${values}` }),
  excluir: (values) => ({ es: `sin ${values}`, en: `without ${values}` }),
};

/** Names of what is no name of its own. */
const LOWER_CASE: ReadonlySet<FilterOption> = new Set(["genero", "sin_genero", "idioma"]);

/** Both ends of a range in one. */
const RANGES = [
  {
    from: "desde",
    to: "hasta",
    both: (from: string, to: string): Words =>
      from === to
        ? { es: `de ${from}`, en: `of ${from}` }
        : { es: `de ${from} a ${to}`, en: `from ${from} to ${to}` },
  },
  {
    from: "duracion_min",
    to: "duracion_max",
    both: (from: string, to: string): Words => ({
      es: `de ${from} a ${to} minutos`,
      en: `${from} to ${to} minutes`,
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
  for (const one of asked) values.set(one.option, [...(values.get(one.option) ?? []), one]);
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
      own.map(({ label }) => (LOWER_CASE.has(option) ? label.toLocaleLowerCase(locale.tag) : label)),
    );
    return [{ option, text: say(locale, WORDINGS[option](labels)) }];
  });
}

function onPlatform({ locale, catalog }: Context, id: string, name: string, sourced: boolean): string {
  // Who knows where films are offered today is named wherever that is used.
  if (sourced && catalog.watching.rowCount > 0) {
    return say(locale, { es: `en ${name} según JustWatch`, en: `on ${name} according to JustWatch` });
  }
  const shown = sourced ? catalogueName(locale, name, catalogueOf(catalog, id as PlatformId)) : name;
  return say(locale, { es: `en ${shown}`, en: `on ${shown}` });
}

/** Whence it is known what a platform shows; nothing where none is asked for. */
export function platformSource({ locale, catalog }: Context, asked: readonly Asked[]): string[] {
  const platform = asked.find(({ option }) => option === "plataforma");
  if (platform === undefined) return [];
  const { label: name, exact } = platform;
  if (catalog.watching.rowCount > 0) {
    return [say(locale, { es: `En ${name} según JustWatch.`, en: `On ${name} according to JustWatch.` })];
  }
  const { region, dataDate } = catalogueOf(catalog, exact as PlatformId);
  const known = [
    ...(region === null ? [] : [country(locale, region)]),
    ...(dataDate === null ? [] : [date(locale, dataDate)]),
  ].join(", ");
  if (known === "") return [];
  return [
    say(locale, {
      es: `En ${name} según su catálogo: ${known}.`,
      en: `On ${name} by its catalogue: ${known}.`,
    }),
  ];
}
