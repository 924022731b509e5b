/** The last `capacity` things pushed: long benches must not grow. */
export class Ring<T> {
  #items: T[] = [];
  #next = 0;

  constructor(readonly capacity: number) {}

  push(item: T): void {
    if (this.#items.length < this.capacity) {
      this.#items.push(item);
      return;
    }
    this.#items[this.#next] = item;
    this.#next = (this.#next + 1) % this.capacity;
  }

  /** Oldest first. */
  toArray(): T[] {
    return [...this.#items.slice(this.#next), ...this.#items.slice(0, this.#next)];
  }

  get length(): number {
    return this.#items.length;
  }

  clear(): void {
    this.#items = [];
    this.#next = 0;
  }
}
