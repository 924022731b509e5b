/** Films as unit vectors, one a block: idf-weighted, sparse, in flat arrays. */
import type { Tables } from "../catalog/catalog.js";
import { BILLED, BLOCKS, type Block, billingWeight } from "./model.js";

/** The tables that features are read from. */
export type FeatureTables = Pick<Tables, "films" | "people" | "collections" | "keywords" | "genres">;

/** Sparse rows: row r holds `features[offsets[r]…offsets[r + 1]]` with `weights` beside them. */
export interface SparseRows {
  readonly offsets: Int32Array;
  readonly features: Int32Array;
  readonly weights: Float32Array;
}

/** One block of all films, by film and by feature (there `features` holds film rows). */
export interface BlockMatrix {
  readonly byFilm: SparseRows;
  readonly byFeature: SparseRows;
}

interface BlockSource {
  readonly featureCount: number;
  /** Calls back with each feature row of a film and its weight before idf. */
  each(film: number, add: (feature: number, weight: number) => void): void;
}

function sources(tables: FeatureTables): Record<Block, BlockSource> {
  const { films } = tables;
  const list = (column: { get(row: number): Int32Array }, featureCount: number): BlockSource => ({
    featureCount,
    each: (film, add) => {
      for (const feature of column.get(film)) add(feature, 1);
    },
  });
  return {
    collection: {
      featureCount: tables.collections.rowCount,
      each: (film, add) => {
        const collection = films.collection.get(film);
        if (collection !== undefined) add(collection, 1);
      },
    },
    director: list(films.directors, tables.people.rowCount),
    cast: {
      featureCount: tables.people.rowCount,
      each: (film, add) => {
        const ordered = films.castOrdered[film] === 1;
        films.cast
          .get(film)
          .subarray(0, BILLED)
          .forEach((person, position) => {
            add(person, billingWeight(position, ordered));
          });
      },
    },
    keywords: list(films.keywords, tables.keywords.rowCount),
    genres: list(films.genres, tables.genres.rowCount),
  };
}

/** @returns each block's matrix; a film without features of a block has an empty row */
export function featureBlocks(tables: FeatureTables): Record<Block, BlockMatrix> {
  const bySource = sources(tables);
  return Object.fromEntries(
    BLOCKS.map((block) => [block, blockMatrix(tables.films.rowCount, bySource[block])]),
  ) as Record<Block, BlockMatrix>;
}

function blockMatrix(filmCount: number, { featureCount, each }: BlockSource): BlockMatrix {
  const offsets = new Int32Array(filmCount + 1);
  const frequency = new Int32Array(featureCount);
  for (let film = 0; film < filmCount; film++) {
    let size = 0;
    each(film, (feature) => {
      frequency[feature]++;
      size++;
    });
    offsets[film + 1] = offsets[film] + size;
  }
  const features = new Int32Array(offsets[filmCount]);
  const weights = new Float32Array(offsets[filmCount]);
  for (let film = 0; film < filmCount; film++) {
    let next = offsets[film];
    let squares = 0;
    each(film, (feature, weight) => {
      const value = weight * Math.log(1 + filmCount / frequency[feature]);
      features[next] = feature;
      weights[next++] = value;
      squares += value * value;
    });
    const length = Math.sqrt(squares) || 1;
    for (let i = offsets[film]; i < next; i++) weights[i] /= length;
  }
  const byFilm = { offsets, features, weights };
  return { byFilm, byFeature: transpose(byFilm, frequency) };
}

function transpose(rows: SparseRows, sizes: Int32Array): SparseRows {
  const offsets = new Int32Array(sizes.length + 1);
  for (let feature = 0; feature < sizes.length; feature++)
    offsets[feature + 1] = offsets[feature] + sizes[feature];
  const features = new Int32Array(rows.features.length);
  const weights = new Float32Array(rows.features.length);
  const next = offsets.slice();
  for (let row = 0; row + 1 < rows.offsets.length; row++) {
    for (let i = rows.offsets[row]; i < rows.offsets[row + 1]; i++) {
      const at = next[rows.features[i]]++;
      features[at] = row;
      weights[at] = rows.weights[i];
    }
  }
  return { offsets, features, weights };
}

/** Cosine of two films in a block: their rows' dot product (rows are short, order does not matter). */
export function cosine(
  { byFilm: { offsets, features, weights } }: BlockMatrix,
  a: number,
  b: number,
): number {
  let sum = 0;
  for (let i = offsets[a]; i < offsets[a + 1]; i++) {
    for (let j = offsets[b]; j < offsets[b + 1]; j++) {
      if (features[i] === features[j]) sum += weights[i] * weights[j];
    }
  }
  return sum;
}
