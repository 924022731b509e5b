/** An HTTP server on loopback that can go away for a while and come back on the same port. */
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";

const HOST = "127.0.0.1";

export class Listener {
  readonly server: Server;
  #sockets = new Set<Socket>();
  #port = 0;

  constructor(onRequest: RequestListener) {
    // Keep-alive as Discord's: clients reuse their sockets for minutes.
    this.server = createServer({ keepAliveTimeout: 60_000 }, onRequest);
    this.server.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
    });
  }

  get host(): string {
    return `${HOST}:${this.#port}`;
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once("error", reject);
      this.server.listen({ port: this.#port, host: HOST, backlog: 4_096 }, () => {
        this.server.off("error", reject);
        resolve();
      });
    });
    this.#port = (this.server.address() as AddressInfo).port;
  }

  /** Stops listening and cuts what is connected; from then on connections are refused. */
  async shut(): Promise<void> {
    if (!this.server.listening) return;
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      for (const socket of this.#sockets) socket.destroy();
    });
  }
}
