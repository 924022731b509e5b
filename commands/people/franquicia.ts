import { z } from "zod";
import type { Answer, Choice, List } from "../../src/chat/answer/schema.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { collectionRef, flag } from "../../src/chat/command/options.js";
import type { Context } from "../../src/chat/contract.js";
import { list } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { type Collection, collection, collectionSchema } from "../../src/queries/people/collection.js";
import type { Figures } from "../../src/queries/people/figures.js";
import type { Universe } from "../../src/queries/people/universe.js";
import { cardOf } from "../shared/card.js";
import { tmdbLink } from "../shared/film-frame.js";
import { forCollection } from "../shared/reference.js";
import { collectionName } from "../shared/words/collections.js";
import { furtherDollars } from "../shared/words/figures.js";
import { isMore, ownName, partsOfUniverse, totalWithAverage } from "../shared/words/groups.js";
import { moneyFolds } from "../shared/words/money.js";
import { filmCount, shortHeading } from "../shared/words/wording.js";

export const franquicia = defineCommand({
  names: { es: "franquicia", en: "franchise" },
  synonyms: {
    es: ["saga", "sagas", "coleccion", "trilogia", "universo"],
    en: ["collection", "trilogy", "series", "universe"],
  },
  summary: {
    es: "Películas de una saga o un universo y lo que recaudaron",
    en: "A franchise's or universe's films and what they brought in",
  },
  options: z.strictObject({
    nombre: collectionRef(),
    historia: flag({
      es: "Orden de la historia",
      en: "Story order",
      help: {
        es: "Las películas de un universo en el orden en que ocurren, no en el de estreno",
        en: "A universe's films as they happen, not as they came out",
      },
    }),
  }),
  result: collectionSchema,
  positional: ["nombre"],
  label: {
    es: "Saga o universo: {nombre}",
    en: "Franchise or universe: {nombre}",
  },
  examples: ["franquicia toy story", "franquicia volver al futuro", "franquicia marvel"],
  run(context, { historia }) {
    return forCollection(context, "nombre", (row) => {
      const { catalog, locale } = context;
      const result = collection(catalog, row);
      const exact = `collection:${catalog.collections.id[row]}`;
      return {
        status: "ok",
        result,
        answer: {
          kind: "list",
          title: title(locale, result),
          text: counted(locale, result),
          list: films(locale, result, historia),
          ...sums(locale, result),
          ...apart(locale, result.universe),
          follow: [...otherOrder(context, result, exact, historia), ...partOf(context, result)],
          ...(result.collection === null ? {} : tmdbLink(locale, "collection", result.collection.id)),
          notice: true,
        },
      };
    });
  },
});

function title(locale: Locale, { collection, universe }: Collection): string {
  if (collection !== null) return collectionName(locale, collection);
  return universe === undefined ? "" : ownName(locale, universe);
}

/** How many films, what they brought in, and how many more its universe has. */
function counted(locale: Locale, result: Collection): string {
  const { universe } = result;
  const revenue = revenueOf(locale, result);
  const own = [`${filmCount(locale, result.filmCount)}.`, revenue ?? []].flat().join(" ");
  if (universe === undefined) return own;
  const parts = partsOfUniverse(locale, universe);
  if (result.collection === null) {
    return say(locale, { es: `${own}\n\nCon ellas: ${parts}.`, en: `${own}\n\nAmong them: ${parts}.` });
  }
  if (!isMore(universe.figures, result)) return own;
  const all = filmCount(locale, universe.figures.filmCount);
  return say(locale, {
    es: `${own}\n\nEn todo el universo «${universe.nameEs}», ${all}: ${parts}.`,
    en: `${own}\n\nIn all of the universe “${universe.name}”, ${all}: ${parts}.`,
  });
}

/** "Recaudaron 7.434 millones de dólares en total, 929 millones de media (8 de 10 con datos)." */
function revenueOf(locale: Locale, sums: Figures): string | undefined {
  const { totalRevenue, averageRevenue, filmsWithRevenue: known, filmCount: all } = sums;
  const told = totalWithAverage(locale, totalRevenue, averageRevenue, { known, all });
  if (told === undefined) return undefined;
  return say(locale, { es: `Recaudaron ${told}.`, en: `They made ${told}.` });
}

/** What was earned, and what the whole universe brought in where that is more than its best known collection. */
function sums(locale: Locale, result: Collection): Pick<Answer, "folds"> {
  const { totalGain, averageGain, filmsWithGain, filmCount: all, universe } = result;
  const whole = universe !== undefined && result.collection !== null && isMore(universe.figures, result);
  const figures = whole ? universe.figures : undefined;
  return moneyFolds(locale, [
    [
      { es: "Ganancia", en: "Gain" },
      totalWithAverage(locale, totalGain, averageGain, { known: filmsWithGain, all }),
    ],
    [
      { es: "Recaudación del universo", en: "Revenue of the universe" },
      figures &&
        totalWithAverage(locale, figures.totalRevenue, figures.averageRevenue, {
          known: figures.filmsWithRevenue,
          all: figures.filmCount,
        }),
    ],
  ]);
}

/** All there is to see: of a universe, its films in the order asked for. */
function films(locale: Locale, result: Collection, inStory: boolean): List {
  const { universe } = result;
  const shown = (inStory ? universe?.story : undefined) ?? byRelease(result);
  const lines = shown.map(({ film, revenue }) => ({
    head: shortHeading(locale, film),
    asks: cardOf(film),
    ...(revenue === null ? {} : { details: [furtherDollars(locale, revenue)] }),
  }));
  const order =
    inStory && universe?.story
      ? { es: "En el orden de la historia", en: "In order of the story" }
      : { es: "Por orden de estreno", en: "In order of release" };
  const heading = shown.some(({ revenue }) => revenue !== null)
    ? { es: `${order.es}, con lo que recaudaron en dólares:`, en: `${order.en}, with what they made:` }
    : { es: `${order.es}:`, en: `${order.en}:` };
  return { heading: say(locale, heading), numbered: true, lines };
}

/** The universe's films and those of the collection: a newer one may not be counted to its universe yet. */
function byRelease({ films, universe }: Collection): Collection["films"] {
  if (universe === undefined) return films;
  const known = new Set([...universe.films, ...universe.apart].map(({ film }) => film.id));
  const newer = films.filter(({ film }) => !known.has(film.id));
  const year = ({ film }: (typeof films)[number]) => film.year ?? Number.POSITIVE_INFINITY;
  return newer.length === 0
    ? universe.films
    : [...universe.films, ...newer].sort((a, b) => year(a) - year(b));
}

function apart(locale: Locale, universe: Universe | undefined): { readonly footer?: string } {
  if (universe === undefined || universe.apart.length === 0) return {};
  const others = list(
    locale,
    universe.apart.map(({ film }) => shortHeading(locale, film)),
  );
  return {
    footer: say(locale, { es: `Aparte, sin contarlas: ${others}.`, en: `Apart, not counted: ${others}.` }),
  };
}

/** The same films in the other order, where the two differ. */
function otherOrder(
  { asked, locale }: Context,
  { universe }: Collection,
  exact: string,
  inStory: boolean,
): Choice[] {
  const { story, films } = universe ?? {};
  if (!story || !films || story.every(({ film }, place) => film.id === films[place]?.film.id)) return [];
  return [
    {
      label: say(
        locale,
        inStory
          ? { es: "Por orden de estreno", en: "In order of release" }
          : { es: "En el orden de la historia", en: "In order of the story" },
      ),
      command: asked.command,
      options: { nombre: exact, historia: !inStory },
    },
  ];
}

function partOf({ asked, locale }: Context, { partOf }: Collection): Choice[] {
  return partOf.map((universe) => ({
    label: ownName(locale, universe),
    command: asked.command,
    options: { nombre: `collection:${universe.id}` },
  }));
}
