/** From a catalogue to the page of figures. */
import type { Catalog } from "../catalog/catalog.js";
import type { Chart } from "../charts/chart.js";
import type { ChartPort } from "../charts/port.js";
import type { Charting } from "../charts/topic.js";
import { type BuildCount, repairs } from "../charts/topics/figures/repairs.js";
import { TOPICS } from "../charts/topics/index.js";
import { type Locale, say } from "../chat/locale.js";
import { type DrawnChart, reportPage, type Section } from "./page.js";
import { SECTIONS } from "./sections.js";

export interface Reporting {
  readonly catalog: Catalog;
  readonly locale: Locale;
  /** What the build found and mended; empty where its report is gone. */
  readonly mended: readonly BuildCount[];
}

/** The whole page. */
export async function report(reporting: Reporting, charts: ChartPort): Promise<string> {
  const { catalog, locale } = reporting;
  const { manifest } = catalog;
  const sections: Section[] = [];
  for (const [place, { title, topics }] of SECTIONS.entries()) {
    const planned: Chart[] = [];
    for (const { name } of topics) planned.push(...(await chartOf(name, reporting)));
    if (place === 0) planned.push(...(await chartOf(REPAIRS, reporting)));
    const drawn = await Promise.all(planned.map((chart) => drawnChart(chart, charts)));
    if (drawn.length > 0) sections.push({ title: say(locale, title), charts: drawn });
  }
  return reportPage({
    locale,
    films: catalog.films.rowCount,
    version: manifest.version,
    dataDate: manifest.dataDate,
    sources: manifest.sources,
    sections,
  });
}

const REPAIRS = "reparaciones";

/** What `--only` may name. */
export const REPORT_TOPICS: readonly string[] = [...TOPICS.map(({ name }) => name), REPAIRS];

/** One chart of the report by its topic's Spanish name; none where there is nothing to show. */
export async function chartOf(topic: string, { catalog, locale, mended }: Reporting): Promise<Chart[]> {
  const charting: Charting = { catalog, locale, filter: [] };
  const chart =
    topic === REPAIRS
      ? repairs(locale, mended)
      : await TOPICS.find(({ name }) => name === topic)?.chart(charting);
  return chart === undefined ? [] : [chart];
}

async function drawnChart(chart: Chart, charts: ChartPort): Promise<DrawnChart> {
  return { chart, svg: await charts.plot(chart.drawing, `${chart.title}. ${chart.sentence}`) };
}
