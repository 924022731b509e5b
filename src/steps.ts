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
export async function inTurns<Result>(
  steps: Steps<Result>,
  pause: () => Promise<unknown> = nextTurn,
): Promise<Result> {
  const turn = turns(pause);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const wait = turn();
    if (wait !== undefined) await wait;
  }
}

/** To be called again and again while something is done: what it gives is to be awaited, once a stretch is over. */
export function turns(pause: () => Promise<unknown> = nextTurn): () => Promise<void> | undefined {
  let began = performance.now();
  const rest = async () => {
    await pause();
    began = performance.now();
  };
  return () => (performance.now() - began < TURN ? undefined : rest());
}

/** The same items, with a step after every so many. */
export function* stepping<Item>(items: Iterable<Item>, each: (item: Item) => void, every = 100): Steps<void> {
  let gone = 0;
  for (const item of items) {
    each(item);
    if (++gone % every === 0) yield;
  }
}

/** Whatever else waits to be done. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

/** Another turn where what was begun at a time took long; none else. @param since as `performance.now()` gave it */
export async function turnAfter(since: number): Promise<void> {
  if (performance.now() - since > TURN) await nextTurn();
}
