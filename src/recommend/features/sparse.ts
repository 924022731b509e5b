/** All films' features of a block as flat arrays in shared memory, by film and by feature. */
import type { BlockRows, FeatureRow } from "./blocks.js";
import { sharedIntegers, sharedUnsignedShorts } from "./shared-memory.js";

/** A weight of 1. Two bytes hold a weight well enough: scores change by some millionths. */
export const FULL_WEIGHT = 65_535;

/**
 * Sparse rows: row r holds `features[offsets[r]…offsets[r + 1]]` with `weights` beside them, which are from 0 to 1 in
 * units of 1 / FULL_WEIGHT.
 */
export interface SparseRows {
  readonly offsets: Int32Array;
  readonly features: Int32Array;
  readonly weights: Uint16Array;
}

/** One block of all films, by film and by feature (there `features` holds film rows, ascending). */
export interface BlockMatrix {
  readonly byFilm: SparseRows;
  readonly byFeature: SparseRows;
}

export function blockMatrix(filmCount: number, rows: BlockRows): BlockMatrix {
  const total = rows.frequency.reduce((sum, films) => sum + films, 0);
  const offsets = sharedIntegers(filmCount + 1);
  const features = sharedIntegers(total);
  const weights = sharedUnsignedShorts(total);
  for (let film = 0; film < filmCount; film++) {
    const row = rows.row(film);
    features.set(row.features, offsets[film]);
    for (const [i, weight] of row.weights.entries())
      weights[offsets[film] + i] = Math.round(FULL_WEIGHT * weight);
    offsets[film + 1] = offsets[film] + row.features.length;
  }
  const byFilm = { offsets, features, weights };
  return { byFilm, byFeature: transpose(byFilm, rows.frequency) };
}

function transpose(rows: SparseRows, sizes: Int32Array): SparseRows {
  const offsets = sharedIntegers(sizes.length + 1);
  for (let feature = 0; feature < sizes.length; feature++)
    offsets[feature + 1] = offsets[feature] + sizes[feature];
  const features = sharedIntegers(rows.features.length);
  const weights = sharedUnsignedShorts(rows.features.length);
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

/** One row, its features a view. */
export function sparseRow({ offsets, features, weights }: SparseRows, row: number): FeatureRow {
  const [from, to] = [offsets[row], offsets[row + 1]];
  return {
    features: features.subarray(from, to),
    weights: Float32Array.from(weights.subarray(from, to), (weight) => weight / FULL_WEIGHT),
  };
}
