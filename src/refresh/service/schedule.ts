/** When to refresh: at the times of a cron expression, in UTC; and at once where a time was missed. */
import { createTask, parse, type ScheduledTask } from "node-cron";

/** A local zone can fall silent for an hour when clocks change. */
const ZONE = "Etc/UTC";
const MINUTE = 60_000;
/** Who was away for longer than this has missed something in any case. */
const LONGEST_PAUSE_DAYS = 40;

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
  readonly #task: ScheduledTask;

  constructor(options: ScheduleOptions) {
    this.#options = options;
    const run = ({ date }: { date: Date }) => options.run(date);
    // What is missed while the program is busy is caught up by what comes next.
    this.#task = createTask(options.cron, run, {
      timezone: ZONE,
      noOverlap: true,
      suppressMissedWarning: true,
      logger: SILENT,
    });
  }

  /** Catches up what was missed, then keeps to the times. */
  start(): void {
    const { cron, lastRun, run, now } = this.#options;
    const missed = missedRun(cron, lastRun(), now());
    void this.#task.start();
    if (missed !== undefined) void run(missed);
  }

  /** When the next run is due. */
  get next(): Date | null {
    return this.#task.getNextRun();
  }

  stop(): void {
    void this.#task.destroy();
  }
}

/** The last time that a run was due since `lastRun`; undefined where there was none. Who never ran is due now. */
export function missedRun(cron: string, lastRun: string | null, now: Date): Date | undefined {
  if (lastRun === null) return now;
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
