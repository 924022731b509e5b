/** Writing answers, also the broken ones that faults ask for. */
import type { ServerResponse } from "node:http";
import type { Json } from "../types.js";
import type { FaultRule } from "./faults-types.js";
import type { Limited } from "./rate-limits.js";
import type { Answer } from "./route.js";

const JSON_TYPE = "application/json";
const PAGE = "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>cloudflare</body></html>";
const SLOW_CHUNKS = 10;

export function bodyOf({ body }: Answer): string | undefined {
  return body === undefined ? undefined : JSON.stringify(body);
}

/** A 204 carries no content type; everything else is JSON. */
export function send(res: ServerResponse, answer: Answer, headers: Record<string, string> = {}): void {
  const body = bodyOf(answer);
  if (body === undefined) {
    res.writeHead(answer.status, headers).end();
    return;
  }
  const length = String(Buffer.byteLength(body));
  res.writeHead(answer.status, { ...headers, "content-type": JSON_TYPE, "content-length": length }).end(body);
}

export function tooMany({ retryAfterMs, global }: Limited): {
  answer: Answer;
  headers: Record<string, string>;
} {
  const body: Json = {
    message: "You are being rate limited.",
    retry_after: Math.max(retryAfterMs, 1) / 1_000,
    global,
    code: 0,
  };
  const headers: Record<string, string> = {
    // The header is in whole seconds, the body says it exactly.
    "retry-after": String(Math.max(1, Math.ceil(retryAfterMs / 1_000))),
    "x-ratelimit-scope": global ? "global" : "user",
    ...(global && { "x-ratelimit-global": "true" }),
  };
  return { answer: { status: 429, body }, headers };
}

/** What a fault does to an answer that is ready, or instead of one. */
export class BrokenReply {
  readonly #res: ServerResponse;
  readonly #rule: FaultRule;

  constructor(res: ServerResponse, rule: FaultRule) {
    this.#res = res;
    this.#rule = rule;
  }

  /** Whether the request takes effect under this fault. */
  static needsAnswer(rule: FaultRule): boolean {
    return rule.processed === true || ["truncated", "slow-body", "delay"].includes(rule.kind);
  }

  /** Plays the fault; gives the status that went out, if any did. */
  async play(answer: Answer | undefined, headers: Record<string, string>): Promise<number | undefined> {
    const res = this.#res;
    const rule = this.#rule;
    switch (rule.kind) {
      case "close":
        res.socket?.end();
        return undefined;
      case "reset":
        res.socket?.resetAndDestroy();
        return undefined;
      case "hang":
        return undefined;
      case "rate-limit": {
        const limited = { retryAfterMs: rule.retryAfterMs ?? 1_000, global: rule.global === true };
        const reply = tooMany(limited);
        send(res, reply.answer, { ...headers, ...reply.headers });
        return 429;
      }
      case "error": {
        const status = rule.status ?? 500;
        const message = rule.message ?? `${status}: Internal Server Error`;
        send(res, { status, body: { message, code: rule.code ?? 0 } }, headers);
        return status;
      }
      case "html": {
        const status = rule.status ?? 502;
        res.writeHead(status, { "content-type": "text/html; charset=UTF-8", server: "cloudflare" }).end(PAGE);
        return status;
      }
      case "truncated":
        return this.#truncate(answer as Answer, headers);
      case "slow-body":
        return await this.#dribble(answer as Answer, headers);
      case "delay":
        await pause(rule.ms ?? 1_000);
        send(res, answer as Answer, headers);
        return answer?.status;
    }
  }

  /** Half of the JSON, as if that were all: it arrives whole and does not parse. */
  #truncate(answer: Answer, headers: Record<string, string>): number {
    const body = bodyOf(answer) ?? "{}";
    const half = body.slice(0, Math.max(1, Math.floor(body.length / 2)));
    const status = answer.status === 204 ? 200 : answer.status;
    this.#res.writeHead(status, { ...headers, "content-type": JSON_TYPE }).end(half);
    return status;
  }

  async #dribble(answer: Answer, headers: Record<string, string>): Promise<number> {
    const body = Buffer.from(bodyOf(answer) ?? "{}");
    const status = answer.status === 204 ? 200 : answer.status;
    this.#res.writeHead(status, { ...headers, "content-type": JSON_TYPE });
    const size = Math.max(1, Math.ceil(body.length / SLOW_CHUNKS));
    for (let start = 0; start < body.length && !this.#res.destroyed; start += size) {
      this.#res.write(body.subarray(start, start + size));
      await pause((this.#rule.ms ?? 1_000) / SLOW_CHUNKS);
    }
    this.#res.end();
    return status;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
