/** The last `capacity` things pushed: a stand-in may run for hours. */
export class Ring<T> {
  readonly #capacity: number;
  #items: T[] = [];
  /** Where the next one goes once it is full. */
  #next = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  push(item: T): void {
    if (this.#items.length < this.#capacity) {
      this.#items.push(item);
      return;
    }
    this.#items[this.#next] = item;
    this.#next = (this.#next + 1) % this.#capacity;
  }

  /** Puts another in the place of the newest that `matches`, where there is one. */
  replace(matches: (item: T) => boolean, by: T): void {
    const newest = this.all.findLast(matches);
    if (newest !== undefined) this.#items[this.#items.indexOf(newest)] = by;
  }

  /** Oldest first. */
  get all(): readonly T[] {
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
