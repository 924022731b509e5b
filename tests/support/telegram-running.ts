/** The surface under test in front of the stand-in, and what it logged. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TelegramSettings, Timing } from "../../src/adapters/telegram/settings.js";
import { TelegramSurface } from "../../src/adapters/telegram/surface.js";
import type { Bot } from "../../src/chat/contract.js";
import { parseLocale } from "../../src/chat/locale.js";
import { startTelegram, type Telegram, TOKEN } from "../../standins/telegram/index.js";
import { afterEachTest } from "./clean-up.js";

/** Patience fit for tests: the order of things is the same, and nobody waits ten seconds. */
export const QUICK = {
  call: 2_000,
  poll: 2,
  retries: [20, 60, 200],
  backOff: [20, 50, 100],
  drain: 2_000,
  webhook: 2_000,
  watch: 100,
} satisfies Partial<Timing>;

export interface RunningTelegram extends Telegram {
  readonly surface: TelegramSurface;
  /** Lines of the surface's own log. */
  readonly logged: { readonly details: object; readonly message: string }[];
  /** What the operator was told. */
  readonly told: string[];
}

const open: (() => Promise<void>)[] = [];

/** Everything that a test opened is closed after it. */
afterEachTest(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

export function closeLater(close: () => Promise<void>): void {
  open.push(close);
}

export interface RunOptions {
  readonly tag?: string;
  readonly timing?: Partial<Timing>;
  readonly settings?: Partial<TelegramSettings>;
  /** Whether it is up when the promise resolves; it is started in any case. */
  readonly wait?: boolean;
  readonly telegram?: Telegram;
  /** Given the surface before it starts. */
  readonly onCreate?: (surface: TelegramSurface) => void;
}

export async function runTelegram(bot: Bot, options: RunOptions = {}): Promise<RunningTelegram> {
  const telegram = options.telegram ?? (await startStandIn());
  const logged: RunningTelegram["logged"] = [];
  const told: string[] = [];
  const keep = (details: object, message: string) => void logged.push({ details, message });
  const surface = new TelegramSurface({
    settings: { token: TOKEN, apiRoot: telegram.root, mode: "polling", ...options.settings },
    bot: () => bot,
    locale: parseLocale(options.tag ?? "es"),
    log: { info: keep, warn: keep, error: keep },
    now: () => new Date(),
    tell: ({ es }) => told.push(es),
    timing: { ...QUICK, ...options.timing },
  });
  options.onCreate?.(surface);
  const started = surface.start();
  if (options.wait !== false) await started;
  closeLater(() => surface.stop());
  return { ...telegram, surface, logged, told };
}

export async function startStandIn(): Promise<Telegram> {
  const telegram = await startTelegram();
  closeLater(() => telegram.close());
  return telegram;
}

/** The same over a webhook: a bare server stands where our own mounts the webhook. */
export async function runWebhook(
  bot: Bot,
  options: RunOptions = {},
): Promise<RunningTelegram & { readonly url: string }> {
  let surface: TelegramSurface | undefined;
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
    const { webhook } = surface ?? {};
    const told =
      webhook && request.url === webhook.path
        ? await webhook.handle(Buffer.concat(pieces), request.headers)
        : { status: 404, headers: {}, body: "" };
    response.writeHead(told.status, told.headers).end(told.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closeLater(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram`;
  const settings = {
    mode: "webhook",
    webhookUrl: url,
    webhookSecret: SECRET_TOKEN,
    ...options.settings,
  } as const;
  const running = await runTelegram(bot, {
    ...options,
    settings,
    onCreate: (created) => {
      surface = created;
    },
  });
  return { ...running, url };
}

export const SECRET_TOKEN = "made-up_secret";
