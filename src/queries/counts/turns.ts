/** Counting very many things in short turns, so that questions are answered in between. */

/** Milliseconds after which others have their turn. */
const LONGEST = 4;

/** Things that are counted before the clock is looked at. */
export const AT_ONCE = 256;

/** To be awaited again and again while something is counted: it waits where the turn has lasted long enough. */
export function turns(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < LONGEST) return;
    await new Promise<void>((resolve) => void setImmediate(resolve));
    begun = performance.now();
  };
}

/** All things, so many at once, each lot in its turn. */
export async function* inBatches<Thing>(things: Iterable<Thing>, turn = turns()): AsyncGenerator<Thing[]> {
  let some: Thing[] = [];
  for (const thing of things) {
    some.push(thing);
    if (some.length < AT_ONCE) continue;
    yield some;
    some = [];
    await turn();
  }
  yield some;
}
