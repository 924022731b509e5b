/** The program from its settings to its end: bot → surfaces, until somebody tells it to end. */
import { catalogLine } from "../chat/answer/catalog-line.js";
import { say } from "../chat/locale.js";
import { atOnce } from "../steps.js";
import type { SurfaceOptions } from "../surface/port.js";
import type { Words } from "../words.js";
import type { Opening } from "./bot/edition.js";
import { openLiveBot } from "./bot/live-bot.js";
import type { Config } from "./config/config.js";
import { createJobs } from "./jobs/jobs.js";
import type { Logger } from "./log.js";
import { hasRoomForCharts, type Memory } from "./memory.js";
import { startServing } from "./serving.js";
import { type LastingStore, lastingStore } from "./store/lasting-store.js";
import { createSurfaces, type Surfaces } from "./surfaces.js";
import { warmUp } from "./warm-up.js";

export interface Run {
  readonly config: Config;
  readonly log: Logger;
  readonly memory: Memory;
  /** What was begun to be opened of the index. */
  readonly ahead: Opening["ahead"];
}

/** Milliseconds of the start in which whoever asks at once is answered first. */
const SENTENCES_AFTER = 500;

/**
 * Runs until `signal` aborts or the person at the terminal leaves.
 * @throws OperatorError where nothing can be served as things are set
 */
export async function run({ config, log, memory, ahead }: Run, signal: AbortSignal): Promise<void> {
  const { locale } = config;
  const tell = (words: Words) => void process.stderr.write(`${say(locale, words)}\n`);
  if (!hasRoomForCharts(memory)) tell(NO_CHARTS);
  const store = lastingStore(config.store, { log, tell });
  const bot = await openLiveBot({ config, log, store, tell, ahead, scheduled: true, signal });
  try {
    process.stdout.write(`Claqueta · ${catalogLine(bot.current().edition.catalog, locale)}\n`);
    const options = { bot: bot.current, locale, log, now: () => new Date(), tell };
    await serve(config, options, { bot, store }, signal);
  } finally {
    await bot.stop();
    await store.close();
  }
}

async function serve(
  config: Config,
  options: SurfaceOptions,
  { bot, store }: { readonly bot: { start(): void }; readonly store: LastingStore },
  signal: AbortSignal,
): Promise<void> {
  const { log } = options;
  const surfaces = await createSurfaces(config, options, process.stdin.isTTY === true);
  const serving = await startServing(surfaces, options);
  bot.start();
  const jobs = createJobs(store.opened, surfaces.platforms, options);
  // Before anything is kept nothing is due.
  void store.inUse.then(() => signal.aborted || jobs.start());
  const reading = setTimeout(() => readFirstSentence(options), SENTENCES_AFTER);
  warmUp(serving.surfaces, options, signal).catch((error: unknown) =>
    log.error({ err: error }, "warming up"),
  );
  const { version } = options.bot().edition.catalog.manifest;
  log.info({ version, surfaces: serving.surfaces.map(({ name }) => name), pid: process.pid }, "started");
  try {
    if (surfaces.terminal === undefined) process.stdout.write(`${say(options.locale, NO_TERMINAL)}\n`);
    await Promise.race([ended(surfaces, signal), serving.deserted]);
  } finally {
    const since = performance.now();
    log.info({ reason: endedBy(signal) }, "stopping");
    clearTimeout(reading);
    await Promise.all([jobs.stop(), serving.stop(signal.reason === "SIGTERM")]);
    log.info({ seconds: Math.round(performance.now() - since) / 1000 }, "stopped");
  }
}

/** What the program ends for, as the log says it. */
function endedBy(signal: AbortSignal): string {
  if (!signal.aborted) return "left";
  return typeof signal.reason === "string" ? signal.reason : "told to";
}

/** What sentences are read with is put together by the first of them: here, where nobody waits for it yet. */
function readFirstSentence({ bot }: SurfaceOptions): void {
  const { edition, program } = bot();
  atOnce(program.understand("una de terror", edition, program.commands));
}

/** Resolves when the program is told to end, or the person it is for leaves. */
function ended({ terminal }: Surfaces, signal: AbortSignal): Promise<void> {
  const hour = 3_600_000;
  // Without a connection nothing else would keep the process up.
  const awake = setInterval(() => undefined, hour);
  const told = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  return Promise.race([told, ...(terminal?.left ? [terminal.left] : [])]).finally(() => clearInterval(awake));
}

const NO_CHARTS: Words = {
  es: "Con tan poca memoria (menos de 384 MB) los gráficos se dicen en cifras",
  en: "With so little memory (less than 384 MB) charts are told as figures",
};

const NO_TERMINAL: Words = {
  es: "Sin terminal: sigo en marcha para lo demás. Para preguntar desde un script, «npm run ask».",
  en: "No terminal: I stay up for everything else. To ask from a script, “npm run ask”.",
};
