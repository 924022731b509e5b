/** What readers hand over: the parts of a catalogue, file by file, before they are merged. */
import type { FilmRecord, NamedRef, PlatformTitle, RatingSummary, SourceFile, Watching } from "../records.js";
import type { RatingRows } from "./dataset/rating-rows.js";

/** Where a record was read. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}

/** A film as one row or one entry tells it. */
export interface ReadFilm {
  readonly film: FilmRecord;
  readonly place: Place;
  /** The source says that it is out, or says nothing: films may be announced for years to come. */
  readonly released: boolean;
}

/** Who made a film, as one row tells it. */
export type Credits = Pick<FilmRecord, "cast" | "castOrdered" | "crew">;

/** A film that MovieLens tells of: which one of TMDB's it is, its links tell. */
export interface LensFilm extends ReadFilm {
  readonly movieId: number;
}

export interface ReadRatings {
  readonly file: string;
  readonly rows: number;
  /** By MovieLens id. */
  readonly byMovie: ReadonlyMap<number, RatingSummary>;
  /** Single ratings, or those of some users where there are very many. */
  readonly sample: RatingRows;
}

/** Everything that was read. */
export interface SourceParts {
  readonly films: ReadFilm[];
  readonly credits: { readonly filmId: number; readonly credits: Credits; readonly place: Place }[];
  readonly keywords: {
    readonly filmId: number;
    keywords: readonly NamedRef[];
    readonly place: Place;
  }[];
  /** MovieLens id → TMDB id; the first one told stays. */
  readonly links: Map<number, number>;
  readonly ratings: ReadRatings[];
  /** Of ratings that are only told as a sum, by TMDB id. */
  readonly ratingSummaries: Map<number, RatingSummary>;
  /** By TMDB id, where a table of its own tells it. */
  readonly watching: Map<number, Watching>;
  readonly platformTitles: { readonly title: PlatformTitle; readonly place: Place }[];
  readonly lensFilms: LensFilm[];
  /** Films of which only IMDb's id is known: which of TMDB's they are, other files tell. */
  readonly imdbFilms: ReadFilm[];
  /** IMDb id → TMDB id, as MovieLens' links tell. */
  readonly imdbLinks: Map<string, number>;
  /** TMDB ids of films that were withdrawn there: no source may tell of them any more. */
  readonly withdrawn: Set<number>;
  /** Spanish names by TMDB id, for films that have none; the first one told stays. */
  readonly labels: Map<number, string>;
}

export function emptyParts(): SourceParts {
  return {
    films: [],
    credits: [],
    keywords: [],
    links: new Map(),
    ratings: [],
    ratingSummaries: new Map(),
    watching: new Map(),
    platformTitles: [],
    lensFilms: [],
    imdbFilms: [],
    imdbLinks: new Map(),
    withdrawn: new Set(),
    labels: new Map(),
  };
}

/** What a file turned out to be. */
export interface InputSummary {
  /** As `SourceFile` has it. */
  readonly kind: SourceFile["kind"];
  /** Rows or entries met. */
  readonly rows: number;
  /** Of them, those that are used. */
  readonly kept: number;
}
