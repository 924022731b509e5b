/** The options of `/recomendar` that narrow down what is recommended. */
import { z } from "zod";
import type { Choice, OptionValues } from "../../src/chat/answer/schema.js";
import { filmRefs, flag, genre, integer, platform } from "../../src/chat/command/options.js";
import type { Context } from "../../src/chat/contract.js";
import { UserError } from "../../src/chat/errors/errors.js";
import { list, number } from "../../src/chat/format.js";
import { say } from "../../src/chat/locale.js";
import { genreRow, type RecommendationRequest } from "../../src/queries/discover/filter.js";
import { catalogueOf } from "../../src/queries/platforms/catalogue.js";
import { filmsOnPlatform } from "../../src/queries/platforms/films.js";
import { filmList } from "./film-list.js";
import { optionName } from "./option-name.js";
import { platformNamed } from "./platform.js";
import { term } from "./term.js";
import { catalogueName, genreName } from "./wording.js";

const YEARS = { min: 1870, max: 2100 };

const filterSchema = z.strictObject({
  desde: integer(YEARS, {
    es: "Desde",
    en: "From",
    help: { es: "Año del estreno más antiguo", en: "Earliest year of release" },
  }).optional(),
  hasta: integer(YEARS, {
    es: "Hasta",
    en: "Until",
    help: { es: "Año del estreno más reciente", en: "Latest year of release" },
  }).optional(),
  genero: genre().optional(),
  plataforma: platform().optional(),
  menos_populares: flag({
    es: "Menos populares",
    en: "Less popular",
    help: { es: "Sí: películas menos conocidas", en: "Yes: less well known films" },
  }),
  excluir: filmRefs({
    es: "Excluir",
    en: "Exclude",
    help: {
      es: "Títulos que no quieres, separados por comas",
      en: "Titles you do not want, separated by commas",
    },
  }).optional(),
  pagina: integer(
    { min: 1, max: 20, default: 1 },
    { es: "Página", en: "Page", help: { es: "Otras: las siguientes", en: "Others: the next ones" } },
  ),
});

export const filterOptions = filterSchema.shape;

export interface FilterOptions extends z.output<typeof filterSchema> {
  /** How many films are wanted. */
  readonly cantidad: number;
}

/** The filters among the options. */
const FILTERS = ["desde", "hasta", "genero", "plataforma", "excluir"] as const;

type Filter = (typeof FILTERS)[number];

/** @throws UserError where a value is none, or the years are the wrong way round */
export function requestOf(context: Context, options: FilterOptions): RecommendationRequest {
  const { cantidad, desde, hasta, genero, plataforma, excluir, pagina } = options;
  if (desde !== undefined && hasta !== undefined && desde > hasta) {
    const words = {
      es: `«Desde» (${desde}) es posterior a «hasta» (${hasta}): dales la vuelta.`,
      en: `“From” (${desde}) is later than “until” (${hasta}): swap them.`,
    };
    throw new UserError("invalid_parameter", words, { option: "desde" });
  }
  const { catalog } = context;
  return {
    count: cantidad,
    skip: (pagina - 1) * cantidad,
    from: desde,
    to: hasta,
    genre: genero === undefined ? undefined : genreRow(catalog, term(context, "genre", "genero").id),
    onPlatform: plataforma === undefined ? undefined : filmsOnPlatform(catalog, platformNamed(context).id),
    lessPopular: options.menos_populares,
    exclude: new Set(filmList(context, "excluir", excluir ?? [])),
  };
}

/** "de terror, desde 1980, en Netflix": what the filters ask for; empty where there is none. */
export function filtersInWords(context: Context, options: FilterOptions): string {
  return filtersWords(
    context,
    options,
    givenFilters(options).filter((filter) => filter !== "excluir"),
  );
}

/** Whether something is filtered out. */
export function isFiltered(options: FilterOptions): boolean {
  return givenFilters(options).length > 0;
}

function givenFilters(options: FilterOptions): readonly Filter[] {
  return FILTERS.filter((filter) => options[filter] !== undefined);
}

function filtersWords(context: Context, options: FilterOptions, filters: readonly Filter[]): string {
  return list(
    context.locale,
    filters.map((filter) => filterWords(context, options, filter)),
  );
}

function filterWords(context: Context, options: FilterOptions, filter: Filter): string {
  const { locale } = context;
  const value = String(options[filter]);
  switch (filter) {
    case "desde":
      return say(locale, { es: `desde ${value}`, en: `from ${value} on` });
    case "hasta":
      return say(locale, { es: `hasta ${value}`, en: `until ${value}` });
    case "genero": {
      const name = genreName(context, value).toLocaleLowerCase(locale.tag);
      return say(locale, { es: `de ${name}`, en: name });
    }
    case "plataforma": {
      const { id, name } = platformNamed(context);
      // Who knows where films are offered today is named wherever that is used.
      if (context.catalog.watching.rowCount > 0) {
        return say(locale, { es: `en ${name} según JustWatch`, en: `on ${name} according to JustWatch` });
      }
      const catalogue = catalogueName(locale, name, catalogueOf(context.catalog, id));
      return say(locale, { es: `en ${catalogue}`, en: `on ${catalogue}` });
    }
    case "excluir":
      return say(locale, { es: "sin las que excluyes", en: "without those you exclude" });
  }
}

/**
 * Where filters leave nothing: which one to drop, and what is left without it.
 * @param countWithout how many films there are with other options
 */
export function loosening(
  context: Context,
  options: FilterOptions,
  countWithout: (options: FilterOptions) => number,
): { readonly text: string; readonly choices: readonly Choice[] } {
  const { locale, asked } = context;
  const given = givenFilters(options);
  const choices = given.flatMap((filter): Choice[] => {
    const left = countWithout({ ...options, [filter]: undefined, pagina: 1 });
    if (left === 0) return [];
    const name = optionName(context, filter);
    const count = number(locale, left);
    return [
      {
        label: say(locale, { es: `Sin ${name.es} (${count})`, en: `Without ${name.en} (${count})` }),
        command: asked.command,
        options: without(asked.options, filter, "pagina"),
      },
    ];
  });
  const words = filtersWords(context, options, given);
  const hint =
    choices.length > 0
      ? { es: "Quita uno de los filtros:", en: "Drop one of the filters:" }
      : { es: "Quita alguno de los filtros.", en: "Drop some of the filters." };
  const text = say(locale, {
    es: `No queda ninguna ${words}. ${hint.es}`,
    en: `None is left ${words}. ${hint.en}`,
  });
  return { text, choices };
}

function without(options: OptionValues, ...names: readonly string[]): OptionValues {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !names.includes(name)));
}
