/** How long something takes, apart from what the machine does beside it. */

/** Passes over everything that is timed; one before them is compiled while it runs, and does not count. */
const PASSES = 5;

/** Milliseconds of each task: the least of some passes over all of them, one task after the other. */
export async function leastTimes(tasks: readonly (() => unknown)[]): Promise<number[]> {
  const least = tasks.map(() => Number.POSITIVE_INFINITY);
  for (let pass = 0; pass <= PASSES; pass++) {
    for (const [at, task] of tasks.entries()) {
      const started = performance.now();
      await task();
      const took = performance.now() - started;
      if (pass > 0) least[at] = Math.min(least[at] ?? took, took);
    }
  }
  return least;
}
