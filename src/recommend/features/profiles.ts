/** Films with the very same features of a block: there are far fewer such sets than films. */
import type { BlockRows, FeatureRow } from "./blocks.js";
import { type BlockMatrix, blockMatrix, sparseRow } from "./sparse.js";

export class Profiles {
  /** The profile of each film. */
  readonly of: Int32Array;
  readonly #matrix: BlockMatrix;
  readonly #sums: Float32Array;

  /**
   * @param of profile of each film
   * @param matrix of profiles in place of films
   */
  constructor(of: Int32Array, matrix: BlockMatrix) {
    this.of = of;
    this.#matrix = matrix;
    this.#sums = new Float32Array(matrix.byFilm.offsets.length - 1);
  }

  /** How many there are. */
  get count(): number {
    return this.#sums.length;
  }

  /** The features of a profile with their weights. */
  row(profile: number): FeatureRow {
    return sparseRow(this.#matrix.byFilm, profile);
  }

  /** weight × cosine of a film with each profile; overwritten by the next call. */
  scores(film: number, weight: number): Float32Array {
    const { byFilm, byFeature } = this.#matrix;
    const sums = this.#sums;
    const profile = this.of[film];
    sums.fill(0);
    for (let i = byFilm.offsets[profile]; i < byFilm.offsets[profile + 1]; i++) {
      const feature = byFilm.features[i];
      const own = weight * byFilm.weights[i];
      for (let j = byFeature.offsets[feature]; j < byFeature.offsets[feature + 1]; j++)
        sums[byFeature.features[j]] += own * byFeature.weights[j];
    }
    return sums;
  }
}

export function profilesOf(filmCount: number, rows: BlockRows): Profiles {
  const numbers = new Map<string, number>();
  const firstFilm: number[] = [];
  const of = new Int32Array(filmCount);
  for (let film = 0; film < filmCount; film++) {
    const set = [...rows.row(film).features].sort((a, b) => a - b).join();
    let profile = numbers.get(set);
    if (profile === undefined) {
      profile = firstFilm.length;
      numbers.set(set, profile);
      firstFilm.push(film);
    }
    of[film] = profile;
  }
  const frequency = new Int32Array(rows.featureCount);
  for (const film of firstFilm) for (const feature of rows.row(film).features) frequency[feature]++;
  const matrix = blockMatrix(firstFilm.length, {
    ...rows,
    frequency,
    row: (profile) => rows.row(firstFilm[profile]),
  });
  return new Profiles(of, matrix);
}
