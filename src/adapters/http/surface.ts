/** Our own server as a surface: the web chat, the API, and the addresses where platforms deliver to us. */
import { setTimeout as pause } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { Delivery, Surface, SurfaceFigures, SurfaceHealth, SurfaceOptions } from "../../surface/port.js";
import { OperatorError } from "../../words.js";
import { createApp, createOperationsApp, type HttpOptions } from "./app.js";
import { QuestionFigures } from "./operations/question-figures.js";
import { Listener, tryListening } from "./server/listener.js";
import type { HostAndPort } from "./settings.js";

/** Milliseconds between two looks at whether somebody is still connected. */
const DRAIN_LOOK = 50;
/** Longer between two looks it was this process that stood still: nobody could be told anything meanwhile. */
const LONGEST_LOOK = 250;

export type HttpSurfaceOptions = SurfaceOptions & HttpOptions;

export class HttpSurface implements Surface {
  readonly name = "http";
  readonly #options: HttpSurfaceOptions;
  readonly #figures = new QuestionFigures();
  #state: SurfaceHealth["state"] = "starting";
  #listeners: readonly Listener[] = [];
  #address: string | undefined;
  #draining = false;
  /** Milliseconds that draining took. */
  #drained = 0;

  constructor(options: HttpSurfaceOptions) {
    this.#options = options;
  }

  /** Where it listens: "http://127.0.0.1:3000"; undefined while it does not. */
  get address(): string | undefined {
    return this.#address;
  }

  /**
   * Resolves once requests are taken.
   * @throws OperatorError where the port is taken, or the address is none of this machine's
   */
  async start(): Promise<void> {
    const { host, port, metricsAddress } = this.#options.settings;
    // Before anything is put together for it: it may be tried again and again.
    await this.#mayListen({ host, port }, ["HOST", "PORT"]);
    if (metricsAddress) await this.#mayListen(metricsAddress, ["METRICS_ADDRESS"]);
    const ending = () => this.#draining || this.#state === "stopped";
    const operations = metricsAddress && createOperationsApp();
    const app = await createApp(this.#options, { ending, figures: this.#figures, operations });
    const main = new Listener(app);
    this.#listeners = [main];
    try {
      if (operations) await this.#listenForOperators(operations, metricsAddress);
      this.#address = await listening(main, { host, port }, ["HOST", "PORT"]);
      this.#state = "up";
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async #mayListen(address: HostAndPort, settings: readonly string[]): Promise<void> {
    try {
      await tryListening(address);
    } catch (error) {
      this.#state = "stopped";
      throw notListening(error, address, settings);
    }
  }

  async #listenForOperators(app: FastifyInstance, address: HostAndPort): Promise<void> {
    const listener = new Listener(app);
    this.#listeners = [...this.#listeners, listener];
    await listening(listener, address, ["METRICS_ADDRESS"]);
  }

  /**
   * Goes on answering, tells proxies that it will end and whoever keeps a connection that it is the last answer on it, for
   * the seconds that are set. Where nobody is connected and nobody looks after it, there is nobody to tell.
   */
  async drain(): Promise<void> {
    if (this.#state !== "up") return;
    this.#draining = true;
    const since = performance.now();
    let left = this.#options.settings.drainSeconds * 1000;
    while (left > 0 && this.#listeners.some((listener) => listener.isNeeded)) {
      const before = performance.now();
      await pause(DRAIN_LOOK);
      left -= Math.min(performance.now() - before, LONGEST_LOOK);
    }
    this.#drained = performance.now() - since;
  }

  async stop(): Promise<void> {
    this.#state = "stopped";
    await Promise.all(this.#listeners.map((listener) => listener.close(this.#drained)));
    this.#listeners = [];
    this.#address = undefined;
  }

  get health(): SurfaceHealth {
    return { state: this.#state, connected: 0, connections: 0 };
  }

  get figures(): SurfaceFigures {
    return this.#figures.figures;
  }

  /** Nobody can be written to who does not ask. */
  async deliver(): Promise<Delivery> {
    return "unreachable";
  }

  async redraw(): Promise<Delivery> {
    return "unreachable";
  }
}

/** Listens there. @throws OperatorError that says which of the settings to change */
async function listening(
  listener: Listener,
  address: HostAndPort,
  settings: readonly string[],
): Promise<string> {
  try {
    return await listener.listen(address.host, address.port);
  } catch (error) {
    throw notListening(error, address, settings);
  }
}

function notListening(cause: unknown, { host, port }: HostAndPort, settings: readonly string[]): unknown {
  const { code, syscall } = cause as NodeJS.ErrnoException;
  // Neither listening nor looking the host's name up: a bug.
  if (code === undefined || syscall === undefined) return cause;
  const words = {
    es: `Sin HTTP: no se puede escuchar en ${host}, puerto ${port} (${code}); ${settings.join(" y ")} ${settings.length > 1 ? "eligen" : "elige"} otro`,
    en: `No HTTP: cannot listen on ${host}, port ${port} (${code}); ${settings.join(" and ")} ${settings.length > 1 ? "choose" : "chooses"} another`,
  };
  return new OperatorError(words, { cause });
}
