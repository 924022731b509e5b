/** From the options that narrow films down to a filter, each value with what it is called and its exact form. */
import type { Context } from "../../../src/chat/contract.js";
import { UserError } from "../../../src/chat/errors/errors.js";
import { decimal, number } from "../../../src/chat/format.js";
import type { Locale } from "../../../src/chat/locale.js";
import type { Constraint, Filter, Trait } from "../../../src/select/filter.js";
import { type GivenValue, givenValues } from "./given-value.js";
import type { Asked, Meaning } from "./meaning.js";
import { companyOf, franchiseOf, personOf, termReader } from "./names.js";
import { FILTER_OPTIONS, type FilterOption, type FilterOptions } from "./options.js";
import { themeOf } from "./theme.js";
import { excludedThing } from "./things.js";

/**
 * What the options ask for, in the order in which it is told. Of several that a name fits the best known is meant.
 * @throws UserError for a value that is none of its kind, or bounds that are the wrong way round
 */
export async function readFilter(context: Context, options: FilterOptions): Promise<readonly Asked[]> {
  refuseReversed(options, "desde", "hasta");
  refuseReversed(options, "duracion_min", "duracion_max");
  const all: Asked[] = [];
  for (const option of FILTER_OPTIONS) {
    for (const given of givenValues(option, options[option])) {
      all.push({ option, at: given.at, ...(await READERS[option](context, given)) });
    }
  }
  return all;
}

export function filterOf(asked: readonly Asked[]): Filter {
  return asked.map(({ constraint }) => constraint);
}

/** What was understood, for programs: the options with exact values. */
export function exactFilters(asked: readonly Asked[]): Record<string, string | number | (string | number)[]> {
  const filters: Record<string, string | number | (string | number)[]> = {};
  for (const { option, at, exact } of asked) {
    const before = filters[option];
    if (at === undefined) filters[option] = exact;
    else filters[option] = Array.isArray(before) ? [...before, exact] : [exact];
  }
  return filters;
}

type Reader = (context: Context, given: GivenValue) => Meaning | Promise<Meaning>;

const READERS: Readonly<Record<FilterOption, Reader>> = {
  genero: termReader("genre"),
  sin_genero: (context, given) => not(termReader("genre")(context, given)),
  tema: themeOf,
  actor: (context, given) => personOf(context, given, "actor"),
  director: (context, given) => personOf(context, given, "director"),
  persona: (context, given) => personOf(context, given),
  pais: termReader("country"),
  idioma: termReader("language"),
  desde: yearReader((least) => ({ kind: "year", least })),
  hasta: yearReader((most) => ({ kind: "year", most })),
  duracion_min: boundReader((least) => ({ kind: "minutes", least })),
  duracion_max: boundReader((most) => ({ kind: "minutes", most })),
  plataforma: termReader("platform"),
  franquicia: franchiseOf,
  productora: companyOf,
  nota_min: boundReader((least) => ({ kind: "average", least }), average),
  votos_min: boundReader((least) => ({ kind: "votes", least })),
  excluir: async (context, given) => not(await excludedThing(context, given)),
};

function not({ constraint: trait, ...meaning }: Meaning<Trait>): Meaning {
  return { ...meaning, constraint: { kind: "not", trait } };
}

function boundReader(
  bound: (value: number) => Constraint,
  told: (locale: Locale, value: number) => string = number,
): Reader {
  return ({ locale }, { text }) => {
    const value = Number(text);
    return { constraint: bound(value), exact: value, label: told(locale, value) };
  };
}

function average(locale: Locale, value: number): string {
  return Number.isInteger(value) ? number(locale, value) : decimal(locale, value, 1);
}

/** Years are not grouped. */
function yearReader(bound: (year: number) => Constraint): Reader {
  return boundReader(bound, (_, year) => String(year));
}

/** What bounds are called in the sentence that says they are the wrong way round. */
const BOUND_NAMES = {
  desde: { es: "Desde", en: "From" },
  hasta: { es: "hasta", en: "until" },
  duracion_min: { es: "Duración mínima", en: "Shortest" },
  duracion_max: { es: "duración máxima", en: "longest" },
} as const;

type BoundName = keyof typeof BOUND_NAMES;

function refuseReversed(options: FilterOptions, from: BoundName, to: BoundName): void {
  const [least, most] = [options[from], options[to]];
  if (least === undefined || most === undefined || least <= most) return;
  const [first, second] = [BOUND_NAMES[from], BOUND_NAMES[to]];
  const than =
    from === "desde" ? { es: "posterior a", en: "later than" } : { es: "mayor que", en: "more than" };
  const words = {
    es: `«${first.es}» (${least}) es ${than.es} «${second.es}» (${most}): dales la vuelta.`,
    en: `“${first.en}” (${least}) is ${than.en} “${second.en}” (${most}): swap them.`,
  };
  throw new UserError("invalid_parameter", words, { option: from });
}
