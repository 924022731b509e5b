import type { StorePlace } from "../place.js";
import type { StoreHealth } from "../port.js";

export interface StoreOptions extends StorePlace {
  /** Told whenever the store goes away or comes back, for the log. */
  readonly onChange?: (health: StoreHealth) => void;
}
