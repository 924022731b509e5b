/** How much each client asked in its minute, by a clock that never goes back: the system's may, and would lock people out. */
import type { FastifyRateLimitStore } from "@fastify/rate-limit";
import { BoundedMap } from "../../../../surface/bounded-map.js";

/** Clients that are remembered. */
const MAX_CLIENTS = 10_000;

interface Count {
  /** When its minute began, by `performance.now()`. */
  readonly since: number;
  asked: number;
}

type Counted = (error: Error | null, result?: { readonly current: number; readonly ttl: number }) => void;

export class ClientCounts implements FastifyRateLimitStore {
  readonly #counts = new BoundedMap<string, Count>(MAX_CLIENTS);
  incr(client: string, counted: Counted, window: number): void {
    const now = performance.now();
    const known = this.#counts.get(client);
    const count = known && known.since + window > now ? known : { since: now, asked: 0 };
    count.asked++;
    this.#counts.set(client, count);
    counted(null, { current: count.asked, ttl: count.since + window - now });
  }

  /** A route with a limit of its own counts by itself. */
  child(): FastifyRateLimitStore {
    return new ClientCounts();
  }
}
