/** Requests one after the other, so many a second at most. */
import { setTimeout as sleep } from "node:timers/promises";

/** Between two starts lies a little more than the rate asks for: on the way they may come closer to each other. */
const SLACK = 1.03;

export class RateLimiter {
  readonly #gap: number;
  /** When the next may start, by `performance.now()`. */
  #next = 0;
  #queue: Promise<void> = Promise.resolve();

  /** @param rate starts a second */
  constructor(rate: number) {
    this.#gap = (1000 / rate) * SLACK;
  }

  /** Resolves when a request may start, in the order of asking. Rejects where `signal` aborts. */
  take(signal: AbortSignal): Promise<void> {
    const mine = this.#queue.then(() => this.#wait(signal));
    // Who gives up does not hold up the others.
    this.#queue = mine.catch(() => undefined);
    return mine;
  }

  /** Lets nobody start for so many milliseconds. */
  hold(milliseconds: number): void {
    this.#next = Math.max(this.#next, performance.now() + milliseconds);
  }

  async #wait(signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const wait = this.#next - performance.now();
      if (wait <= 0) break;
      await sleep(wait, undefined, { signal });
    }
    this.#next = performance.now() + this.#gap;
  }
}
