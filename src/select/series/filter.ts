/** What series may be asked to meet: what the catalogues of platforms tell of them. */
import type { CountryRow, GenreRow, PersonRow, PlatformRow } from "../../catalog/rows.js";

export type SeriesTrait =
  | { readonly kind: "platform"; readonly row: PlatformRow }
  | { readonly kind: "genre"; readonly row: GenreRow }
  | { readonly kind: "country"; readonly row: CountryRow }
  /** Acts or directs where no role is said. */
  | { readonly kind: "actor" | "director" | "person"; readonly row: PersonRow }
  /** One of these phrases in the titles or the description, or else this genre. */
  | { readonly kind: "theme"; readonly phrases: readonly string[]; readonly genre?: GenreRow };

/** A year in which it ran, as far as catalogues tell: one of them the first season's, another the newest's. */
export type SeriesBound =
  | { readonly kind: "year"; readonly least: number }
  | { readonly kind: "year"; readonly most: number };

export type SeriesConstraint =
  | SeriesTrait
  | SeriesBound
  | { readonly kind: "not"; readonly trait: SeriesTrait };

/** All of them hold. */
export type SeriesFilter = readonly SeriesConstraint[];
