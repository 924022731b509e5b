/** Work in steps, so that whoever does it can leave it between any two and answer others meanwhile. */

/** Yields after some tens of microseconds of work. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Milliseconds at a stretch; a step and what else goes on may come on top of it. */
const TURN = 2;

/** Does it all without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** @param pause awaited after each stretch */
export async function inTurns<Result>(steps: Steps<Result>, pause: () => Promise<unknown>): Promise<Result> {
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - began < TURN) continue;
    await pause();
    began = performance.now();
  }
}

/** The same items, with a step after every so many. */
export function* stepping<Item>(items: Iterable<Item>, each: (item: Item) => void, every = 100): Steps<void> {
  let gone = 0;
  for (const item of items) {
    each(item);
    if (++gone % every === 0) yield;
  }
}
