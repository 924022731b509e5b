/**
 * How long an answer waits for what other processes share: a moment, and after it was in vain nobody does for a while. So
 * a database that is slow or away costs one answer a second a moment, and all others nothing.
 */
import { isStoreUnavailable, type Log } from "../../chat/errors/errors.js";

/** Milliseconds. */
const REST = 1_000;

export interface PatienceOptions {
  readonly log: Log;
  /** Milliseconds that are waited at most. */
  readonly most: number;
  /** Milliseconds that only grow; `performance.now` unless said. */
  readonly clock?: () => number;
}

export class Patience {
  readonly #log: Log;
  readonly #most: number;
  readonly #clock: () => number;
  #restingUntil = Number.NEGATIVE_INFINITY;

  constructor({ log, most, clock = () => performance.now() }: PatienceOptions) {
    this.#log = log;
    this.#most = most;
    this.#clock = clock;
  }

  /** What is shared; undefined where it does not come in time, or cannot be had. Never rejects. */
  async for<T>(ask: () => Promise<T>): Promise<T | undefined> {
    if (this.#clock() < this.#restingUntil) return undefined;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        this.#rest();
        resolve(undefined);
      }, this.#most);
    });
    const asked = ask().catch((error: unknown) => {
      this.failed(error);
      return undefined;
    });
    return Promise.race([asked, late]).finally(() => clearTimeout(timer));
  }

  /** What nobody waits for failed: the database is away, which the log has already, or it is a fault of ours. */
  failed(error: unknown): void {
    this.#rest();
    if (!isStoreUnavailable(error)) this.#log.error({ err: error }, "what processes share");
  }

  #rest(): void {
    this.#restingUntil = this.#clock() + REST;
  }
}
