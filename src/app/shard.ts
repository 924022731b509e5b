/** One process of several that share Discord's servers: the ShardingManager starts it, nobody else does. */
import { discord } from "../adapters/discord/platform.js";
import { DiscordSurface } from "../adapters/discord/surface.js";
import { say } from "../chat/locale.js";
import { OperatorError, type Words } from "../words.js";
import { openLiveBot } from "./bot/live-bot.js";
import type { Config } from "./config/config.js";
import type { Logger } from "./log.js";
import { lastingStore } from "./store/lasting-store.js";

/** Serves one shard until it is told to end. */
export async function runShard(config: Config, log: Logger): Promise<void> {
  const { platforms, locale } = config;
  const settings = discord.settingsIn(platforms);
  if (settings?.token === undefined) {
    throw new OperatorError({
      es: "DISCORD_TOKEN: hace falta el token del bot",
      en: "DISCORD_TOKEN: the bot's token is needed",
    });
  }
  const tell = (words: Words) => void process.stderr.write(`${say(locale, words)}\n`);
  const store = lastingStore(config.store, { log, tell });
  const bot = await openLiveBot({ config, log, store, tell, scheduled: false });
  const options = { bot: bot.current, locale, log, now: () => new Date(), tell };
  const surface = new DiscordSurface({ ...options, settings, shard: true });
  await surface.start();
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
    // The manager is gone: nobody would end us.
    process.once("disconnect", () => resolve());
  });
  await surface.stop();
  await bot.stop();
  await store.close();
}
