/** How votes, runtimes and money are spread, with zeros and what is unknown set apart. */
import { number } from "../../../chat/format.js";
import { type Locale, say } from "../../../chat/locale.js";
import { type Band, spreadOf } from "../../../queries/counts/spread.js";
import type { FigureName } from "../../../select/figures.js";
import type { Words } from "../../../words.js";
import type { Chart } from "../../chart.js";
import { bars } from "../../specs/bars.js";
import type { Topic } from "../../topic.js";
import { filmCount, share } from "../../words.js";
import { figureText } from "./names.js";

interface Spreading {
  readonly name: string;
  readonly figure: FigureName;
  readonly title: Words;
  readonly edges: readonly number[];
  readonly zero: Words;
  readonly bandOf: (locale: Locale, band: Band) => string;
  readonly ask: string;
}

function spreadTopic(one: Spreading): Topic {
  return {
    name: one.name,
    summary: one.title,
    filtered: false,
    chart: async ({ catalog, locale }): Promise<Chart | undefined> => {
      const { bands, zeros, unknown, known, median } = await spreadOf(catalog, one.figure, one.edges);
      if (median === null) return undefined;
      const total = known + zeros + unknown;
      const apart = [
        { label: say(locale, { es: "sin dato", en: "not known" }), count: unknown },
        { label: say(locale, one.zero), count: zeros },
      ].filter(({ count }) => count > 0);
      const most = bands.reduce((best, band) => (band.count > best.count ? band : best));
      const all = [
        ...apart.map((band) => ({ ...band, apart: true })),
        ...bands.map((band) => ({ label: one.bandOf(locale, band), count: band.count, apart: false })),
      ];
      const without = apart.map(
        ({ label, count }) => `${label}: ${filmCount(locale, count)} (${share(locale, count, total)})`,
      );
      const rest =
        without.length === 0 ? "" : ` ${say(locale, { es: "Aparte,", en: "Apart," })} ${without.join("; ")}.`;
      return {
        topic: one.name,
        title: say(locale, one.title),
        sentence: say(locale, {
          es: `De ${filmCount(locale, known)} con cifra, la mediana es ${figureText(locale, one.figure, median)}; lo más frecuente es ${one.bandOf(locale, most)} (${share(locale, most.count, known)}).${rest}`,
          en: `Of ${filmCount(locale, known)} with a figure the median is ${figureText(locale, one.figure, median)}; most frequent is ${one.bandOf(locale, most)} (${share(locale, most.count, known)}).${rest}`,
        }),
        columns: [
          { name: say(locale, { es: "Tramo", en: "Band" }), kind: "text" },
          { name: say(locale, { es: "Películas", en: "Films" }), kind: "count" },
          { name: say(locale, { es: "Parte", en: "Share" }), kind: "share" },
        ],
        rows: all.map(({ label, count }) => [label, count, count / total]),
        drawing: {
          kind: "plot",
          spec: bars(
            all.map(({ label, count, apart }) => ({
              label,
              value: count,
              text: number(locale, count),
              apart,
            })),
          ),
        },
        asks: [one.ask],
      };
    },
  };
}

const isLast = ({ to }: Band) => to === Number.POSITIVE_INFINITY;
const orMore = (locale: Locale, text: string) => say(locale, { es: `${text} o más`, en: `${text} or more` });

function wholeBand(locale: Locale, band: Band): string {
  const from = number(locale, band.from);
  if (isLast(band)) return orMore(locale, from);
  return band.to - band.from === 1 ? from : `${from}–${number(locale, band.to - 1)}`;
}

function minutesBand(locale: Locale, band: Band): string {
  return `${wholeBand(locale, band)} min`;
}

function dollarsBand(locale: Locale, band: Band): string {
  if (band.from < 1000) return say(locale, { es: "menos de 1.000 (dudoso)", en: "under 1,000 (doubtful)" });
  const amount = (dollars: number) =>
    dollars >= 1e6 ? `${number(locale, dollars / 1e6)} M` : number(locale, dollars);
  if (isLast(band)) return orMore(locale, amount(band.from));
  return `${amount(band.from)}–${amount(band.to)}`;
}

const DOLLARS = [0, 1e3, 1e4, 1e5, 1e6, 5e6, 1e7, 5e7, 1e8, 5e8, 1e9];

export const spreads: readonly Topic[] = [
  {
    name: "votos",
    figure: "votes",
    title: { es: "Cuántos votos tienen las películas", en: "How many votes films have" },
    edges: [1, 5, 10, 50, 100, 500, 1000, 5000, 10_000],
    zero: { es: "ningún voto", en: "no votes" },
    bandOf: wholeBand,
    ask: "/descubrir votos_min=10000",
  } as const,
  {
    name: "duraciones",
    figure: "minutes",
    title: { es: "Cuánto duran las películas", en: "How long films are" },
    edges: [1, 20, 40, 60, 80, 90, 100, 110, 120, 150, 180, 240],
    zero: { es: "0 minutos", en: "0 minutes" },
    bandOf: minutesBand,
    ask: "/descubrir duracion_min=240",
  } as const,
  {
    name: "presupuestos",
    figure: "budget",
    title: { es: "Cuánto costaron (en dólares)", en: "What films cost (US dollars)" },
    edges: DOLLARS,
    zero: { es: "0 dólares", en: "0 dollars" },
    bandOf: dollarsBand,
    ask: "/descubrir orden=presupuesto",
  } as const,
  {
    name: "recaudaciones",
    figure: "revenue",
    title: { es: "Cuánto recaudaron (en dólares)", en: "What films brought in (US dollars)" },
    edges: DOLLARS,
    zero: { es: "0 dólares", en: "0 dollars" },
    bandOf: dollarsBand,
    ask: "/descubrir orden=recaudacion",
  } as const,
].map(spreadTopic);
