/** What has been begun and is not done yet: before we leave, it is. */
import { setTimeout as pause } from "node:timers/promises";

export class InFlight {
  readonly #work = new Set<Promise<unknown>>();

  get size(): number {
    return this.#work.size;
  }

  /** Counts `work`, which never rejects, until it is done. */
  add(work: Promise<unknown>): void {
    this.#work.add(work);
    void work.finally(() => this.#work.delete(work));
  }

  /** Resolves when everything is done, or after `patience` milliseconds; how much was left then. */
  async drained(patience: number): Promise<number> {
    const enough = new AbortController();
    const end = pause(patience, undefined, { signal: enough.signal }).catch(() => undefined);
    const all = async () => {
      // What is done may have begun something else.
      while (this.#work.size > 0) await Promise.allSettled(this.#work);
    };
    await Promise.race([all(), end]);
    enough.abort();
    return this.#work.size;
  }
}
