/** Faults of the REST side that tests can order. */

export type FaultKind =
  /** The server closes the socket politely (FIN) without an answer. */
  | "close"
  /** The socket is reset (RST). */
  | "reset"
  /** 429 with `retryAfterMs`, of the whole bot with `global`. */
  | "rate-limit"
  /** A JSON error: `status` (500), `code` (0), `message`. */
  | "error"
  /** A proxy's page instead of JSON: `status` (502). */
  | "html"
  /** The real answer, cut in the middle. What has no body (204) becomes a 200 with a broken one. */
  | "truncated"
  /** Never answers; the socket stays open until `close()` or the client leaves. */
  | "hang"
  /** The real answer, byte by byte over `ms`. */
  | "slow-body"
  /** The real answer after `ms`. */
  | "delay";

/** Which requests: by method, and by a part of the route's pattern or of the path. All where left out. */
export interface FaultTarget {
  readonly method?: string;
  readonly route?: string | RegExp;
}

export interface FaultRule extends FaultTarget {
  readonly kind: FaultKind;
  /** How many matching requests; 1 unless `forMs` is given. */
  readonly times?: number;
  /** All matching requests of this period, from now. */
  readonly forMs?: number;
  /** Whether the request takes effect first (the answer is lost after success). Only for close, reset, hang, error, html. */
  readonly processed?: boolean;
  readonly status?: number;
  readonly code?: number;
  readonly message?: string;
  readonly retryAfterMs?: number;
  readonly global?: boolean;
  readonly ms?: number;
}

export interface RestFaults {
  /** Faults are tried in the order they were added; each plays out before the next that matches. */
  add(rule: FaultRule): void;
  clear(): void;
  /** Orders not used up yet. */
  readonly pending: number;
}
