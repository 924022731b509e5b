/** Builds an index in a process of its own: it needs much memory for a short time, and its faults stay its own. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { OperatorError } from "../words.js";

export interface IndexBuild {
  /** Folder with the sources. */
  readonly source: string;
  /** Root for version folders and CURRENT. */
  readonly out: string;
  /** Ends the build early. */
  readonly signal?: AbortSignal;
  /** The program, for tests. */
  readonly program?: string;
}

const PROGRAM = fileURLToPath(new URL("../../index-build/main.js", import.meta.url));

/**
 * Runs `index-build --source … --out …`. Its progress and errors are shown on standard error; its report is not: it
 * lies beside the index for whoever wants to read it.
 * Rejects with an OperatorError where it fails; what failed, it has said itself.
 */
export async function buildIndex({ source, out, signal, program = PROGRAM }: IndexBuild): Promise<void> {
  const child = spawn(process.execPath, [program, "--source", source, "--out", out], {
    stdio: ["ignore", "ignore", 2],
    signal,
  });
  // A parent that dies of something else must not leave a build behind.
  const end = () => child.kill();
  process.once("exit", end);
  try {
    const code = await new Promise<number | string>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (exit, killedBy) => resolve(exit ?? killedBy ?? "?"));
    });
    if (code !== 0) throw new Error(`exit ${code}`);
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new OperatorError(
      {
        es: `No se pudo construir el índice de ${source} en ${out} (${reason})`,
        en: `The index of ${source} could not be built in ${out} (${reason})`,
      },
      { cause },
    );
  } finally {
    process.off("exit", end);
  }
}
