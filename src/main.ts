/** The program: configuration → index → services → HTTP and the terminal. Wiring only. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Discord } from "./adapters/discord/start.js";
import type { HttpOptions } from "./adapters/http/server/app.js";
import type { HttpServer } from "./adapters/http/server/server.js";
import type { Webhook, Webhooks } from "./adapters/http/server/webhooks.js";
import type { Telegram } from "./adapters/telegram/telegram.js";
import { chat } from "./adapters/terminal/chat.js";
import { catalogLine } from "./chat/answer/catalog-line.js";
import type { Services } from "./chat/context.js";
import { say } from "./chat/locale.js";
import type { SurfaceHealth } from "./chat/surface-health.js";
import { failureLine } from "./app/failure.js";
import { type LiveServices, openLive } from "./app/live-edition.js";
import { createRefreshing, type Refreshing } from "./app/refreshing.js";
import { type Config, isInteractive, loadConfig, loadEnvironment, localeOf, STARTER_DIR } from "./app/config.js";
import { createLog, type Logger } from "./app/log.js";
import { PACKAGE_ROOT } from "./package-root.js";
import { buildIndex } from "./refresh/build-index.js";
import type { Words } from "./words.js";

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
  let look = () => {};
  const refreshing = createRefreshing(config, log, true, () => look());
  const live = await open(config, log, refreshing);
  look = () => void live.look();
  const services = live.current;
  process.stdout.write(`Claqueta · ${catalogLine(services().catalog, config.locale)}\n`);
  // Answers are possible from here on.
  const discord = await serveDiscord(services, config, log);
  const telegram = await serveTelegram(services, config, log);
  const http = await serveHttp(services, config, log, {
    webhooks: webhooksOf(discord, telegram),
    surfaces: () => surfacesOf(discord),
  });
  refreshing.start();
  if (process.stdin.isTTY) await converse(services, config, log);
  else await stayUp(config, http !== undefined);
  refreshing.stop();
  live.stop();
  await Promise.all([http?.close(), discord?.stop(), telegram?.close()]);
}

function open(
  { dataDir, minimumVotes, commandsDisabled, locale }: Config,
  liveLog: Logger,
  { parts: refreshing }: Refreshing,
): Promise<LiveServices> {
  const tell = (words: Words) => void process.stderr.write(`${say(locale, words)}\n`);
  const build = async () => {
    tell({ es: "Aún no hay índice: lo construyo…", en: "There is no index yet: building it…" });
    await buildIndex({ sources: [STARTER_DIR], out: dataDir, signal: stop.signal });
  };
  const settings = { minimumVotes, commandsDisabled };
  return openLive({ dataDir, settings, log: liveLog, tell, build, refreshing });
}

function converse(services: () => Services, { locale }: Config, chatLog: Logger): Promise<void> {
  const seat = { input: process.stdin, output: process.stdout, env: process.env };
  return chat({ services, locale, log: chatLog, now: () => new Date(), signal: stop.signal }, seat);
}

/** Where platforms deliver to our HTTP server, instead of us asking them. */
function webhooksOf(discord: Discord | undefined, telegram: Telegram | undefined): Webhooks {
  const webhooks = new Map<string, Webhook>();
  if (discord?.endpoint) webhooks.set("/discord/interactions", discord.endpoint);
  if (telegram?.webhook) webhooks.set(telegram.webhook.path, telegram.webhook.endpoint);
  return webhooks;
}

/** How those stand that are connected to a platform. */
function surfacesOf(discord: Discord | undefined): SurfaceHealth[] {
  if (discord === undefined) return [];
  const { state, shardsUp, shards } = discord.health;
  return [{ name: "discord", state, connected: shardsUp, connections: shards }];
}

/** A port that another program has is no reason for the other surfaces to stay down. */
async function serveHttp(
  services: () => Services,
  { http: settings, locale }: Config,
  httpLog: Logger,
  others: Pick<HttpOptions, "webhooks" | "surfaces">,
): Promise<HttpServer | undefined> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8")) as {
    version: string;
  };
  const assets = join(PACKAGE_ROOT, "src/adapters/http/web");
  const now = () => new Date();
  const program = version;
  const { createHttpServer } = await import("./adapters/http/server/server.js");
  const parts = { services, locale, log: httpLog, settings, now, assets, program, ...others };
  const server = await createHttpServer(parts);
  try {
    process.stdout.write(`${await server.listen()}\n`);
    return server;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const { host, port } = settings;
    const words = {
      es: `Sin HTTP: no se puede escuchar en ${host}, puerto ${port} (${code}); HOST y PORT eligen otro`,
      en: `No HTTP: cannot listen on ${host}, port ${port} (${code}); HOST and PORT choose another`,
    };
    process.stderr.write(`${say(locale, words)}\n`);
    return undefined;
  }
}

/** Whatever Discord says or does not say, the other surfaces stay up: what is wrong is told in one line. */
async function serveDiscord(
  services: () => Services,
  { discord: settings, locale }: Config,
  discordLog: Logger,
): Promise<Discord | undefined> {
  if (settings === undefined) return undefined;
  // Its library is large: only who uses it waits for it.
  const { startDiscord } = await import("./adapters/discord/start.js");
  const tell = (words: Words) => void process.stderr.write(`${say(locale, words)}\n`);
  const now = () => new Date();
  const program = join(import.meta.dirname, "cli/discord.js");
  return startDiscord({ services, settings, locale, log: discordLog, now, tell, program, args: ["shard"] });
}

/** It goes on trying by itself, and tells what the operator can mend. */
async function serveTelegram(
  services: () => Services,
  { telegram: settings, locale }: Config,
  telegramLog: Logger,
): Promise<Telegram | undefined> {
  if (settings === undefined) return undefined;
  const { Telegram } = await import("./adapters/telegram/telegram.js");
  const tell = (line: string) => void process.stderr.write(`${line}\n`);
  const now = () => new Date();
  const telegram = new Telegram({ services, settings, locale, log: telegramLog, now, tell });
  void telegram.start();
  return telegram;
}

/** Without a terminal the other surfaces go on; with none of them, whoever started the program may want it to stay. */
async function stayUp({ locale }: Config, others: boolean): Promise<void> {
  const words = others
    ? {
        es: "Sin terminal: sigo en marcha para lo demás. Para preguntar desde un script, «npm run ask».",
        en: "No terminal: I stay up for everything else. To ask from a script, “npm run ask”.",
      }
    : {
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
