/** Languages, countries, and genres by their ratings. */
import { country, decimal, number } from "../../../chat/format.js";
import { type Locale, say } from "../../../chat/locale.js";
import {
  type Counted,
  countCountries,
  countLanguages,
  RATED_VOTES,
  ratedGenres,
} from "../../../queries/counts/kinds.js";
import type { Words } from "../../../words.js";
import type { Chart } from "../../chart.js";
import { bars } from "../../specs/bars.js";
import type { Topic } from "../../topic.js";
import { capitalised, filmCount, genreName, languageName, share } from "../../words.js";

const SHOWN = 15;

interface Ranking {
  readonly topic: string;
  readonly title: Words;
  readonly unit: Words;
  readonly all: readonly Counted[];
  readonly name: (code: string) => string;
  /** Films in all. */
  readonly total: number;
  readonly note: Words;
  readonly ask: string;
}

function rankingChart(
  locale: Locale,
  { topic, title, unit, all, name, total, note, ask }: Ranking,
): Chart | undefined {
  const [first, second] = all;
  if (first === undefined) return undefined;
  const told = ({ name: code, count }: Counted) => `${name(code)} (${share(locale, count, total)})`;
  const next =
    second === undefined
      ? ""
      : say(locale, { es: `; después, ${told(second)}`, en: `; then ${told(second)}` });
  const shown = all.slice(0, SHOWN);
  const rest = all.length - shown.length;
  const others =
    rest > 0
      ? say(locale, {
          es: ` Se ven las primeras ${SHOWN} de ${number(locale, all.length)}.`,
          en: ` Shown are the first ${SHOWN} of ${number(locale, all.length)}.`,
        })
      : "";
  return {
    topic,
    title: say(locale, title),
    sentence: say(locale, {
      es: `Entre ${filmCount(locale, total)}, lo más frecuente es ${told(first)}${next}. ${note.es}${others}`,
      en: `Among ${filmCount(locale, total)} most frequent is ${told(first)}${next}. ${note.en}${others}`,
    }).trim(),
    columns: [
      { name: say(locale, unit), kind: "text" },
      { name: say(locale, { es: "Películas", en: "Films" }), kind: "count" },
      { name: say(locale, { es: "Parte", en: "Share" }), kind: "share" },
    ],
    rows: all.map(({ name: code, count }) => [capitalised(locale, name(code)), count, count / total]),
    drawing: {
      kind: "plot",
      spec: bars(
        shown.map(({ name: code, count }) => ({
          label: capitalised(locale, name(code)),
          value: count,
          text: number(locale, count),
        })),
      ),
    },
    asks: [`/${ask} ${name(first.name)}`],
  };
}

export const languages: Topic = {
  name: "idiomas",
  summary: { es: "Películas por idioma original", en: "Films by original language" },
  filtered: false,
  chart: ({ catalog, locale }) =>
    rankingChart(locale, {
      topic: "idiomas",
      title: { es: "Idiomas originales", en: "Original languages" },
      unit: { es: "Idioma", en: "Language" },
      all: countLanguages(catalog),
      name: (code) => languageName(locale, code),
      total: catalog.films.rowCount,
      note: { es: "", en: "" },
      ask: "idioma",
    }),
};

export const countries: Topic = {
  name: "paises",
  summary: { es: "Películas por país", en: "Films by country" },
  filtered: false,
  chart: ({ catalog, locale }) =>
    rankingChart(locale, {
      topic: "paises",
      title: { es: "Países de producción", en: "Countries of production" },
      unit: { es: "País", en: "Country" },
      all: countCountries(catalog),
      name: (code) => country(locale, code),
      total: catalog.films.rowCount,
      note: {
        es: "Una película cuenta en todos los países que la producen.",
        en: "A film counts in each country that produced it.",
      },
      ask: "pais",
    }),
};

export const genreRatings: Topic = {
  name: "notas",
  summary: { es: "Nota media de cada género", en: "Average rating of each genre" },
  filtered: false,
  async chart({ catalog, locale }) {
    const all = await ratedGenres(catalog);
    const [best, worst] = [all[0], all.at(-1)];
    if (best === undefined || worst === undefined) return undefined;
    const told = (one: typeof best) =>
      `${genreName(locale, one.name).toLocaleLowerCase(locale.tag)} (${decimal(locale, one.average, 2)})`;
    return {
      topic: "notas",
      title: say(locale, { es: "Nota media por género", en: "Average rating by genre" }),
      sentence: say(locale, {
        es: `El género mejor valorado es ${told(best)} y el peor, ${told(worst)}: media de las notas de las películas con al menos ${RATED_VOTES} votos.`,
        en: `The best rated genre is ${told(best)}, the worst ${told(worst)}: means of the ratings of films with at least ${RATED_VOTES} votes.`,
      }),
      columns: [
        { name: say(locale, { es: "Género", en: "Genre" }), kind: "text" },
        { name: say(locale, { es: "Nota media", en: "Average rating" }), kind: "correlation" },
        { name: say(locale, { es: "Películas", en: "Films" }), kind: "count" },
      ],
      rows: all.map(({ name, average, count }) => [genreName(locale, name), average, count]),
      drawing: {
        kind: "plot",
        spec: bars(
          all.map(({ name, average }) => ({
            label: genreName(locale, name),
            value: average,
            text: decimal(locale, average, 2),
          })),
          { most: 10 },
        ),
      },
      asks: [
        `/descubrir ${genreName(locale, best.name).toLocaleLowerCase(locale.tag)} votos_min=${RATED_VOTES}`,
      ],
    };
  },
};
