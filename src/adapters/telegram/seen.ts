/** Updates that were seen lately: Telegram delivers at least once. */
export class Seen {
  readonly #ids = new Set<number>();

  /** @param capacity how many ids are remembered */
  constructor(private readonly capacity = 20_000) {}

  /** Whether `id` is new; it no longer is afterwards. */
  isNew(id: number): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    for (const oldest of this.#ids) {
      if (this.#ids.size <= this.capacity) break;
      // A Set keeps the order of insertion: the first is the oldest.
      this.#ids.delete(oldest);
    }
    return true;
  }
}
