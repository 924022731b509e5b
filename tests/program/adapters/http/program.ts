/** The built program with HTTP, in a process of its own. */
import { tmpdir } from "node:os";
import { MAIN, type RunningProgram, run } from "../../../support/running-program.js";

/** Starts it, and waits until it has said that all is up. */
export async function start(settings: Readonly<Record<string, string>>): Promise<RunningProgram> {
  const env = { ...process.env, LOCALE: "es", LOG_LEVEL: "", ...settings };
  const program = run(process.execPath, [MAIN], { cwd: tmpdir(), env });
  await program.until("npm run ask");
  return program;
}
