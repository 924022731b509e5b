/** Films with the very same features of a block: there are far fewer such sets than films. */
import type { BlockRows } from "./blocks.js";
import { sharedIntegers } from "./shared-memory.js";
import { type BlockMatrix, blockMatrix, FULL_WEIGHT } from "./sparse.js";

export interface Profiles {
  /** The profile of each film. */
  readonly of: Int32Array;
  /** How many there are. */
  readonly count: number;
  /** Of profiles in place of films. */
  readonly matrix: BlockMatrix;
}

/** weight × cosine of films with each profile: films that are asked for in a row are often of the same one. */
export class ProfileScores {
  readonly #profiles: Profiles;
  readonly #weight: number;
  readonly #scores: Float32Array;
  #last = -1;

  constructor(profiles: Profiles, weight: number) {
    this.#profiles = profiles;
    this.#weight = weight;
    this.#scores = new Float32Array(profiles.count);
  }

  /** What a film gives each profile; overwritten by the next call. */
  of(film: number): Float32Array {
    const profile = this.#profiles.of[film];
    if (profile !== this.#last) this.#compute(profile);
    this.#last = profile;
    return this.#scores;
  }

  #compute(profile: number): void {
    const { byFilm, byFeature } = this.#profiles.matrix;
    const scores = this.#scores.fill(0);
    for (let i = byFilm.offsets[profile]; i < byFilm.offsets[profile + 1]; i++) {
      const feature = byFilm.features[i];
      const own = (this.#weight * byFilm.weights[i]) / FULL_WEIGHT ** 2;
      for (let j = byFeature.offsets[feature]; j < byFeature.offsets[feature + 1]; j++)
        scores[byFeature.features[j]] += own * byFeature.weights[j];
    }
  }
}

export function profilesOf(filmCount: number, rows: BlockRows): Profiles {
  const numbers = new Map<string, number>();
  const firstFilm: number[] = [];
  const of = sharedIntegers(filmCount);
  for (let film = 0; film < filmCount; film++) {
    const set = rows.row(film).features.slice().sort().join();
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
  return { of, count: firstFilm.length, matrix };
}
