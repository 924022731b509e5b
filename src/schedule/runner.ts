/**
 * Does what is due, in the running program: takes due jobs of the store into its hands for a while, has them done, and
 * sleeps until the next. Several processes may share the store: a job is in the hands of one. One that dies leaves its
 * jobs to the others once its time is over; after a pause of all, what is late is done at once.
 */
import { randomUUID } from "node:crypto";
import type { Log } from "../chat/errors/errors.js";
import type { ClaimedJob, Repositories } from "../store/port.js";

/** What becomes of a job: it is done (or of no use any more), or to be tried again. */
export type Done = "done" | "again";

/** Does a job of its kind. What it throws is logged, and tried again. */
export type JobHandler = (job: ClaimedJob, store: Repositories, now: Date) => Promise<Done>;

export interface RunnerParts {
  readonly store: () => Promise<Repositories>;
  /** By kind: jobs of other kinds are left to programs that know them. */
  readonly handlers: ReadonlyMap<string, JobHandler>;
  readonly log: Log;
  readonly now: () => Date;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** For how long a job is in a process's hands: longer than a message takes to be sent, whatever happens. */
const HELD = 2 * MINUTE;
const AT_ONCE = 8;
/** What others schedule is seen after so long at the latest. */
const LONGEST_SLEEP = 5 * SECOND;
const SHORTEST_SLEEP = 20;
const RETRY = { first: 5 * SECOND, longest: 10 * MINUTE } as const;
/** How long the end of the program waits for what is under way. */
const DRAIN = 8 * SECOND;
/** Lines about the same trouble at most so often. */
const QUIET = 5 * MINUTE;

export class Runner {
  readonly #parts: RunnerParts;
  /** Of this process alone. */
  readonly #owner = randomUUID();
  #running: Promise<void> | undefined;
  #ending = false;
  #wake: () => void = () => undefined;
  #told = Number.NEGATIVE_INFINITY;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /**
   * Takes no more jobs, and ends those it has, but for what takes too long: that is done again, by whoever is there once
   * its time is over. Never rejects.
   */
  async stop(): Promise<void> {
    this.#ending = true;
    this.#wake();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, DRAIN);
    });
    await Promise.race([this.#running, late]);
    clearTimeout(timer);
  }

  /**
   * Does what is due now, and nothing that becomes due by it.
   * @returns how many jobs were taken
   */
  async round(): Promise<number> {
    const { store, handlers, now } = this.#parts;
    const kept = await store();
    const at = now();
    const jobs = await kept.jobs.claim({
      owner: this.#owner,
      now: at,
      until: new Date(at.getTime() + HELD),
      most: AT_ONCE,
      kinds: [...handlers.keys()],
    });
    await Promise.all(jobs.map((job) => this.#do(job, kept)));
    return jobs.length;
  }

  async #do(job: ClaimedJob, kept: Repositories): Promise<void> {
    const { handlers, log, now } = this.#parts;
    const { kind, attempts } = job;
    let done: Done | undefined;
    try {
      done = await handlers.get(kind)?.(job, kept, now());
    } catch (error) {
      log.error({ err: error, kind, attempts }, "a job failed, and is tried again");
    }
    if (done === "done") await kept.jobs.done(job, now());
    else await kept.jobs.retry(job, new Date(now().getTime() + backOff(attempts)));
  }

  async #run(): Promise<void> {
    while (!this.#ending) {
      let pause: number = LONGEST_SLEEP;
      try {
        // More may be due than were taken.
        if ((await this.round()) > 0) continue;
        pause = await this.#untilNext();
      } catch (error) {
        // The store is away: it comes back by itself, and what is due then is late.
        this.#tell(error);
      }
      await this.#sleep(pause);
    }
  }

  async #untilNext(): Promise<number> {
    const { store, handlers, now } = this.#parts;
    const next = await (await store()).jobs.next([...handlers.keys()]);
    const left = next === undefined ? LONGEST_SLEEP : next.getTime() - now().getTime();
    return Math.min(LONGEST_SLEEP, Math.max(SHORTEST_SLEEP, left));
  }

  #sleep(milliseconds: number): Promise<void> {
    if (this.#ending) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #tell(error: unknown): void {
    const at = performance.now();
    if (at - this.#told < QUIET) return;
    this.#told = at;
    this.#parts.log.warn({ err: error }, "what is due has to wait: the store is away");
  }
}

/** The longer, the oftener it failed. */
function backOff(attempts: number): number {
  return Math.min(RETRY.longest, RETRY.first * 2 ** Math.min(attempts, 20));
}
