/**
 * What the rest of the program asks of `find`: from what people type to what they mean.
 * Types only; the engine behind it can change without a caller noticing.
 */

import type {
  CollectionRow,
  CompanyRow,
  FilmRow,
  KeywordRow,
  PersonRow,
  PlatformTitleRow,
} from "../catalog/rows.js";
import type { Words } from "../words.js";

/**
 * Why it is asked back, where it is not that several fit: what is nearest is likely another thing (`near`), or there is
 * none of the typed year (`year`).
 */
export type ChoiceReason = { readonly kind: "near" } | { readonly kind: "year"; readonly year: number };

/**
 * What a text resolved to.
 * - `found`: one clear meaning. `fit` tells whether the text was that name (after folding) or only close to
 *   it,
 *   `namesakes` are others of the same name, most voted first, worth listing below the answer.
 * - `choices`: several fit about equally, or what fits is in doubt, best first; ask.
 * - `none`: nothing fits; `suggestions` may be empty. `link` tells that the text holds a link or an id, and
 *   what that leads to: nothing that is known, or something else than what was asked for.
 */
export type Resolution<T> =
  | {
      readonly kind: "found";
      readonly value: T;
      readonly fit: "exact" | "close";
      readonly namesakes: readonly T[];
    }
  | { readonly kind: "choices"; readonly values: readonly T[]; readonly reason?: ChoiceReason }
  | {
      readonly kind: "none";
      readonly suggestions: readonly T[];
      readonly link?: LinkTarget;
      /** The country or language that a text names, where the catalogue has no film of it. */
      readonly absent?: Term;
    };

/**
 * What a link or an id is of. `title` is a title of a streaming catalogue, `page` a page that bears a name and does not
 * tell of what, `elsewhere` one of which not even that is known.
 */
export type LinkTarget =
  | "film"
  | "person"
  | "collection"
  | "company"
  | "title"
  | "page"
  | "series"
  | "elsewhere";

/**
 * What a title means where it may be a film's or a series'. The one it means is resolved; `series` and `films` are the
 * others, of the very name or as near, worth offering below.
 */
export type TitleMeaning =
  | {
      readonly kind: "film";
      readonly film: Resolution<FilmRow>;
      readonly series: readonly PlatformTitleRow[];
    }
  | {
      readonly kind: "series";
      readonly series: Resolution<PlatformTitleRow>;
      readonly films: readonly FilmRow[];
    };

export type Role = "actor" | "director";

/** The closed vocabularies: every value is known beforehand, in Spanish and English. */
export type Vocabulary =
  | "month"
  | "weekday"
  | "country"
  | "language"
  | "genre"
  | "platform"
  | "duration"
  | "order"
  | "type"
  | "chart";

/**
 * One value of a closed vocabulary. `id` is 1–12, 1 (lunes)–7, an ISO code, an English genre, a platform's
 * id, `min` or `season`, an order of `select`, `pelicula` or `serie`, a chart's topic; labels are for people.
 */
export interface Term {
  readonly id: string;
  readonly label: Words;
}

/** What films are about: one of our own groups of keywords, or the keywords of one name. */
export interface Theme {
  readonly name: { readonly es: string; readonly en: string };
  /**
   * Ascending. A film is about the theme where it bears any of them. None where no film of the catalogue does: then
   * only the full text may know films about it.
   */
  readonly keywords: readonly KeywordRow[];
}

/** The kinds of value an option can hold that can be completed from data. */
export type CompletionKind = "film" | Role | "person" | "collection" | "company" | Vocabulary;

export interface Completion {
  /** What is shown: "Toy Story (1995) · John Lasseter". */
  readonly label: string;
  /** What an option takes: exact ("tmdb:862") where such a value exists. */
  readonly value: string;
  /** What a person would have typed, and would resolve to the same: "Toy Story (1995)". */
  readonly text: string;
}

/** One look of the engine at one place. */
export interface ExplainedStep {
  readonly tier: "letters" | "slips" | "sound" | "ear" | "words";
  /** The form of the question that was looked for. */
  readonly text: string;
  /** Slips allowed. */
  readonly edits: number;
  /** Keys compared, and how many of them were near enough. */
  readonly compared: number;
  readonly kept: number;
}

/** A thing that was considered. Costs are edits, `score` is what decides: fame − cost. */
export interface ExplainedCandidate<Row> {
  readonly row: Row;
  /** The name, or part or form of one, that lay nearest. */
  readonly key: string;
  readonly tier: ExplainedStep["tier"];
  /** What the name costs that is not the text: slips, order, missing words. */
  readonly spelling: number;
  /** What it costs that the key is a part of a name, or a further name; below 0 where being the whole one counts. */
  readonly part: number;
  /** What the typed year of a film costs; below 0 where it is the film's, 0 for what has none. */
  readonly year: number;
  /** How well known the thing is, on the scale of costs. */
  readonly fame: number;
  readonly score: number;
}

/** Why a text means what it means. */
export interface Explanation<Row> {
  readonly steps: readonly ExplainedStep[];
  /** Highest cost of an answer; what costs more is at most suggested. */
  readonly limit: number;
  /** Least score of an answer that is not just what was typed. */
  readonly floor: number;
  /** Best first. */
  readonly candidates: readonly ExplainedCandidate<Row>[];
  readonly resolution: Resolution<Row>;
}

/** A film that is called just so. */
export interface TitledFilm {
  readonly row: FilmRow;
  /** What it costs that the text is a part of a title, or a further one, in edits; 0 for the whole. */
  readonly part: number;
}

/** The rows of each kind of thing that is found by name. */
export interface NamedRows {
  readonly film: FilmRow;
  readonly actor: PersonRow;
  readonly director: PersonRow;
  readonly collection: CollectionRow;
  readonly company: CompanyRow;
}

/** The kinds of thing that are found by name. */
export type NamedKind = keyof NamedRows;

/** The kinds of thing whose names are looked for in sentences; of people, whatever they do. */
export interface SpannedRows extends Pick<NamedRows, "film" | "collection" | "company"> {
  readonly person: PersonRow;
}

/** A run of words that is a name. */
export interface NamedSpan<Row> {
  /** Places among the words, `to` excluded. */
  readonly from: number;
  readonly to: number;
  /** The likeliest of those that bear it. */
  readonly row: Row;
  /** log10 of its votes. */
  readonly known: number;
  /** What it costs that the run is a part of the name, or a further one, in edits; 0 for the whole. */
  readonly part: number;
}

export interface Find {
  /**
   * Title (any known one), title with year, `tmdb:862`, `tt0114709`, a link, a file's name, one of our own
   * labels → film.
   */
  film(text: string): Resolution<FilmRow>;
  /** The film that a text is the very title of, where many know it and nobody is called so: told at once. */
  knownTitle(text: string): FilmRow | undefined;
  /**
   * All films of which a title, or a part of one, is just this after folding, best known first; some microseconds. For
   * lists of titles that nobody typed: nothing misspelt is found, and no year is read.
   */
  titled(title: string): readonly TitledFilm[];
  /**
   * Name of a series in a streaming catalogue, with or without its year, or a link → the title that stands for it there
   * (a series that several have is one); `title:ns81` → that very title, be it a series or a movie.
   */
  series(text: string): Resolution<PlatformTitleRow>;
  /**
   * The film or the series that a title means. A film of just that name is meant before a series, and a series of just
   * that name before a film that is only near; whoever says "serie" means one.
   */
  filmOrSeries(text: string): TitleMeaning;
  /**
   * Name, `person:31` or a link → person, among those with at least one film in that role; in either where none is
   * said.
   */
  person(text: string, role?: Role): Resolution<PersonRow>;
  /** Name, `collection:10194` or a link → collection. */
  collection(text: string): Resolution<CollectionRow>;
  /** Name, `company:3` or a link → company. */
  company(text: string): Resolution<CompanyRow>;
  /**
   * Every run of folded words that is just a name, by where it begins; some microseconds a word. For reading sentences:
   * nothing misspelt is found.
   */
  namesIn<Kind extends keyof SpannedRows>(
    kind: Kind,
    words: readonly string[],
  ): readonly NamedSpan<SpannedRows[Kind]>[];
  /**
   * "casas encantadas", "haunted house", "robar un banco" → what films are about: by our own themes, then by single
   * keywords. `exact` where these are the words of a name but for number and function words, `close` where gender or
   * another ending differs, or one letter of a longer word. The words have to be the whole of a name.
   */
  theme(text: string): Resolution<Theme>;
  /** The theme that is called just so, as `theme` finds it `exact`; none for all others, at a fraction of the cost. */
  themeCalled(text: string): Resolution<Theme>;
  /** What the first link or id in a text that tells something leads to; undefined where there is none. */
  linkIn(text: string): LinkTarget | undefined;
  /** The same for a thing of any of these kinds, with all that led to it: for people who wonder, and to measure. */
  explain<Kind extends NamedKind>(kind: Kind, text: string): Explanation<NamedRows[Kind]>;
  /** "ene", "setiembre", "1", "january" → the term. */
  term(vocabulary: Vocabulary, text: string): Resolution<Term>;
  /**
   * What a half-typed value may become, best first. `locale` is a BCP 47 tag and decides which title is
   * shown.
   */
  complete(kind: CompletionKind, text: string, limit: number, locale: string): readonly Completion[];
}

/** A film that tells of what was asked for. */
export interface TextMatch {
  readonly row: FilmRow;
  /** 0–1, only comparable within one answer. Of up to three words, (k − 1) / n to k / n where k of n match. */
  readonly score: number;
  /** The words of the question that match, as typed. */
  readonly matched: readonly string[];
}

/**
 * Films by what they are about: plot, keywords, genres, titles, people; in Spanish or English.
 * It is read after start, so that whoever answers may have to do without it for a moment, or for good.
 */
export interface FullText {
  /** Best first, at most `limit`; empty where no word that counts is known. Nothing in the text is syntax. */
  search(text: string, limit: number): readonly TextMatch[];
  /** All films in which every word that counts is found, best known first; none where there is no such word. */
  containing(text: string): readonly FilmRow[];
}
