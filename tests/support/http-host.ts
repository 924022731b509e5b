/** The HTTP surface in a test: without a socket, or on a free port. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, InjectOptions } from "fastify";
import type { SentAnswer } from "../../src/adapters/http/api/bodies.js";
import { createApp, type HttpOptions } from "../../src/adapters/http/app.js";
import { QuestionFigures } from "../../src/adapters/http/operations/question-figures.js";
import type { HttpSettings } from "../../src/adapters/http/settings.js";
import { HttpSurface, type HttpSurfaceOptions } from "../../src/adapters/http/surface.js";
import { plainLine, plainText } from "../../src/chat/answer/rich-text.js";
import type { Command } from "../../src/chat/contract.js";
import { SPANISH } from "../../src/chat/locale.js";
import type { Webhook } from "../../src/surface/network/webhook.js";
import type { Surface } from "../../src/surface/port.js";
import type { Words } from "../../src/words.js";
import { afterEachFile } from "./clean-up.js";
import { asking, createBot, type Logged, type TestBot } from "./fakes.js";

export const SETTINGS: HttpSettings = {
  host: "127.0.0.1",
  port: 0,
  rateLimit: 0,
  corsOrigins: [],
  trustedProxies: [],
  publicUrl: undefined,
  token: undefined,
  metricsAddress: undefined,
  accessLog: "off",
  drainSeconds: 0,
};

export interface Changes extends Partial<Omit<HttpOptions, "settings">> {
  readonly settings?: Partial<HttpSettings>;
}

export function optionsFor(bot: TestBot, changes: Changes = {}): HttpSurfaceOptions {
  return {
    bot: () => bot,
    locale: SPANISH,
    log: bot.ports.log,
    now: () => asking().now,
    tell: (_words: Words) => {},
    assets: page(),
    program: "1.2.3",
    surfaces: () => [],
    ...changes,
    settings: { ...SETTINGS, ...changes.settings },
  };
}

/** The page's folder, of all that one file of tests serves. */
let pageFolder: string | undefined;
afterEachFile(() => {
  if (pageFolder !== undefined) rmSync(pageFolder, { recursive: true, force: true });
  pageFolder = undefined;
});

/** A page small enough to read, with a script that is worth compressing and a file nobody may see. */
function page(): string {
  pageFolder ??= writePage(mkdtempSync(join(tmpdir(), "claqueta-page-")));
  return pageFolder;
}

function writePage(folder: string): string {
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Claqueta</title>");
  writeFileSync(join(folder, "app.js"), `// ${"película ".repeat(500)}`);
  writeFileSync(join(folder, "icon.png"), Buffer.alloc(3000));
  writeFileSync(join(folder, ".env"), "TOKEN=hunter2");
  return folder;
}

/** A surface that does nothing but what `changes` say. */
export function fakeSurface(name: string, changes: Partial<Surface> & { webhook?: Webhook } = {}): Surface {
  return {
    name,
    start: async () => {},
    stop: async () => {},
    health: { state: "up", connected: 0, connections: 0 },
    figures: { answered: 0, late: 0, lost: 0, repeated: 0, inFlight: 0 },
    deliver: async () => "unreachable",
    redraw: async () => "unreachable",
    ...changes,
  };
}

/** What the tests look at in a body, of an answer or of a problem. */
export interface Body {
  readonly status: string | number;
  readonly command?: string | null;
  readonly result: unknown;
  readonly answer: SentAnswer;
  readonly error?: { readonly code: string; readonly parameter?: string };
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly parameter?: string;
  readonly parameters?: readonly string[];
  readonly nearest?: string;
  readonly id?: string;
}

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The body as JSON. */
  readonly body: Body;
}

/** All that a reader of an answer would see, in the order in which it is read. */
export function seen({ title, text, fields = [], list, table, media, ...rest }: SentAnswer): string {
  const { glance = [], folds = [], choices = [], follow = [], links = [], prompt, footer } = rest;
  const listed = (of: SentAnswer["list"]) => [
    of?.heading,
    ...(of?.lines ?? []).map((line) => plainLine(line)),
  ];
  const fieldsOf = (of: typeof fields) => of.flatMap(({ name, value }) => [name, value]);
  const parts = [
    title,
    ...glance,
    text,
    ...fieldsOf(fields),
    ...listed(list),
    ...folds.flatMap((fold) => [fold.label, fold.text, ...fieldsOf(fold.fields ?? []), ...listed(fold.list)]),
    ...(table ? [table.head, ...table.rows] : []).map((cells) => cells.join(" · ")),
    media?.alt,
    prompt,
    ...[...choices, ...follow, ...links].map(({ label }) => label),
    footer,
  ];
  return parts.flatMap((part) => (part === undefined ? [] : [plainText(part)])).join("\n");
}

/** A bot whose commands run as they are told to. */
export function running(run: (command: Command) => Command["run"], from: TestBot = createBot()): TestBot {
  const commands = from.program.commands.map((command) => ({ ...command, run: run(command) }));
  return { ...from, program: { ...from.program, commands } };
}

export interface Host {
  readonly app: FastifyInstance;
  readonly logged: readonly Logged[];
  get(url: string, headers?: Record<string, string>): Promise<Told>;
  post(url: string, more?: Pick<InjectOptions, "headers" | "payload">): Promise<Told>;
}

export async function hostOf(bot: TestBot, changes: Changes = {}): Promise<Host> {
  const app = await createApp(optionsFor(bot, changes), {
    ending: () => false,
    figures: new QuestionFigures(),
  });
  const inject = async (request: InjectOptions): Promise<Told> => {
    const { statusCode, headers, payload } = await app.inject(request);
    return {
      status: statusCode,
      headers,
      text: payload,
      get body() {
        return JSON.parse(payload) as Body;
      },
    };
  };
  return {
    app,
    logged: bot.ports.logged,
    get: (url, headers = {}) => inject({ url, headers }),
    post: (url, more = {}) => inject({ method: "POST", url, ...more }),
  };
}

export interface Listening {
  readonly address: string;
  readonly surface: HttpSurface;
  readonly logged: readonly Logged[];
  close(): Promise<void>;
}

export async function listening(bot: TestBot, changes: Changes = {}): Promise<Listening> {
  const surface = new HttpSurface(optionsFor(bot, changes));
  await surface.start();
  return {
    address: surface.address ?? "",
    surface,
    logged: bot.ports.logged,
    close: () => surface.stop(),
  };
}
