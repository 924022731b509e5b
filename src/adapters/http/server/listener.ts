/** Lets the server listen, and end. */
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { HostAndPort } from "../settings.js";
import { closePort, quietTurn } from "./closing-port.js";

/** What is in flight has this long to be answered once the server is told to end. */
const LONGEST_END = 9_000;
const SHORTEST_END = 3_000;
/** Milliseconds for which a look counts: proxies look more often. */
const LOOKED_AFTER = 60_000;
/** How often connections are looked through for those that are done. */
const TIDYING = 50;
/** Milliseconds after which a connection that said nothing yet will say nothing: a proxy opens one to ask at once. */
const SILENT = 500;
/** Milliseconds after which connections are closed without waiting for a moment in which nothing arrives. */
const LONGEST_TIDYING = 1_000;

/** Listens and lets go. @throws the system's error where that cannot be */
export async function tryListening({ host, port }: HostAndPort): Promise<void> {
  const server = createServer();
  server.listen(port, host);
  await once(server, "listening");
  await new Promise((resolve) => server.close(resolve));
}

interface Connection {
  /** When it was opened, by `performance.now()`. */
  readonly since: number;
  /** Requests on it that are not answered. */
  unanswered: number;
  /** Bytes that had come when it was last answered. */
  answered: number;
}

export class Listener {
  readonly #app: FastifyInstance;
  readonly #connections = new Map<Socket, Connection>();
  /** When somebody last asked whether it is ready, by `performance.now()`. */
  #lookedAfter = Number.NEGATIVE_INFINITY;

  constructor(app: FastifyInstance) {
    this.#app = app;
    app.server.on("connection", (socket: Socket) => {
      this.#connections.set(socket, { since: performance.now(), unanswered: 0, answered: 0 });
      socket.once("close", () => this.#connections.delete(socket));
    });
    app.server.on("request", ({ url, socket }: IncomingMessage, response: ServerResponse) => {
      if (url === "/readyz") this.#lookedAfter = performance.now();
      const connection = this.#connections.get(socket);
      if (!connection) return;
      connection.unanswered++;
      response.once("close", () => {
        connection.unanswered--;
        connection.answered = socket.bytesRead;
      });
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
    await this.#letIdleGo();
    await closePort(server);
    // A connection that is kept goes once its last answer has left; one on which nothing ever came, a moment later.
    let isOver = false;
    const tidying = async () => {
      while (!isOver) {
        await this.#letIdleGo();
        await pause(TIDYING);
      }
    };
    const tidied = tidying();
    try {
      await this.#app.close();
    } finally {
      clearTimeout(impatience);
      isOver = true;
      await tidied;
    }
  }

  /**
   * Closes the connections on which nothing is under way, one by one: what is just arriving on one that is closed is cut
   * off, and closing many takes so long that something may be.
   */
  async #letIdleGo(): Promise<void> {
    const until = performance.now() + LONGEST_TIDYING;
    for (const [socket, connection] of this.#connections) {
      if (!isIdle(socket, connection)) continue;
      if (performance.now() < until) await quietTurn();
      if (isIdle(socket, connection)) socket.destroy();
    }
  }
}

function isIdle({ bytesRead }: Socket, { since, unanswered, answered }: Connection): boolean {
  if (unanswered > 0 || bytesRead > answered) return false;
  return bytesRead > 0 || performance.now() - since > SILENT;
}
