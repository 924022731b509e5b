/** The connection that we open to Discord, and what comes over it. */
import { setTimeout as pause } from "node:timers/promises";
import { Client, DiscordjsErrorCodes, Events, Options } from "discord.js";
import type { Log } from "../../../chat/errors/errors.js";
import { explainClose, type Health, WRONG_TOKEN } from "./health.js";
import type { MakeRequest } from "./proxied.js";
import { tellShardFailures } from "./shard-failures.js";

/** Milliseconds between tries to connect for the first time; afterwards the library comes back by itself. */
const PAUSES = [1000, 2000, 5000, 10_000] as const;
const LONGEST_PAUSE = 30_000;

export interface GatewayOptions {
  readonly token: string;
  readonly apiUrl: string;
  /** Makes the library's own requests, where these take another way. */
  readonly makeRequest?: MakeRequest;
  readonly health: Health;
  readonly log: Log;
  /** What is done with an interaction, the moment it arrives. Must not throw. */
  readonly take: (payload: unknown) => void;
  readonly messages?: {
    /** Bits of the intents by which they arrive. */
    readonly intents: number;
    /** What is done with one, whoever it is said to. Must not throw. @param me our own id */
    readonly take: (payload: unknown, me: string) => void;
  };
}

/** A packet as the library hands it on before it makes anything of it. */
interface Packet {
  t: string | null;
  readonly d: unknown;
}

export class Gateway {
  readonly #options: GatewayOptions;
  readonly #stop = new AbortController();
  #client: Client | undefined;

  constructor(options: GatewayOptions) {
    this.#options = options;
    tellShardFailures();
  }

  /** Connects, and tries again for as long as it takes; gives up only on what does not mend itself. Never rejects. */
  async connect(): Promise<void> {
    const { health, log } = this.#options;
    for (let tries = 0; !this.#over; tries++) {
      const failure = await this.#login();
      if (failure === undefined || this.#over) return;
      if (isWrongToken(failure)) return health.stop(WRONG_TOKEN);
      log.warn({ err: failure, tries: tries + 1 }, "Discord: cannot connect yet");
      const wait = (PAUSES[tries] ?? LONGEST_PAUSE) * (0.8 + Math.random() * 0.4);
      await pause(wait, undefined, { signal: this.#stop.signal }).catch(() => undefined);
    }
  }

  /** Takes no more interactions and hangs up. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#client?.destroy();
  }

  get #over(): boolean {
    return this.#stop.signal.aborted || this.#options.health.stopped;
  }

  async #login(): Promise<unknown> {
    const { token, apiUrl, messages, makeRequest } = this.#options;
    // Commands arrive without any intents. Under a ShardingManager the shard is told by the environment.
    const client = new Client({
      intents: messages?.intents ?? 0,
      shards: process.env.SHARDING_MANAGER === undefined ? "auto" : undefined,
      rest: { api: apiUrl, ...(makeRequest ? { makeRequest } : {}) },
      allowedMentions: { parse: [] },
      // Nothing of what the library would remember is used.
      makeCache: Options.cacheWithLimits({ UserManager: 0, GuildMemberManager: 0, MessageManager: 0 }),
    });
    this.#client = client;
    this.#listen(client);
    try {
      await client.login(token);
      return undefined;
    } catch (error) {
      await client.destroy().catch(() => undefined);
      return error ?? new Error("no reason given");
    }
  }

  /** What is done with packets of a kind; undefined where the library is to do it. */
  #taking(kind: string | null, client: Client): ((payload: unknown) => void) | undefined {
    const { take, messages } = this.#options;
    if (kind === "INTERACTION_CREATE") return take;
    const me = client.user?.id;
    return messages && me !== undefined && kind === "MESSAGE_CREATE"
      ? (payload) => messages.take(payload, me)
      : undefined;
  }

  #listen(client: Client): void {
    const { health, log } = this.#options;
    client.on(Events.Raw, (packet: Packet) => {
      const take = this.#taking(packet.t, client);
      if (!take) return;
      // Taken out before the library builds its own objects of it, or queues it behind others.
      packet.t = null;
      if (!this.#stop.signal.aborted) take(packet.d);
    });
    client.on(Events.ShardReady, (shard) => health.up(shard));
    client.on(Events.ShardResume, (shard) => health.up(shard));
    client.on(Events.ShardReconnecting, (shard) => {
      health.down(shard);
      log.warn({ shard }, "Discord: connection lost, reconnecting");
    });
    client.on(Events.ShardDisconnect, ({ code }, shard) => {
      health.down(shard);
      health.stop(
        explainClose(code) ?? { es: `Discord: conexión cerrada (${code})`, en: `Discord: closed (${code})` },
      );
    });
    client.on(Events.ShardError, (error, shard) =>
      log.warn({ err: error, shard }, "Discord: connection error"),
    );
    client.on(Events.Error, (error) => log.warn({ err: error }, "Discord: client error"));
  }
}

function isWrongToken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === DiscordjsErrorCodes.TokenInvalid;
}
