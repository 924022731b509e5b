import { z } from "zod";
import type { Reply } from "../../src/chat/answer/reply.js";
import type { Choice } from "../../src/chat/answer/schema.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { integer, order, titleType } from "../../src/chat/command/options.js";
import type { Context } from "../../src/chat/contract.js";
import { say } from "../../src/chat/locale.js";
import { type Discovered, discover, discoveredSchema, waysOut } from "../../src/queries/discover/discover.js";
import { type DiscoveredSeries, discoveredSeriesSchema } from "../../src/queries/discover/discover-series.js";
import type { Order, Turn } from "../../src/select/orders.js";
import { loosening } from "../shared/filter/loosening.js";
import type { Asked } from "../shared/filter/meaning.js";
import { filterOptions } from "../shared/filter/options.js";
import { exactFilters, filterOf, readFilter } from "../shared/filter/read.js";
import { nextOnes } from "../shared/more.js";
import { term } from "../shared/term.js";
import { discoveredSeries, type SeriesPage } from "./discover-series.js";
import { footer, line, title } from "./discovered-words.js";

/** Nobody turns so many; programs that read a whole list do, page by page. */
const MOST_PAGES = 500;
const SEEDS = 10_000;

const options = z.strictObject({
  ...filterOptions,
  tipo: titleType({
    es: "Tipo",
    en: "Type",
    help: { es: "Películas o series", en: "Films or series" },
  }).optional(),
  orden: order({
    es: "Orden",
    en: "Order",
    help: {
      es: "Mejor, peor, popular, recaudación, reciente, antigua, larga, corta, joya, azar…",
      en: "Best, worst, popular, revenue, newest, oldest, longest, shortest, gem, random…",
    },
  }).optional(),
  cantidad: integer({ min: 1, max: 20, default: 5 }, { es: "Cantidad", en: "Count" }),
  pagina: integer(
    { min: 1, max: MOST_PAGES, default: 1 },
    { es: "Página", en: "Page", help: { es: "2: las siguientes", en: "2: the next ones" } },
  ),
  semilla: integer(
    { min: 0, max: SEEDS - 1 },
    {
      es: "Semilla",
      en: "Seed",
      help: { es: "La misma da el mismo orden al azar", en: "The same one gives the same random order" },
    },
  ).optional(),
});

type Options = z.output<typeof options>;

export const descubrir = defineCommand({
  names: { es: "descubrir", en: "discover" },
  synonyms: {
    es: ["descubre", "descubreme", "filtrar", "filtra", "filtro", "top", "lista"],
    en: ["filter"],
  },
  summary: {
    es: "Películas por género, año, personas, plataforma… y en el orden que quieras",
    en: "Films by genre, year, people, platform… in any order",
  },
  options,
  result: z.union([discoveredSchema, discoveredSeriesSchema]),
  positional: ["genero"],
  label: {
    es: "Películas[ de {genero}][ sobre {tema}][ con {actor}][ con {persona}][ dirigidas por {director}][, de {pais}][, en {idioma}][, desde {desde}][, hasta {hasta}][, en {plataforma}][, de {franquicia}][, de {productora}]",
    en: "Films[ of the genre {genero}][ about {tema}][ with {actor}][ with {persona}][ directed by {director}][, from {pais}][, in {idioma}][, from {desde} on][, until {hasta}][, on {plataforma}][, of {franquicia}][, by {productora}]",
  },
  examples: [
    "descubrir terror",
    "descubrir comedia pais=españa orden=recaudacion",
    "descubrir genero=ciencia ficcion desde=1980 hasta=1989 duracion_max=110",
    "descubrir director=almodovar actor=penelope cruz",
    "descubrir orden=joya",
  ],
  async run(context, options): Promise<Reply<Discovered | DiscoveredSeries>> {
    const asked = await readFilter(context, options);
    if (options.tipo !== undefined && term(context, "type", "tipo").id === "serie") {
      return discoveredSeries(context, asked, pageOf(context, options));
    }
    const order = options.orden === undefined ? "mejor" : (term(context, "order", "orden").id as Order);
    const turn = { now: context.now, seed: options.semilla ?? context.now.getTime() % SEEDS };
    const { cantidad: count, pagina } = options;
    const page = { ...turn, order, count, skip: (pagina - 1) * count };
    const result = discover(context.catalog, filterOf(asked), page, exactFilters(asked));
    const reply =
      result.films.length > 0
        ? found(context, options, asked, result, turn)
        : nothing(context, options, asked, result, turn);
    // Without a seed the next turn is another.
    return order === "azar" && options.semilla === undefined ? { ...reply, cacheable: false } : reply;
  },
});

/** What is asked of series beside their filter: an order that may not be one of theirs, and a page. */
function pageOf(context: Context, { orden, cantidad, pagina, semilla }: Options): SeriesPage {
  const order = orden === undefined ? undefined : (term(context, "order", "orden").id as Order);
  const seed = semilla ?? context.now.getTime() % SEEDS;
  return {
    order,
    count: cantidad,
    page: pagina,
    mostPages: MOST_PAGES,
    seed,
    isSeeded: semilla !== undefined,
  };
}

function found(
  context: Context,
  options: Options,
  asked: readonly Asked[],
  result: Discovered,
  turn: Turn,
): Reply<Discovered> {
  return {
    status: "ok",
    result,
    answer: {
      kind: "list",
      title: title(context, asked, result.order),
      list: {
        numbered: result.order !== "azar",
        lines: result.films.map((film) => line(context, film, asked, result.order)),
      },
      choices: nextPage(context, options, result, turn),
      footer: footer(context, asked, result),
    },
  };
}

/** The same question's next films; at random, of the same turn. */
function nextPage(
  { locale, asked }: Context,
  { pagina, cantidad }: Options,
  { order, total }: Discovered,
  { seed }: Turn,
): Choice[] {
  if (total <= pagina * cantidad || pagina === MOST_PAGES) return [];
  const next = { ...asked.options, pagina: pagina + 1, ...(order === "azar" ? { semilla: seed } : {}) };
  return [nextOnes(locale, { command: asked.command, options: next }, order === "azar" && cantidad === 1)];
}

function nothing(
  context: Context,
  { pagina }: Options,
  asked: readonly Asked[],
  result: Discovered,
  turn: Turn,
): Reply<Discovered> {
  const { locale } = context;
  const empty = (text: string, choices: readonly Choice[] = []): Reply<Discovered> => ({
    status: "empty",
    result,
    answer: { kind: "empty", text, ...(choices.length > 0 ? { choices } : {}) },
  });
  if (pagina > 1 && result.total > 0)
    return empty(say(locale, { es: "No hay más.", en: "There are no more." }));
  const { text, choices } = loosening(
    context,
    asked,
    waysOut(context.catalog, filterOf(asked), result.order, turn),
  );
  return empty(text, [...inBestOrder(context, result), ...choices]);
}

/** Where films meet all that is asked and only the order has no place for them. */
function inBestOrder({ locale, asked }: Context, { unplaced }: Discovered): Choice[] {
  if (unplaced === 0) return [];
  const { orden: _, pagina: __, ...options } = asked.options;
  const label = say(locale, {
    es: `Mejores primero (${unplaced})`,
    en: `Best first (${unplaced})`,
  });
  return [{ label, command: asked.command, options }];
}
