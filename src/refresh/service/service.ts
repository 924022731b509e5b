/** Everything about refreshing that goes on in the running program: when, how it stands, and on whose behalf. */
import { statSync } from "node:fs";
import type { RefreshReport, RefreshStatus } from "../port.js";
import { lastWholeRun, readState, stateFile, statusOf } from "../run/state.js";
import type { RefreshSettings } from "../settings.js";
import { FolderWatch } from "./folder-watch.js";
import { ChildRefresher } from "./refresher.js";
import { Schedule } from "./schedule.js";

export interface RefreshServiceOptions {
  /** Root of versions. */
  readonly root: string;
  readonly settings: RefreshSettings;
  /** The program that refreshes once. */
  readonly program: string;
  /** Whether this process refreshes when it is time; others only take over what comes of it. */
  readonly scheduled: boolean;
  readonly onEnd: (report: RefreshReport) => void;
  /** Told what the refreshing process logs: lines of JSON. */
  readonly onLog?: (line: string) => void;
}

/** Milliseconds between two looks at the state, which another process may have written. */
const EVERY = 1_000;

export class RefreshService {
  readonly refresher: ChildRefresher;
  readonly #root: string;
  readonly #schedule: Schedule | undefined;
  readonly #folders: FolderWatch | undefined;
  readonly #timer: NodeJS.Timeout;
  #status: RefreshStatus;
  #seen = "";

  constructor({ root, settings, program, scheduled, onEnd, onLog }: RefreshServiceOptions) {
    this.#root = root;
    this.#status = statusOf(readState(root));
    this.refresher = new ChildRefresher({
      program,
      onEnd: (report) => {
        this.#look();
        onEnd(report);
      },
      onLog,
    });
    this.#timer = setInterval(() => this.#look(), EVERY);
    this.#timer.unref();
    if (!scheduled) return;
    const run = (due?: Date) => this.refresher.run(due);
    if (settings.cron !== undefined) {
      const lastRun = () => lastWholeRun(readState(root));
      this.#schedule = new Schedule({ cron: settings.cron, lastRun, run, now: () => new Date() });
    }
    const { sources } = settings;
    if (sources.some(({ kind }) => kind === "folder")) {
      const mark = (source: string) => readState(root).sources[source]?.mark ?? null;
      this.#folders = new FolderWatch({ sources, mark, onChange: () => void run() });
    }
  }

  /**
   * How refreshing stands, as of a second ago at most. It is held in memory: asking costs nothing, may be done at any
   * time, and gives the same object for as long as nothing changed.
   */
  get status(): RefreshStatus {
    return this.#status;
  }

  start(): void {
    this.#schedule?.start();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#schedule?.stop();
    this.#folders?.stop();
    this.refresher.stop();
  }

  #look(): void {
    const seen = identityOf(stateFile(this.#root));
    if (seen === undefined || seen === this.#seen) return;
    this.#seen = seen;
    this.#status = statusOf(readState(this.#root));
  }
}

/** Another one where the file was replaced since; "" where there is none, undefined where nobody can tell just now. */
function identityOf(path: string): string | undefined {
  try {
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
    return stats === undefined ? "" : `${stats.ino} ${stats.mtimeNs}`;
  } catch {
    // A folder that cannot be read just now is looked at again, and what was known stands.
    return undefined;
  }
}
