/** The tables of recommendations in a thread of its own, which starts more, while the titles are made. */
import { Worker } from "node:worker_threads";
import type { TableName } from "../../../src/catalog/schema.js";
import { FEATURE_TABLES, type FeatureTableName } from "../../../src/recommend/features/blocks.js";
import type { UserRatingLists } from "../../records.js";
import type { EncodedRecommendations, RecommendationOptions } from "./recommendations.js";

/** What the thread is given: of the ratings a copy. */
export interface RecommendationTask {
  /** The encoded tables that features are read from. */
  readonly tables: Readonly<Record<FeatureTableName, Uint8Array>>;
  readonly ratings: UserRatingLists;
  readonly threads: number;
}

/** What the thread tells: how many films of how many have their neighbours, then the tables. */
export type RecommendationMessage =
  | { readonly done: number; readonly total: number }
  | { readonly tables: EncodedRecommendations };

/**
 * @param encoded the tables as they will be written, in shared memory
 * @throws whatever the thread threw
 */
export async function recommendationsInThread(
  ratings: UserRatingLists,
  encoded: ReadonlyMap<TableName, Uint8Array>,
  { threads, onProgress }: RecommendationOptions,
): Promise<EncodedRecommendations> {
  const tables = Object.fromEntries(
    FEATURE_TABLES.map((name) => [name, encoded.get(name)]),
  ) as RecommendationTask["tables"];
  const workerData: RecommendationTask = { tables, ratings, threads };
  const worker = new Worker(new URL("./recommendations-worker.js", import.meta.url), { workerData });
  try {
    return await new Promise((resolve, reject) => {
      worker.on("message", (message: RecommendationMessage) => {
        if ("tables" in message) resolve(message.tables);
        else onProgress(message.done, message.total);
      });
      worker.once("error", reject);
      worker.once("exit", (code) => reject(new Error(`a thread ended early (exit ${code})`)));
    });
  } finally {
    await worker.terminate();
  }
}
