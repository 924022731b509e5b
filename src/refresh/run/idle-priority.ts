/**
 * Lets a process have only the time that nobody else wants, and notices where that is none.
 *
 * A process of low priority still keeps a core for some milliseconds while an answer is due, and whoever answers is not
 * put on that core but behind others on another one. Linux has a class of processes for which neither holds; who is in
 * it gets next to nothing, though, where all cores are always busy, and only the superuser gets out of it again.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** Without `chrt` (or Linux) the process stays as it is. */
export function useIdlePriority({ pid }: ChildProcess): void {
  if (process.platform !== "linux" || pid === undefined) return;
  const setting = spawn("chrt", ["-a", "-i", "-p", "0", String(pid)], { stdio: "ignore" });
  setting.once("error", () => undefined);
  setting.unref();
}

/** A process that got less than this share of the time in which it could have worked is starving. */
const LEAST_SHARE = 0.1;
/** Nanoseconds of waiting that say nothing yet. */
const PATIENCE = 1e9;

/** Whether a process waited for a core nearly all the time; waiting for a disk does not count. */
export function isStarving(pid: number): boolean {
  try {
    const [worked = 0, waited = 0] = readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ").map(Number);
    return waited > PATIENCE + worked / LEAST_SHARE;
  } catch {
    // It has ended, or the system does not tell.
    return false;
  }
}
