/** A list that forgets its oldest entries: a stand-in may run for hours. */
export class Ring<Value> {
  #entries: Value[] = [];

  constructor(private readonly capacity: number) {}

  push(value: Value): void {
    this.#entries.push(value);
    // Dropping one at a time would copy the list at every push.
    if (this.#entries.length > this.capacity * 2) this.#entries = this.#entries.slice(-this.capacity);
  }

  replace(is: (value: Value) => boolean, by: Value): void {
    const at = this.#entries.findLastIndex(is);
    if (at !== -1) this.#entries[at] = by;
  }

  get all(): readonly Value[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }
}
