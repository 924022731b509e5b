/** Builds an index in a process of its own: it needs much memory for a short time, and its faults stay its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { setPriority } from "node:os";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../package-root.js";
import { RefreshError } from "../failure.js";
import { isStarving, useIdlePriority } from "./idle-priority.js";

export interface IndexBuild {
  /** Folders or files with the sources; of several that tell the same thing, the first counts. */
  readonly sources: readonly string[];
  /** Root for version folders and CURRENT. */
  readonly out: string;
  /** Leaves the version in use as it is. */
  readonly keepCurrent?: boolean;
  /** Where progress and errors go, line by line; standard error where nobody wants them. */
  readonly onLine?: (line: string) => void;
  /** Ends the build early. */
  readonly signal?: AbortSignal;
  /** The program, for tests. */
  readonly program?: string;
  /** Whether a process gets no time to work, for tests. */
  readonly isStarved?: (pid: number) => boolean;
}

const PROGRAM = join(PACKAGE_ROOT, "dist/index-build/main.js");

/** How a build ends that the system, or Node, took down for want of memory. */
const OUT_OF_MEMORY = ["exit SIGKILL", "exit SIGABRT", "exit 134", "exit 137"];

/** Ten steps below whoever answers questions: where there is work for both, the build waits. */
export const BUILD_PRIORITY = 10;

/** Milliseconds between two looks at whether a build gets on. */
const LOOK_EVERY = 250;

/**
 * Runs `index-build --source … --out …`. Its progress and errors are shown; its report lies beside the index, where
 * whoever asked for the build reads it.
 *
 * It has idle priority: only the time that nobody else wants. Where there is none it is begun anew as an ordinary
 * process of low priority: little is lost, and a busy machine gets fresh data too.
 *
 * Gives the version's name. Rejects with a RefreshError where it fails; what failed, it has said itself.
 */
export async function buildIndex(build: IndexBuild): Promise<string> {
  try {
    return (await run(build, true)) ?? (await run(build, false)) ?? "";
  } catch (cause) {
    const reason = (cause as Error).message;
    const from = build.sources.join(", ");
    const memory = OUT_OF_MEMORY.some((end) => reason.startsWith(end))
      ? {
          es: "; seguramente faltó memoria: 45.000 películas piden 1,2 GB",
          en: "; most likely memory ran out: 45,000 films take 1.2 GB",
        }
      : { es: "", en: "" };
    throw new RefreshError(
      "build",
      {
        es: `No se pudo construir el índice de ${from} en ${build.out} (${reason})${memory.es}`,
        en: `The index of ${from} could not be built in ${build.out} (${reason})${memory.en}`,
      },
      { cause },
    );
  }
}

/** Undefined where it was to work in spare time and there was none. */
async function run(build: IndexBuild, isIdlePriority: boolean): Promise<string | undefined> {
  const { sources, out, keepCurrent, onLine, signal, program = PROGRAM, isStarved = isStarving } = build;
  // One core is enough for a build that nobody waits for.
  const args = [...sources.flatMap((source) => ["--source", source]), "--out", out, "--threads", "1"];
  const child = spawn(process.execPath, [program, ...args, ...(keepCurrent ? ["--keep-current"] : [])], {
    stdio: ["ignore", "ignore", onLine ? "pipe" : 2, "ipc"],
    signal,
  });
  lowerPriority(child);
  let starved = false;
  const look = () => {
    if (child.pid === undefined || !isStarved(child.pid)) return;
    starved = true;
    child.kill("SIGKILL");
  };
  if (isIdlePriority) useIdlePriority(child);
  const looking = isIdlePriority ? setInterval(look, LOOK_EVERY) : undefined;
  let version = "";
  child.on("message", (told: { version?: unknown }) => {
    if (typeof told.version === "string") version = told.version;
  });
  // The last line says what went wrong.
  let said = "";
  eachLine(child.stderr, (line) => {
    said = line;
    onLine?.(line);
  });
  // A parent that dies of something else must not leave a build behind.
  const end = () => child.kill();
  process.once("exit", end);
  try {
    const code = await new Promise<number | string>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (exit, killedBy) => resolve(exit ?? killedBy ?? "?"));
    });
    if (code === 0) return version;
    if (starved) return undefined;
    throw new Error(said === "" ? `exit ${code}` : `exit ${code}: ${said}`);
  } finally {
    clearInterval(looking);
    process.off("exit", end);
  }
}

/** Nobody may be allowed to: then the build is as urgent as everything else. */
export function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, BUILD_PRIORITY);
  } catch {
    // It has ended already, or the system does not let us.
  }
}

export function eachLine(stream: NodeJS.ReadableStream | null, onLine: (line: string) => void): void {
  let rest = "";
  stream?.on("data", (piece: Buffer) => {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") onLine(line.trim());
  });
  stream?.on("end", () => {
    if (rest.trim() !== "") onLine(rest.trim());
  });
}
