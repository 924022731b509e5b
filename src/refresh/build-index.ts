/** Builds an index in a process of its own: it needs much memory for a short time, and its faults stay its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { setPriority } from "node:os";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../package-root.js";
import { OperatorError } from "../words.js";

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
}

const PROGRAM = join(PACKAGE_ROOT, "dist/index-build/main.js");

/** Ten steps below whoever answers questions: where there is work for both, the build waits. */
export const BUILD_PRIORITY = 10;

/**
 * Runs `index-build --source … --out …`. Its progress and errors are shown; its report is not: it lies beside the index
 * for whoever wants to read it.
 * Gives the version's name. Rejects with an OperatorError where it fails; what failed, it has said itself.
 */
export async function buildIndex(build: IndexBuild): Promise<string> {
  const { sources, out, keepCurrent, onLine, signal, program = PROGRAM } = build;
  const args = [...sources.flatMap((source) => ["--source", source]), "--out", out];
  const child = spawn(process.execPath, [program, ...args, ...(keepCurrent ? ["--keep-current"] : [])], {
    stdio: ["ignore", "ignore", onLine ? "pipe" : 2, "ipc"],
    signal,
  });
  lowerPriority(child);
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
    if (code !== 0) throw new Error(said === "" ? `exit ${code}` : `exit ${code}: ${said}`);
    return version;
  } catch (cause) {
    const reason = (cause as Error).message;
    const from = sources.join(", ");
    throw new OperatorError(
      {
        es: `No se pudo construir el índice de ${from} en ${out} (${reason})`,
        en: `The index of ${from} could not be built in ${out} (${reason})`,
      },
      { cause },
    );
  } finally {
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
