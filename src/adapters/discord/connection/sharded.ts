/** The surface as several processes, each with a part of the servers: discord.js's ShardingManager starts and minds them. */
import { setTimeout as pause } from "node:timers/promises";
import type { Shard, ShardingManager } from "discord.js";
import type { Answer } from "../../../chat/answer/schema.js";
import type { Place, ShownMessage } from "../../../chat/asking.js";
import type { Locale } from "../../../chat/locale.js";
import type { Delivery, Sending, Surface, SurfaceFigures, SurfaceOptions } from "../../../surface/port.js";
import { OperatorError, type Words } from "../../../words.js";
import { welcome } from "../registration/invite.js";
import { registered } from "../registration/registered.js";
import { Registration } from "../registration/registration.js";
import type { DiscordSettings } from "../settings.js";
import { ChannelMessages } from "./channel-messages.js";
import { knownGuilds } from "./guilds.js";
import { type DiscordHealth, healthOf } from "./health.js";
import { Rest } from "./rest.js";
import { ScheduledEvents } from "./scheduled-events.js";
import { ShardFigures } from "./shard-figures.js";

/** One IDENTIFY in 5 seconds is allowed. */
const BETWEEN_SHARDS = 5500;
/** Each child drains what it has in flight; this is a little longer. */
const LONGEST_END = 9500;

export interface ShardedOptions extends SurfaceOptions {
  readonly settings: DiscordSettings & { readonly token: string };
  /** The program that serves one shard, and its arguments. */
  readonly program: string;
  readonly args: readonly string[];
}

export class ShardedDiscord implements Surface {
  readonly name = "discord";
  readonly #options: ShardedOptions;
  readonly #rest: Rest;
  readonly #channels: ChannelMessages;
  readonly calendar: ScheduledEvents;
  readonly #figures = new ShardFigures();
  readonly #commandIds = new Map<string, string>();
  #begun: Promise<void> | undefined;
  #manager: ShardingManager | undefined;
  #reason: Words | undefined;
  #stopped = false;

  constructor(options: ShardedOptions) {
    const { settings, bot, log } = options;
    this.#options = options;
    this.#rest = new Rest(settings.apiUrl);
    this.#channels = new ChannelMessages({
      rest: this.#rest,
      token: settings.token,
      bot,
      log,
      commandIds: this.#commandIds,
    });
    this.calendar = new ScheduledEvents({ rest: this.#rest, token: settings.token, log });
  }

  get health(): DiscordHealth {
    const connected = [...(this.#manager?.shards.values() ?? [])].filter(({ ready }) => ready).length;
    const total = this.#manager?.totalShards;
    return healthOf(
      { connected, connections: typeof total === "number" ? total : 0 },
      connected > 0,
      this.#reason,
    );
  }

  /** What the processes told of themselves lately. */
  get figures(): SurfaceFigures {
    return this.#figures.total;
  }

  /** Registers the commands once for all, then starts the processes one by one, in the background. */
  async start(): Promise<void> {
    this.#begun = this.#begin();
  }

  /** Ends every process; each answers what it has in flight. */
  async stop(): Promise<void> {
    this.#stopped = true;
    // Registering may have to wait for Discord, and has begun nothing that would have to end.
    await Promise.race([this.#begun, this.#manager ? undefined : pause(1000, undefined, { ref: false })]);
    const manager = this.#manager;
    if (manager) {
      manager.respawn = false;
      const ended = [...manager.shards.values()].map(endOf);
      await Promise.race([Promise.all(ended), pause(LONGEST_END, undefined, { ref: false })]);
    }
    this.#rest.close();
  }

  readonly servers = () => knownGuilds(this.#rest, this.#options.settings.token, this.#options.log);

  async deliver(place: Place, answer: Answer, locale: Locale, own?: Sending): Promise<Delivery> {
    return this.#stopped ? "failed" : this.#channels.send(place, answer, locale, own);
  }

  async redraw(message: ShownMessage, answer: Answer, locale: Locale): Promise<Delivery> {
    return this.#stopped ? "failed" : this.#channels.redraw(message, answer, locale);
  }

  /** Never rejects. */
  async #begin(): Promise<void> {
    const { settings, bot, log, tell, program, args } = this.#options;
    const { token, shards } = settings;
    const registration = new Registration(this.#rest, token);
    try {
      const application = await registration.application();
      const applicationId = settings.applicationId ?? application.id;
      const count = typeof shards === "number" ? shards : await registration.recommendedShards();
      const { ids } = await registration.register({ applicationId }, registered(bot().program));
      for (const [name, command] of ids) this.#commandIds.set(name, command);
      welcome(application, tell);
      // The library is large: only who needs it loads it.
      const { ShardingManager } = await import("discord.js");
      if (this.#stopped) return;
      const manager = new ShardingManager(program, { token, totalShards: count, shardArgs: [...args] });
      this.#manager = manager;
      manager.on("shardCreate", (shard) => this.#watch(shard));
      // Nobody waits for a shard to be ready: one that is slow must not hold up the others.
      await manager.spawn({ delay: BETWEEN_SHARDS, timeout: -1 });
    } catch (error) {
      if (this.#stopped) return;
      const words =
        error instanceof OperatorError
          ? error.words
          : { es: "Discord: los fragmentos no arrancan", en: "Discord: the shards do not start" };
      log.error({ err: error }, "Discord: shards");
      this.#reason = words;
      tell(words);
    }
  }

  #watch(shard: Shard): void {
    shard.on("message", (message: unknown) => this.#figures.told(shard.id, message));
    shard.on("death", () => {
      this.#figures.ended(shard.id);
      this.#options.log.warn({ shard: shard.id }, "Discord: a shard's process ended");
    });
  }
}

function endOf({ process: child }: Shard): Promise<void> {
  if (!child || child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
