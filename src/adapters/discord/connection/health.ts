/** How Discord's connection is, by what its shards tell: the client itself thinks it is ready long after it is not. */
import type { SurfaceHealth } from "../../../surface/port.js";
import type { Words } from "../../../words.js";

/** Connections are shards. */
export interface DiscordHealth extends SurfaceHealth {
  /** Why it stopped. */
  readonly reason?: Words;
}

/**
 * @param wasUp whether any connection ever was
 * @param reason why it stopped; undefined where it did not
 */
export function healthOf(
  { connected, connections }: Pick<SurfaceHealth, "connected" | "connections">,
  wasUp: boolean,
  reason: Words | undefined,
): DiscordHealth {
  if (reason) return { state: "stopped", connected, connections, reason };
  if (connections > 0 && connected === connections) return { state: "up", connected, connections };
  return { state: wasUp ? "down" : "starting", connected, connections };
}

export class Health {
  readonly #shards = new Map<number, boolean>();
  #reason: Words | undefined;
  #wasUp = false;
  /** Those who wait for the first connection. */
  #waiting: (() => void)[] = [];
  readonly #tell: (words: Words) => void;

  /** @param tell says one line to the operator */
  constructor(tell: (words: Words) => void) {
    this.#tell = tell;
  }

  get current(): DiscordHealth {
    const connected = [...this.#shards.values()].filter(Boolean).length;
    return healthOf({ connected, connections: this.#shards.size }, this.#wasUp, this.#reason);
  }

  get stopped(): boolean {
    return this.#reason !== undefined;
  }

  up(shard: number): void {
    this.#shards.set(shard, true);
    this.#wasUp = true;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Resolves once there is, or was, a connection. */
  connected(): Promise<void> {
    return this.#wasUp ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }

  down(shard: number): void {
    this.#shards.set(shard, false);
  }

  /** It will not come back by itself. Told once, whoever notices first. */
  stop(reason: Words): void {
    if (this.#reason) return;
    this.#reason = reason;
    this.#tell(reason);
  }
}

/** What the operator can do about a closing after which Discord does not want us back; undefined for any other. */
export function explainClose(code: number): Words | undefined {
  return CLOSINGS.get(code);
}

export const WRONG_TOKEN: Words = {
  es: "Discord: DISCORD_TOKEN no vale; copia el de tu aplicación (Bot → Reset Token). Lo demás sigue en marcha.",
  en: "Discord: DISCORD_TOKEN is not valid; copy your application's (Bot → Reset Token). Everything else goes on.",
};

const CLOSINGS: ReadonlyMap<number, Words> = new Map([
  [4004, WRONG_TOKEN],
  [
    4010,
    {
      es: "Discord: ese fragmento no existe (4010); revisa DISCORD_SHARDS.",
      en: "Discord: there is no such shard (4010); check DISCORD_SHARDS.",
    },
  ],
  [
    4011,
    {
      es: "Discord: son demasiados servidores para una conexión (4011); pon DISCORD_SHARDS=auto.",
      en: "Discord: too many servers for one connection (4011); set DISCORD_SHARDS=auto.",
    },
  ],
  [
    4012,
    {
      es: "Discord: ya no admite esta versión de su API (4012); actualiza Claqueta.",
      en: "Discord: it no longer takes this version of its API (4012); update Claqueta.",
    },
  ],
  [
    4013,
    {
      es: "Discord: no reconoce los intents pedidos (4013); Claqueta no pide ninguno: ¿hay un proxy en DISCORD_API_URL?",
      en: "Discord: it does not know the intents asked for (4013); Claqueta asks for none: is DISCORD_API_URL a proxy?",
    },
  ],
  [
    4014,
    {
      es: "Discord: la aplicación no tiene permiso para los intents pedidos (4014); Claqueta no pide ninguno: revisa la pestaña Bot de tu aplicación.",
      en: "Discord: the application may not use the intents asked for (4014); Claqueta asks for none: check your application's Bot page.",
    },
  ],
]);
