/** What a value of an option that narrows films down was understood as. */
import type { Constraint } from "../../../src/select/filter.js";
import type { FilterOption } from "./options.js";

export interface Meaning<Meant = Constraint> {
  readonly constraint: Meant;
  /** What programs call it: "tmdb:603", "Horror", 1980. */
  readonly exact: string | number;
  /** What the reader calls it. */
  readonly label: string;
}

/** One thing that somebody asks of films. */
export interface Asked extends Meaning {
  readonly option: FilterOption;
  /** Its place in the option's list. */
  readonly at?: number;
}
