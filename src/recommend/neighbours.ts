/** The most similar films of every film, computed once when the index is built. */
import { type BlockMatrix, cosine, type FeatureTables, featureBlocks } from "./features.js";
import { BLOCKS, NEIGHBOURS, quantise, relativeScore, votesTerm, WEIGHTS, yearsTerm } from "./model.js";

/** Row f of each list belongs to film f; `contributions` holds BLOCKS.length bytes a neighbour. */
export interface Neighbours {
  readonly offsets: Int32Array;
  readonly films: Int32Array;
  readonly scores: Float32Array;
  readonly contributions: Uint8Array;
}

const DAYS_PER_YEAR = 365.2425;
/** Years are compared in whole ones, and no two films lie further apart than the cinema is old. */
const MOST_YEARS = 300;
const NO_YEAR = -1;

/**
 * Exact: every film is compared with every other that shares a feature. Adult films are nobody's neighbours.
 * @param onProgress called now and then with how many films are done
 */
export function allNeighbours(
  tables: FeatureTables,
  onProgress: (done: number) => void = () => {},
): Neighbours {
  const count = tables.films.rowCount;
  const blocks = featureBlocks(tables);
  const years = Int16Array.from({ length: count }, (_, film) => {
    const day = tables.films.releaseDate.get(film);
    return day === undefined ? NO_YEAR : 1970 + Math.floor(day / DAYS_PER_YEAR);
  });
  const fame = Float32Array.from(tables.films.voteCount, votesTerm);
  const distance = Float32Array.from({ length: MOST_YEARS + 1 }, (_, gap) => yearsTerm(gap));
  const unknownDistance = yearsTerm(undefined);

  const offsets = new Int32Array(count + 1);
  const films = new Int32Array(count * NEIGHBOURS);
  const scores = new Float32Array(count * NEIGHBOURS);
  const contributions = new Uint8Array(count * NEIGHBOURS * BLOCKS.length);
  const alike = new Float32Array(count);
  const best = new BestFilms(NEIGHBOURS);

  for (let film = 0; film < count; film++) {
    alike.fill(0);
    for (const block of BLOCKS) accumulate(alike, blocks[block], film, WEIGHTS[block]);
    best.clear();
    const year = years[film];
    // Films come most voted first: once fame alone is too little for the rest, `alike` decides quickly.
    for (let other = 0; other < count; other++) {
      const likeness = alike[other];
      if (likeness === 0 || likeness + fame[other] <= best.worst || other === film) continue;
      if (tables.films.adult[other] === 1) continue;
      const known = year !== NO_YEAR && years[other] !== NO_YEAR;
      const apart = known ? distance[Math.min(MOST_YEARS, Math.abs(year - years[other]))] : unknownDistance;
      best.offer(other, likeness + fame[other] - apart);
    }
    let at = offsets[film];
    for (const [other, score] of best.sorted()) {
      films[at] = other;
      scores[at] = relativeScore(score);
      BLOCKS.forEach((block, i) => {
        contributions[at * BLOCKS.length + i] = quantise(WEIGHTS[block] * cosine(blocks[block], film, other));
      });
      at++;
    }
    offsets[film + 1] = at;
    if (film % 256 === 0) onProgress(film);
  }
  onProgress(count);
  const total = offsets[count];
  return {
    offsets,
    films: films.slice(0, total),
    scores: scores.slice(0, total),
    contributions: contributions.slice(0, total * BLOCKS.length),
  };
}

/** Adds weight × cosine of one block, for every film that shares a feature. */
function accumulate(
  sums: Float32Array,
  { byFilm, byFeature }: BlockMatrix,
  film: number,
  weight: number,
): void {
  for (let i = byFilm.offsets[film]; i < byFilm.offsets[film + 1]; i++) {
    const feature = byFilm.features[i];
    const own = weight * byFilm.weights[i];
    const end = byFeature.offsets[feature + 1];
    for (let j = byFeature.offsets[feature]; j < end; j++) {
      sums[byFeature.features[j]] += own * byFeature.weights[j];
    }
  }
}

/** The best few of many, kept sorted: they are few enough for insertion. */
class BestFilms {
  private readonly films: Int32Array;
  private readonly scores: Float64Array;
  private size = 0;
  /** A score must be above this to enter. */
  worst = Number.NEGATIVE_INFINITY;

  constructor(private readonly capacity: number) {
    this.films = new Int32Array(capacity);
    this.scores = new Float64Array(capacity);
  }

  clear(): void {
    this.size = 0;
    this.worst = Number.NEGATIVE_INFINITY;
  }

  offer(film: number, score: number): void {
    if (score <= this.worst) return;
    let at = this.size < this.capacity ? this.size++ : this.capacity - 1;
    while (at > 0 && this.scores[at - 1] < score) {
      this.scores[at] = this.scores[at - 1];
      this.films[at] = this.films[at - 1];
      at--;
    }
    this.scores[at] = score;
    this.films[at] = film;
    if (this.size === this.capacity) this.worst = this.scores[this.capacity - 1];
  }

  *sorted(): Iterable<[film: number, score: number]> {
    for (let i = 0; i < this.size; i++) yield [this.films[i], this.scores[i]];
  }
}
