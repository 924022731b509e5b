/** A person as results name them. */
import type { Catalog } from "../catalog/catalog.js";

export interface PersonRef {
  /** TMDB id; below 0 where the source gave none. */
  readonly id: number;
  /** As written in the data. */
  readonly name: string;
}

export function personRef({ people }: Catalog, row: number): PersonRef {
  return { id: people.id[row], name: people.name.get(row) };
}
