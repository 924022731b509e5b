/** What readers hand over: the parts of a catalogue, file by file, before they are merged. */
import type { FilmRecord, NamedRef, PlatformTitle, RatingSummary, SourceFile, Watching } from "../records.js";
import type { RatingRows } from "./sources/dataset/rating-rows.js";

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
  /** Of MovieLens' 100k, whose ids are of its own. */
  readonly isOf100k?: boolean;
}

/** Whose ids films go by in a file of ratings: "movie" where only the sources together tell, MovieLens' or TMDB's. */
export type RatedBy = "movie" | "item" | "tmdb" | "imdb";

/** What films have many of. */
export type FilmFacts = Pick<
  FilmRecord,
  "genres" | "collection" | "companies" | "countries" | "spokenLanguages" | "keywords" | "cast" | "crew"
>;

/** Facts of a film as a table names it that tells them one a row. */
export interface ReadFacts {
  /** As the table calls it: by one of these. */
  readonly film: {
    readonly id?: number;
    readonly imdbId?: string;
    readonly title?: string;
    readonly year?: number;
  };
  readonly facts: FilmFacts;
  readonly place: Place;
}

/** Who is in a title of a platform, as a table of its own tells. */
export interface TitleCredits {
  readonly cast: readonly string[];
  readonly directors: readonly string[];
  readonly place: Place;
}

export interface ReadRatings {
  readonly file: string;
  readonly rows: number;
  readonly by: RatedBy;
  /** By MovieLens id; by that of TMDB below 0, once all files are read. */
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
  /** Id of MovieLens' 100k → TMDB id. */
  readonly items: Map<number, number>;
  readonly ratings: ReadRatings[];
  /** Of ratings that are only told as a sum, by TMDB id. */
  readonly ratingSummaries: Map<number, RatingSummary>;
  /** By TMDB id, where a table of its own tells it. */
  readonly watching: Map<number, Watching>;
  readonly platformTitles: { title: PlatformTitle; readonly place: Place }[];
  /** By the id of a title without its platform's letter. */
  readonly titleCredits: Map<string, TitleCredits>;
  /** People of titles that are films, as their catalogue tells it. */
  readonly titlePeople: { readonly filmId: number; readonly credits: Credits }[];
  readonly facts: ReadFacts[];
  /** Of which films they are, once all are read. */
  readonly factsOfFilms: { readonly filmId: number; readonly facts: FilmFacts; readonly place: Place }[];
  readonly lensFilms: LensFilm[];
  /** Films of which only IMDb's id is known: which of TMDB's they are, other files tell. */
  readonly imdbFilms: ReadFilm[];
  /** Films of which only title and year are known: the same. */
  readonly titledFilms: ReadFilm[];
  /** What tables without titles tell of films that others name. */
  readonly untitledFilms: ReadFilm[];
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
    items: new Map(),
    ratings: [],
    ratingSummaries: new Map(),
    watching: new Map(),
    platformTitles: [],
    titleCredits: new Map(),
    titlePeople: [],
    facts: [],
    factsOfFilms: [],
    lensFilms: [],
    imdbFilms: [],
    titledFilms: [],
    untitledFilms: [],
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

/** A table that is only read to its end when all others are. */
export interface LaterInput {
  /** Another table of its folder may tell the same. */
  readonly mayRepeat: boolean;
  finish(): InputSummary;
}

export type InputRead = InputSummary | LaterInput;
