/** Which films are about a theme, and where that stands: in its keywords, in plots, in titles. */
import type { Catalog } from "../../catalog/catalog.js";
import type { FilmRow, GenreRow, KeywordRow, Rows } from "../../catalog/rows.js";
import { LONGEST_PHRASE, phraseTerm, textTerms } from "../encode/text/terms.js";
import { THEME_LANGUAGES, themeWords } from "../encode/text/theme-keys.js";
import { withKeywords } from "../encode/text/weights.js";
import type { NamedTheme } from "../themes/resolve.js";
import { type Evidence, FACT_SCALE, factByte, THEME_SCALE } from "./evidence.js";
import { type FullTextTable, filmsOfTerm } from "./terms.js";

type Facts = Pick<Catalog, "keywords" | "films" | "genres">;

export function themeEvidence(
  catalog: Facts,
  table: FullTextTable,
  { keywords, names }: NamedTheme,
): Omit<Evidence, "worth"> {
  const counts = keywordCounts(catalog, keywords);
  const told = (count: number, byte = 0) => THEME_SCALE[withKeywords(byte, count)] ?? 0;
  const values = new Map([...counts].map(([film, count]) => [film, told(count)]));
  for (const term of termsOf(names)) {
    const found = filmsOfTerm(table, term);
    if (found === undefined) continue;
    const trust = trustIn(found.films, counts);
    for (let at = 0; at < found.films.length; at++) {
      const film = found.films[at];
      const count = counts.get(film) ?? 0;
      const byKeywords = told(count);
      const value = byKeywords + trust * (told(count, found.places[at]) - byKeywords);
      if (value > (values.get(film) ?? 0)) values.set(film, value);
    }
  }
  const rows = Int32Array.from(values.keys()).sort() as unknown as Rows<FilmRow>;
  const likeness = genreLikeness(catalog, [...counts.keys()]);
  const bytes = Uint8Array.from(rows, (film) => factByte((values.get(film) ?? 0) * likeness(film)));
  return { films: rows, bytes, scale: FACT_SCALE };
}

/** How many of the keywords each film bears that bears any. */
function keywordCounts(
  { keywords, films }: Facts,
  ofTheme: readonly KeywordRow[],
): ReadonlyMap<FilmRow, number> {
  const counts = new Map<FilmRow, number>();
  for (const keyword of ofTheme) {
    for (const film of keywords.films.get(keyword)) {
      if (films.adult[film] === 0) counts.set(film, (counts.get(film) ?? 0) + 1);
    }
  }
  return counts;
}

/** Share of a name's films that bear the theme's keywords from which on the name is trusted in every text. */
const TRUSTED_SHARE = 0.08;
/** So many films without a keyword say nothing yet. */
const FILMS_OF_GRACE = 5;

/**
 * How far a name means the theme in titles and plots, 0–1: "shark" does, "the disappeared" of a dictatorship are
 * mostly others.
 */
function trustIn(films: Rows<FilmRow>, bearing: ReadonlyMap<FilmRow, number>): number {
  let both = 0;
  for (const film of films) if (bearing.has(film)) both++;
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
function genreLikeness({ films, genres }: Facts, ofTheme: readonly FilmRow[]): (film: FilmRow) => number {
  if (ofTheme.length < ENOUGH_FILMS) return () => 1;
  const counts = new Map<GenreRow, number>();
  for (const film of ofTheme)
    for (const genre of films.genres.get(film)) counts.set(genre, (counts.get(genre) ?? 0) + 1);
  const expected = (genre: GenreRow) => (genres.films.size(genre) / films.rowCount) * ofTheme.length;
  return (film) => {
    const own = [...films.genres.get(film)];
    if (own.length === 0) return 1;
    const likely = own.map((genre) =>
      Math.min(1, ((counts.get(genre) ?? 0) + 0.5) / (expected(genre) + 0.5)),
    );
    const mean = likely.reduce((sum, value) => sum + value, 0) / own.length;
    return LEAST_LIKENESS + (1 - LEAST_LIKENESS) * mean;
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
