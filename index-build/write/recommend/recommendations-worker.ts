/** A thread of `recommendations-thread.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { readTable } from "../../../src/catalog/arrow/table.js";
import { TABLES } from "../../../src/catalog/schema.js";
import type { FeatureTableName, FeatureTables } from "../../../src/recommend/features/blocks.js";
import { buffersOf } from "../encode/table-bytes.js";
import { encodeRecommendations } from "./recommendations.js";
import type { RecommendationMessage, RecommendationTask } from "./recommendations-thread.js";

const { tables: encoded, ratings, threads } = workerData as RecommendationTask;
const tell = (message: RecommendationMessage, moved: readonly ArrayBuffer[] = []) =>
  parentPort?.postMessage(message, moved);

const tables = Object.fromEntries(
  Object.entries(encoded).map(([name, bytes]) => [name, readTable(bytes, TABLES[name as FeatureTableName])]),
) as unknown as FeatureTables;
const onProgress = (done: number, total: number) => tell({ done, total });
const made = await encodeRecommendations(ratings, tables, { threads, onProgress });
tell({ tables: made }, buffersOf(Object.values(made)));
