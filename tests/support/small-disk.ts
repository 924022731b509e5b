/** A disk of a few megabytes that can be full: a file system in memory, where one can be mounted. */
import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

export interface SmallDisk {
  /** Takes all that is left of it. */
  fill(): void;
  /** Gives it back. */
  free(): void;
  remove(): void;
}

const PIECE = Buffer.alloc(65_536);

/** @returns undefined where none can be mounted: then it is an ordinary folder */
export function smallDisk(folder: string, megabytes: number): SmallDisk | undefined {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "claqueta-test", folder], {
      stdio: "ignore",
    });
  } catch {
    return undefined;
  }
  const filler = join(folder, "filler");
  return {
    fill() {
      const file = openSync(filler, "a");
      try {
        for (;;) writeSync(file, PIECE);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
    remove: () => void execFileSync("umount", ["--lazy", folder]),
  };
}
