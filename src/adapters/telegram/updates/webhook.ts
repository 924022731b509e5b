/** Updates as requests to our own server: with the secret, or not at all. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { Api } from "grammy";
import type { Update } from "grammy/types";
import type { Turn } from "../../../chat/ports.js";
import { jsonResponse, type WebhookHandler, type WebhookResponse } from "../../../surface/network/webhook.js";
import type { Lanes } from "./lanes.js";
import { UPDATES } from "./listener.js";

export interface WebhookParts {
  readonly secret: string;
  readonly lanes: Lanes;
  accepts(update: unknown): update is Update;
  /** Whether it is this process's to answer. Never rejects. */
  take(update: Update): Promise<Turn>;
  /** Told of each that is, before its lane's turn. */
  arrives(update: Update): void;
  /** Told of each once it was answered, or given up. */
  answered(update: Update): void;
  /** Whether updates can be taken; where they cannot, Telegram keeps them and comes again. */
  isOpen(): boolean;
  /** Milliseconds after which an update is confirmed although its answer is still under way. */
  readonly patience: number;
}

/** No update is longer. */
const MAX_BODY = 1_000_000;
/** As many as Telegram may post at the same time: more than are answered at once make no sense. */
const CONNECTIONS = 100;
const SECRET_HEADER = "x-telegram-bot-api-secret-token";

export function createWebhookHandler(parts: WebhookParts): WebhookHandler {
  const { accepts, take, arrives, isOpen } = parts;
  const expected = digest(parts.secret);
  /** Resolves once all that came before have their places in the lanes: in a chat order matters. */
  let placed: Promise<unknown> = Promise.resolve();
  return async (rawBody, headers) => {
    const shown = headers[SECRET_HEADER];
    if (typeof shown !== "string" || !timingSafeEqual(digest(shown), expected))
      return told(401, "wrong secret");
    if (rawBody.byteLength > MAX_BODY) return told(413, "too large");
    if (!isOpen()) return told(503, "not now");
    const update = parsed(rawBody);
    // What is no update would come again and again if it were refused.
    if (!accepts(update)) return told(200);
    const before = placed;
    const taking = take(update);
    placed = Promise.all([before, taking]);
    const turn = await taking;
    // Telegram comes again: by then it was answered, or whoever has it is taken not to come back.
    if (turn === "held") return told(503, "not now");
    if (turn === "done") return told(200);
    arrives(update);
    await before;
    await within(parts, update);
    return told(200);
  };
}

/** Resolves when the update has been answered, or is taking too long. */
async function within({ lanes, answered, patience }: WebhookParts, update: Update): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  const done = lanes.done(update).then(() => answered(update));
  await Promise.race([done, late]);
  clearTimeout(timer);
}

/** Points Telegram to us. */
export async function pointHere(api: Api, url: string, secret: string): Promise<void> {
  await api.setWebhook(url, { secret_token: secret, allowed_updates: UPDATES, max_connections: CONNECTIONS });
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return undefined;
  }
}

function told(status: number, error?: string): WebhookResponse {
  return jsonResponse(status, error === undefined ? {} : { error });
}
