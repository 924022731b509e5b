/**
 * What a source tells, after cleaning and merging, and before it is encoded as an index.
 * Unknown is `undefined` (never 0, never an empty string); lists are empty where nothing is known.
 */

import type { Way } from "../src/catalog/platforms.js";

/** A thing with an id of its source (TMDB's) and a name. Ids below 0 are ours, for names that came without one. */
export interface NamedRef {
  readonly id: number;
  readonly name: string;
}

/** A country (ISO 3166-1 alpha-2) or language (ISO 639-1) with the name the source gives it. */
export interface CodeRef {
  readonly code: string;
  readonly name: string;
}

/** One job of one person behind the camera: "Director", "Screenplay", "Producer"… (TMDB's job names). */
export interface CrewRef {
  readonly person: NamedRef;
  readonly job: string;
}

export interface FilmRecord {
  /** TMDB id. */
  id: number;
  imdbId?: string;
  /** The source's (English) title; never empty. */
  title: string;
  originalTitle?: string;
  /** The original title in Latin letters, where it is in others. */
  originalLatin?: string;
  /** Title in Spain. */
  titleEs?: string;
  /** Title in Latin America, where it differs from Spain's. */
  titleEs419?: string;
  /** Further names people use. */
  aka: readonly string[];
  /** YYYY-MM-DD. */
  releaseDate?: string;
  /** Only the year of that date is known, of which it is the first day. */
  yearOnly?: boolean;
  /** Minutes. */
  runtime?: number;
  /** US dollars. */
  budget?: number;
  /** US dollars. */
  revenue?: number;
  /** TMDB popularity. */
  popularity?: number;
  voteCount: number;
  /** The year in which they were counted. */
  votesYear?: number;
  /** Our estimate of how well known the film is, 1–5; it stands in where a source tells no votes. */
  prominence?: number;
  /** 0–10. */
  voteAverage?: number;
  adult: boolean;
  /** English TMDB names. */
  genres: readonly string[];
  collection?: NamedRef;
  companies: readonly NamedRef[];
  countries: readonly CodeRef[];
  /** ISO 639-1. */
  originalLanguage?: string;
  spokenLanguages: readonly CodeRef[];
  keywords: readonly NamedRef[];
  /** English plot summary of the source. */
  overview?: string;
  /** Spanish synopsis. */
  synopsis?: string;
  /** Path below TMDB's image server, "/abc.jpg". */
  poster?: string;
  /** Distinct people; in billing order where `castOrdered`, otherwise a set. Objects are shared between films (one per person). */
  cast: readonly NamedRef[];
  castOrdered: boolean;
  crew: readonly CrewRef[];
  /** Undefined where nobody was asked; empty offers where nobody offers it. */
  watching?: Watching;
}

/** Where a film can be watched in one region, as JustWatch tells through TMDB. */
export interface Watching {
  /** ISO 3166-1 code. */
  readonly region: string;
  /** Day on which TMDB was asked, YYYY-MM-DD. */
  readonly asOf?: string;
  /** Names of providers by the way they offer it, each name once in a way. */
  readonly offers: Readonly<Record<Way, readonly string[]>>;
}

/** What MovieLens users said of a film. */
export interface RatingSummary {
  count: number;
  /** Sum of stars, 0.5–5. */
  sum: number;
  /** Ratings of 4 stars and more. */
  likes: number;
}

/**
 * Single ratings: user u rated `films[offsets[u]…offsets[u + 1]]` (TMDB ids) with `stars` beside them, in half-stars.
 * Users have no names here, and come in an order that says nothing.
 */
export interface UserRatingLists {
  readonly offsets: Int32Array;
  readonly films: Int32Array;
  readonly stars: Uint8Array;
}

export type Platform = "amazon" | "disney" | "hulu" | "netflix";

export interface PlatformTitle {
  /** First letter of the platform + show_id: "as123". */
  readonly id: string;
  readonly platform: Platform;
  /** Of the film or series that it is, where its catalogue tells it. */
  readonly imdbId?: string;
  /** The country in whose catalogue it stands, an ISO 3166-1 code. */
  readonly region?: string;
  readonly type: "movie" | "series";
  readonly title: string;
  readonly directors: readonly string[];
  readonly cast: readonly string[];
  readonly countries: readonly string[];
  /** YYYY-MM-DD. */
  readonly dateAdded?: string;
  readonly releaseYear?: number;
  /** Maturity rating; "G" where the file has none. */
  readonly maturity: string;
  readonly durationInt?: number;
  readonly durationType?: "min" | "season";
  readonly genres: readonly string[];
  /** Of series alone: what movies are about is told by the films that they are. */
  readonly description?: string;
  /** 1–100. */
  readonly score?: number;
}

/** A file that was read. */
export interface SourceFile {
  /** Path relative to its source folder, with "/" ("credits.csv.gz", "archive.zip!/credits.csv"). */
  readonly file: string;
  /** What its contents say it is: "movies", "credits", "keywords", "links", "ratings", "platform-titles", "starter-…". */
  readonly kind: string;
  readonly rows: number;
  /** SHA-256 of the file's bytes as they lie on disk. */
  readonly sha256: string;
}

/** The companies of one house, as our own table tells it; names are those of the sources. */
export interface CompanyGroup {
  readonly es: string;
  readonly en: string;
  /** The one people mean. */
  readonly lead: string;
  /** The others. */
  readonly members: readonly string[];
  /** What people call the house. */
  readonly aka: readonly string[];
}

/** Films that tell of one world, whichever collections the sources put them in. */
export interface Universe {
  /** A name for programs: "star-wars". */
  readonly id: string;
  readonly es: string;
  readonly en: string;
  /** The collection that people mean by its name; undefined where the sources have none. */
  readonly lead?: string;
  /** The order of `films`; "release" also where they tell no common story. */
  readonly listed: "story" | "release";
  readonly aka: readonly string[];
  readonly films: readonly { readonly id: number; readonly apart?: true }[];
}

/** What people call a collection of the sources. */
export interface FranchiseNames {
  readonly collection: string;
  readonly es?: string;
  /** In Latin America, where it is another. */
  readonly es419?: string;
  readonly aka: readonly string[];
}

/** Keywords that mean one theme to people. */
export interface KeywordTheme {
  readonly es: string;
  readonly en: string;
  /** What else people call it. */
  readonly said: { readonly es: readonly string[]; readonly en: readonly string[] };
  /** By their names in the sources. */
  readonly keywords: readonly string[];
}

export interface OwnGroups {
  readonly companies: readonly CompanyGroup[];
  readonly universes: readonly Universe[];
  readonly franchises: readonly FranchiseNames[];
  readonly themes: readonly KeywordTheme[];
  /** Where they were read, to be told among the sources. */
  readonly files: readonly SourceFile[];
}

export const NO_GROUPS: OwnGroups = { companies: [], universes: [], franchises: [], themes: [], files: [] };

export interface SourceCatalog {
  /** By TMDB id; who encodes them lets them go. */
  readonly films: Map<number, FilmRecord>;
  /** Further names of people by their id. */
  readonly personAliases: ReadonlyMap<number, readonly string[]>;
  readonly platformTitles: readonly PlatformTitle[];
  /** By TMDB id, of films in `films`. */
  readonly ratings: ReadonlyMap<number, RatingSummary>;
  readonly userRatings: UserRatingLists;
  readonly files: readonly SourceFile[];
  /** Our own tables of what belongs together. */
  readonly groups: OwnGroups;
  /**
   * Day up to which the sources tell of films, YYYY-MM-DD: the newest release date of a film that is out and has at
   * least a hundred votes (announced films have a date as well); see `dataDateOf` for what stands in where there is none.
   */
  readonly dataDate: string;
}
