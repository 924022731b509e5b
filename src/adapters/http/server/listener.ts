/** Lets the server listen, and end. */
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/** What is in flight has this long to be answered once the server is told to end. */
const LONGEST_END = 9_000;
/** How often connections are looked through for those that are done. */
const TIDYING = 50;

export class Listener {
  readonly #app: FastifyInstance;
  readonly #connections = new Set<Socket>();

  constructor(app: FastifyInstance) {
    this.#app = app;
    app.server.on("connection", (socket: Socket) => {
      this.#connections.add(socket);
      socket.once("close", () => this.#connections.delete(socket));
    });
  }

  /**
   * Resolves with the address once requests are taken.
   * @throws the system's error where that cannot be
   */
  listen(host: string, port: number): Promise<string> {
    return this.#app.listen({ host, port });
  }

  /** Takes no more requests, answers those in flight, and cuts off what is still open after 9 seconds. */
  async close(): Promise<void> {
    const { server } = this.#app;
    const impatience = setTimeout(() => server.closeAllConnections(), LONGEST_END);
    // A connection that is kept goes once its last answer has left; one on which nothing ever came, at once.
    const tidying = setInterval(() => {
      server.closeIdleConnections();
      for (const socket of this.#connections) if (socket.bytesRead === 0) socket.destroy();
    }, TIDYING);
    try {
      await this.#app.close();
    } finally {
      clearTimeout(impatience);
      clearInterval(tidying);
    }
  }
}
