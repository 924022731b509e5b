/** A thread that finds neighbours beside others (see `neighbour-threads.ts`). */
import { parentPort, workerData } from "node:worker_threads";
import { likesOf } from "../../../src/recommend/ratings/likes.js";
import { Tastes } from "../../../src/recommend/ratings/tastes.js";
import { findNeighbours } from "../../../src/recommend/similarity/neighbours.js";
import { tastesCount } from "../../../src/recommend/similarity/score.js";
import type { NeighbourMessage, NeighbourTask } from "./neighbour-threads.js";

const { features, ratings, found } = workerData as NeighbourTask;
const likes = likesOf(ratings, features.facts.count);
const tastes = tastesCount(likes.userCount) ? new Tastes(likes) : undefined;
findNeighbours(features, tastes, found, (taken: NeighbourMessage) => parentPort?.postMessage(taken));
