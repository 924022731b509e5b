/** Neighbours on several cores: each thread has the tables to itself and sees to every n-th film. */
import { Worker } from "node:worker_threads";
import type { FeatureTableName } from "../../../src/recommend/features/blocks.js";
import type { Learned } from "../../../src/recommend/features/learned.js";
import type { UserRatings } from "../../../src/recommend/ratings/likes.js";
import { interleave, type Neighbours, type Partition } from "../../../src/recommend/similarity/neighbours.js";

/** With fewer films the threads would be started for longer than they work. */
const FEWEST_FILMS = 5_000;

/** What a thread is given: everything is copied to it. */
export interface NeighbourTask {
  /** The encoded tables that features are read from. */
  readonly tables: Readonly<Record<FeatureTableName, Uint8Array>>;
  readonly learned: Learned;
  readonly ratings: UserRatings;
  readonly partition: Partition;
}

/** What a thread tells: how many films are done, then all of them. */
export type NeighbourMessage = { readonly done: number } | { readonly neighbours: Neighbours };

/** How many threads so many films are worth. */
export function worthThreads(films: number, threads: number): number {
  return films < FEWEST_FILMS ? 1 : Math.max(1, threads);
}

/**
 * @param onProgress called now and then with how many films are done
 * @throws whatever a thread threw; the others are ended
 */
export async function neighboursInThreads(
  task: Omit<NeighbourTask, "partition">,
  threads: number,
  onProgress: (done: number) => void,
): Promise<Neighbours> {
  const done = new Array<number>(threads).fill(0);
  const workers: Worker[] = [];
  const partOf = (first: number) =>
    new Promise<Neighbours>((resolve, reject) => {
      const workerData: NeighbourTask = { ...task, partition: { first, step: threads } };
      const worker = new Worker(new URL("./neighbour-worker.js", import.meta.url), { workerData });
      workers.push(worker);
      worker.on("message", (message: NeighbourMessage) => {
        if ("neighbours" in message) return resolve(message.neighbours);
        done[first] = message.done;
        onProgress(done.reduce((sum, count) => sum + count, 0));
      });
      worker.once("error", reject);
      worker.once("exit", (code) => reject(new Error(`a thread ended early (exit ${code})`)));
    });
  try {
    return interleave(await Promise.all(done.map((_, first) => partOf(first))));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
