/** Ids that were seen lately: platforms deliver at least once. */
import { BoundedMap } from "./bounded-map.js";

export class SeenIds<Id extends string | number> {
  readonly #ids: BoundedMap<Id, true>;

  /** @param capacity how many ids are remembered; at least half as many always are */
  constructor(capacity = 40_000) {
    this.#ids = new BoundedMap(capacity);
  }

  /** Whether `id` is new; it no longer is afterwards. */
  isNew(id: Id): boolean {
    if (this.#ids.get(id)) return false;
    this.#ids.set(id, true);
    return true;
  }

  /** Makes `id` new again. */
  forget(id: Id): void {
    this.#ids.delete(id);
  }
}
