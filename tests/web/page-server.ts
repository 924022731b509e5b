/** Serves the page with the answers of the starter catalogue, under the content policy of the real server. */
import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { PAGE_POLICY } from "../../src/adapters/http/headers.js";
import { complete } from "../../src/chat/complete.js";
import { usage } from "../../src/chat/describe.js";
import { ask } from "../../src/chat/dispatch.js";
import { parseLocale, say } from "../../src/chat/locale.js";
import { TMDB_NOTICE } from "../../src/chat/notice.js";
import { buildIndex, STARTER, servicesOf } from "../support/starter-index.js";

export const WEB = join(import.meta.dirname, "../../src/adapters/http/web");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

export interface PageServer {
  /** "http://127.0.0.1:40000/" */
  readonly address: string;
  close(): Promise<void>;
}

export async function servePage(): Promise<PageServer> {
  const index = await buildIndex([STARTER]);
  const services = servicesOf(index.root);
  const log = { warn: () => {}, error: () => {} };

  const api = async (path: string, parameters: URLSearchParams): Promise<unknown> => {
    const locale = parseLocale(parameters.get("lang") ?? "es");
    const line = parameters.get("q") ?? "";
    if (path === "ask") return ask(services, line, { locale, now: new Date(), log });
    if (path === "complete") return { completions: complete(services, line, locale) };
    const { counts, dataDate, version } = services.catalog.manifest;
    const commands = services.commands.map((command) => ({
      name: command.name,
      summary: say(locale, command.summary),
      usage: usage(command, locale),
      examples: command.examples,
    }));
    return { films: counts.films, dataDate, version, commands, notice: TMDB_NOTICE };
  };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    try {
      if (pathname.startsWith("/api/")) {
        const body = JSON.stringify(await api(pathname.slice("/api/".length), searchParams));
        send(response, 200, "application/json; charset=utf-8", body);
      } else {
        const name = pathname === "/" ? "index.html" : pathname.slice(1);
        send(response, 200, TYPES[extname(name)] ?? "text/plain", await readFile(join(WEB, name)));
      }
    } catch {
      send(response, 404, "text/plain", "");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await index.remove();
    },
  };
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, {
    "content-type": type,
    "content-security-policy": PAGE_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
  response.end(body);
}
