/** Refreshes on behalf of the running program: in a process of its own, one at a time, and tells how it goes. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import type { Words } from "../../words.js";
import type { Refresher, RefreshReport } from "../port.js";
import { eachLine, lowerPriority } from "../run/build-index.js";

export interface RefresherOptions {
  /** The program that refreshes once, `cli/refresh.js`. */
  readonly program: string;
  /** Told how each run ended. */
  readonly onEnd?: (report: RefreshReport) => void;
  /** Told what the process logs: lines of JSON. */
  readonly onLog?: (line: string) => void;
}

export class ChildRefresher implements Refresher {
  readonly #options: RefresherOptions;
  #running: Promise<RefreshReport> | undefined;
  #child: ChildProcess | undefined;
  #progress: Words | undefined;
  #stopped = false;

  constructor(options: RefresherOptions) {
    this.#options = options;
  }

  get progress(): Words | undefined {
    return this.#progress;
  }

  /**
   * Begins a run where none is under way, and waits for its end.
   * @param due when it was to begin: nothing is done where another process ran since
   */
  run(due?: Date): Promise<RefreshReport> {
    this.#running ??= this.#run(due).finally(() => {
      this.#running = undefined;
      this.#child = undefined;
      this.#progress = undefined;
    });
    return this.#running;
  }

  /** Ends a run that is under way; what it fetched so far is kept. */
  stop(): void {
    this.#stopped = true;
    this.#child?.kill("SIGTERM");
  }

  async #run(due?: Date): Promise<RefreshReport> {
    const args = due === undefined ? [] : ["--due", due.toISOString()];
    const child = spawn(process.execPath, [this.#options.program, ...args], {
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#child = child;
    lowerPriority(child);
    let report: RefreshReport | undefined;
    let said = "";
    child.on("message", (told: { progress?: Words; report?: RefreshReport }) => {
      this.#progress = told.progress ?? this.#progress;
      report = told.report ?? report;
    });
    eachLine(child.stderr, (line) => {
      if (line.startsWith("{")) this.#options.onLog?.(line);
      else said = line;
    });
    const code = await new Promise<number | string>((resolve) => {
      child.once("error", (error) => resolve(error.message));
      child.once("close", (exit, killedBy) => resolve(exit ?? killedBy ?? "?"));
    });
    report ??= broken(said === "" ? String(code) : said);
    if (!this.#stopped) this.#options.onEnd?.(report);
    return report;
  }
}

/** The process ended without a word on what came of it. */
function broken(reason: string): RefreshReport {
  const words = { es: `La renovación se cortó: ${reason}`, en: `Refreshing broke off: ${reason}` };
  const notice = { at: new Date().toISOString(), source: null, id: randomUUID().slice(0, 8) } as const;
  const failures = [{ ...notice, kind: "interrupted", ...words }] as const;
  return { outcome: "failed", version: null, films: null, difference: null, failures };
}
