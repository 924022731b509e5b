/** Reads some files in a thread of its own and tells each as soon as it is read. */
import { parentPort, workerData } from "node:worker_threads";
import { readAtOnce, type Span } from "./read-file.js";

export interface Asked {
  readonly descriptor: number;
  readonly onDisk: readonly Span[];
}

for (const { descriptor, onDisk } of workerData as readonly Asked[]) {
  const read = readAtOnce(descriptor, onDisk);
  // The bytes change hands: nothing is copied.
  const handed = [...read.kept.map(({ bytes }) => bytes), ...read.left.map(({ sums }) => sums)];
  parentPort?.postMessage(
    read,
    handed.map(({ buffer }) => buffer),
  );
}
