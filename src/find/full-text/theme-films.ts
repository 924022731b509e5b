/** Which films are about a theme, and where that stands: in its keywords, in plots, in titles. */
import type { Catalog } from "../../catalog/catalog.js";
import type { FilmRow, GenreRow } from "../../catalog/rows.js";
import { LONGEST_PHRASE, phraseTerm, textTerms } from "../encode/text/terms.js";
import { joinPlaces, MOST_KEYWORDS, placesOfByte, placesToByte } from "../encode/text/weights.js";
import type { NamedTheme } from "../themes/resolve.js";
import { type Evidence, FACT_SCALE, factByte, THEME_SCALE } from "./evidence.js";
import { type FullTextTable, filmsOfTerm } from "./terms.js";

type Facts = Pick<Catalog, "keywords" | "films" | "genres">;

export function themeEvidence(
  catalog: Facts,
  table: FullTextTable,
  { keywords: ofTheme, names }: NamedTheme,
): Omit<Evidence, "worth"> {
  const { keywords, films } = catalog;
  const places = new Map<FilmRow, number>();
  for (const keyword of ofTheme) {
    for (const film of keywords.films.get(keyword)) {
      if (films.adult[film] === 1) continue;
      const known = placesOfByte(places.get(film) ?? 0);
      const counted = Math.min(MOST_KEYWORDS, known.keywords + 1);
      places.set(film, placesToByte({ title: false, keywords: counted, plot: 0 }));
    }
  }
  for (const term of termsOf(names)) {
    const found = filmsOfTerm(table, term);
    if (found === undefined) continue;
    for (let at = 0; at < found.films.length; at++) {
      const film = found.films[at];
      // What other keywords with that word say is not said of this theme.
      const joined = joinPlaces(places.get(film) ?? 0, found.places[at]);
      if (joined !== 0) places.set(film, joined);
    }
  }
  const rows = [...places.keys()].sort((a, b) => a - b);
  const bearing = rows.filter((film) => placesOfByte(places.get(film) ?? 0).keywords > 0);
  const likeness = genreLikeness(catalog, bearing);
  const value = (film: FilmRow) => (THEME_SCALE[places.get(film) ?? 0] ?? 0) * likeness(film);
  return { films: rows, bytes: rows.map((film) => factByte(value(film))), scale: FACT_SCALE };
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

/** The term of each name: a word, or the phrase that it is. */
function termsOf(names: NamedTheme["names"]): Set<string> {
  const terms = (["es", "en"] as const).flatMap((language) =>
    names[language].flatMap((name) => {
      const words = textTerms(name, language);
      return words.length === 0 || words.length > LONGEST_PHRASE ? [] : [phraseTerm(words)];
    }),
  );
  return new Set(terms);
}
