/** The HTTP surface as a whole: it listens, and it ends. */
import { createApp, type HttpOptions } from "./app.js";

export type { HttpOptions, HttpSettings } from "./app.js";

/** What is in flight has this long to be answered once the server is told to end. */
const LONGEST_END = 9_000;

export interface HttpServer {
  /** Resolves with the address once requests are taken. Rejects with the system's error where the port is busy. */
  listen(): Promise<string>;
  /** Takes no more requests, answers those in flight, and cuts off what is still open after 9 seconds. */
  close(): Promise<void>;
}

export async function createHttpServer(options: HttpOptions): Promise<HttpServer> {
  let ending = false;
  const app = await createApp(options, () => ending);
  const { host, port } = options.settings;
  return {
    listen: () => app.listen({ host, port }),
    async close() {
      ending = true;
      const impatience = setTimeout(() => app.server.closeAllConnections(), LONGEST_END);
      try {
        await app.close();
      } finally {
        clearTimeout(impatience);
      }
    },
  };
}
