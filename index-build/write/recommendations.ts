/** Films and ratings → the tables that recommendations are looked up in. */
import type { Tables } from "../../src/catalog/catalog.js";
import { LATER_TABLES } from "../../src/catalog/schema.js";
import { Ease, easeInverse, GRADED_LAMBDA } from "../../src/recommend/ease.js";
import { gradedOf, likesOf, type UserRatings } from "../../src/recommend/likes.js";
import { allNeighbours } from "../../src/recommend/neighbours.js";
import { tastesCount } from "../../src/recommend/score.js";
import { Tastes } from "../../src/recommend/tastes.js";
import type { UserRatingLists } from "../records.js";
import { encodeTable } from "./arrow.js";

/** @param onProgress called now and then with how many films have their neighbours */
export function encodeRecommendations(
  userRatings: UserRatingLists,
  tables: Tables,
  onProgress: (done: number, total: number) => void,
): Record<"neighbours" | "tastes", Uint8Array> {
  const films = tables.films.rowCount;
  const ratings = inRows(userRatings, tables);
  const likes = likesOf(ratings, films);
  const counts = tastesCount(likes.userCount);
  const inverse = counts ? easeInverse(likes) : new Float64Array(0);
  const graded = counts ? easeInverse(gradedOf(ratings, films), GRADED_LAMBDA) : new Float64Array(0);
  const tastes = counts ? new Tastes(likes, new Ease(likes, inverse)) : undefined;
  const neighbours = allNeighbours(tables, tastes, (done) => onProgress(done, films));
  return {
    neighbours: encodeTable(LATER_TABLES.neighbours, {
      films: { offsets: neighbours.offsets, values: neighbours.films },
      scores: { offsets: neighbours.offsets, values: neighbours.scores },
      contributions: { offsets: neighbours.explainedOffsets, values: neighbours.contributions },
    }),
    tastes: encodeTable(LATER_TABLES.tastes, {
      films: { offsets: ratings.offsets, values: ratings.films },
      stars: { offsets: ratings.offsets, values: ratings.stars },
      inverse: squareRows(inverse, likes.userCount),
      gradedInverse: squareRows(graded, likes.userCount),
    }),
  };
}

/** TMDB ids → film rows, ascending for each user. */
function inRows({ offsets, films, stars }: UserRatingLists, { films: table }: Tables): UserRatings {
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
