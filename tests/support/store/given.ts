/** What every case of the store is given. */
import type { Store } from "../../../src/store/port.js";

export interface Given {
  /** The store that the case asks: cases share it, and keep out of each other's way by what `unique` gives. */
  store(): Store;
  /** An id that nobody else has. */
  unique(prefix: string): string;
}

/** A moment, in minutes. */
export const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
