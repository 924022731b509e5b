/** The HTTP surface in a test: without a socket, or on a free port. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { createApp, type HttpOptions, type HttpSettings } from "../../src/adapters/http/server/app.js";
import { createHttpServer, type HttpServer } from "../../src/adapters/http/server/server.js";
import type { Services } from "../../src/chat/context.js";
import { SPANISH } from "../../src/chat/locale.js";
import { surroundings } from "./fakes.js";

export const SETTINGS: HttpSettings = {
  host: "127.0.0.1",
  port: 0,
  rateLimit: 0,
  corsOrigins: [],
  trustedProxies: [],
};

export interface Changes extends Partial<Omit<HttpOptions, "settings">> {
  readonly settings?: Partial<HttpSettings>;
}

type Logged = ReturnType<typeof surroundings>["logged"];

export function optionsFor(services: Services, changes: Changes = {}): HttpOptions & { logged: Logged } {
  const { log, logged, now } = surroundings();
  return {
    services: () => services,
    locale: SPANISH,
    log,
    now: () => now,
    assets: page(),
    program: "1.2.3",
    ...changes,
    settings: { ...SETTINGS, ...changes.settings },
    logged,
  };
}

/** A page small enough to read, with a script that is worth compressing and a file nobody may see. */
function page(): string {
  const folder = mkdtempSync(join(tmpdir(), "claqueta-page-"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Claqueta</title>");
  writeFileSync(join(folder, "app.js"), `// ${"película ".repeat(500)}`);
  writeFileSync(join(folder, "icon.png"), Buffer.alloc(3000));
  writeFileSync(join(folder, ".env"), "TOKEN=hunter2");
  return folder;
}

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The body as JSON. */
  readonly body: Body;
}

/** What the tests look at in a body. */
export interface Body {
  readonly status: string;
  readonly command?: string | null;
  readonly result: unknown;
  readonly answer: {
    readonly kind: string;
    readonly title?: string;
    readonly text?: string;
    readonly prompt?: string;
    readonly footer?: string;
    readonly image?: string;
    readonly fields?: readonly { name: string; value: string }[];
    readonly list?: readonly string[];
    readonly choices?: readonly { label: string; command: string; options: Record<string, string> }[];
  };
  readonly error?: { code: string; parameter?: string; parameters?: string[]; nearest?: string };
}

export interface Host {
  readonly app: FastifyInstance;
  readonly logged: Logged;
  get(url: string, headers?: Record<string, string>): Promise<Told>;
}

export async function hostOf(services: Services, changes: Changes = {}): Promise<Host> {
  const options = optionsFor(services, changes);
  const app = await createApp(options, () => false);
  return {
    app,
    logged: options.logged,
    async get(url, headers = {}) {
      const { statusCode, headers: told, payload } = await app.inject({ url, headers });
      return {
        status: statusCode,
        headers: told,
        text: payload,
        get body() {
          return JSON.parse(payload) as Body;
        },
      };
    },
  };
}

export interface Listening extends HttpServer {
  readonly address: string;
  readonly logged: Logged;
}

export async function listening(services: Services, changes: Changes = {}): Promise<Listening> {
  const options = optionsFor(services, changes);
  const server = await createHttpServer(options);
  return { ...server, address: await server.listen(), logged: options.logged };
}
