import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEachFile } from "../clean-up.js";

const folders: string[] = [];

afterEachFile(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder on the disk that goes when the tests end. */
export function temporaryFolder(within = tmpdir()): string {
  const folder = mkdtempSync(join(within, "claqueta-store-"));
  folders.push(folder);
  return folder;
}

/** A folder in memory where there is one: what is not about the disk need not wait for it. */
export function memoryFolder(): string {
  const memory = "/dev/shm";
  return temporaryFolder(existsSync(memory) ? memory : tmpdir());
}
