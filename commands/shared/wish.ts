/** The options of `/recomendar` that narrow down what is recommended. */
import type { Choice } from "../../src/chat/answer/answer.js";
import { yesOrNo } from "../../src/chat/command/coerce.js";
import type { Context } from "../../src/chat/context.js";
import { UserError } from "../../src/chat/errors.js";
import { list, number } from "../../src/chat/format.js";
import { say } from "../../src/chat/locale.js";
import { filmRefs, genre, platform, text } from "../../src/chat/command/options.js";
import { quoted } from "../../src/chat/text.js";
import { filmsOnPlatform, genreRow, type Wish } from "../../src/queries/discover/filter.js";
import { filmList } from "./film-list.js";
import { platformNamed } from "./platform.js";
import { term } from "./term.js";
import { genreName } from "./wording.js";

const COMMAND = "recomendar";
const YEARS = { min: 1870, max: 2100 };
const PAGES = { min: 1, max: 20 };

export const wishOptions = {
  desde: text({
    es: "Desde",
    en: "From",
    help: { es: "Año del estreno más antiguo", en: "Earliest year of release" },
  }).optional(),
  hasta: text({
    es: "Hasta",
    en: "Until",
    help: { es: "Año del estreno más reciente", en: "Latest year of release" },
  }).optional(),
  genero: genre().optional(),
  plataforma: platform().optional(),
  menos_populares: text({
    es: "Menos populares",
    en: "Less popular",
    help: { es: "Sí: películas menos conocidas", en: "Yes: less well known films" },
  }).optional(),
  excluir: filmRefs({
    es: "Excluir",
    en: "Exclude",
    help: {
      es: "Títulos que no quieres, separados por comas",
      en: "Titles you do not want, separated by commas",
    },
  }).optional(),
  pagina: text({
    es: "Página",
    en: "Page",
    help: { es: "Otras: las siguientes", en: "Others: the next ones" },
  }).optional(),
};

export interface WishOptions {
  readonly cantidad: number;
  readonly desde?: string;
  readonly hasta?: string;
  readonly genero?: string;
  readonly plataforma?: string;
  readonly menos_populares?: string;
  readonly excluir?: string;
  readonly pagina?: string;
}

/** The filters among the options. */
const FILTERS = ["desde", "hasta", "genero", "plataforma", "excluir"] as const;

type Filter = (typeof FILTERS)[number];

/** @throws UserError where a value is none, or the years are the wrong way round */
export function wishOf(context: Context, options: WishOptions): Wish {
  const { cantidad, genero, plataforma, excluir } = options;
  const desde = figure(options, "desde", YEARS);
  const hasta = figure(options, "hasta", YEARS);
  if (desde !== undefined && hasta !== undefined && desde > hasta) {
    throw new UserError(
      {
        es: `«Desde» (${desde}) es posterior a «hasta» (${hasta}): dales la vuelta.`,
        en: `“From” (${desde}) is later than “until” (${hasta}): swap them.`,
      },
      { option: "desde" },
    );
  }
  const asked = { command: COMMAND, options: { ...options } };
  const { catalog } = context;
  return {
    count: cantidad,
    skip: (pageOf(options) - 1) * cantidad,
    from: desde,
    to: hasta,
    // A genre that no film here has lets none through.
    genre:
      genero === undefined
        ? undefined
        : (genreRow(catalog, term(context, "genre", { ...asked, option: "genero" }).id) ?? -1),
    onPlatform:
      plataforma === undefined
        ? undefined
        : filmsOnPlatform(catalog, platformNamed(context, COMMAND, asked.options).id),
    lessPopular: lessPopular(options),
    exclude: new Set(excluir === undefined ? [] : filmList(context, "excluir", excluir)),
  };
}

/** @throws UserError where it is neither yes nor no */
function lessPopular({ menos_populares: typed }: Pick<WishOptions, "menos_populares">): boolean {
  if (typed === undefined) return false;
  const value = yesOrNo(typed);
  if (value !== undefined) return value;
  const got = quoted(typed);
  throw new UserError(
    {
      es: `«menos_populares» ha de ser «sí» o «no», y recibí ${got.es}.`,
      en: `“menos_populares” has to be “yes” or “no”; I got ${got.en}.`,
    },
    { option: "menos_populares" },
  );
}

/** Which of the lists is asked for, from 1. */
export function pageOf(options: Pick<WishOptions, "pagina">): number {
  return figure(options, "pagina", PAGES) ?? 1;
}

/** Figures come as text, as everything but counts does on every platform. */
function figure(
  options: Partial<Record<"desde" | "hasta" | "pagina", string>>,
  option: "desde" | "hasta" | "pagina",
  { min, max }: { readonly min: number; readonly max: number },
): number | undefined {
  const typed = options[option];
  if (typed === undefined) return undefined;
  const value = /^\d{1,4}$/u.test(typed) ? Number(typed) : Number.NaN;
  if (value >= min && value <= max) return value;
  const got = quoted(typed);
  throw new UserError(
    {
      es: `«${option}» ha de ser un número entre ${min} y ${max}, y recibí ${got.es}.`,
      en: `“${option}” has to be a number between ${min} and ${max}; I got ${got.en}.`,
    },
    { option },
  );
}

/** "de terror, desde 1980, en Netflix": what the filters ask for; empty where there is none. */
export function wishWords(context: Context, options: WishOptions): string {
  const given = FILTERS.filter((filter) => filter !== "excluir" && options[filter] !== undefined);
  return list(
    context.locale,
    given.map((filter) => filterWords(context, options, filter)),
  );
}

function filterWords(context: Context, options: WishOptions, filter: Filter): string {
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
      const { name } = platformNamed(context, COMMAND, { ...options });
      // Who knows where films are offered today is named wherever that is used.
      if (context.catalog.watching.rowCount > 0) {
        return say(locale, { es: `en ${name} según JustWatch`, en: `on ${name} according to JustWatch` });
      }
      return say(locale, { es: `en ${name}`, en: `on ${name}` });
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
  options: WishOptions,
  countWithout: (options: WishOptions) => number,
): { text: string; choices: Choice[] } {
  const { locale } = context;
  const given = FILTERS.filter((filter) => options[filter] !== undefined);
  const helpful = given.flatMap((filter) => {
    const { [filter]: _dropped, ...others } = { ...options, pagina: undefined };
    const left = countWithout(others);
    return left > 0 ? [{ filter, others, left }] : [];
  });
  const words = list(
    locale,
    given.map((filter) => filterWords(context, options, filter)),
  );
  const text = say(locale, {
    es: `No queda ninguna ${words}.${helpful.length > 0 ? " Quita uno de los filtros:" : " Quita alguno de los filtros."}`,
    en: `None is left ${words}.${helpful.length > 0 ? " Drop one of the filters:" : " Drop some of the filters."}`,
  });
  const choices = helpful.map(({ filter, others, left }) => ({
    label: say(locale, {
      es: `Sin «${filter}» (${number(locale, left)})`,
      en: `Without “${filter}” (${number(locale, left)})`,
    }),
    command: COMMAND,
    options: choiceOptions(others),
  }));
  return { text, choices };
}

/** Options as a choice carries them: those that are given. */
export function choiceOptions(options: object): Choice["options"] {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
