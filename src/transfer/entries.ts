/** What is read of somebody's ratings, before anything of it is looked up. */

/** A film as another site's list names it, with all that the lists of one export say of it. */
export interface Entry {
  readonly title: string;
  readonly year?: number;
  readonly originalTitle?: string;
  readonly tmdb?: number;
  /** 114709 for tt0114709. */
  readonly imdb?: number;
  /** Score from 1 to 10. */
  readonly rating?: { readonly score: number; readonly at: string };
  /** When it was seen last, as far as the lists tell. */
  readonly seen?: string;
  /** Since when it is wanted. */
  readonly wanted?: string;
}

/** The kinds of list there are; a list of IMDb's is a watchlist, whatever it is called there. */
export type ListKind = "ratings" | "watched" | "diary" | "watchlist";

/** Whose export it is; `exchange` is the form that Letterboxd imports and that we export. */
export type Source = "letterboxd" | "imdb" | "exchange";

/** What was read, and what was not. */
export interface ReadReport {
  readonly source: Source;
  /** Rows of each list that was read. */
  readonly lists: readonly { readonly kind: ListKind; readonly rows: number }[];
  /** Entries with a score; seen without one; wanted. */
  readonly rated: number;
  readonly seen: number;
  readonly wanted: number;
  /** Diary rows that say that a film was seen again. */
  readonly rewatches: number;
  /** Series, episodes, games: how many, and what the first of them are called. */
  readonly notFilms: { readonly count: number; readonly titles: readonly string[] };
  /** Rows without a title, or cut off. */
  readonly unreadable: number;
  /** Rows beyond those that are read of one list. */
  readonly leftOut: number;
}

export interface ReadRatings {
  readonly entries: readonly Entry[];
  readonly report: ReadReport;
}
