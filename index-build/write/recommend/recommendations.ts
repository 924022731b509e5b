/** Films and ratings → the tables that recommendations are looked up in. */
import { LATER_TABLES } from "../../../src/catalog/schema.js";
import type { FeatureTables } from "../../../src/recommend/features/blocks.js";
import { compileFeatures, type Features } from "../../../src/recommend/features/compiled.js";
import type { LearnedTables } from "../../../src/recommend/features/learned.js";
import { easeInverse, GRADED_LAMBDA } from "../../../src/recommend/ratings/ease.js";
import { gradedOf, likesOf, type UserRatings } from "../../../src/recommend/ratings/likes.js";
import { Tastes } from "../../../src/recommend/ratings/tastes.js";
import {
  asLists,
  findNeighbours,
  type Neighbours,
  nothingFound,
} from "../../../src/recommend/similarity/neighbours.js";
import { tastesCount } from "../../../src/recommend/similarity/score.js";
import type { UserRatingLists } from "../../records.js";
import { encodeTable } from "../encode/arrow.js";
import { encodeLearned, learn } from "./learn/learn.js";
import { neighboursInThreads } from "./neighbour-threads.js";

export interface RecommendationOptions {
  /** How many threads may look for neighbours. */
  readonly threads: number;
  /** Called now and then with how many films have their neighbours. */
  onProgress(done: number, total: number): void;
}

/** The bytes of each table. */
export type EncodedRecommendations = Readonly<
  Record<"neighbours" | "tastes" | keyof LearnedTables, Uint8Array>
>;

/** With fewer films threads would be started for longer than they work. */
const FEWEST_FILMS = 5_000;

/** How many threads so many films are worth. */
export function worthThreads(films: number, threads: number): number {
  return films < FEWEST_FILMS ? 1 : Math.max(1, threads);
}

/** @param tables as a reader will see them */
export async function encodeRecommendations(
  userRatings: UserRatingLists,
  tables: FeatureTables,
  { threads, onProgress }: RecommendationOptions,
): Promise<EncodedRecommendations> {
  const films = tables.films.rowCount;
  const ratings = inRows(userRatings, tables);
  const likes = likesOf(ratings, films);
  const tastes = tastesCount(likes.userCount) ? new Tastes(likes) : undefined;
  const learned = learn(tables);
  const graded = tastes ? easeInverse(gradedOf(ratings, films), GRADED_LAMBDA) : new Float64Array(0);
  const features = compileFeatures(tables, learned);
  const onDone = (done: number) => onProgress(done, films);
  const neighbours =
    threads > 1
      ? await neighboursInThreads({ features, ratings }, threads, onDone)
      : neighboursHere(features, tastes, onDone);
  return {
    neighbours: encodeTable(LATER_TABLES.neighbours, {
      films: { offsets: neighbours.offsets, values: neighbours.films },
      scores: { offsets: neighbours.offsets, values: neighbours.scores },
    }),
    tastes: encodeTable(LATER_TABLES.tastes, {
      films: { offsets: ratings.offsets, values: ratings.films },
      stars: { offsets: ratings.offsets, values: ratings.stars },
      gradedInverse: squareRows(graded, likes.userCount),
    }),
    ...encodeLearned(learned),
  };
}

function neighboursHere(
  features: Features,
  tastes: Tastes | undefined,
  onProgress: (done: number) => void,
): Neighbours {
  const found = nothingFound(features.facts.count);
  findNeighbours(features, tastes, found, onProgress);
  return asLists(found);
}

/** TMDB ids → film rows, ascending for each user. */
function inRows(
  { offsets, films, stars }: UserRatingLists,
  { films: table }: Pick<FeatureTables, "films">,
): UserRatings {
  const rowOf = new Map(Array.from(table.id, (id, row) => [id, row]));
  const rows = Int32Array.from(films, (id) => rowOf.get(id) as number);
  const inOrder = { offsets, films: new Int32Array(rows.length), stars: new Uint8Array(rows.length) };
  for (let user = 0; user + 1 < offsets.length; user++) {
    const own = Array.from({ length: offsets[user + 1] - offsets[user] }, (_, i) => offsets[user] + i);
    own.sort((a, b) => rows[a] - rows[b]);
    own.forEach((from, i) => {
      inOrder.films[offsets[user] + i] = rows[from];
      inOrder.stars[offsets[user] + i] = stars[from];
    });
  }
  return inOrder;
}

/** A square matrix as lists; users beyond its size have an empty one. */
function squareRows(matrix: Float64Array, userCount: number): { offsets: Int32Array; values: Float32Array } {
  const size = Math.sqrt(matrix.length);
  const offsets = Int32Array.from({ length: userCount + 1 }, (_, user) => Math.min(user, size) * size);
  return { offsets, values: Float32Array.from(matrix) };
}
