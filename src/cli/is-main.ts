/** Whether a module is the program that was started, and not one that a test imported. */
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

export function isMain(moduleUrl: string): boolean {
  const [, started] = process.argv;
  if (started === undefined) return false;
  try {
    return realpathSync(started) === realpathSync(fileURLToPath(moduleUrl));
  } catch {
    // What was started is no file: not this one.
    return false;
  }
}
