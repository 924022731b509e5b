/** What was seen lately: after a resume, or when Discord is not sure, events come twice. */
export class Seen {
  readonly #ids = new Set<string>();

  /** @param capacity how many ids are remembered */
  constructor(private readonly capacity = 20_000) {}

  /** Whether `id` is new; it no longer is afterwards. */
  isNew(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    if (this.#ids.size > this.capacity) {
      // A Set keeps the order of insertion: the first is the oldest.
      for (const oldest of this.#ids) {
        this.#ids.delete(oldest);
        break;
      }
    }
    return true;
  }
}
