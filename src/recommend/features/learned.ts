/**
 * What the build learns from all films before any two are compared (`index-build/write/recommend/learn`): their vectors,
 * the words of their plots, and how much each word, keyword and person tells of films.
 */
import type { LaterTables } from "../../catalog/catalog.js";
import type { LaterTableName } from "../../catalog/schema.js";
import { type FilmVectors, filmVectors } from "./vectors.js";

/** The tables of the index that hold it. */
export const LEARNED_TABLES = [
  "vectors",
  "plots",
  "plotWords",
  "keywordTelling",
  "personTelling",
] as const satisfies readonly LaterTableName[];

export type LearnedTables = Pick<LaterTables, (typeof LEARNED_TABLES)[number]>;

/** A film's features are `values[offsets[film]…offsets[film + 1]]`, each once. */
export interface FilmLists {
  readonly offsets: Int32Array;
  readonly values: Int32Array | Uint16Array;
}

/** How much features of a kind tell, in bytes: 0–255 for 0–1. */
export interface Telling {
  readonly keywords: Uint8Array;
  readonly plotWords: Uint8Array;
  readonly directors: Uint8Array;
  readonly cast: Uint8Array;
}

export interface Learned {
  readonly vectors: FilmVectors;
  readonly plots: FilmLists;
  readonly telling: Telling;
}

export function learned(tables: LearnedTables): Learned {
  const { vectors, plots, plotWords, keywordTelling, personTelling } = tables;
  return {
    vectors: filmVectors(vectors.numbers),
    plots: plots.words,
    telling: {
      keywords: keywordTelling.telling,
      plotWords: plotWords.telling,
      directors: personTelling.directing,
      cast: personTelling.acting,
    },
  };
}
