/** What the stand-in remembers of its requests, and what it counts. */

export interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** The route as the official document writes it: "/webhooks/{webhook_id}/{webhook_token}"; "" for none. */
  readonly route: string;
  readonly status: number | undefined;
  readonly ms: number;
  readonly body: unknown;
  readonly answer: unknown;
  /** The fault that was played on it. */
  readonly fault: string | undefined;
}

export interface RequestLog {
  /** The last requests kept, oldest first, narrowed by method and by a part of the route or path. */
  list(filter?: { method?: string; route?: string }): readonly LoggedRequest[];
  clear(): void;
}

export interface Counters {
  requests: number;
  /** 4xx given by a rule, by code ("50035", "40060"…). */
  refused: Record<string, number>;
  /** 401, 403 and 429: ten thousand in ten minutes ban an address. */
  invalid: number;
  rateLimited: number;
  faults: number;
  interactions: number;
  answered: number;
  undelivered: number;
  /** Messages that would have notified somebody. */
  pinged: number;
  connections: number;
  identifies: number;
  resumes: number;
  heartbeats: number;
  dispatched: number;
}
