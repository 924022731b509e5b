/** What films, or other titles, may be asked to meet. */
import type {
  CollectionRow,
  CompanyRow,
  CountryRow,
  FilmRow,
  GenreRow,
  KeywordRow,
  LanguageRow,
  PersonRow,
  PlatformRow,
  Rows,
} from "../catalog/rows.js";

/** Film rows, ascending, each once. */
export type FilmList = Rows<FilmRow>;

/** Something that a film has, is of, or is. */
export type Trait =
  | { readonly kind: "film"; readonly row: FilmRow }
  | { readonly kind: "genre"; readonly row: GenreRow }
  /** `words` is what the theme was called, for titles that are no films; `keywords` what makes a film be of it. */
  | {
      readonly kind: "theme";
      readonly words: string;
      readonly films: FilmList;
      readonly keywords: readonly KeywordRow[];
    }
  | { readonly kind: "actor" | "director"; readonly row: PersonRow }
  /** Acts or directs. */
  | { readonly kind: "person"; readonly row: PersonRow }
  | { readonly kind: "country"; readonly row: CountryRow }
  /** Original language. */
  | { readonly kind: "language"; readonly row: LanguageRow }
  | { readonly kind: "platform"; readonly row: PlatformRow }
  /** A collection, and where it stands for a universe, all of that. */
  | { readonly kind: "franchise"; readonly row: CollectionRow }
  /** A company, and where it leads a house, all of that. */
  | { readonly kind: "company"; readonly row: CompanyRow };

/** A figure of a film that is known and within bounds, these included. */
export type Bound =
  | { readonly kind: "year" | "minutes"; readonly least: number }
  | { readonly kind: "year" | "minutes"; readonly most: number }
  /** Average vote, 0–10, or votes as they are told. */
  | { readonly kind: "average" | "votes"; readonly least: number };

/** A trait that a film must not have. */
export interface Exclusion {
  readonly kind: "not";
  readonly trait: Trait;
}

export type Constraint = Trait | Bound | Exclusion;

/** All of them hold. Adult films meet none. */
export type Filter = readonly Constraint[];
