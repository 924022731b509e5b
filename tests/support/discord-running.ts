/** A running surface beside a stand-in Discord, for the tests that go over the wire. */
import type { DiscordSettings } from "../../src/adapters/discord/settings.js";
import { DiscordSurface } from "../../src/adapters/discord/surface.js";
import type { Bot } from "../../src/chat/contract.js";
import { SPANISH } from "../../src/chat/locale.js";
import type { Words } from "../../src/words.js";
import {
  type Autocomplete,
  type InteractionResult,
  type StandIn,
  type StandInOptions,
  startDiscord,
} from "../../standins/discord/index.js";

export interface Running {
  readonly discord: StandIn;
  readonly surface: DiscordSurface;
  /** What the operator was told. */
  readonly told: string[];
  /** Lines of the surface's own log. */
  readonly logged: { details: object; message: string }[];
  stop(): Promise<void>;
}

export interface RunningOptions {
  readonly bot: Bot;
  readonly standIn?: StandInOptions;
  /** What differs from a gateway with the stand-in's token. */
  readonly settings?: (discord: StandIn) => Partial<DiscordSettings>;
  /** Whether to wait until it is connected; it is unless told otherwise. */
  readonly wait?: boolean;
}

export async function running({ bot, standIn, settings, wait = true }: RunningOptions): Promise<Running> {
  const discord = await startDiscord({ rateLimits: false, ...standIn });
  const changed = settings?.(discord);
  const told: string[] = [];
  const logged: Running["logged"] = [];
  const keep = (details: object, message: string) => void logged.push({ details, message });
  const surface = new DiscordSurface({
    bot: () => bot,
    settings: { token: discord.token, apiUrl: discord.api, mode: "gateway", ...changed },
    locale: SPANISH,
    log: { info: keep, warn: keep, error: keep },
    now: () => new Date(),
    tell: (words: Words) => void told.push(words.es),
  });
  await surface.start();
  const { webhook } = surface;
  if (webhook) await discord.useEndpoint(({ headers, rawBody }) => webhook.handle(rawBody, headers));
  else if (wait) await discord.gateway.ready();
  if (wait) await until(() => discord.commands.global().length > 0);
  return {
    discord,
    surface,
    told,
    logged,
    async stop() {
      await surface.stop();
      await discord.close();
    },
  };
}

/**
 * What is offered to somebody who types. A process that stood still for a tenth of a second gives completions up before
 * anything else: then they type on.
 */
export async function completionsOf(
  { discord, surface }: Running,
  typing: Autocomplete,
): Promise<InteractionResult> {
  for (;;) {
    const { hurried } = surface.figures;
    const result = await discord.autocomplete(typing);
    if (surface.figures.hurried === hurried) return result;
  }
}

/** Resolves when `met` holds; rejects after `patience` milliseconds. */
export async function until(met: () => boolean, patience = 60_000): Promise<void> {
  const end = performance.now() + patience;
  while (!met()) {
    if (performance.now() > end) throw new Error(`not met in ${patience} ms: ${met}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
