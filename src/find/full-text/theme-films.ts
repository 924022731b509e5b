/** Which films are about a theme, and where that stands: in its keywords, in plots, in titles. */
import type { Catalog } from "../../catalog/catalog.js";
import { eachRow, type FilmRow, type KeywordRow, type Rows } from "../../catalog/rows.js";
import { LONGEST_PHRASE, phraseTerm, textTerms } from "../encode/text/terms.js";
import { THEME_LANGUAGES, themeWords } from "../encode/text/theme-keys.js";
import { withKeywords } from "../encode/text/weights.js";
import type { NamedTheme } from "../themes/resolve.js";
import { type Evidence, FACT_SCALE, factByte, THEME_SCALE } from "./evidence.js";
import { type FullTextTable, filmsOfTerm } from "./terms.js";

type Facts = Pick<Catalog, "keywords" | "films" | "genres">;

/** Finds the films of one theme after the other; its arrays (14 bytes a film) are all zero between two. */
export class ThemeFilms {
  readonly #catalog: Facts;
  readonly #table: FullTextTable;
  /** How many of the keywords each film bears. */
  readonly #counts: Uint16Array;
  readonly #values: Float64Array;
  readonly #touched: Int32Array;
  #touchedCount = 0;

  constructor(catalog: Facts, table: FullTextTable) {
    const { rowCount } = catalog.films;
    this.#catalog = catalog;
    this.#table = table;
    this.#counts = new Uint16Array(rowCount);
    this.#values = new Float64Array(rowCount);
    this.#touched = new Int32Array(rowCount);
  }

  evidence({ keywords, names }: NamedTheme): Omit<Evidence, "worth"> {
    const values = this.#values;
    this.#count(keywords);
    const bearing = this.#touched.slice(0, this.#touchedCount);
    for (const film of bearing) values[film] = told(this.#counts[film]);
    for (const term of termsOf(names)) this.#read(term);
    const rows = this.#touched.slice(0, this.#touchedCount).sort();
    const likeness = genreLikeness(this.#catalog, bearing);
    const bytes = new Uint8Array(rows.length);
    for (let at = 0; at < rows.length; at++) bytes[at] = factByte(values[rows[at]] * likeness(rows[at]));
    this.#clear();
    return { films: rows as unknown as Rows<FilmRow>, bytes, scale: FACT_SCALE };
  }

  #count(ofTheme: readonly KeywordRow[]): void {
    const { keywords, films } = this.#catalog;
    for (const keyword of ofTheme) {
      const bearing = keywords.films.get(keyword);
      for (let at = 0; at < bearing.length; at++) {
        const film = bearing[at];
        if (films.adult[film] !== 0) continue;
        if (this.#counts[film] === 0) this.#touched[this.#touchedCount++] = film;
        this.#counts[film]++;
      }
    }
  }

  /** What a name of the theme says of films. */
  #read(term: string): void {
    const found = filmsOfTerm(this.#table, term);
    if (found === undefined) return;
    const counts = this.#counts;
    const values = this.#values;
    const trust = trustIn(found.films, counts);
    for (let at = 0; at < found.films.length; at++) {
      const film = found.films[at];
      const byKeywords = told(counts[film]);
      const value = byKeywords + trust * (told(counts[film], found.places[at]) - byKeywords);
      if (value <= values[film]) continue;
      if (values[film] === 0 && counts[film] === 0) this.#touched[this.#touchedCount++] = film;
      values[film] = value;
    }
  }

  #clear(): void {
    for (let at = 0; at < this.#touchedCount; at++) {
      this.#counts[this.#touched[at]] = 0;
      this.#values[this.#touched[at]] = 0;
    }
    this.#touchedCount = 0;
  }
}

function told(keywords: number, byte = 0): number {
  return THEME_SCALE[withKeywords(byte, keywords)] ?? 0;
}

/** Share of a name's films that bear the theme's keywords from which on the name is trusted in every text. */
const TRUSTED_SHARE = 0.08;
/** So many films without a keyword say nothing yet. */
const FILMS_OF_GRACE = 5;

/**
 * How far a name means the theme in titles and plots, 0–1: "shark" does, "the disappeared" of a dictatorship are
 * mostly others.
 */
function trustIn(films: Rows<FilmRow>, counts: Uint16Array): number {
  let both = 0;
  for (let at = 0; at < films.length; at++) if (counts[films[at]] > 0) both++;
  return Math.min(1, (both + 0.5) / (films.length + FILMS_OF_GRACE) / TRUSTED_SHARE);
}

/** With fewer films nothing is known of what they have in common. */
const ENOUGH_FILMS = 5;
/** What is left to a film of genres that no film of the theme has. */
const LEAST_LIKENESS = 0.4;

/**
 * How far a film is of the genres that films of a theme are of: what a word means in a title hangs on that ("Tango &
 * Cash" is no film about the tango).
 * @returns LEAST_LIKENESS–1
 */
function genreLikeness({ films, genres }: Facts, ofTheme: Int32Array): (film: number) => number {
  if (ofTheme.length < ENOUGH_FILMS) return () => 1;
  const { offsets, values } = films.genres;
  const counts = new Int32Array(genres.rowCount);
  for (const film of ofTheme) for (let i = offsets[film]; i < offsets[film + 1]; i++) counts[values[i]]++;
  const likely = Float64Array.from(eachRow(genres), (genre) => {
    const expected = (genres.films.size(genre) / films.rowCount) * ofTheme.length;
    return Math.min(1, (counts[genre] + 0.5) / (expected + 0.5));
  });
  return (film) => {
    const [from, to] = [offsets[film], offsets[film + 1]];
    if (from === to) return 1;
    let sum = 0;
    for (let i = from; i < to; i++) sum += likely[values[i]];
    return LEAST_LIKENESS + (1 - LEAST_LIKENESS) * (sum / (to - from));
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
