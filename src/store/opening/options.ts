/** Which store, and who is told how it is. Can be handed to another thread but for `onChange`. */
import type { StoreHealth } from "../port.js";

export interface StorePlace {
  /** Where PostgreSQL is; the embedded engine where undefined. */
  readonly databaseUrl?: string;
  /** Where the embedded engine has its file. */
  readonly folder: string;
}

export interface StoreOptions extends StorePlace {
  /** Told whenever the store goes away or comes back, for the log. */
  readonly onChange?: (health: StoreHealth) => void;
}
