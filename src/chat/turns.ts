/** For what takes long: others are answered meanwhile. */

/** Milliseconds at a stretch after which others have their turn. */
const STRETCH = 3;

export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Another turn where what was begun at a time took long; none else. @param since as `performance.now()` gave it */
export async function turnAfter(since: number): Promise<void> {
  if (performance.now() - since > STRETCH) await nextTurn();
}
