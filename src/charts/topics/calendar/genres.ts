/** Genres over the decades, and those of one of them. */
import { capitalised, number } from "../../../chat/format.js";
import { say } from "../../../chat/locale.js";
import { countGenres, genresByDecade } from "../../../queries/counts/by-year.js";
import type { Chart } from "../../chart.js";
import { bars } from "../../specs/bars.js";
import { lines } from "../../specs/years.js";
import type { Charting, Topic } from "../../topic.js";
import { filmCount, genreName, ofThese, share, titled } from "../../words.js";

/** Genres that are shown. */
const SHOWN = 6;
/** A decade with fewer films than these, or than this share of all, has shares that tell nothing. */
const FEWEST = 20;
const FEWEST_SHARE = 0.004;
const MOST_BARS = 16;

export const genresOverDecades: Topic = {
  name: "generos",
  summary: {
    es: "Géneros a lo largo de las décadas, o los de una: «generos 1980»",
    en: "Genres over the decades, or those of one: “genres 1980”",
  },
  filtered: true,
  async chart(charting) {
    const { catalog, locale, filter } = charting;
    const { decades, totals, genres } = await genresByDecade(catalog, filter);
    const fewest = Math.max(FEWEST, totals.reduce((sum, count) => sum + count, 0) * FEWEST_SHARE);
    const places = decades.flatMap((_, at) => ((totals[at] ?? 0) >= fewest ? at : []));
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
    const fall = say(locale, {
      es: fallen.change < 0 ? ` y el que más cae, ${told(fallen)}` : "; ninguno de estos cae",
      en: fallen.change < 0 ? `, and the one that fell most ${told(fallen)}` : "; none of these fell",
    });
    return {
      topic: "generos",
      title: titled(say(locale, { es: "Géneros por década", en: "Genres by decade" }), charting),
      sentence: capitalised(
        locale,
        say(locale, {
          es: `${ofThese(charting)}de los años ${from} a los ${to}, el género que más crece es ${told(grown)}${fall}. Una película cuenta en todos sus géneros.`,
          en: `${ofThese(charting)}from the ${from}s to the ${to}s, the genre that grew most is ${told(grown)}${fall}. A film counts in each of its genres.`,
        }),
      ),
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
export async function genresOf(charting: Charting): Promise<Chart | undefined> {
  const { catalog, locale, filter } = charting;
  const { total, genres } = await countGenres(catalog, filter);
  const [first, second] = genres;
  if (first === undefined) return undefined;
  const name = (genre: string) => genreName(locale, genre).toLocaleLowerCase(locale.tag);
  const and = say(locale, { es: " y ", en: " and " });
  const next =
    second === undefined ? "" : `${and}${name(second.genre)} (${share(locale, second.count, total)})`;
  return {
    topic: "generos",
    title: titled(say(locale, { es: "Géneros", en: "Genres" }), charting),
    sentence: capitalised(
      locale,
      say(locale, {
        es: `${ofThese(charting)}entre ${filmCount(locale, total)}, lo que más hay es ${name(first.genre)} (${share(locale, first.count, total)})${next}. Una película cuenta en todos sus géneros.`,
        en: `${ofThese(charting)}among ${filmCount(locale, total)} most are ${name(first.genre)} (${share(locale, first.count, total)})${next}. A film counts in each of its genres.`,
      }),
    ),
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
