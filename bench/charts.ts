/**
 * Charts: how long one takes from the question to the picture, whether questions wait while many are drawn, what stays
 * in memory, and the page of figures. BENCH_INDEX names an index that is built already.
 */
import { setImmediate as turn } from "node:timers/promises";
import { createEdition } from "../src/app/bot/edition.js";
import { createPorts } from "../src/app/bot/ports.js";
import { createProgram } from "../src/app/bot/program.js";
import { openCatalog } from "../src/catalog/open.js";
import { rowIn } from "../src/catalog/rows.js";
import { Renderer } from "../src/charts/render/renderer.js";
import { TOPICS } from "../src/charts/topics/index.js";
import { ask } from "../src/chat/ask.js";
import type { Bot } from "../src/chat/contract.js";
import { SPANISH } from "../src/chat/locale.js";
import { report } from "../src/reports/report.js";
import { withIndex } from "./tools/data/with-index.js";
import { latency } from "./tools/figures.js";
import { printTable } from "./tools/table.js";

const WARM = 150;
const AT_ONCE = 200;
/** BENCH_CHARTS draws fewer. */
const MANY = Number(process.env.BENCH_CHARTS ?? 2000);
const NOW = new Date("2026-11-29");
const LOG = { info: () => {}, warn: () => {}, error: () => {} };

export async function benchCharts(): Promise<void> {
  await withIndex(bench);
}

async function bench(index: string): Promise<void> {
  const edition = createEdition(openCatalog(index));
  const charts = new Renderer();
  const bot: Bot = {
    edition,
    program: createProgram({ minimumVotes: 2000 }),
    ports: { ...createPorts(LOG), charts },
  };
  try {
    await drawn(bot, "/grafico meses");
    // One after the other: whoever cannot wait for the last has the others.
    printTable(await halts(bot));
    for (const measure of [warm, questionsMeanwhile, (one: Bot) => page(one, charts), memory]) {
      printTable([await measure(bot)]);
    }
  } finally {
    await charts.close();
  }
}

/** Charts that were never drawn: another country, person, year each time. */
function* lines({ edition: { catalog } }: Bot): Generator<string> {
  const { people, countries } = catalog;
  for (let at = 0; ; at++) {
    const country = countries.code.get(rowIn("countries", at % Math.min(60, countries.rowCount)));
    yield `/grafico estrenos pais=${country} desde=${1900 + (at % 90)}`;
    yield `/grafico persona person:${people.id[at]}`;
    yield `/grafico generos pais=${country} hasta=${2025 - (at % 60)}`;
    yield `/grafico temas pais=${country} desde=${1930 + (at % 80)}`;
  }
}

async function drawn(bot: Bot, line: string): Promise<boolean> {
  const { answer } = await ask(bot, line, { locale: SPANISH, now: NOW });
  return answer.media !== undefined;
}

async function warm(bot: Bot): Promise<Record<string, string>> {
  const times: number[] = [];
  const questions = lines(bot);
  for (let at = 0; at < WARM; at++) {
    const line = questions.next().value ?? "";
    const begun = performance.now();
    if (await drawn(bot, line)) times.push(performance.now() - begun);
  }
  return { what: `a chart never drawn before, ${times.length}`, ...latency(times), target: "p50 ≤ 60 ms" };
}

/** Plain questions, one after the other, while charts wait to be drawn. */
async function questionsMeanwhile(bot: Bot): Promise<Record<string, string>> {
  const questions = lines(bot);
  for (let at = 0; at < WARM; at++) questions.next();
  let waiting = AT_ONCE;
  for (let at = 0; at < AT_ONCE; at++) {
    const line = questions.next().value ?? "";
    void turn().then(() => drawn(bot, line).finally(() => waiting--));
  }
  const times: number[] = [];
  while (waiting > 0) {
    const begun = performance.now();
    // As a request would: it comes in a turn of its own.
    await turn();
    await ask(bot, "/votos titanic", { locale: SPANISH, now: NOW });
    times.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return {
    what: `${times.length} questions while ${AT_ONCE} charts are drawn`,
    ...latency(times),
    target: "p99 ≤ 50 ms",
  };
}

/** How long nothing else was answered while each topic was counted for the first time: the longest halt of the loop. */
async function halts({ edition: { catalog } }: Bot): Promise<Record<string, string>[]> {
  const rows: Record<string, string>[] = [];
  for (const { name, chart } of TOPICS) {
    let [longest, last, isCounting] = [0, performance.now(), true];
    const watch = (): void => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (isCounting) setImmediate(watch);
    };
    setImmediate(watch);
    const begun = performance.now();
    // A catalogue of its own, in which nothing was counted yet.
    await chart({ catalog: { ...catalog }, locale: SPANISH, filter: [] });
    const took = performance.now() - begun;
    await turn();
    isCounting = false;
    await turn();
    rows.push({
      topic: name,
      "first count ms": took.toFixed(0),
      "longest halt ms": longest.toFixed(0),
      target: "halt ≤ 20 ms",
    });
  }
  return rows;
}

const megabytes = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
};

async function memory(bot: Bot): Promise<Record<string, string>> {
  const questions = lines(bot);
  for (let at = 0; at < WARM + AT_ONCE; at++) questions.next();
  const figures: number[] = [];
  for (let at = 1; at <= MANY; at++) {
    await drawn(bot, questions.next().value ?? "");
    if (at % (MANY / 4) === 0) figures.push(megabytes());
  }
  return {
    what: `memory after each quarter of ${MANY} charts`,
    p50: figures.map((figure) => figure.toFixed(0)).join(" · "),
    p99: "MB",
    max: "",
    target: "flat",
  };
}

async function page({ edition: { catalog } }: Bot, charts: Renderer): Promise<Record<string, string>> {
  const begun = performance.now();
  const html = await report({ catalog, locale: SPANISH, mended: [] }, charts);
  const seconds = (performance.now() - begun) / 1000;
  return {
    what: `the page of figures, ${TOPICS.length} charts`,
    p50: `${seconds.toFixed(1)} s`,
    p99: `${(Buffer.byteLength(html) / 1e6).toFixed(2)} MB`,
    max: "",
    target: "≤ 20 s, ≤ 1.5 MB",
  };
}
