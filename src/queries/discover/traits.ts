/** From exact values, as vocabularies and the full text give them, to what a filter asks for. */
import type { Catalog } from "../../catalog/catalog.js";
import { platformRow } from "../../catalog/platforms.js";
import { eachRow, type FilmRow, type GenreRow, type KeywordRow } from "../../catalog/rows.js";
import type { Trait } from "../../select/filter.js";
import { listOf, union } from "../../select/postings.js";
import { rowOfCode } from "../releases/places.js";

/** The closed vocabularies whose terms films have. */
export type TraitVocabulary = "genre" | "country" | "language" | "platform";

/**
 * @param id of a term of that vocabulary
 * @throws RangeError for one that the catalogue has not: a bug, vocabularies hold no other
 */
export function traitOfTerm(catalog: Catalog, vocabulary: TraitVocabulary, id: string): Trait {
  switch (vocabulary) {
    case "genre":
      return { kind: "genre", row: genreRow(catalog, id) };
    case "country":
      return { kind: "country", row: rowOfCode(catalog.countries, id) };
    case "language":
      return { kind: "language", row: rowOfCode(catalog.languages, id) };
    case "platform":
      return { kind: "platform", row: platformRow(id) };
  }
}

/** @param words what the theme was called */
export function themeOfKeywords(
  catalog: Pick<Catalog, "keywords">,
  words: string,
  keywords: readonly KeywordRow[],
): Trait {
  const films = union(keywords.map((keyword) => catalog.keywords.films.get(keyword)));
  return { kind: "theme", words, films, keywords };
}

/**
 * A theme of which nothing is known but the films.
 * @param films ascending, each once
 */
export function themeOfFilms(words: string, films: readonly FilmRow[]): Trait {
  return { kind: "theme", words, films: listOf(films), keywords: [] };
}

function genreRow({ genres }: Pick<Catalog, "genres">, name: string): GenreRow {
  for (const row of eachRow(genres)) if (genres.name.get(row) === name) return row;
  throw new RangeError(`no ${name} in the catalogue`);
}
