/** The page as the program serves it, with the answers of the starter catalogue. */
import { join } from "node:path";
import { createHttpServer } from "../../../src/adapters/http/server/server.js";
import { SPANISH } from "../../../src/chat/locale.js";
import { starter } from "../../support/starter-index.js";

export const WEB = join(import.meta.dirname, "../../../src/adapters/http/web");

export interface PageServer {
  /** "http://127.0.0.1:40000" */
  readonly address: string;
  close(): Promise<void>;
}

export async function servePage(): Promise<PageServer> {
  const { bot } = starter;
  const server = await createHttpServer({
    bot: () => bot,
    locale: SPANISH,
    log: { warn: () => {}, error: () => {} },
    now: () => new Date(),
    settings: { host: "127.0.0.1", port: 0, rateLimit: 0, corsOrigins: [], trustedProxies: [] },
    assets: WEB,
    program: "test",
  });
  return {
    address: await server.listen(),
    close: () => server.close(),
  };
}
