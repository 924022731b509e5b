/**
 * Memory that forgets what was not used for long: whoever writes to the bot decides what goes in. Two generations
 * instead of an order of use, which a Map keeps only by deleting and inserting at every look-up.
 */
export class Bounded<Key, Value> {
  #young = new Map<Key, Value>();
  /** What was used before the young generation began; whatever is not used again goes with it. */
  #old = new Map<Key, Value>();
  readonly #most: number;

  /** @param capacity how many entries are kept at most */
  constructor(capacity: number) {
    this.#most = Math.max(1, Math.floor(capacity / 2));
  }

  get(key: Key): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const value = this.#old.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    if (this.#young.size >= this.#most && !this.#young.has(key)) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }

  delete(key: Key): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }
}
