/** `/descubrir tipo=serie`: series by what the catalogues of platforms tell of them. */
import type { Reply } from "../../src/chat/answer/reply.js";
import type { Choice, Line } from "../../src/chat/answer/schema.js";
import type { Context } from "../../src/chat/contract.js";
import { count, list, number } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import {
  countSeries,
  type DiscoveredSeries,
  discoverSeries,
  isSeriesOrder,
  type SeriesFacts,
  type SeriesOrder,
  seriesConstraint,
} from "../../src/queries/discover/discover-series.js";
import type { Order } from "../../src/select/orders.js";
import type { SeriesConstraint } from "../../src/select/series/filter.js";
import type { Words } from "../../src/words.js";
import { nameOf, optionsWithout } from "../shared/filter/loosening.js";
import type { Asked } from "../shared/filter/meaning.js";
import { exactFilters } from "../shared/filter/read.js";
import { noneAsked } from "../shared/filter/words.js";
import { nextOnes } from "../shared/more.js";
import { optionName } from "../shared/option-name.js";
import { seasonCount, titleChoice, titleHeading } from "../shared/series.js";
import { catalogueName } from "../shared/words/wording.js";
import { titled } from "./discovered-words.js";

export interface SeriesPage {
  /** As it was asked for; series have few of the orders. */
  readonly order: Order | undefined;
  readonly count: number;
  readonly page: number;
  readonly mostPages: number;
  readonly seed: number;
  readonly isSeeded: boolean;
}

const DEFAULT_ORDER: SeriesOrder = "reciente";

/** What was asked, and what of it the catalogues tell. */
interface Applied {
  readonly asked: readonly Asked[];
  readonly filter: readonly SeriesConstraint[];
  /** Options of which they tell nothing, in the order in which they were given. */
  readonly notApplied: readonly string[];
  readonly order: SeriesOrder;
}

export function discoveredSeries(
  context: Context,
  asked: readonly Asked[],
  page: SeriesPage,
): Reply<DiscoveredSeries> {
  const applied = appliedTo(context, asked, page.order);
  const { filter, order, notApplied } = applied;
  const selecting = { order, skip: (page.page - 1) * page.count, count: page.count, seed: page.seed };
  const result = discoverSeries(context.catalog, filter, selecting, {
    filters: { ...exactFilters(applied.asked), tipo: "serie" },
    notApplied: [...notApplied],
  });
  const reply =
    result.series.length > 0 ? found(context, applied, result, page) : none(context, applied, result);
  // Without a seed the next turn is another.
  return order === "azar" && !page.isSeeded ? { ...reply, cacheable: false } : reply;
}

function appliedTo(context: Context, asked: readonly Asked[], order: Order | undefined): Applied {
  const { catalog, find } = context;
  const genreOf = (words: string) => {
    const term = find.term("genre", words);
    return term.kind === "found" && term.fit === "exact" ? term.value.id : undefined;
  };
  const read = asked.map((one) => ({ one, constraint: seriesConstraint(catalog, one.constraint, genreOf) }));
  const known = read.flatMap(({ one, constraint }) =>
    constraint === undefined ? [] : [{ one, constraint }],
  );
  const unknown = read.flatMap(({ one, constraint }) => (constraint === undefined ? [one.option] : []));
  const isOrder = order === undefined || isSeriesOrder(order);
  return {
    asked: known.map(({ one }) => one),
    filter: known.map(({ constraint }) => constraint),
    notApplied: [...new Set([...unknown, ...(isOrder ? [] : ["orden"])])],
    order: order !== undefined && isSeriesOrder(order) ? order : DEFAULT_ORDER,
  };
}

const SERIES = { es: { one: "serie", other: "series" }, en: { one: "series", other: "series" } };
const ALL: Words = { es: "todas las series", en: "all series" };

function found(
  context: Context,
  applied: Applied,
  result: DiscoveredSeries,
  page: SeriesPage,
): Reply<DiscoveredSeries> {
  const { locale, asked } = context;
  const isLast = result.total <= page.page * page.count || page.page === page.mostPages;
  const next = nextOnes(locale, {
    command: asked.command,
    options: {
      ...asked.options,
      pagina: page.page + 1,
      ...(result.order === "azar" ? { semilla: page.seed } : {}),
    },
  });
  const note = notAppliedNote(context, applied.notApplied);
  return {
    status: "ok",
    result,
    answer: {
      kind: "list",
      title: titled(context, applied.asked, result.order, { things: "series", all: ALL }),
      ...(note === undefined ? {} : { text: note }),
      list: {
        numbered: result.order !== "azar",
        lines: result.series.map((one) => line(locale, one)),
      },
      choices: isLast ? [] : [next],
      footer: say(locale, {
        es: `En total, ${count(locale, result.total, SERIES)}. Según los catálogos de las plataformas, del año que se indica.`,
        en: `${count(locale, result.total, SERIES)} in all. By the platforms' catalogues, of the year given.`,
      }),
    },
  };
}

/** "nota_min no vale para series: los catálogos no lo dicen." */
function notAppliedNote(context: Context, options: readonly string[]): string | undefined {
  if (options.length === 0) return undefined;
  const { locale } = context;
  const names = options.map((option) => optionName(context, option));
  const es = list(
    locale,
    names.map((name) => name.es),
  );
  const en = list(
    locale,
    names.map((name) => name.en),
  );
  return say(locale, {
    es: `No vale para series: ${es}. Los catálogos no lo dicen.`,
    en: `Doesn't apply to series: ${en}. The catalogues don't tell.`,
  });
}

/** "Narcos (2017) · Netflix (Estados Unidos, 2021) · 3 temporadas". */
function line(locale: Locale, series: SeriesFacts): Line {
  const platforms = [...new Set(series.platforms.map((own) => catalogueName(locale, own.name, own)))];
  const seasons = series.seasons === null ? [] : [seasonCount(locale, series.seasons)];
  const { command, options } = titleChoice("", series);
  return {
    head: titleHeading(locale, series),
    details: [list(locale, platforms), ...seasons],
    asks: { command, options },
  };
}

/** Which of what is asked leaves none. */
function none(context: Context, applied: Applied, result: DiscoveredSeries): Reply<DiscoveredSeries> {
  const { locale, catalog } = context;
  const { asked, filter } = applied;
  const empty = (text: string, choices: readonly Choice[]): Reply<DiscoveredSeries> => ({
    status: "empty",
    result,
    answer: { kind: "empty", text, ...(choices.length > 0 ? { choices } : {}) },
  });
  if (result.total > 0) return empty(say(locale, { es: "No hay más.", en: "There are no more." }), []);
  const ways = asked.flatMap((one, place) => {
    const left = countSeries(catalog, filter.toSpliced(place, 1));
    return left > 0 ? [{ one, left }] : [];
  });
  const choices = ways.map(({ one, left }): Choice => {
    const name = nameOf(context, asked, one);
    const label = {
      es: `Sin ${name.es} (${number(locale, left)})`,
      en: `Without ${name.en} (${number(locale, left)})`,
    };
    return {
      label: say(locale, label),
      command: context.asked.command,
      options: optionsWithout(context.asked.options, [one]),
    };
  });
  const words = noneAsked(context, asked, { sourced: false, things: "series" });
  const text = say(locale, { es: `No hay ${words}.`, en: `There is ${words}.` });
  const note = notAppliedNote(context, applied.notApplied);
  return empty(note === undefined ? text : `${text}\n\n${note}`, choices);
}
