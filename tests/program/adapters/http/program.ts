/** The built program in a process of its own. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../../..");

/** Compiles, where something is stale. */
export function compile(): void {
  spawnSync(process.execPath, [join(ROOT, "scripts/start.mjs"), "ask", "--help"], { cwd: tmpdir() });
}

export interface Program {
  /** "" where it serves no HTTP. */
  readonly address: string;
  /** All that it has said on standard error. */
  readonly errors: () => string;
  /** Asks it to end, and gives its exit code. */
  end(): Promise<number | null>;
}

/** Starts it, and waits until it has said that all is up. */
export async function start(settings: Readonly<Record<string, string>>): Promise<Program> {
  const env = { ...process.env, LOCALE: "es", LOG_LEVEL: "", ...settings };
  const child = spawn(process.execPath, [join(ROOT, "dist/src/main.js")], {
    cwd: tmpdir(),
    env,
    stdio: "pipe",
  });
  let out = "";
  let errors = "";
  child.stdout.on("data", (piece) => {
    out += piece;
  });
  child.stderr.on("data", (piece) => {
    errors += piece;
  });
  for (let time = 0; !out.includes("npm run ask"); time++) {
    if (time > 600 || child.exitCode !== null) throw new Error(`not up: ${out}${errors}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const [address = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(out) ?? [];
  return { address, errors: () => errors, end: () => end(child) };
}

function end(child: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  child.kill("SIGTERM");
  return ended;
}
