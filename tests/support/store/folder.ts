import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder on the disk that goes when the tests end. */
export function temporaryFolder(within = tmpdir()): string {
  const folder = mkdtempSync(join(within, "claqueta-store-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder in memory where there is one: what is not about the disk need not wait for it. */
export function memoryFolder(): string {
  const memory = "/dev/shm";
  return temporaryFolder(existsSync(memory) ? memory : tmpdir());
}
