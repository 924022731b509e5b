/** The surface as several processes, each with a part of the servers: discord.js's ShardingManager starts and minds them. */
import { setTimeout as pause } from "node:timers/promises";
import { type Shard, ShardingManager } from "discord.js";
import type { Command } from "../../../chat/command/command.js";
import type { Log } from "../../../chat/errors.js";
import { OperatorError, type Words } from "../../../words.js";
import type { DiscordHealth } from "./health.js";
import { Registration } from "../registration/registration.js";
import { Rest } from "./rest.js";
import type { DiscordSettings } from "../settings.js";

/** One IDENTIFY in 5 seconds is allowed. */
const BETWEEN_SHARDS = 5500;
/** Each child drains what it has in flight; this is a little longer. */
const LONGEST_END = 9500;

export interface ShardedOptions {
  readonly settings: DiscordSettings & { readonly token: string };
  readonly commands: readonly Command[];
  /** Names of those that not everybody is shown. */
  readonly hidden?: ReadonlySet<string>;
  readonly log: Log;
  readonly tell: (words: Words) => void;
  /** The program that serves one shard, and its arguments. */
  readonly program: string;
  readonly args: readonly string[];
}

export class ShardedDiscord {
  #manager: ShardingManager | undefined;
  #stopped: Words | undefined;
  readonly #rest: Rest;

  constructor(private readonly options: ShardedOptions) {
    this.#rest = new Rest(options.settings.apiUrl);
  }

  get health(): DiscordHealth {
    const shards = [...(this.#manager?.shards.values() ?? [])];
    const shardsUp = shards.filter(({ ready }) => ready).length;
    const all = typeof this.#manager?.totalShards === "number" ? this.#manager.totalShards : 0;
    const state = this.#stopped
      ? "stopped"
      : all > 0 && shardsUp === all
        ? "up"
        : shardsUp > 0
          ? "down"
          : "starting";
    return { state, shardsUp, shards: all, ...(this.#stopped ? { reason: this.#stopped } : {}) };
  }

  /** Registers the commands once for all, then starts the shards one by one. Never rejects. */
  async start(): Promise<void> {
    const { settings, commands, hidden, log, tell, program, args } = this.options;
    const { token, shards } = settings;
    const registration = new Registration(this.#rest, token);
    try {
      const applicationId = settings.applicationId ?? (await registration.applicationId());
      const count = typeof shards === "number" ? shards : await registration.recommendedShards();
      await registration.register({ applicationId }, commands, hidden);
      const manager = new ShardingManager(program, { token, totalShards: count, shardArgs: [...args] });
      this.#manager = manager;
      manager.on("shardCreate", (shard) => {
        shard.on("death", () => log.warn({ shard: shard.id }, "Discord: a shard's process ended"));
      });
      // Nobody waits for a shard to be ready: one that is slow must not hold up the others.
      await manager.spawn({ delay: BETWEEN_SHARDS, timeout: -1 });
    } catch (error) {
      const words =
        error instanceof OperatorError
          ? error.words
          : { es: "Discord: los fragmentos no arrancan", en: "Discord: the shards do not start" };
      log.error({ err: error }, "Discord: shards");
      this.#stopped = words;
      tell(words);
    }
  }

  /** Ends every shard; each answers what it has in flight. */
  async stop(): Promise<void> {
    const manager = this.#manager;
    if (manager) {
      manager.respawn = false;
      const ended = [...manager.shards.values()].map(endOf);
      await Promise.race([Promise.all(ended), pause(LONGEST_END, undefined, { ref: false })]);
    }
    this.#rest.close();
  }
}

function endOf({ process: child }: Shard): Promise<void> {
  if (!child || child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
