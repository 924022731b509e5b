/** Updates that were seen lately: Telegram delivers at least once. */
import { Bounded } from "./bounded.js";

export class Seen {
  readonly #ids: Bounded<number, true>;

  /** @param capacity how many ids are remembered; at least half as many always are */
  constructor(capacity = 40_000) {
    this.#ids = new Bounded(capacity);
  }

  /** Whether `id` is new; it no longer is afterwards. */
  isNew(id: number): boolean {
    if (this.#ids.get(id)) return false;
    this.#ids.set(id, true);
    return true;
  }
}
