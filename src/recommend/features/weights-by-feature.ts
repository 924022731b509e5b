/**
 * One film's weights by feature: looked up about as quickly as in an array of all features, of which there are millions
 * where people are. Features are numbers from 0.
 */
export class WeightsByFeature {
  #features = new Int32Array(FEWEST).fill(NONE);
  #weights = new Float64Array(FEWEST);
  #count = 0;

  clear(): void {
    this.#features.fill(NONE);
    this.#count = 0;
  }

  /** @param feature one that has no weight yet */
  set(feature: number, weight: number): void {
    // Where a quarter is taken, whoever is looked for is nearly always found, or missed, at once.
    if (++this.#count * 4 > this.#features.length) this.#grow();
    const at = this.#placeOf(feature);
    this.#features[at] = feature;
    this.#weights[at] = weight;
  }

  /** 0 where it has none. */
  get(feature: number): number {
    const at = this.#placeOf(feature);
    return this.#features[at] === feature ? (this.#weights[at] ?? 0) : 0;
  }

  /** Where a feature stands, or would. */
  #placeOf(feature: number): number {
    const features = this.#features;
    const last = features.length - 1;
    let at = (Math.imul(feature, SPREAD) >>> 8) & last;
    while (features[at] !== feature && features[at] !== NONE) at = (at + 1) & last;
    return at;
  }

  #grow(): void {
    const [features, weights] = [this.#features, this.#weights];
    this.#features = new Int32Array(2 * features.length).fill(NONE);
    this.#weights = new Float64Array(2 * weights.length);
    for (const [at, feature] of features.entries()) {
      if (feature === NONE) continue;
      const to = this.#placeOf(feature);
      this.#features[to] = feature;
      this.#weights[to] = weights[at] ?? 0;
    }
  }
}

/** Places at first: a power of two, as all their numbers are. */
const FEWEST = 64;
const NONE = -1;
/** 2^32 over the golden ratio: neighbouring numbers land far apart. */
const SPREAD = 0x9e3779b1;
