/** A thread that finds the neighbours of its part of the films (see `neighbour-threads.ts`). */
import { parentPort, workerData } from "node:worker_threads";
import { readTable } from "../../../src/catalog/arrow/table.js";
import { TABLES } from "../../../src/catalog/schema.js";
import type { FeatureTableName, FeatureTables } from "../../../src/recommend/features/blocks.js";
import { Ease } from "../../../src/recommend/ratings/ease.js";
import { likesOf } from "../../../src/recommend/ratings/likes.js";
import { Tastes } from "../../../src/recommend/ratings/tastes.js";
import { allNeighbours } from "../../../src/recommend/similarity/neighbours.js";
import type { NeighbourMessage, NeighbourTask } from "./neighbour-threads.js";

const { tables: encoded, ratings, inverse, partition } = workerData as NeighbourTask;
const tell = (message: NeighbourMessage) => parentPort?.postMessage(message);

const tables = Object.fromEntries(
  Object.entries(encoded).map(([name, bytes]) => [name, readTable(bytes, TABLES[name as FeatureTableName])]),
) as unknown as FeatureTables;
const likes = inverse && likesOf(ratings, tables.films.rowCount);
const tastes = inverse && likes && new Tastes(likes, new Ease(likes, inverse));
tell({ neighbours: allNeighbours(tables, tastes, (done) => tell({ done }), partition) });
