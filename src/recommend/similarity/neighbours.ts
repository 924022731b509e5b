/** The most similar films of every film, computed once when the index is built. */
import { filmRow } from "../../catalog/rows.js";
import type { FeatureTables } from "../features/blocks.js";
import { compileFeatures } from "../features/compiled.js";
import type { Learned } from "../features/learned.js";
import type { Tastes } from "../ratings/tastes.js";
import { NEIGHBOURS } from "./model.js";
import { NeighbourSearch } from "./neighbour-search.js";
import { likeness, toByte, weightsFor } from "./score.js";

/** Row f of each list belongs to film f: its neighbours, best first, and how alike they are, 0–255 for 0–1. */
export interface Neighbours {
  readonly offsets: Int32Array;
  readonly films: Int32Array;
  readonly scores: Uint8Array;
}

/** Every `step`-th film from `first` on: what one of several threads sees to. */
export interface Partition {
  readonly first: number;
  readonly step: number;
}

const ALL: Partition = { first: 0, step: 1 };

/**
 * Adult films are nobody's neighbours.
 * @param onProgress called now and then with how many films are done
 * @param partition the films whose neighbours are wanted; row r of the result belongs to the r-th of them
 */
export function allNeighbours(
  tables: FeatureTables,
  learned: Learned,
  tastes: Tastes | undefined,
  onProgress: (done: number) => void = () => {},
  { first, step }: Partition = ALL,
): Neighbours {
  const filmCount = tables.films.rowCount;
  const count = Math.max(0, Math.ceil((filmCount - first) / step));
  const search = new NeighbourSearch(compileFeatures(tables, learned), weightsFor(tastes), tastes);

  const offsets = new Int32Array(count + 1);
  const films = new Int32Array(count * NEIGHBOURS);
  const scores = new Uint8Array(count * NEIGHBOURS);
  let at = 0;
  for (let row = 0; row < count; row++) {
    const film = filmRow(first + row * step);
    const best = search.best(film, NEIGHBOURS);
    for (const [other, score] of best) {
      films[at] = other;
      scores[at++] = toByte(likeness(score));
    }
    offsets[row + 1] = at;
    if (row % 256 === 0) onProgress(row);
  }
  onProgress(count);
  return { offsets, films: films.slice(0, at), scores: scores.slice(0, at) };
}

/**
 * One result of several: part p has the films of the partition that begins with p, in steps of as many as
 * there are parts.
 */
export function interleave(parts: readonly Neighbours[]): Neighbours {
  const total = (read: (part: Neighbours) => number) => parts.reduce((sum, part) => sum + read(part), 0);
  const filmCount = total(({ offsets }) => offsets.length - 1);
  const lists = total(({ films }) => films.length);
  const merged = {
    offsets: new Int32Array(filmCount + 1),
    films: new Int32Array(lists),
    scores: new Uint8Array(lists),
  };
  for (let film = 0; film < filmCount; film++) {
    const part = parts[film % parts.length];
    const row = Math.floor(film / parts.length);
    const at = merged.offsets[film];
    const own = part.films.subarray(part.offsets[row], part.offsets[row + 1]);
    merged.films.set(own, at);
    merged.scores.set(part.scores.subarray(part.offsets[row], part.offsets[row + 1]), at);
    merged.offsets[film + 1] = at + own.length;
  }
  return merged;
}
