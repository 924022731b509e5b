/** Measures a program as a whole: what a person waits for, and the most memory the system saw it hold. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../../src/package-root.js";

export interface ProcessFigures {
  /** From starting the process until it printed its first line. */
  readonly firstLineMs: number;
  /** Until it ended. */
  readonly totalMs: number;
  /** Highest resident set, in MB (10^6 bytes). */
  readonly peakMb: number;
}

/** Runs a program inside a child that tells its own peak memory on file descriptor 3 when it ends. */
const WRAPPER = `
process.on("exit", () => require("node:fs").writeSync(3, String(process.resourceUsage().maxRSS)));
process.argv.splice(1, 0, process.env.BENCH_PROGRAM);
import(require("node:url").pathToFileURL(process.env.BENCH_PROGRAM));
`;

/**
 * @param program path below dist ("src/cli/ask.js")
 * @throws Error with what the program wrote on standard error, where it fails
 */
export function measureProcess(program: string, args: readonly string[]): Promise<ProcessFigures> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ["-e", WRAPPER, "--", ...args], {
      env: { ...process.env, BENCH_PROGRAM: join(PACKAGE_ROOT, "dist", program) },
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
    let firstLineMs = Number.NaN;
    let peak = "";
    let errors = "";
    child.stdout?.once("data", () => {
      firstLineMs = performance.now() - started;
    });
    child.stdout?.resume();
    child.stderr?.on("data", (chunk: Buffer) => {
      errors += chunk;
    });
    child.stdio[3]?.on("data", (chunk: Buffer) => {
      peak += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code !== 0) return reject(new Error(`${program} ended with ${code}: ${errors}`));
      resolve({ firstLineMs, totalMs: performance.now() - started, peakMb: (Number(peak) * 1024) / 1e6 });
    });
  });
}
