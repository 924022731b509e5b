/** Why a film is recommended: what the pair really shares, most telling first. Words are said elsewhere. */
import type { FeatureTables } from "./features.js";
import { BILLED, BLOCKS, type Block } from "./model.js";

/** What two films share in a block; `shared` are rows of the block's table (people, keywords…), most telling first. */
export interface Reason {
  readonly block: Block;
  readonly shared: readonly number[];
}

export const MOST_REASONS = 3;

/**
 * How much a shared feature says to a person, beside what it adds to the score: a director or a franchise says more
 * than three genres that half of all films have.
 */
const TELLING: Readonly<Record<Block, number>> = {
  collection: 3,
  director: 3,
  cast: 2,
  keywords: 1.5,
  genres: 0.5,
};

/**
 * @param contributions what each of BLOCKS added to the score, as stored with the neighbour
 * @returns at most MOST_REASONS, each true for this pair
 */
export function reasonsFor(
  tables: FeatureTables,
  film: number,
  neighbour: number,
  contributions: Uint8Array,
): Reason[] {
  return BLOCKS.map((block, i) => ({ block, weight: contributions[i] * TELLING[block] }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ block }) => ({ block, shared: sharedFeatures(tables, block, film, neighbour) }))
    .filter(({ shared }) => shared.length > 0)
    .slice(0, MOST_REASONS);
}

function sharedFeatures(tables: FeatureTables, block: Block, a: number, b: number): number[] {
  const { films, keywords, genres } = tables;
  switch (block) {
    case "collection": {
      const collection = films.collection.get(a);
      return collection !== undefined && collection === films.collection.get(b) ? [collection] : [];
    }
    case "director":
      return common(films.directors.get(a), films.directors.get(b));
    case "cast":
      return common(films.cast.get(a).subarray(0, BILLED), films.cast.get(b).subarray(0, BILLED));
    case "keywords":
      return rarestFirst(common(films.keywords.get(a), films.keywords.get(b)), (row) =>
        keywords.films.size(row),
      );
    case "genres":
      return rarestFirst(common(films.genres.get(a), films.genres.get(b)), (row) => genres.films.size(row));
  }
}

/** In the order of the first list. */
function common(a: Int32Array, b: Int32Array): number[] {
  return [...new Set(a)].filter((value) => b.includes(value));
}

function rarestFirst(rows: number[], frequency: (row: number) => number): number[] {
  return rows.sort((a, b) => frequency(a) - frequency(b) || a - b);
}
