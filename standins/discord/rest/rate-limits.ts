/** Limits of requests: all of a bot's in a second, and those of one bucket in its window. */
import type { Settings } from "../settings.js";

export interface Limited {
  readonly retryAfterMs: number;
  readonly global: boolean;
}

interface Window {
  count: number;
  resetsAt: number;
}

const MAX_BUCKETS = 5_000;

export class RateLimits {
  #buckets = new Map<string, Window>();
  #all: Window = { count: 0, resetsAt: 0 };
  readonly #limits: Settings["rateLimits"];

  constructor(limits: Settings["rateLimits"]) {
    this.#limits = limits;
  }

  /** Counts a request; says how long to wait if it is one too many. Headers tell the client where it stands. */
  take(bucket: string, global: boolean): { limited?: Limited; headers: Record<string, string> } {
    if (!this.#limits) return { headers: {} };
    const now = performance.now();
    if (global) {
      const all = refreshed(this.#all, now, 1_000);
      this.#all = all;
      if (all.count >= this.#limits.global) {
        return { limited: { retryAfterMs: all.resetsAt - now, global: true }, headers: {} };
      }
      all.count += 1;
    }
    const { limit, windowMs } = this.#limits;
    const window = refreshed(this.#buckets.get(bucket), now, windowMs);
    this.#remember(bucket, window);
    const retryAfterMs = window.resetsAt - now;
    if (window.count >= limit) {
      return { limited: { retryAfterMs, global: false }, headers: headersOf(bucket, limit, 0, retryAfterMs) };
    }
    window.count += 1;
    return { headers: headersOf(bucket, limit, limit - window.count, retryAfterMs) };
  }

  clear(): void {
    this.#buckets.clear();
    this.#all = { count: 0, resetsAt: 0 };
  }

  #remember(bucket: string, window: Window): void {
    this.#buckets.set(bucket, window);
    if (this.#buckets.size > MAX_BUCKETS) this.#buckets.delete(this.#buckets.keys().next().value as string);
  }
}

function refreshed(window: Window | undefined, now: number, windowMs: number): Window {
  return window && now < window.resetsAt ? window : { count: 0, resetsAt: now + windowMs };
}

function headersOf(
  bucket: string,
  limit: number,
  remaining: number,
  resetMs: number,
): Record<string, string> {
  return {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-reset": ((Date.now() + resetMs) / 1_000).toFixed(3),
    "x-ratelimit-reset-after": (resetMs / 1_000).toFixed(3),
    "x-ratelimit-bucket": hash(bucket),
  };
}

/** Discord names buckets by route, whoever the major parameter belongs to. */
function hash(bucket: string): string {
  const route = bucket.split(" ")[0] ?? "";
  return Buffer.from(route).toString("hex").slice(0, 32);
}
