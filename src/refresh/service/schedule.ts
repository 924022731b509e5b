/** When to refresh: at the times of a cron expression, in UTC; and at once where a time was missed. */
import { createTask, parse, type ScheduledTask } from "node-cron";
import { isOfTheFuture } from "../clock.js";

/** A local zone can fall silent for an hour when clocks change. */
const ZONE = "Etc/UTC";
const MINUTE = 60_000;
/** Who was away for longer than this has missed something in any case. */
const LONGEST_PAUSE_DAYS = 40;

/** Milliseconds between two looks whether the clock was set, and by how much it was at least. */
const LOOK = 5_000;
const JUMP = 5_000;

/** What it has to say it says in English to the console: a run that is still under way, a time that was missed. */
const SILENT = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };

export interface ScheduleOptions {
  readonly cron: string;
  /** When the last run began that came to its end, ISO 8601; null where none did: then one is due. */
  readonly lastRun: () => string | null;
  /** @param due when the run was to begin */
  readonly run: (due: Date) => Promise<unknown>;
  readonly now: () => Date;
}

export class Schedule {
  readonly #options: ScheduleOptions;
  #task: ScheduledTask;
  #watch: NodeJS.Timeout | undefined;

  constructor(options: ScheduleOptions) {
    this.#options = options;
    this.#task = taskOf(options);
  }

  /** Catches up what was missed, then keeps to the times; begins anew where the clock is set: a task waits for its next time. */
  start(): void {
    this.#begin();
    let ahead = this.#ahead();
    this.#watch = setInterval(() => {
      const before = ahead;
      ahead = this.#ahead();
      if (Math.abs(ahead - before) < JUMP) return;
      void this.#task.destroy();
      this.#task = taskOf(this.#options);
      this.#begin();
    }, LOOK);
    this.#watch.unref();
  }

  #begin(): void {
    const { cron, lastRun, run, now } = this.#options;
    const missed = missedRun(cron, lastRun(), now());
    void this.#task.start();
    if (missed !== undefined) void run(missed);
  }

  /** By how much the clock is ahead of what only grows. */
  #ahead(): number {
    return this.#options.now().getTime() - performance.now();
  }

  /** When the next run is due. */
  get next(): Date | null {
    return this.#task.getNextRun();
  }

  stop(): void {
    clearInterval(this.#watch);
    void this.#task.destroy();
  }
}

function taskOf({ cron, run }: ScheduleOptions): ScheduledTask {
  // What is missed while the program is busy is caught up by what comes next.
  return createTask(cron, ({ date }) => run(date), {
    timezone: ZONE,
    noOverlap: true,
    suppressMissedWarning: true,
    logger: SILENT,
  });
}

/** The last time that a run was due since `lastRun`; undefined where there was none. Who never ran, or when no clock tells, is due now. */
export function missedRun(cron: string, lastRun: string | null, now: Date): Date | undefined {
  if (lastRun === null || isOfTheFuture(lastRun, now)) return now;
  const { second, minute, hour } = parse(cron);
  const task = createTask(cron, () => undefined, { timezone: ZONE });
  const oldest = Math.max(Date.parse(lastRun), now.getTime() - LONGEST_PAUSE_DAYS * 24 * 60 * MINUTE);
  try {
    const last = second.at(-1) ?? 0;
    for (let at = Math.floor(now.getTime() / MINUTE) * MINUTE; at > oldest - MINUTE; at -= MINUTE) {
      const due = new Date(at + last * 1000);
      if (due > now || due.getTime() <= oldest) continue;
      if (!minute.includes(due.getUTCMinutes()) || !hour.includes(due.getUTCHours())) continue;
      if (task.match(due)) return due;
    }
    return now.getTime() - Date.parse(lastRun) > LONGEST_PAUSE_DAYS * 24 * 60 * MINUTE ? now : undefined;
  } finally {
    void task.destroy();
  }
}
