/** The most similar films of every film, computed once when the index is built. */
import { filmRow } from "../../catalog/rows.js";
import type { Features } from "../features/compiled.js";
import { sharedBytes, sharedIntegers } from "../features/shared-memory.js";
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

/** Films that a thread takes at a time: they lie together, and so does what they are compared with. */
const AT_A_TIME = 256;

/** What is found, in memory that threads share: film f has the first `sizes[f]` of the NEIGHBOURS places from f × NEIGHBOURS on. */
export interface FoundNeighbours {
  readonly films: Int32Array;
  readonly scores: Uint8Array;
  readonly sizes: Uint8Array;
  /** One number: how many films were taken so far, in the order of their places. */
  readonly taken: Int32Array;
}

export function nothingFound(filmCount: number): FoundNeighbours {
  return {
    films: sharedIntegers(filmCount * NEIGHBOURS),
    scores: sharedBytes(filmCount * NEIGHBOURS),
    sizes: sharedBytes(filmCount),
    taken: sharedIntegers(1),
  };
}

/**
 * Takes films until none is left. Several threads may do so at once. Adult films are nobody's neighbours.
 * @param onProgress called now and then with how many films were taken
 */
export function findNeighbours(
  features: Features,
  tastes: Tastes | undefined,
  found: FoundNeighbours,
  onProgress: (taken: number) => void = () => {},
): void {
  const search = new NeighbourSearch(features, weightsFor(features.facts.count, tastes), tastes);
  const ordered = features.groups.films;
  let from = Atomics.add(found.taken, 0, AT_A_TIME);
  while (from < ordered.length) {
    for (const film of ordered.subarray(from, from + AT_A_TIME)) {
      let at = film * NEIGHBOURS;
      for (const [other, score] of search.best(filmRow(film), NEIGHBOURS)) {
        found.films[at] = other;
        found.scores[at++] = toByte(likeness(score));
      }
      found.sizes[film] = at - film * NEIGHBOURS;
    }
    from = Atomics.add(found.taken, 0, AT_A_TIME);
    onProgress(Math.min(from, ordered.length));
  }
}

/** What was found as lists one after the other, in the same memory: it is not to be added to afterwards. */
export function asLists({ films, scores, sizes }: FoundNeighbours): Neighbours {
  const offsets = new Int32Array(sizes.length + 1);
  for (let film = 0; film < sizes.length; film++) {
    const from = film * NEIGHBOURS;
    films.copyWithin(offsets[film], from, from + sizes[film]);
    scores.copyWithin(offsets[film], from, from + sizes[film]);
    offsets[film + 1] = offsets[film] + sizes[film];
  }
  const end = offsets[sizes.length];
  return { offsets, films: films.subarray(0, end), scores: scores.subarray(0, end) };
}
