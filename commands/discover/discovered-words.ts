/** What `/descubrir` found, in words: what was understood, and of each film what the order is about. */
import type { Line } from "../../src/chat/answer/schema.js";
import type { Context } from "../../src/chat/contract.js";
import { capitalised, count, date, decimal, list } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { foldName } from "../../src/chat/text.js";
import type { Discovered, DiscoveredFilm } from "../../src/queries/discover/discover.js";
import type { Order } from "../../src/select/orders.js";
import type { Words } from "../../src/words.js";
import { cardOf } from "../shared/card.js";
import type { Asked } from "../shared/filter/meaning.js";
import type { FilterOption } from "../shared/filter/options.js";
import { filmsAsked, platformSource } from "../shared/filter/words.js";
import { dollars } from "../shared/words/figures.js";
import type { Things } from "../shared/words/genres.js";
import { filmCount, minutes, returnFactor, shortHeading } from "../shared/words/wording.js";

export const ORDER_WORDS: Readonly<Record<Order, Words>> = {
  mejor: { es: "mejores primero", en: "best first" },
  peor: { es: "peores primero", en: "worst first" },
  popular: { es: "más populares primero", en: "most popular first" },
  votos: { es: "más votadas primero", en: "most voted first" },
  recaudacion: { es: "más taquilleras primero", en: "highest revenue first" },
  retorno: { es: "mayor retorno primero", en: "highest return first" },
  ganancia: { es: "mayor ganancia primero", en: "highest gain first" },
  presupuesto: { es: "más caras primero", en: "most expensive first" },
  reciente: { es: "más recientes primero", en: "newest first" },
  antigua: { es: "más antiguas primero", en: "oldest first" },
  larga: { es: "más largas primero", en: "longest first" },
  corta: { es: "más cortas primero", en: "shortest first" },
  joya: { es: "joyas poco conocidas", en: "little-known gems" },
  azar: { es: "al azar", en: "at random" },
};

/** "Terror de 1980 a 1989 en Netflix · mejores primero". */
export function title(context: Context, asked: readonly Asked[], order: Order): string {
  const all: Words = { es: "todas las películas", en: "all films" };
  return titled(context, asked, order, { things: "films", all });
}

/** @param all what is said where nothing is asked */
export function titled(
  context: Context,
  asked: readonly Asked[],
  order: Order,
  { things, all }: { readonly things: Things; readonly all: Words },
): string {
  const { locale } = context;
  const told = asked.length > 0 ? filmsAsked(context, asked, { sourced: false, things }) : say(locale, all);
  return `${capitalised(locale, told)} · ${say(locale, ORDER_WORDS[order])}`;
}

/** The film with the figure that the order is about, and those that were asked about. */
export function line({ locale }: Context, film: DiscoveredFilm, asked: readonly Asked[], order: Order): Line {
  const facts = [FIGURES[order], ...asked.flatMap(({ option }) => ASKED_FIGURES[option] ?? [])];
  const details = [...new Set(facts)].flatMap((fact) => fact(locale, film) ?? []);
  const themes = themesOf(locale, film, asked);
  return {
    head: shortHeading(locale, film.film),
    ...(details.length > 0 ? { details } : {}),
    ...(themes === "" ? {} : { why: themes }),
    asks: cardOf(film.film),
  };
}

/** More names than these tire. */
const MOST_THEMES = 3;

/** What of the themes asked for a film is about, where that says more than their names; in the reader's language only. */
function themesOf(locale: Locale, { themes }: DiscoveredFilm, asked: readonly Asked[]): string {
  const known = new Set(asked.map(({ label }) => foldName(label)));
  const names = themes.flatMap(({ name, nameEs }) => (locale.language === "en" ? name : (nameEs ?? [])));
  const telling = [...new Set(names)].filter((name) => !known.has(foldName(name)));
  return list(locale, telling.slice(0, MOST_THEMES));
}

type Figure = (locale: Locale, film: DiscoveredFilm) => string | undefined;

const VOTES = { es: { one: "voto", other: "votos" }, en: { one: "vote", other: "votes" } };

/** "nota 8,3 (7.770 votos)". */
const rated: Figure = (locale, { voteAverage, voteCount }) => {
  if (voteAverage === null) return undefined;
  const average = decimal(locale, voteAverage, 1);
  const votes = voteCount === null ? "" : ` (${count(locale, voteCount, VOTES)})`;
  return say(locale, { es: `nota ${average}${votes}`, en: `rated ${average}${votes}` });
};

const released: Figure = (locale, { film, releaseDate }) =>
  releaseDate === null ? String(film.year ?? "") || undefined : date(locale, releaseDate);

const length: Figure = (locale, { runtime }) => (runtime === null ? undefined : minutes(locale, runtime));

const voted: Figure = (locale, { voteCount }) =>
  voteCount === null ? undefined : count(locale, voteCount, VOTES);

const FIGURES: Readonly<Record<Order, Figure>> = {
  mejor: rated,
  peor: rated,
  joya: rated,
  azar: rated,
  votos: voted,
  popular: (locale, { popularity }) =>
    popularity === null
      ? undefined
      : say(locale, {
          es: `popularidad ${decimal(locale, popularity)}`,
          en: `popularity ${decimal(locale, popularity)}`,
        }),
  recaudacion: (locale, { revenue }) => (revenue === null ? undefined : dollars(locale, revenue)),
  presupuesto: (locale, { budget }) => (budget === null ? undefined : dollars(locale, budget)),
  ganancia: (locale, { gain }) => (gain === null ? undefined : dollars(locale, gain)),
  retorno: (locale, { return: factor }) => (factor === null ? undefined : returnFactor(locale, factor)),
  reciente: released,
  antigua: released,
  larga: length,
  corta: length,
};

/** What is told because it was asked about. */
const ASKED_FIGURES: Partial<Record<FilterOption, Figure>> = {
  nota_min: rated,
  votos_min: rated,
  duracion_min: length,
  duracion_max: length,
};

/** How the order is to be understood, what has no place in it, and whence it is known what a platform shows. */
export function footer(
  context: Context,
  asked: readonly Asked[],
  { order, unplaced, total }: Discovered,
): string {
  const { locale } = context;
  const films = filmCount(locale, unplaced);
  // What is no gem lacks no figure.
  const isLackingFigures = unplaced > 0 && order !== "joya";
  const unknown: Words = {
    es: `Sin contar ${films} de las que falta el dato.`,
    en: `Not counting ${films} of which the figure is missing.`,
  };
  const notes = [ORDER_NOTES[order], isLackingFigures ? unknown : undefined];
  return [
    say(locale, { es: `En total, ${filmCount(locale, total)}.`, en: `${filmCount(locale, total)} in all.` }),
    ...notes.flatMap((note) => (note === undefined ? [] : say(locale, note))),
    ...platformSource(context, asked),
  ].join(" ");
}

const ORDER_NOTES: Partial<Record<Order, Words>> = {
  mejor: {
    es: "Donde votaron pocos, la nota cuenta más cerca de 6 (como con otros 300 votos de 6).",
    en: "Where few voted, a rating counts closer to 6 (as with another 300 votes of 6).",
  },
  peor: {
    es: "Donde votaron pocos, la nota cuenta más cerca de 6 (como con otros 300 votos de 6).",
    en: "Where few voted, a rating counts closer to 6 (as with another 300 votes of 6).",
  },
  retorno: { es: "Sin las de cifras dudosas.", en: "Without those of doubtful figures." },
};
