/** A version of one root taken over into another. */
import { cpSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { draftPath, pointTo } from "./versions.js";

/**
 * Copies a version as it stands and puts it in use. Killed at any moment, the root has all of it or none.
 * @throws the file system's errors
 */
export function copyVersion(from: string, name: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const draft = draftPath(to, name);
  rmSync(draft, { recursive: true, force: true });
  cpSync(join(from, name), draft, { recursive: true });
  rmSync(join(to, name), { recursive: true, force: true });
  renameSync(draft, join(to, name));
  pointTo(to, name);
}
