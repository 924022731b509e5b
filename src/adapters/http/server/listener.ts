/** Lets the server listen, and end. */
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { createServer, type Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import type { HostAndPort } from "../settings.js";

/** What is in flight has this long to be answered once the server is told to end. */
const LONGEST_END = 9_000;
const SHORTEST_END = 3_000;
/** Milliseconds for which a look counts: proxies look more often. */
const LOOKED_AFTER = 60_000;
/** How often connections are looked through for those that are done. */
const TIDYING = 50;
/** Milliseconds after which a connection that said nothing yet will say nothing: a proxy opens one to ask at once. */
const SILENT = 500;

/** Listens and lets go. @throws the system's error where that cannot be */
export async function tryListening({ host, port }: HostAndPort): Promise<void> {
  const server = createServer();
  server.listen(port, host);
  await once(server, "listening");
  await new Promise((resolve) => server.close(resolve));
}

/**
 * Closes something right after what has arrived was taken in: what still waits to be let in or read when its port or
 * connection is closed is cut off, and whoever sent it cannot know whether it was done.
 */
function afterReading(close: () => void): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => {
      close();
      resolve();
    });
  });
}

export class Listener {
  readonly #app: FastifyInstance;
  /** Those that are open, and since when, by `performance.now()`. */
  readonly #connections = new Map<Socket, number>();
  /** When somebody last asked whether it is ready, by `performance.now()`. */
  #lookedAfter = Number.NEGATIVE_INFINITY;

  constructor(app: FastifyInstance) {
    this.#app = app;
    app.server.on("connection", (socket: Socket) => {
      this.#connections.set(socket, performance.now());
      socket.once("close", () => this.#connections.delete(socket));
    });
    app.server.on("request", ({ url }: IncomingMessage) => {
      if (url === "/readyz") this.#lookedAfter = performance.now();
    });
  }

  /** Whether somebody would lose something if it ended now: whoever is connected, or a proxy that looks after it. */
  get isNeeded(): boolean {
    return this.#connections.size > 0 || performance.now() - this.#lookedAfter < LOOKED_AFTER;
  }

  /**
   * Resolves with the address once requests are taken.
   * @throws the system's error where that cannot be
   */
  listen(host: string, port: number): Promise<string> {
    return this.#app.listen({ host, port });
  }

  /**
   * Takes no more requests, answers those in flight, and cuts off what is still open after 9 seconds.
   * @param drained milliseconds of these that have passed already; some are left in any case
   */
  async close(drained = 0): Promise<void> {
    const { server } = this.#app;
    const patience = Math.max(SHORTEST_END, LONGEST_END - drained);
    const impatience = setTimeout(() => server.closeAllConnections(), patience);
    await afterReading(() => server.close());
    // A connection that is kept goes once its last answer has left; one on which nothing ever came, a moment later.
    const tidying = setInterval(() => void afterReading(() => this.#tidy()), TIDYING);
    try {
      await this.#app.close();
    } finally {
      clearTimeout(impatience);
      clearInterval(tidying);
    }
  }

  #tidy(): void {
    this.#app.server.closeIdleConnections();
    for (const [socket, since] of this.#connections) {
      if (socket.bytesRead === 0 && performance.now() - since > SILENT) socket.destroy();
    }
  }
}
