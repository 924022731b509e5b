/**
 * What a refresh costs those who wait for an answer: Discord's load while a full index is built, held against the one in
 * use and swapped in, beside the same load with the refresh held. Both in turns of three seconds, so that whatever else
 * the machine does disturbs both alike; turns in which other programs took much of it are left out of a second pair of
 * rows. It goes on until the program has taken over a version, and the turns are enough.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import type { StandIn } from "../../standins/discord/index.js";
import { benchData, withTemporaryFolder } from "../tools/data/bench-data.js";
import { othersAtWork, treeOf } from "../tools/programs/machine.js";
import { measureProcess } from "../tools/programs/processes.js";
import { printTable } from "../tools/table.js";
import {
  BURST,
  burst,
  type Question,
  questionsOf,
  RATE,
  rowOf,
  startProgram,
  steadily,
  withBot,
  within,
} from "./load.js";

const TURN_SECONDS = 3;
/** A version that is not taken over within so many seconds is not waited for. */
const LONGEST_TURN = 30;
/** Of each kind; and not more than so many, whatever has not happened by then. */
const LEAST_TURNS = 20;
const MOST_TURNS = 60;
/** Until everything that runs often is compiled. */
const WARM_SECONDS = 10;
/** Cores that others may use in a turn that counts as undisturbed. */
const UNDISTURBED = 0.15;
const TARGET = "p99 ≤ 2 × quiet, none over 3 s";

interface Turn {
  readonly isBusy: boolean;
  readonly times: readonly number[];
  /** Cores that other programs used. */
  readonly others: number;
}

export async function benchDiscordRefresh(): Promise<void> {
  const { name, folder } = benchData();
  await withTemporaryFolder(async (out) => {
    await measureProcess("index-build/main.js", ["--source", folder, "--out", out]);
    const questions = questionsOf(out);
    const refreshes = new Refreshes(folder, out);
    const start = (discord: StandIn) => startProgram(discord, out, () => refreshes.adopted++);
    await withBot(start, { registers: true, questions }, async (discord) => {
      try {
        await measure(discord, questions, refreshes, name);
      } finally {
        await refreshes.stop();
      }
    });
  });
}

async function measure(
  discord: StandIn,
  questions: readonly Question[],
  refreshes: Refreshes,
  name: string,
): Promise<void> {
  const turns: Turn[] = [];
  let asked = 0;
  await steadily(discord, questions, 0, (seconds) => seconds >= WARM_SECONDS);
  while (turns.length < 2 * LEAST_TURNS || (refreshes.adopted === 0 && turns.length < 2 * MOST_TURNS)) {
    for (const refreshing of [false, true]) {
      if (refreshing) refreshes.goOn();
      const before = refreshes.adopted;
      const others = othersAtWork();
      // What a refresh leads to is part of its turn, although it happens in the program.
      const isOver = (seconds: number) =>
        seconds >= TURN_SECONDS &&
        (!refreshing || refreshes.adopted >= refreshes.done || seconds >= LONGEST_TURN);
      const times = await steadily(discord, questions, asked, isOver);
      asked += times.length;
      if (refreshing) refreshes.hold();
      turns.push({ isBusy: refreshing || refreshes.adopted > before, times, others: others() });
    }
  }
  const quiet = await burst(discord, questions, BURST);
  refreshes.goOn();
  const busy = await burst(discord, questions, BURST);
  refreshes.hold();
  const quietEnough = turns.filter(({ others }) => others < UNDISTURBED);
  // In a few turns the one in which a version is taken over would be most of what there is.
  const isEnough = quietEnough.filter(({ isBusy }) => isBusy).length >= LEAST_TURNS / 2;
  const undisturbed = isEnough ? quietEnough : [];
  printTable([
    ...rowsOf(`${name} data`, turns),
    ...(isEnough ? rowsOf("undisturbed", undisturbed) : []),
    rowOf(`quiet: ${BURST} at once`, quiet, ""),
    rowOf(`while refreshing: ${BURST} at once`, busy, TARGET),
  ]);
  process.stdout.write(
    `  p99 while refreshing: ${ratio(turns)} × the quiet one` +
      `${isEnough ? `, in undisturbed turns ${ratio(undisturbed)} ×` : ""}; ` +
      `${BURST} at once ${(within(busy, 0.99) / within(quiet, 0.99)).toFixed(1)} ×\n` +
      `  ${refreshes.done} refreshes ended, ${refreshes.adopted} versions were taken over under the load; ` +
      `other programs used ${mean(turns.map(({ others }) => others)).toFixed(2)} cores\n`,
  );
}

function rowsOf(what: string, turns: readonly Turn[]): Record<string, string>[] {
  return [false, true].map((isBusy) => {
    const own = turns.filter((turn) => turn.isBusy === isBusy);
    const kind = isBusy ? "while refreshing" : "quiet";
    return rowOf(
      `${what}, ${kind}: ${RATE}/s, ${own.length} turns`,
      timesOf(turns, isBusy),
      isBusy ? TARGET : "p99 ≤ 50 ms",
    );
  });
}

function timesOf(turns: readonly Turn[], isBusy: boolean): number[] {
  return turns.filter((turn) => turn.isBusy === isBusy).flatMap(({ times }) => times);
}

function ratio(turns: readonly Turn[]): string {
  return (within(timesOf(turns, true), 0.99) / within(timesOf(turns, false), 0.99)).toFixed(1);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Full refreshes, one after the other, each of a feed that differs from the last; held until they are to go on. */
class Refreshes {
  /** Refreshes that ended, and versions that the program has taken over. */
  done = 0;
  adopted = 0;
  #child: ChildProcess | undefined;
  #isHeld = true;
  #isStopped = false;
  #running: Promise<void> | undefined;
  readonly #folder: string;
  readonly #out: string;

  constructor(folder: string, out: string) {
    this.#folder = folder;
    this.#out = out;
  }

  goOn(): void {
    this.#isHeld = false;
    this.#signal("SIGCONT");
    this.#running ??= this.#loop();
  }

  hold(): void {
    this.#isHeld = true;
    this.#signal("SIGSTOP");
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#signal("SIGKILL");
    await this.#running;
  }

  /** To it and all that it started, which a group of its own would take out of the reach of priorities. */
  #signal(signal: NodeJS.Signals): void {
    const { pid, exitCode } = this.#child ?? {};
    if (pid === undefined || exitCode !== null) return;
    for (const one of treeOf(pid).keys()) {
      try {
        process.kill(one, signal);
      } catch {
        // It has just ended.
      }
    }
  }

  async #loop(): Promise<void> {
    while (!this.#isStopped) {
      // Our own catalogue in turn with the dataset alone: each swap is to another version.
      const starter = join(PACKAGE_ROOT, "data/starter");
      const SOURCES =
        this.done % 2 === 0 ? `folder:${this.#folder},folder:${starter}` : `folder:${this.#folder}`;
      const env = { PATH: process.env.PATH, DATA_DIR: this.#out, SOURCES };
      const program = join(PACKAGE_ROOT, "dist/src/cli/refresh.js");
      this.#child = spawn(process.execPath, [program, "--force"], { env, stdio: "ignore" });
      if (this.#isHeld) this.#signal("SIGSTOP");
      const [code] = await once(this.#child, "close");
      if (code === 0) this.done++;
      else if (!this.#isStopped) throw new Error(`a refresh ended with ${code}`);
    }
  }
}
