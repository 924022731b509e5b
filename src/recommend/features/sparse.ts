/** All films' features of a block as flat arrays in shared memory, by film and by feature. */
import type { BlockRows, FeatureRow } from "./blocks.js";
import { sharedFloats, sharedIntegers } from "./shared-memory.js";

/** Sparse rows: row r holds `features[offsets[r]…offsets[r + 1]]` with `weights` beside them. */
export interface SparseRows {
  readonly offsets: Int32Array;
  readonly features: Int32Array;
  readonly weights: Float32Array;
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
  const weights = sharedFloats(total);
  for (let film = 0; film < filmCount; film++) {
    const row = rows.row(film);
    features.set(row.features, offsets[film]);
    weights.set(row.weights, offsets[film]);
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
  const weights = sharedFloats(rows.features.length);
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

/** A view of one row; nothing is copied. */
export function sparseRow({ offsets, features, weights }: SparseRows, row: number): FeatureRow {
  return {
    features: features.subarray(offsets[row], offsets[row + 1]),
    weights: weights.subarray(offsets[row], offsets[row + 1]),
  };
}
