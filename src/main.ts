/** The program: configuration → index → services → the terminal. Wiring only. */
import { chat } from "./adapters/terminal/chat.js";
import { catalogLine } from "./chat/catalog-line.js";
import type { Services } from "./chat/context.js";
import { say } from "./chat/locale.js";
import { failureLine } from "./cli/failure.js";
import { openServices } from "./cli/open-services.js";
import { type Config, isInteractive, loadConfig, loadEnvironment, localeOf, STARTER_DIR } from "./config.js";
import { createLog, type Logger } from "./log.js";
import { buildIndex } from "./refresh/build-index.js";

const stop = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop.abort());

// Until the configuration is read, errors are logged as they are by default.
let log = createLog("error", process.env);
const fail = (error: unknown) => {
  process.stderr.write(`${failureLine(error, localeOf(process.env), log)}\n`);
  process.exit(1);
};
process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);

await main().catch((error: unknown) => {
  // Who asks us to stop while we start has not seen an error.
  if (!stop.signal.aborted) fail(error);
});
process.exit(0);

async function main(): Promise<void> {
  const env = loadEnvironment();
  const config = loadConfig(env, isInteractive());
  log = createLog(config.logLevel, env);
  const services = await open(config);
  process.stdout.write(`Claqueta · ${catalogLine(services.catalog, config.locale)}\n`);
  // Answers are possible from here on; the full text is read meanwhile.
  services.fullText().catch((error: unknown) => log.error({ err: error }, "full text"));
  if (process.stdin.isTTY) await converse(services, config, log);
  else await stayUp(config);
}

function open({ dataDir, minimumVotes, locale }: Config): Promise<Services> {
  return openServices(dataDir, { minimumVotes }, async () => {
    const words = { es: "Aún no hay índice: lo construyo…", en: "There is no index yet: building it…" };
    process.stderr.write(`${say(locale, words)}\n`);
    await buildIndex({ source: STARTER_DIR, out: dataDir, signal: stop.signal });
  });
}

function converse(services: Services, { locale }: Config, chatLog: Logger): Promise<void> {
  const seat = { input: process.stdin, output: process.stdout, env: process.env };
  return chat({ services, locale, log: chatLog, now: () => new Date(), signal: stop.signal }, seat);
}

/** Without a person there is nobody to talk to yet; whoever started the program may want it to stay. */
async function stayUp({ locale }: Config): Promise<void> {
  const words = {
    es: "Sin terminal no hay con quién hablar: usa «npm start» en una terminal, o «npm run ask».",
    en: "Without a terminal there is nobody to talk to: use “npm start” in a terminal, or “npm run ask”.",
  };
  process.stdout.write(`${say(locale, words)}\n`);
  const hour = 3_600_000;
  const awake = setInterval(() => undefined, hour);
  await new Promise<void>((resolve) => {
    if (stop.signal.aborted) resolve();
    stop.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  clearInterval(awake);
}
