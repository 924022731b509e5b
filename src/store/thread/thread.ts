/** The store's thread as the program sees it: questions go out, and each is answered or refused. */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { PACKAGE_ROOT } from "../../package-root.js";
import { StoreUnavailable } from "../errors.js";
import type { StoreOptions } from "../opening/options.js";
import type { StorePlace } from "../place.js";
import type { StoreHealth } from "../port.js";
import { type Asked, received, type Told } from "./messages.js";

/** As it was compiled: a thread runs nothing else, wherever this file runs from. */
const PROGRAM = join(PACKAGE_ROOT, "dist/src/store/thread/worker.js");

/** Milliseconds until a thread that ended by itself is followed by another. */
const RESTART_DELAY = 1_000;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

type Question = Asked extends infer Each ? (Each extends unknown ? Omit<Each, "id"> : never) : never;

export class StoreThread {
  readonly #place: StorePlace;
  readonly #onChange: ((health: StoreHealth) => void) | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #last = 0;
  #since = new Date();
  #closed = false;

  constructor({ databaseUrl, folder, onChange }: StoreOptions) {
    this.#place = { databaseUrl, folder };
    this.#onChange = onChange;
  }

  /**
   * Fulfilled once the store was tried for the first time.
   * @throws OperatorError where it never will serve
   */
  open(): Promise<void> {
    return new Promise((resolve, reject) => this.#start(resolve, reject));
  }

  ask(question: Question): Promise<unknown> {
    const worker = this.#worker;
    if (!worker) return Promise.reject(new StoreUnavailable(this.#closed ? "closed" : "away"));
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      // While somebody waits for it, it keeps the program alive; else it does not.
      worker.ref();
      try {
        worker.postMessage({ ...question, id });
      } catch (error) {
        // Something that no other thread can be sent: the caller's mistake.
        this.#settle(id, (waiting) =>
          waiting.reject(error instanceof Error ? error : new Error(String(error))),
        );
      }
    });
  }

  async health(): Promise<StoreHealth> {
    try {
      return (await this.ask({ kind: "store", method: "health" })) as StoreHealth;
    } catch {
      const engine = this.#place.databaseUrl === undefined ? "sqlite" : "postgres";
      return { engine, state: "away", code: this.#closed ? "closed" : "away", since: this.#since };
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    const closing = this.ask({ kind: "store", method: "close" });
    this.#closed = true;
    this.#since = new Date();
    await closing.catch(() => undefined);
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #start(opened: () => void, failed: (error: Error) => void): void {
    const worker = new Worker(PROGRAM, {
      workerData: this.#place,
      // What a call leaves behind is small: seven megabytes less.
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
    this.#worker = worker;
    worker.on("message", (told: Told) => {
      if ("opened" in told) {
        if (this.#waiting.size === 0) worker.unref();
        opened();
      } else if ("failed" in told) {
        this.#closed = true;
        failed(received(told.failed));
      } else if ("changed" in told) this.#onChange?.(told.changed);
      else if ("error" in told) this.#settle(told.id, (waiting) => waiting.reject(received(told.error)));
      else this.#settle(told.id, (waiting) => waiting.resolve(told.value));
    });
    // The end follows, which says the same.
    worker.on("error", () => undefined);
    worker.on("exit", () => {
      this.#worker = undefined;
      for (const id of [...this.#waiting.keys()]) {
        this.#settle(id, (waiting) => waiting.reject(new StoreUnavailable(this.#closed ? "closed" : "away")));
      }
      // Once for whoever still waits for the first try.
      opened();
      if (this.#closed) return;
      this.#since = new Date();
      setTimeout(() => {
        if (!this.#closed) this.#start(opened, failed);
      }, RESTART_DELAY).unref();
    });
  }

  #settle(id: number, tell: (waiting: Waiting) => void): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    tell(waiting);
    if (this.#waiting.size === 0) this.#worker?.unref();
  }
}
