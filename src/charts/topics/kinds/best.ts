/** Films at the top: most returned, longest, best of each decade. */
import { decimal, number } from "../../../chat/format.js";
import { type Locale, say } from "../../../chat/locale.js";
import { type DiscoveredFilm, discoverSteps } from "../../../queries/discover/discover.js";
import { shownTitle } from "../../../queries/refs/film.js";
import type { Order } from "../../../select/orders.js";
import { inTurns } from "../../../steps.js";
import type { Words } from "../../../words.js";
import type { Cell, Column } from "../../chart.js";
import { bars } from "../../specs/bars.js";
import { drawable } from "../../specs/shortened.js";
import type { Charting, Topic } from "../../topic.js";
import { titled } from "../../words.js";

const SHOWN = 12;

/** Films with fewer votes hold records that nobody cares for, or slips. */
const KNOWN_VOTES = 50;

interface Top {
  readonly name: string;
  readonly title: Words;
  readonly order: Order;
  readonly figure: Words;
  readonly kind: Column["kind"];
  readonly value: (film: DiscoveredFilm) => number | null;
  readonly text: (locale: Locale, value: number) => string;
  readonly sentence: (told: string, value: string, middle: string) => Words;
}

function name(locale: Locale, { film }: DiscoveredFilm): string {
  return drawable(shownTitle(film, locale.tag));
}

function topOf(one: Top): Topic {
  return {
    name: one.name,
    summary: one.title,
    filtered: true,
    async chart(charting) {
      const { catalog, locale, filter } = charting;
      const known = [...filter, { kind: "votes" as const, least: KNOWN_VOTES }];
      const page = { order: one.order, skip: 0, count: SHOWN, now: new Date(0), seed: 0 };
      const { films } = await inTurns(discoverSteps(catalog, known, page, {}));
      const valued = films.flatMap((film) => {
        const value = one.value(film);
        return value === null ? [] : [{ film, value }];
      });
      const [first, last] = [valued[0], valued.at(-1)];
      if (first === undefined || last === undefined) return undefined;
      const words = one.sentence(
        `${name(locale, first.film)} (${first.film.film.year ?? "–"})`,
        one.text(locale, first.value),
        one.text(locale, last.value),
      );
      const votes = say(locale, {
        es: ` Entre las que tienen al menos ${KNOWN_VOTES} votos.`,
        en: ` Among those with at least ${KNOWN_VOTES} votes.`,
      });
      return {
        topic: one.name,
        title: titled(say(locale, one.title), charting),
        sentence: say(locale, words) + votes,
        columns: [...filmColumns(locale), { name: say(locale, one.figure), kind: one.kind }],
        rows: valued.map(({ film, value }): Cell[] => [name(locale, film), film.film.year, value]),
        drawing: {
          kind: "plot",
          spec: bars(
            valued.map(({ film, value }) => ({
              label: name(locale, film),
              value,
              text: one.text(locale, value),
            })),
          ),
        },
        asks: [`/descubrir orden=${one.order} votos_min=${KNOWN_VOTES}`],
      };
    },
  };
}

function filmColumns(locale: Locale): readonly Column[] {
  return [
    { name: say(locale, { es: "Película", en: "Film" }), kind: "text" },
    { name: say(locale, { es: "Año", en: "Year" }), kind: "year" },
  ];
}

export const mostReturned = topOf({
  name: "retornos",
  title: { es: "Las de mayor retorno", en: "Highest return" },
  order: "retorno",
  figure: { es: "Retorno", en: "Return" },
  kind: "factor",
  value: (film) => film.return,
  text: (locale, value) => `${number(locale, value)}×`,
  sentence: (told, value, last) => ({
    es: `${told} recaudó ${value} lo que costó; la última de estas ${SHOWN}, ${last}.`,
    en: `${told} made ${value} what it cost; the last of these ${SHOWN}, ${last}.`,
  }),
});

export const longest = topOf({
  name: "largas",
  title: { es: "Las más largas", en: "The longest" },
  order: "larga",
  figure: { es: "Duración", en: "Runtime" },
  kind: "minutes",
  value: ({ runtime }) => runtime,
  text: (locale, value) => `${number(locale, value)} min`,
  sentence: (told, value, last) => ({
    es: `La más larga es ${told}, ${value}; la última de estas ${SHOWN} dura ${last}.`,
    en: `The longest is ${told}, ${value}; the last of these ${SHOWN} lasts ${last}.`,
  }),
});

/** A decade with fewer films has no best worth telling. */
const FIRST_DECADE = 1900;
const LAST_DECADE = 2020;

export const bestByDecade: Topic = {
  name: "mejores",
  summary: { es: "La mejor de cada década", en: "The best of each decade" },
  filtered: true,
  async chart(charting) {
    const { catalog, locale } = charting;
    const found: { decade: number; film: DiscoveredFilm }[] = [];
    for (const decade of decadesOf(charting)) {
      const years = [
        { kind: "year" as const, least: decade },
        { kind: "year" as const, most: decade + 9 },
      ];
      const page = { order: "mejor" as const, skip: 0, count: 1, now: new Date(0), seed: 0 };
      const votes = { kind: "votes" as const, least: 1 };
      const filter = [...charting.filter, ...years, votes];
      const [film] = (await inTurns(discoverSteps(catalog, filter, page, {}))).films;
      if (film !== undefined) found.push({ decade, film });
    }
    const best = found.toSorted((a, b) => b.film.rating - a.film.rating)[0];
    if (best === undefined) return undefined;
    const rating = decimal(locale, best.film.rating, 2);
    return {
      topic: "mejores",
      title: titled(say(locale, { es: "La mejor de cada década", en: "The best of each decade" }), charting),
      sentence: say(locale, {
        es: `De ${found.length} décadas, la que tiene la mejor nota es ${best.decade}: ${name(locale, best.film)} (${rating}). Donde votaron pocos, la nota cuenta más cerca de 6.`,
        en: `Of ${found.length} decades the ${best.decade}s have the best rating: ${name(locale, best.film)} (${rating}). Where few voted, a rating counts closer to 6.`,
      }),
      columns: [
        { name: say(locale, { es: "Década", en: "Decade" }), kind: "year" },
        ...filmColumns(locale),
        { name: say(locale, { es: "Nota", en: "Rating" }), kind: "correlation" },
        { name: say(locale, { es: "Votos", en: "Votes" }), kind: "count" },
      ],
      rows: found.map(({ decade, film }) => [
        decade,
        name(locale, film),
        film.film.year,
        film.rating,
        film.voteCount,
      ]),
      drawing: {
        kind: "plot",
        spec: bars(
          found.map(({ decade, film }) => ({
            label: `${decade}: ${name(locale, film)}`,
            value: film.rating,
            text: decimal(locale, film.rating, 1),
          })),
          { most: 10 },
        ),
      },
      asks: [`/descubrir desde=${best.decade} hasta=${best.decade + 9}`],
    };
  },
};

function decadesOf({ filter }: Charting): readonly number[] {
  const decades = Array.from(
    { length: (LAST_DECADE - FIRST_DECADE) / 10 + 1 },
    (_, at) => FIRST_DECADE + at * 10,
  );
  return decades.filter((decade) =>
    filter.every((one) =>
      one.kind !== "year" ? true : "least" in one ? decade + 9 >= one.least : decade <= one.most,
    ),
  );
}
