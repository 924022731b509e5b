/** A thread that finds the neighbours of its part of the films (see `neighbour-threads.ts`). */
import { parentPort, workerData } from "node:worker_threads";
import { readTable } from "../../../src/catalog/arrow/table.js";
import { TABLES } from "../../../src/catalog/schema.js";
import type { FeatureTableName, FeatureTables } from "../../../src/recommend/features/blocks.js";
import { likesOf } from "../../../src/recommend/ratings/likes.js";
import { Tastes } from "../../../src/recommend/ratings/tastes.js";
import { allNeighbours } from "../../../src/recommend/similarity/neighbours.js";
import { tastesCount } from "../../../src/recommend/similarity/score.js";
import type { NeighbourMessage, NeighbourTask } from "./neighbour-threads.js";

const { tables: encoded, learned, ratings, partition } = workerData as NeighbourTask;
const tell = (message: NeighbourMessage) => parentPort?.postMessage(message);

const tables = Object.fromEntries(
  Object.entries(encoded).map(([name, bytes]) => [name, readTable(bytes, TABLES[name as FeatureTableName])]),
) as unknown as FeatureTables;
const likes = likesOf(ratings, tables.films.rowCount);
const tastes = tastesCount(likes.userCount) ? new Tastes(likes) : undefined;
tell({ neighbours: allNeighbours(tables, learned, tastes, (done) => tell({ done }), partition) });
