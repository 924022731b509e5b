/** Genres over the decades, and those of one of them. */
import { number } from "../../../chat/format.js";
import { say } from "../../../chat/locale.js";
import { countGenres, genresByDecade } from "../../../queries/counts/by-year.js";
import type { Chart } from "../../chart.js";
import { bars } from "../../specs/bars.js";
import { lines } from "../../specs/years.js";
import type { Charting, Topic } from "../../topic.js";
import { filmCount, filmsTold, genreName, share, titled } from "../../words.js";

/** Genres that are shown, and films that a decade must have for its shares to tell anything. */
const SHOWN = 6;
const FEWEST = 20;
const MOST_BARS = 16;

export const genresOverDecades: Topic = {
  names: { es: "generos", en: "genres" },
  summary: {
    es: "Géneros a lo largo de las décadas, o los de una: «generos 1980»",
    en: "Genres over the decades, or those of one: “genres 1980”",
  },
  filtered: true,
  chart(charting) {
    const { catalog, locale, filter } = charting;
    const { decades, totals, genres } = genresByDecade(catalog, filter);
    const places = decades.flatMap((_, at) => ((totals[at] ?? 0) >= FEWEST ? at : []));
    if (places.length < 2) return genresOf(charting);
    const shown = genres.slice(0, SHOWN);
    const shareIn = (one: (typeof genres)[number], at: number) => (one.byDecade[at] ?? 0) / (totals[at] ?? 1);
    const [first = 0, last = 0] = [places[0], places.at(-1)];
    const changes = shown.map((one) => ({ one, change: shareIn(one, last) - shareIn(one, first) }));
    const grown = changes.reduce((best, next) => (next.change > best.change ? next : best));
    const fallen = changes.reduce((best, next) => (next.change < best.change ? next : best));
    const told = ({ one }: (typeof changes)[number]) => {
      const parts = [first, last].map((at) => share(locale, one.byDecade[at] ?? 0, totals[at] ?? 0));
      const name = genreName(locale, one.genre).toLocaleLowerCase(locale.tag);
      return say(locale, {
        es: `${name} (del ${parts[0]} al ${parts[1]})`,
        en: `${name} (from ${parts[0]} to ${parts[1]})`,
      });
    };
    const [from, to] = [decades[first], decades[last]];
    return {
      topic: "generos",
      title: titled(say(locale, { es: "Géneros por década", en: "Genres by decade" }), charting),
      sentence: say(locale, {
        es: `De los años ${from} a los ${to}, el género que más crece es ${told(grown)} y el que más cae, ${told(fallen)}. Una película cuenta en todos sus géneros.`,
        en: `From the ${from}s to the ${to}s, the genre that grew most is ${told(grown)}, and the one that fell most ${told(fallen)}. A film counts in each of its genres.`,
      }),
      columns: [
        { name: say(locale, { es: "Década", en: "Decade" }), kind: "year" },
        { name: say(locale, { es: "Películas", en: "Films" }), kind: "count" },
        ...shown.map(({ genre }) => ({ name: genreName(locale, genre), kind: "count" as const })),
      ],
      rows: decades.map((decade, at) => [
        decade,
        totals[at] ?? 0,
        ...shown.map(({ byDecade }) => byDecade[at] ?? 0),
      ]),
      drawing: {
        kind: "plot",
        spec: lines({
          language: locale.language,
          y: say(locale, { es: "parte de las películas", en: "share of the films" }),
          format: "%",
          series: shown.map((one) => ({
            name: genreName(locale, one.genre),
            values: places.map((at) => ({ year: decades[at] ?? 0, value: shareIn(one, at) })),
          })),
        }),
      },
      asks: [`/grafico generos ${to}`],
    };
  },
};

/** The genres of what the filter leaves: of a decade. */
export function genresOf(charting: Charting): Chart | undefined {
  const { catalog, locale, filter } = charting;
  const { total, genres } = countGenres(catalog, filter);
  const [first, second] = genres;
  if (first === undefined) return undefined;
  const name = (genre: string) => genreName(locale, genre).toLocaleLowerCase(locale.tag);
  const next = second === undefined ? "" : `, ${name(second.genre)} (${share(locale, second.count, total)})`;
  return {
    topic: "generos",
    title: titled(say(locale, { es: "Géneros", en: "Genres" }), charting),
    sentence: say(locale, {
      es: `De ${filmsTold(charting)}: entre ${filmCount(locale, total)}, lo que más hay es ${name(first.genre)} (${share(locale, first.count, total)})${next}. Una película cuenta en todos sus géneros.`,
      en: `Of ${filmsTold(charting)}: among ${filmCount(locale, total)} most are ${name(first.genre)} (${share(locale, first.count, total)})${next}. A film counts in each of its genres.`,
    }),
    columns: [
      { name: say(locale, { es: "Género", en: "Genre" }), kind: "text" },
      { name: say(locale, { es: "Películas", en: "Films" }), kind: "count" },
      { name: say(locale, { es: "Parte", en: "Share" }), kind: "share" },
    ],
    rows: genres.map(({ genre, count }) => [genreName(locale, genre), count, count / total]),
    drawing: {
      kind: "plot",
      spec: bars(
        genres.slice(0, MOST_BARS).map(({ genre, count }) => ({
          label: genreName(locale, genre),
          value: count,
          text: number(locale, count),
        })),
      ),
    },
    asks: [`/descubrir ${name(first.genre)}`],
  };
}
