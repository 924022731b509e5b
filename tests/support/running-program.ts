/** The compiled program in a process of its own, for tests that start it as people do. */
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { afterEachFile } from "./clean-up.js";

export const MAIN = join(PACKAGE_ROOT, "dist/src/main.js");
export const START = join(PACKAGE_ROOT, "scripts/start.mjs");

const PATIENCE = 60_000;

/** What it has said so far, and a way to wait for more. */
export class RunningProgram {
  readonly child: ChildProcess;
  /** Its exit code; null where a signal killed it. */
  readonly ended: Promise<number | null>;
  #out = "";
  #err = "";
  /** Both, as they came. */
  #said = "";
  /** How much of it was waited for already. */
  #read = 0;

  constructor(child: ChildProcess) {
    this.child = child;
    child.stdout?.on("data", (piece) => {
      this.#out += piece;
      this.#said += piece;
    });
    child.stderr?.on("data", (piece) => {
      this.#err += piece;
      this.#said += piece;
    });
    this.ended = new Promise((resolve) => child.once("close", resolve));
  }

  get out(): string {
    return this.#out;
  }

  get err(): string {
    return this.#err;
  }

  /** What it said was wrong: its errors without the lines of the log that only tell what it does. */
  get complaints(): string {
    const isInformation = (line: string) => line.startsWith('{"level":30,');
    return this.#err
      .split("\n")
      .filter((line) => !isInformation(line))
      .join("\n");
  }

  get said(): string {
    return this.#said;
  }

  /** The address it serves at last said, "http://127.0.0.1:40000"; "" where it serves none. */
  get address(): string {
    return this.#out.match(/http:\/\/[\d.]+:\d+/gu)?.at(-1) ?? "";
  }

  type(text: string): void {
    this.child.stdin?.write(text);
  }

  /** Waits until what is said since the last wait holds `expected`, and gives it. */
  async until(expected: string, patience = PATIENCE): Promise<string> {
    const from = this.#read;
    const end = Date.now() + patience;
    for (;;) {
      const at = this.#said.indexOf(expected, from);
      if (at !== -1) {
        this.#read = at + expected.length;
        return this.#said.slice(from, this.#read);
      }
      if (Date.now() > end || this.child.exitCode !== null) {
        throw new Error(`"${expected}" was not said, but: ${this.#said.slice(from)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Asks it to end, and gives its exit code. */
  end(signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}

const running: RunningProgram[] = [];

/** Nothing that was started outlives the tests of its file. */
afterEachFile(() => {
  for (const { child } of running.splice(0)) child.kill("SIGKILL");
});

/** Starts a command; where it has not ended by the end of the file's tests, it is killed. */
export function run(command: string, args: readonly string[], options: SpawnOptions): RunningProgram {
  // Nobody looks after what a test starts: it may end at once, unless the test says otherwise.
  const env = { DRAIN_SECONDS: "0", ...(options.env ?? process.env) };
  const program = new RunningProgram(spawn(command, args, { stdio: "pipe", ...options, env }));
  running.push(program);
  return program;
}
