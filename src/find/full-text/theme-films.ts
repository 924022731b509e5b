/** Which films are about a theme, and where that stands: in its keywords, in plots, in titles. */
import type { Catalog } from "../../catalog/catalog.js";
import { type FilmRow, type Rows, rowIn } from "../../catalog/rows.js";
import { firstAtLeast, firstPlace } from "../../catalog/sorted.js";
import { LONGEST_PHRASE, phraseTerm, textTerms } from "../encode/text/terms.js";
import { THEME_LANGUAGES, themeWords } from "../encode/text/theme-keys.js";
import { withKeywords } from "../encode/text/weights.js";
import type { NamedTheme } from "../themes/resolve.js";
import { type Evidence, FACT_SCALE, factByte, MOST_LOOKED_AT, THEME_SCALE } from "./evidence.js";
import { type FullTextTable, filmsOfTerm, type TermFilms } from "./terms.js";

type Facts = Pick<Catalog, "keywords" | "films" | "genres">;

/** Share of a name's films that bear the theme's keywords from which on the name is trusted in every text. */
const TRUSTED_SHARE = 0.08;
/** So many films without a keyword say nothing yet. */
const FILMS_OF_GRACE = 5;
/** With fewer films nothing is known of what they have in common. */
const ENOUGH_FILMS = 5;
/** So many films are gone through while one is sorted. */
const FILMS_FOR_ONE_SORTED = 64;
/** What is left to a film of genres that no film of the theme has. */
const LEAST_LIKENESS = 0.4;

/** What speaks for films being about a theme. */
export interface ThemeEvidence extends Omit<Evidence, "worth"> {
  /** How many films there are in all, as far as can be told from those that were looked at. */
  readonly count: number;
}

/** Looks at one theme after another; its arrays (14 bytes a film) are all zero between two. */
export class ThemeFilms {
  readonly #catalog: Facts;
  readonly #table: FullTextTable;
  /** How many of the theme's keywords a film bears. */
  readonly #counts: Uint16Array;
  /** What speaks for a film, 0–1. */
  readonly #values: Float64Array;
  readonly #found: Int32Array;
  #foundCount = 0;

  constructor(catalog: Facts, table: FullTextTable) {
    const films = catalog.films.rowCount;
    this.#catalog = catalog;
    this.#table = table;
    this.#counts = new Uint16Array(films);
    this.#values = new Float64Array(films);
    this.#found = new Int32Array(films);
  }

  evidence({ keywords, names }: NamedTheme): ThemeEvidence {
    const borne = keywords.map((keyword) => this.#catalog.keywords.films.get(keyword));
    const named = [...termsOf(names)].flatMap((term) => filmsOfTerm(this.#table, term) ?? []);
    const lists = [...borne, ...named.map(({ films }) => films)];
    const { end, share } = lookedAt(lists, this.#catalog.films.rowCount);
    for (const films of borne) this.#addKeyword(films, end);
    const bearing = this.#found.slice(0, this.#foundCount) as unknown as Rows<FilmRow>;
    for (const term of named) this.#addTerm(term, end);
    const rows = this.#foundInOrder(end);
    const likeness = genreLikeness(this.#catalog, bearing);
    const bytes = new Uint8Array(rows.length);
    for (let at = 0; at < rows.length; at++) {
      const film = rows[at];
      bytes[at] = factByte(this.#values[film] * likeness(film));
      this.#values[film] = 0;
      this.#counts[film] = 0;
    }
    this.#foundCount = 0;
    return { films: rows, bytes, scale: FACT_SCALE, count: rows.length / share };
  }

  /** Ascending: many are sooner met one after the other among all films than sorted. */
  #foundInOrder(end: number): Rows<FilmRow> {
    const count = this.#foundCount;
    const values = this.#values;
    const rows = this.#found.slice(0, count);
    if (count * FILMS_FOR_ONE_SORTED < end) rows.sort();
    else for (let film = 0, at = 0; at < count; film++) if (values[film] !== 0) rows[at++] = film;
    return rows as unknown as Rows<FilmRow>;
  }

  #addKeyword(films: Rows<FilmRow>, end: number): void {
    const { adult } = this.#catalog.films;
    for (let at = 0; at < films.length; at++) {
      const film = films[at];
      if (film >= end) return;
      if (adult[film] !== 0) continue;
      this.#counts[film]++;
      this.#raise(film, told(this.#counts[film]));
    }
  }

  #addTerm({ films, places }: TermFilms, end: number): void {
    const count = firstAtLeast(films, end);
    const trust = this.#trustIn(films, count);
    for (let at = 0; at < count; at++) {
      const film = films[at];
      const borne = this.#counts[film];
      const byKeywords = told(borne);
      this.#raise(film, byKeywords + trust * (told(borne, places[at]) - byKeywords));
    }
  }

  #raise(film: FilmRow, value: number): void {
    const before = this.#values[film];
    if (value <= before) return;
    if (before === 0) this.#found[this.#foundCount++] = film;
    this.#values[film] = value;
  }

  /**
   * How far a name means the theme in titles and plots, 0–1: "shark" does, "the disappeared" of a dictatorship are
   * mostly others. By the first `count` of its films.
   */
  #trustIn(films: Rows<FilmRow>, count: number): number {
    let both = 0;
    for (let at = 0; at < count; at++) if (this.#counts[films[at]] > 0) both++;
    return Math.min(1, (both + 0.5) / (count + FILMS_OF_GRACE) / TRUSTED_SHARE);
  }
}

/** The film before which MOST_LOOKED_AT entries of ascending lists stand at most, and which share of them all those are. */
function lookedAt(lists: readonly Rows<FilmRow>[], films: number): { end: number; share: number } {
  const entries = lists.reduce((sum, { length }) => sum + length, 0);
  if (entries <= MOST_LOOKED_AT) return { end: films, share: 1 };
  const end = firstPlace(0, films, (film) => entriesBefore(lists, film + 1) <= MOST_LOOKED_AT);
  return { end, share: entriesBefore(lists, end) / entries };
}

function entriesBefore(lists: readonly Rows<FilmRow>[], film: number): number {
  return lists.reduce((sum, films) => sum + firstAtLeast(films, film), 0);
}

/** What is told of a theme by so many of its keywords, and by where its name stands. */
function told(keywords: number, byte = 0): number {
  return THEME_SCALE[withKeywords(byte, keywords)] ?? 0;
}

/**
 * How far a film is of the genres that films of a theme are of: what a word means in a title hangs on that ("Tango &
 * Cash" is no film about the tango).
 * @returns LEAST_LIKENESS–1
 */
function genreLikeness({ films, genres }: Facts, ofTheme: Rows<FilmRow>): (film: FilmRow) => number {
  if (ofTheme.length < ENOUGH_FILMS) return () => 1;
  const { offsets, values } = films.genres;
  const counts = new Int32Array(genres.rowCount);
  for (const film of ofTheme) {
    for (let at = offsets[film]; at < offsets[film + 1]; at++) counts[values[at]]++;
  }
  const likely = Float64Array.from(counts, (count, genre) => {
    const expected = (genres.films.size(rowIn("genres", genre)) / films.rowCount) * ofTheme.length;
    return Math.min(1, (count + 0.5) / (expected + 0.5));
  });
  return (film) => {
    const own = offsets[film + 1] - offsets[film];
    if (own === 0) return 1;
    let sum = 0;
    for (let at = offsets[film]; at < offsets[film + 1]; at++) sum += likely[values[at]];
    return LEAST_LIKENESS + (1 - LEAST_LIKENESS) * (sum / own);
  };
}

/** The term of each name: a word, or the phrase that it is. Those that lose more than function words mean less. */
function termsOf(names: NamedTheme["names"]): Set<string> {
  const terms = THEME_LANGUAGES.flatMap((language) =>
    names[language].flatMap((name) => {
      const words = textTerms(name, language);
      const isWhole = words.length === themeWords(name, language).length;
      return isWhole && words.length > 0 && words.length <= LONGEST_PHRASE ? [phraseTerm(words)] : [];
    }),
  );
  return new Set(terms);
}
