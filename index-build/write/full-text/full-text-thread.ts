/** The full text in a thread of its own, while the titles are made. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { TableName } from "../../../src/catalog/schema.js";

/** The tables that plots, themes and names are read from. */
export const TEXT_TABLES = ["films", "people", "keywords", "languages"] as const satisfies TableName[];

export type TextTables = Readonly<Record<(typeof TEXT_TABLES)[number], Uint8Array>>;

/**
 * @param encoded the tables as they will be written, in shared memory
 * @returns the bytes of the table `fullText`
 * @throws whatever the thread threw
 */
export async function fullTextInThread(encoded: ReadonlyMap<TableName, Uint8Array>): Promise<Uint8Array> {
  const workerData = Object.fromEntries(TEXT_TABLES.map((name) => [name, encoded.get(name)]));
  const worker = new Worker(new URL("./full-text-worker.js", import.meta.url), { workerData });
  try {
    // `once` rejects where the thread fails.
    const [bytes] = (await once(worker, "message")) as [Uint8Array];
    return bytes;
  } finally {
    await worker.terminate();
  }
}
