/**
 * A map of bounded size that forgets what was not used for long: whoever writes to the bot decides what goes in. Two
 * generations instead of an order of use: to keep such an order, a Map would delete and insert at each look-up, which takes
 * 50 µs once it holds 20,000 entries.
 */

interface Entry<Value> {
  readonly value: Value;
  readonly size: number;
}

export class BoundedMap<Key, Value> {
  #young = new Map<Key, Entry<Value>>();
  /** What was used before the young generation began; whatever is not used again goes with it. */
  #old = new Map<Key, Entry<Value>>();
  #youngSize = 0;
  readonly #most: number;

  /** @param capacity what the sizes of all entries may add up to; at least half as much is always kept */
  constructor(capacity: number) {
    this.#most = Math.max(1, capacity / 2);
  }

  get(key: Key): Value | undefined {
    const entry = this.#young.get(key);
    if (entry) return entry.value;
    const used = this.#old.get(key);
    if (used) this.#add(key, used);
    return used?.value;
  }

  /** What is larger than one generation is not kept. */
  set(key: Key, value: Value, size = 1): void {
    if (size <= this.#most) this.#add(key, { value, size });
    else this.delete(key);
  }

  delete(key: Key): void {
    this.#youngSize -= this.#young.get(key)?.size ?? 0;
    this.#young.delete(key);
    this.#old.delete(key);
  }

  #add(key: Key, entry: Entry<Value>): void {
    this.#youngSize += entry.size - (this.#young.get(key)?.size ?? 0);
    if (this.#youngSize > this.#most) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#youngSize = entry.size;
    }
    this.#young.set(key, entry);
  }
}
