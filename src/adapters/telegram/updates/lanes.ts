/**
 * Where updates wait: one lane a chat, answered in order; different chats at once, up to a bound. A chat that
 * has to wait for Telegram holds up nobody else, and one that asks endlessly loses only its own questions.
 */
import type { UpdateSink } from "@grammyjs/runner";
import type { Update } from "grammy/types";

export interface LanesOptions {
  /** The lane of an update; undefined needs no order. */
  laneOf(update: Update): number | undefined;
  /** Must not reject. */
  work(update: Update): Promise<void>;
  /** Told of updates that are given up. */
  onShed(count: number): void;
  /** Answered at the same time. */
  readonly atOnce?: number;
  /** Waiting and answered, all together. */
  readonly capacity?: number;
}

/** Below this a chat is not the one that asks too much. */
const FAIR = 50;

export class Lanes implements UpdateSink<Update> {
  /** What waits in a lane behind the one that is being answered. */
  readonly #waiting = new Map<number, Update[]>();
  /** Lanes, or updates without one, whose turn it is as soon as there is room. */
  #ready: Update[] = [];
  readonly #working = new Set<Update>();
  readonly #awaited = new WeakMap<Update, () => void>();
  #size = 0;
  #listeners: (() => void)[] = [];
  readonly #options: LanesOptions;
  readonly #atOnce: number;
  readonly #capacity: number;

  constructor(options: LanesOptions) {
    this.#options = options;
    this.#atOnce = options.atOnce ?? 500;
    this.#capacity = options.capacity ?? 5_000;
  }

  /** Takes all of them; resolves with how many more there is room for, once there is. */
  async handle(updates: readonly Update[]): Promise<number> {
    for (const update of updates) this.#enter(update);
    this.#pump();
    if (this.#size > this.#capacity) this.#shed();
    while (this.#size >= this.#capacity) await this.#change();
    return this.#capacity - this.#size;
  }

  /** Takes one more; resolves once it has been answered, or given up. */
  done(update: Update): Promise<void> {
    return new Promise((resolve) => {
      this.#awaited.set(update, resolve);
      this.#enter(update);
      this.#pump();
      if (this.#size > this.#capacity) this.#shed();
    });
  }

  size(): number {
    return this.#size;
  }

  snapshot(): Update[] {
    return [...this.#working, ...this.#ready, ...[...this.#waiting.values()].flat()];
  }

  /** Resolves once nothing waits and nothing is being answered. */
  async idle(): Promise<void> {
    while (this.#size > 0) await this.#change();
  }

  #enter(update: Update): void {
    this.#size++;
    const lane = this.#options.laneOf(update);
    const queue = lane === undefined ? undefined : this.#waiting.get(lane);
    if (queue) {
      queue.push(update);
      return;
    }
    if (lane !== undefined) this.#waiting.set(lane, []);
    this.#ready.push(update);
  }

  #pump(): void {
    const room = this.#atOnce - this.#working.size;
    if (room <= 0) return;
    const next = this.#ready.slice(0, room);
    this.#ready = this.#ready.slice(room);
    for (const update of next) void this.#work(update);
  }

  async #work(update: Update): Promise<void> {
    this.#working.add(update);
    await this.#options.work(update);
    this.#working.delete(update);
    this.#size--;
    this.#awaited.get(update)?.();
    const lane = this.#options.laneOf(update);
    if (lane !== undefined) {
      const following = this.#waiting.get(lane)?.shift();
      if (following) this.#ready.push(following);
      else this.#waiting.delete(lane);
    }
    this.#pump();
    for (const listener of this.#listeners.splice(0)) listener();
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#listeners.push(resolve));
  }

  /** The longest lanes lose their newest; where none is long, everybody waits. */
  #shed(): void {
    let lost = 0;
    for (const queue of [...this.#waiting.values()].sort((a, b) => b.length - a.length)) {
      const excess = Math.min(this.#size - this.#capacity, queue.length - FAIR);
      if (excess <= 0) break;
      for (const update of queue.splice(queue.length - excess)) this.#awaited.get(update)?.();
      this.#size -= excess;
      lost += excess;
    }
    if (lost > 0) this.#options.onShed(lost);
  }
}
