/** Work that waits its turn: what is given under one key is done in that order, whatever goes wrong with it. */
export class Turns<Key> {
  readonly #last = new Map<Key, Promise<unknown>>();

  /** Does the work once all that was given before it under that key is done. */
  async take<Result>(key: Key, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(key);
    const turn = (async () => {
      // Whoever gave it is told what went wrong with it.
      await before?.catch(() => undefined);
      return work();
    })();
    this.#last.set(key, turn);
    try {
      return await turn;
    } finally {
      if (this.#last.get(key) === turn) this.#last.delete(key);
    }
  }
}
