/** Neighbours on several cores: threads share all films' features, and take films until none is left. */
import { Worker } from "node:worker_threads";
import type { Features } from "../../../src/recommend/features/compiled.js";
import type { UserRatings } from "../../../src/recommend/ratings/likes.js";
import {
  asLists,
  type FoundNeighbours,
  type Neighbours,
  nothingFound,
} from "../../../src/recommend/similarity/neighbours.js";

/** What a thread is given: only the ratings are copied. */
export interface NeighbourTask {
  readonly features: Features;
  readonly ratings: UserRatings;
  /** Written by all threads. */
  readonly found: FoundNeighbours;
}

/** What a thread tells: how many films all of them have taken. */
export type NeighbourMessage = number;

/**
 * @param onProgress called now and then with how many films are done
 * @throws whatever a thread threw; the others are ended
 */
export async function neighboursInThreads(
  { features, ratings }: Omit<NeighbourTask, "found">,
  threads: number,
  onProgress: (done: number) => void,
): Promise<Neighbours> {
  const found = nothingFound(features.facts.count);
  const workerData: NeighbourTask = { features, ratings, found };
  const workers: Worker[] = [];
  const finished = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL("./neighbour-worker.js", import.meta.url), { workerData });
      workers.push(worker);
      worker.on("message", (done: NeighbourMessage) => onProgress(done));
      worker.once("error", reject);
      worker.once("exit", (code) => {
        if (code === 0) resolve();
        else reject(new Error(`a thread ended early (exit ${code})`));
      });
    });
  try {
    await Promise.all(Array.from({ length: threads }, finished));
    return asLists(found);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
