/** The platforms side by side: how many titles, of which years, for whom, how long, and what they share. */

import { PLATFORMS } from "../../../catalog/platforms.js";
import { number } from "../../../chat/format.js";
import { type Locale, say } from "../../../chat/locale.js";
import {
  AGE_GROUPS,
  type AgeGroup,
  LENGTH_EDGES,
  type PlatformFigures,
  platformFigures,
  platformOverlaps,
} from "../../../queries/counts/platforms.js";
import type { Words } from "../../../words.js";
import type { Chart } from "../../chart.js";
import { stacked } from "../../specs/grouped.js";
import { tiles } from "../../specs/tiles.js";
import { lines } from "../../specs/years.js";
import type { Topic } from "../../topic.js";
import { share } from "../../words.js";

const SHORT_NAMES: Readonly<Record<PlatformFigures["id"], string>> = {
  amazon: "Prime Video",
  disney: "Disney+",
  hulu: "Hulu",
  netflix: "Netflix",
};

const MOVIES: Words = { es: "películas", en: "movies" };
const SERIES: Words = { es: "series", en: "series" };

export const platforms: Topic = {
  name: "plataformas",
  summary: { es: "Películas y series de cada plataforma", en: "Movies and series of each platform" },
  filtered: false,
  async chart({ catalog, locale }): Promise<Chart | undefined> {
    const all = await platformFigures(catalog);
    const size = ({ movies, series }: PlatformFigures) => movies + series;
    const largest = all.toSorted((a, b) => size(b) - size(a))[0];
    if (largest === undefined) return undefined;
    const serial = all.toSorted((a, b) => b.series / size(b) - a.series / size(a))[0] ?? largest;
    const names = [say(locale, MOVIES), say(locale, SERIES)];
    return {
      topic: "plataformas",
      title: say(locale, { es: "Las plataformas lado a lado", en: "The platforms side by side" }),
      sentence: say(locale, {
        es: `El catálogo más grande es el de ${largest.name}: ${number(locale, largest.movies)} películas y ${number(locale, largest.series)} series. Donde más pesan las series es en ${serial.name} (${share(locale, serial.series, size(serial))}).`,
        en: `The largest catalogue is that of ${largest.name}: ${number(locale, largest.movies)} movies and ${number(locale, largest.series)} series. Series count for most on ${serial.name} (${share(locale, serial.series, size(serial))}).`,
      }),
      columns: [
        { name: say(locale, { es: "Plataforma", en: "Platform" }), kind: "text" },
        { name: say(locale, { es: "Películas", en: "Movies" }), kind: "count" },
        { name: say(locale, { es: "Series", en: "Series" }), kind: "count" },
      ],
      rows: all.map(({ name, movies, series }) => [name, movies, series]),
      drawing: {
        kind: "plot",
        spec: stacked({
          language: locale.language,
          series: names,
          values: all.flatMap(({ id, movies, series }) =>
            [movies, series].map((value, at) => ({
              group: SHORT_NAMES[id],
              series: names[at] ?? "",
              value,
              text: number(locale, value),
            })),
          ),
        }),
      },
      asks: all.map(({ id }) => `/plataforma cantidad ${id}`),
    };
  },
};

const FIRST_DECADE = 1950;

export const platformYears: Topic = {
  name: "plataformas-anios",
  summary: {
    es: "De qué décadas son los títulos de cada plataforma",
    en: "Decades of each platform's titles",
  },
  filtered: false,
  async chart({ catalog, locale }): Promise<Chart | undefined> {
    const all = await platformFigures(catalog);
    const total = ({ movies, series, undated }: PlatformFigures) => movies + series - undated;
    const decades = [...new Set(all.flatMap(({ decades }) => [...decades.keys()]))].sort((a, b) => a - b);
    const newest = decades.filter((decade) => decade >= 2010);
    const since = (one: PlatformFigures) =>
      newest.reduce((sum, decade) => sum + (one.decades.get(decade) ?? 0), 0);
    const oldest = all.toSorted((a, b) => since(a) / total(a) - since(b) / total(b))[0];
    if (oldest === undefined || decades.length === 0) return undefined;
    return {
      topic: "plataformas-anios",
      title: say(locale, { es: "De qué décadas es cada plataforma", en: "Decades of each platform" }),
      sentence: say(locale, {
        es: `Donde menos pesa lo estrenado desde 2010 es en ${oldest.name}: ${share(locale, since(oldest), total(oldest))} de sus títulos.`,
        en: `What came out since 2010 counts for least on ${oldest.name}: ${share(locale, since(oldest), total(oldest))} of its titles.`,
      }),
      columns: [
        { name: say(locale, { es: "Década", en: "Decade" }), kind: "year" },
        ...all.map(({ name }) => ({ name, kind: "count" as const })),
      ],
      rows: decades.map((decade) => [decade, ...all.map((one) => one.decades.get(decade) ?? 0)]),
      drawing: {
        kind: "plot",
        spec: lines({
          language: locale.language,
          y: say(locale, { es: "parte de sus títulos", en: "share of its titles" }),
          format: "%",
          series: all.map((one) => ({
            name: SHORT_NAMES[one.id],
            values: decades
              .filter((decade) => decade >= FIRST_DECADE)
              .map((decade) => ({ year: decade, value: (one.decades.get(decade) ?? 0) / total(one) })),
          })),
        }),
      },
      asks: all.map(({ id }) => `/plataforma maxima 2018 ${id}`).slice(0, 1),
    };
  },
};

const AGE_NAMES: Readonly<Record<AgeGroup, Words>> = {
  all: { es: "todos, 7+", en: "all, 7+" },
  guided: { es: "con adultos", en: "guided (PG)" },
  teens: { es: "13 a 16", en: "13 to 16" },
  adults: { es: "17, 18+", en: "17, 18+" },
  unrated: { es: "sin clasificar", en: "unrated" },
};

/** A table and stacked shares of a platform's titles in groups. */
function shares(
  locale: Locale,
  all: readonly PlatformFigures[],
  names: readonly string[],
  countsOf: (one: PlatformFigures) => readonly number[],
): Pick<Chart, "columns" | "rows" | "drawing"> {
  return {
    columns: [
      { name: say(locale, { es: "Plataforma", en: "Platform" }), kind: "text" },
      ...names.map((name) => ({ name, kind: "count" as const })),
    ],
    rows: all.map((one) => [one.name, ...countsOf(one)]),
    drawing: {
      kind: "plot",
      spec: stacked({
        language: locale.language,
        series: names,
        format: "%",
        values: all.flatMap((one) => {
          const counts = countsOf(one);
          const total = counts.reduce((sum, count) => sum + count, 0) || 1;
          return counts.map((count, at) => ({
            group: SHORT_NAMES[one.id],
            series: names[at] ?? "",
            value: count / total,
            text: "",
          }));
        }),
      }),
    },
  };
}

export const platformAges: Topic = {
  name: "plataformas-edades",
  summary: { es: "Para qué edades es cada plataforma", en: "Maturity ratings of each platform" },
  filtered: false,
  async chart({ catalog, locale }): Promise<Chart | undefined> {
    const all = await platformFigures(catalog);
    const part = ({ ages, movies, series }: PlatformFigures) => ages.adults / (movies + series);
    const sorted = all.toSorted((a, b) => part(b) - part(a));
    const [most, least] = [sorted[0], sorted.at(-1)];
    if (most === undefined || least === undefined) return undefined;
    const told = (one: PlatformFigures) => share(locale, one.ages.adults, one.movies + one.series);
    return {
      topic: "plataformas-edades",
      title: say(locale, { es: "Para qué edades es cada plataforma", en: "For what ages each platform is" }),
      sentence: say(locale, {
        es: `Para mayores de 17 o 18 años es ${told(most)} de ${most.name} y ${told(least)} de ${least.name}.`,
        en: `For 17 or 18 and over is ${told(most)} of ${most.name} and ${told(least)} of ${least.name}.`,
      }),
      ...shares(
        locale,
        all,
        AGE_GROUPS.map((group) => say(locale, AGE_NAMES[group])),
        ({ ages }) => AGE_GROUPS.map((group) => ages[group]),
      ),
      asks: ["/grafico plataformas-edades"],
    };
  },
};

export const platformLengths: Topic = {
  name: "plataformas-duraciones",
  summary: { es: "Cuánto duran las películas de cada plataforma", en: "How long each platform's movies are" },
  filtered: false,
  async chart({ catalog, locale }): Promise<Chart | undefined> {
    const all = await platformFigures(catalog);
    const short = ({ lengths }: PlatformFigures) =>
      (lengths[0] ?? 0) /
      Math.max(
        1,
        lengths.reduce((a, b) => a + b, 0),
      );
    const most = all.toSorted((a, b) => short(b) - short(a))[0];
    if (most === undefined) return undefined;
    const known = most.lengths.reduce((sum, count) => sum + count, 0);
    const names = LENGTH_EDGES.map((from, at) => {
      const to = LENGTH_EDGES[at + 1];
      if (to === undefined) return say(locale, { es: `${from} min o más`, en: `${from} min or more` });
      return from === 0
        ? say(locale, { es: `menos de ${to} min`, en: `under ${to} min` })
        : `${from}–${to - 1} min`;
    });
    const unknown = all.reduce((sum, { unknownLength }) => sum + unknownLength, 0);
    return {
      topic: "plataformas-duraciones",
      title: say(locale, { es: "Cuánto duran sus películas", en: "How long their movies are" }),
      sentence: say(locale, {
        es: `Donde más películas de menos de una hora hay es en ${most.name}: ${share(locale, most.lengths[0] ?? 0, known)}. De ${number(locale, unknown)} no se sabe la duración.`,
        en: `Most movies under an hour are on ${most.name}: ${share(locale, most.lengths[0] ?? 0, known)}. The runtime of ${number(locale, unknown)} is not known.`,
      }),
      ...shares(locale, all, names, ({ lengths }) => lengths),
      asks: all.map(({ id }) => `/plataforma maxima ${id}`),
    };
  },
};

export const platformOverlap: Topic = {
  name: "plataformas-comunes",
  summary: { es: "Películas que comparten las plataformas", en: "Films that platforms have in common" },
  filtered: false,
  async chart({ catalog, locale }): Promise<Chart | undefined> {
    const all = await platformOverlaps(catalog);
    const pairs = all.filter(({ one, other }) => one < other);
    const most = pairs.toSorted((a, b) => b.films - a.films)[0];
    if (most === undefined) return undefined;
    const own = (id: PlatformFigures["id"]) =>
      all.find(({ one, other }) => one === id && other === id)?.films ?? 0;
    const name = (id: PlatformFigures["id"]) => PLATFORMS.find((platform) => platform.id === id)?.name ?? id;
    return {
      topic: "plataformas-comunes",
      title: say(locale, { es: "Películas que comparten", en: "Films they have in common" }),
      sentence: say(locale, {
        es: `Las que más comparten son ${name(most.one)} y ${name(most.other)}: ${number(locale, most.films)} películas. Se cuentan las que el catálogo reconoce.`,
        en: `Most are shared by ${name(most.one)} and ${name(most.other)}: ${number(locale, most.films)} films. Counted are those that the catalogue recognises.`,
      }),
      columns: [
        { name: say(locale, { es: "Una", en: "One" }), kind: "text" },
        { name: say(locale, { es: "Otra", en: "Other" }), kind: "text" },
        { name: say(locale, { es: "En común", en: "In common" }), kind: "count" },
        { name: say(locale, { es: "Parte de la primera", en: "Share of the first" }), kind: "share" },
      ],
      rows: all
        .filter(({ one, other }) => one !== other)
        .map(({ one, other, films }) => [
          name(one),
          name(other),
          films,
          own(one) === 0 ? null : films / own(one),
        ]),
      drawing: {
        kind: "plot",
        spec: tiles(
          all.map(({ one, other, films }) => ({
            x: SHORT_NAMES[other],
            y: SHORT_NAMES[one],
            strength: one === other ? 0 : Math.sqrt(films / Math.max(1, most.films)),
            text: number(locale, films),
          })),
        ),
      },
      asks: [`/descubrir plataforma=${most.one}`],
    };
  },
};
