/** The HTTP surface as a whole: it listens, and it ends. */
import type { Socket } from "node:net";
import { createApp, type HttpOptions } from "./app.js";

/** What is in flight has this long to be answered once the server is told to end. */
const LONGEST_END = 9_000;
/** How often connections are looked through for those that are done. */
const TIDYING = 50;

export interface HttpServer {
  /** Resolves with the address once requests are taken. Rejects with the system's error where the port is busy. */
  listen(): Promise<string>;
  /** Takes no more requests, answers those in flight, and cuts off what is still open after 9 seconds. */
  close(): Promise<void>;
}

export async function createHttpServer(options: HttpOptions): Promise<HttpServer> {
  let ending = false;
  const app = await createApp(options, () => ending);
  const connections = new Set<Socket>();
  app.server.on("connection", (socket: Socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
  });
  const { host, port } = options.settings;
  return {
    listen: () => app.listen({ host, port }),
    async close() {
      ending = true;
      const impatience = setTimeout(() => app.server.closeAllConnections(), LONGEST_END);
      // A connection that is kept goes once its last answer has left; one on which nothing ever came, at once.
      const tidying = setInterval(() => {
        app.server.closeIdleConnections();
        for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
      }, TIDYING);
      try {
        await app.close();
      } finally {
        clearTimeout(impatience);
        clearInterval(tidying);
      }
    },
  };
}
