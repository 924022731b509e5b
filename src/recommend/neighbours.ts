/** The most similar films of every film, computed once when the index is built. */
import { BLOCKS, type FeatureTables } from "./blocks.js";
import { EXPLAINED, NEIGHBOURS } from "./model.js";
import { relativeScore, toByte, weightsFor } from "./score.js";
import { type CandidateLimits, compileFeatures, Similarity } from "./similarity.js";
import type { Tastes } from "./tastes.js";

/**
 * Row f of each list belongs to film f. `contributions` holds, for each of its first EXPLAINED neighbours, what each of
 * BLOCKS contributes before its weight: the cosine, 0–255 for 0–1.
 */
export interface Neighbours {
  readonly offsets: Int32Array;
  readonly films: Int32Array;
  readonly scores: Uint8Array;
  readonly explainedOffsets: Int32Array;
  readonly contributions: Uint8Array;
}

/** Up to so many films leaving tiles aside is as quick as looking among candidates only, and misses nothing. */
const MOST_COMPARED = 1_000_000;
const CANDIDATES: CandidateLimits = { mostFilms: 1000, known: 0, tiles: 300 };

/** How candidates are found among so many films; undefined where every film is compared with every other. */
export function candidateLimits(films: number): CandidateLimits | undefined {
  return films > MOST_COMPARED ? CANDIDATES : undefined;
}

/**
 * Adult films are nobody's neighbours.
 * @param onProgress called now and then with how many films are done
 */
export function allNeighbours(
  tables: FeatureTables,
  tastes: Tastes | undefined,
  onProgress: (done: number) => void = () => {},
): Neighbours {
  const count = tables.films.rowCount;
  const weights = weightsFor(tastes);
  const similarity = new Similarity(compileFeatures(tables), weights, tastes, candidateLimits(count));

  const offsets = new Int32Array(count + 1);
  const explainedOffsets = new Int32Array(count + 1);
  const films = new Int32Array(count * NEIGHBOURS);
  const scores = new Uint8Array(count * NEIGHBOURS);
  const contributions = new Uint8Array(count * EXPLAINED * BLOCKS.length);
  let at = 0;
  let explained = 0;
  for (let film = 0; film < count; film++) {
    const best = similarity.best(film, NEIGHBOURS);
    for (const [rank, [other, score]] of best.entries()) {
      films[at] = other;
      scores[at++] = toByte(relativeScore(score - best[0][1], weights));
      if (rank >= EXPLAINED) continue;
      for (const cosine of similarity.cosines(film, other)) contributions[explained++] = toByte(cosine);
    }
    offsets[film + 1] = at;
    explainedOffsets[film + 1] = explained;
    if (film % 256 === 0) onProgress(film);
  }
  onProgress(count);
  return {
    offsets,
    films: films.slice(0, at),
    scores: scores.slice(0, at),
    explainedOffsets,
    contributions: contributions.slice(0, explained),
  };
}
