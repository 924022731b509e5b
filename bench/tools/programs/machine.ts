/** How much of the machine other programs used while something was measured: figures of a busy machine say little. */
import { readdirSync, readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100;

/** Begins to count; the function gives the cores that others used on average since, NaN where the system does not tell. */
export function othersAtWork(): () => number {
  const start = performance.now();
  const before = { all: ticksOfAll(), own: ticksOfTree(process.pid) };
  return () => {
    const seconds = (performance.now() - start) / 1000;
    const ticks = ticksOfAll() - before.all - (ticksOfTree(process.pid) - before.own);
    return Math.max(0, ticks / TICKS_PER_SECOND / seconds);
  };
}

/** Processor time of everything: user, nice, system, and what interrupts took. */
function ticksOfAll(): number {
  try {
    const [, user, nice, system, , , irq, softIrq] = readFileSync("/proc/stat", "utf8").split(/\s+/u);
    return [user, nice, system, irq, softIrq].reduce((sum, ticks) => sum + Number(ticks), 0);
  } catch {
    return Number.NaN;
  }
}

/** Processor time of a process and all that it started, those that ended included. */
function ticksOfTree(root: number): number {
  return [...treeOf(root).values()].reduce((sum, ticks) => sum + ticks, 0);
}

/**
 * A process and those that it started, and those that they did, with the processor time of each, its ended children's
 * included; none where the system does not tell.
 */
export function treeOf(root: number): ReadonlyMap<number, number> {
  const processes = new Map<number, { readonly parent: number; readonly ticks: number }>();
  for (const name of readable(() => readdirSync("/proc")) ?? []) {
    const stat = /^\d+$/u.test(name) ? readable(() => readFileSync(`/proc/${name}/stat`, "utf8")) : undefined;
    if (stat === undefined) continue;
    // Behind the name, which may hold anything: field 4 is the parent, 14 to 17 are ticks, its ended children's too.
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const ticks = fields.slice(11, 15).reduce((sum, value) => sum + value, 0);
    processes.set(Number(name), { parent: fields[1] ?? 0, ticks });
  }
  const tree = new Map<number, number>();
  for (const [pid, { ticks }] of processes) {
    let at: number | undefined = pid;
    while (at !== undefined && at !== root) at = processes.get(at)?.parent;
    if (at === root) tree.set(pid, ticks);
  }
  return tree;
}

/** Undefined for a process that has just ended. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
