/** Films by month and by weekday of their release. */
import type { Catalog } from "../../../catalog/catalog.js";
import { eachRow } from "../../../catalog/rows.js";
import { capitalised, number } from "../../../chat/format.js";
import type { Locale } from "../../../chat/locale.js";
import { say } from "../../../chat/locale.js";
import type { Words } from "../../../words.js";
import type { Chart } from "../../chart.js";
import { columns } from "../../specs/columns.js";
import type { Topic } from "../../topic.js";
import { filmCount, share } from "../../words.js";

interface Days {
  readonly topic: string;
  readonly title: Words;
  readonly unit: Words;
  /** The question of one of them. */
  readonly command: string;
  readonly counts: readonly number[];
  /** A day within each, for its name. */
  readonly day: (at: number) => Date;
  readonly part: "month" | "weekday";
}

function daysChart(
  locale: Locale,
  { topic, title, unit, command, counts, day, part }: Days,
): Chart | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  const names = (style: "long" | "short") =>
    counts.map((_, at) =>
      new Intl.DateTimeFormat(locale.tag, { [part]: style, timeZone: "UTC" }).format(day(at)),
    );
  const long = names("long");
  const most = counts.indexOf(Math.max(...counts));
  const least = counts.indexOf(Math.min(...counts));
  const told = (at: number) => `${long[at]} (${number(locale, counts[at] ?? 0)})`;
  return {
    topic,
    title: say(locale, title),
    sentence: say(locale, {
      es: `De ${filmCount(locale, total)} se sabe el día: ${long[most]} es el que más tiene, ${number(locale, counts[most] ?? 0)} (${share(locale, counts[most] ?? 0, total)}); el que menos, ${told(least)}.`,
      en: `The day is known of ${filmCount(locale, total)}: most came out in ${long[most]}, ${number(locale, counts[most] ?? 0)} (${share(locale, counts[most] ?? 0, total)}); fewest, ${told(least)}.`.replace(
        " in ",
        part === "weekday" ? " on a " : " in ",
      ),
    }),
    columns: [
      { name: say(locale, unit), kind: "text" },
      { name: say(locale, { es: "Películas", en: "Films" }), kind: "count" },
      { name: say(locale, { es: "Parte", en: "Share" }), kind: "share" },
    ],
    rows: counts.map((count, at) => [capitalised(locale, long[at] ?? ""), count, count / total]),
    drawing: {
      kind: "plot",
      spec: columns({
        language: locale.language,
        bars: names("short").map((label, at) => ({ label: label.replace(".", ""), value: counts[at] ?? 0 })),
        y: say(locale, { es: "películas", en: "films" }),
      }),
    },
    asks: [`/${command} ${long[most]}`],
  };
}

const countsOf = ({ films, rowCount }: Catalog["months"]): readonly number[] =>
  [...eachRow({ rowCount })].map((row) => films.size(row));

export const months: Topic = {
  name: "meses",
  summary: { es: "Películas por mes de estreno", en: "Films by month of release" },
  filtered: false,
  chart: ({ catalog, locale }) =>
    daysChart(locale, {
      topic: "meses",
      title: { es: "Estrenos por mes", en: "Releases by month" },
      unit: { es: "Mes", en: "Month" },
      command: "mes",
      counts: countsOf(catalog.months),
      day: (at) => new Date(Date.UTC(2021, at, 15)),
      part: "month",
    }),
};

export const weekdays: Topic = {
  name: "dias",
  summary: { es: "Películas por día de la semana", en: "Films by weekday of release" },
  filtered: false,
  chart: ({ catalog, locale }) =>
    daysChart(locale, {
      topic: "dias",
      title: { es: "Estrenos por día de la semana", en: "Releases by weekday" },
      unit: { es: "Día", en: "Weekday" },
      command: "dia",
      counts: countsOf(catalog.weekdays),
      // The first of February 2021 was a Monday.
      day: (at) => new Date(Date.UTC(2021, 1, 1 + at)),
      part: "weekday",
    }),
};
