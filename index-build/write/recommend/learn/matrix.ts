/** A sparse matrix of films and what they are made of, put together from several kinds of feature. */

/** Row r holds `columns[offsets[r]…offsets[r + 1]]` with `values` beside them. */
export interface SparseMatrix {
  readonly columnCount: number;
  readonly offsets: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** Features of one kind: each film's, each once. */
export interface FeatureLists {
  readonly offsets: Int32Array;
  readonly features: ArrayLike<number>;
  /** Weight of each feature, 0 where it does not count. */
  readonly weights: Float32Array;
  /** How much the kind counts beside the others. */
  readonly share: number;
}

/** Side by side: each kind's rows of length `share`, or all 0, then the whole row of length 1. */
export function sideBySide(filmCount: number, kinds: readonly FeatureLists[]): SparseMatrix {
  const most = kinds.reduce((sum, { features }) => sum + features.length, 0);
  const offsets = new Int32Array(filmCount + 1);
  const columns = new Int32Array(most);
  const values = new Float32Array(most);
  let columnCount = 0;
  const columnOf = kinds.map(({ weights }) =>
    Int32Array.from(weights, (weight) => (weight > 0 ? columnCount++ : -1)),
  );
  let at = 0;
  for (let film = 0; film < filmCount; film++) {
    let squares = 0;
    for (const [kind, { offsets: own, features, weights, share }] of kinds.entries()) {
      const from = own[film];
      const to = own[film + 1];
      let length = 0;
      for (let i = from; i < to; i++) length += weights[features[i]] ** 2;
      const scale = length > 0 ? share / Math.sqrt(length) : 0;
      for (let i = from; i < to; i++) {
        const column = columnOf[kind][features[i]];
        if (column < 0) continue;
        columns[at] = column;
        values[at++] = weights[features[i]] * scale;
      }
      if (length > 0) squares += share * share;
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let i = offsets[film]; i < at; i++) values[i] *= scale;
    offsets[film + 1] = at;
  }
  return { columnCount, offsets, columns: columns.subarray(0, at), values: values.subarray(0, at) };
}

/**
 * matrix · dense, where `dense` has `width` numbers a column of the matrix; as many a row in the result.
 * @param into what the result is written over, where there is something of its size
 */
export function times(
  { offsets, columns, values }: SparseMatrix,
  dense: Float32Array,
  width: number,
  into?: Float32Array,
): Float32Array {
  const rowCount = offsets.length - 1;
  const product = into?.fill(0) ?? new Float32Array(rowCount * width);
  for (let row = 0; row < rowCount; row++) {
    const to = row * width;
    for (let i = offsets[row]; i < offsets[row + 1]; i++) {
      const from = columns[i] * width;
      const value = values[i];
      addTimes(value, dense, from, product, to, width);
    }
  }
  return product;
}

/** matrixᵀ · dense, where `dense` has `width` numbers a row of the matrix; as many a column in the result. */
export function transposedTimes(
  { columnCount, offsets, columns, values }: SparseMatrix,
  dense: Float32Array,
  width: number,
): Float32Array {
  const product = new Float32Array(columnCount * width);
  for (let row = 0; row + 1 < offsets.length; row++) {
    const from = row * width;
    for (let i = offsets[row]; i < offsets[row + 1]; i++) {
      const to = columns[i] * width;
      const value = values[i];
      addTimes(value, dense, from, product, to, width);
    }
  }
  return product;
}

/** Adds `width` numbers, times one, to as many others: four a step, which is quicker. */
function addTimes(
  value: number,
  dense: Float32Array,
  from: number,
  product: Float32Array,
  to: number,
  width: number,
): void {
  let j = 0;
  for (; j + 4 <= width; j += 4) {
    product[to + j] += value * dense[from + j];
    product[to + j + 1] += value * dense[from + j + 1];
    product[to + j + 2] += value * dense[from + j + 2];
    product[to + j + 3] += value * dense[from + j + 3];
  }
  for (; j < width; j++) product[to + j] += value * dense[from + j];
}
