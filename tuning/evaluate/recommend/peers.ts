/** What else recommends films, over the same films and the same likes. */
import type { Catalog } from "../../../src/catalog/catalog.js";
import { eachRow, type FilmRow, type Rows } from "../../../src/catalog/rows.js";
import { type BlockRows, dot } from "../../../src/recommend/features/blocks.js";
import { type BlockMatrix, blockMatrix, sparseRow } from "../../../src/recommend/features/sparse.js";
import { Ease, easeInverse } from "../../../src/recommend/ratings/ease.js";
import { type Likes, userCountOf, usersWith } from "../../../src/recommend/ratings/likes.js";
import { itemAt } from "../../item-at.js";
import { type Engine, firstOf, LISTED } from "./engine.js";

export interface Peer {
  readonly name: string;
  build(catalog: Catalog, training: readonly Likes[]): Engine;
}

/** Added to the square root of both films' likes. */
const COSINE_PRIOR = 10;

export const PEERS: readonly Peer[] = [
  {
    name: "genres cosine",
    build: (catalog) => byTerms(catalog, (film) => terms("genre", catalog.films.genres.get(film))),
  },
  {
    name: "overview + genres tf-idf",
    build: (catalog) =>
      byTerms(catalog, (film) => [
        ...wordsOf(catalog.films.overview.get(film)),
        ...terms("genre", catalog.films.genres.get(film)),
      ]),
  },
  {
    name: "metadata tf-idf",
    build: (catalog) =>
      byTerms(catalog, (film) => [
        ...terms("keyword", catalog.films.keywords.get(film)),
        ...terms("person", catalog.films.directors.get(film)),
        ...terms("person", catalog.films.cast.get(film).subarray(0, LISTED)),
        ...terms("genre", catalog.films.genres.get(film)),
      ]),
  },
  {
    name: "constant list",
    build: (_, training) => byLikes(training, (likes) => () => (other) => userCountOf(likes, other)),
  },
  {
    name: "item cosine over likes",
    build: (_, training) =>
      byLikes(training, (likes) => (film) => {
        const shared = sharedLikes(likes, film);
        const own = userCountOf(likes, film);
        return (other) => itemAt(shared, other) / (Math.sqrt(own * userCountOf(likes, other)) + COSINE_PRIOR);
      }),
  },
  {
    name: "EASE λ 300",
    build: (_, training) =>
      byLikes(training, (likes) => {
        const model = new Ease(likes, easeInverse(likes));
        return (film) => {
          const weights = model.weightsOfUsers([[film, 1]]);
          return (other) => model.score(weights, other);
        };
      }),
  },
];

/** @param scorer of some likes: of a film the score of every other */
function byLikes(
  training: readonly Likes[],
  scorer: (likes: Likes) => (film: number) => (other: number) => number,
): Engine {
  const scorers = training.map(scorer);
  const count = filmCount(itemAt(training, 0));
  return {
    list: ({ fold, film }) => firstOf(count, film, itemAt(scorers, fold)(film)),
    score: (a, b) => itemAt(scorers, 0)(a)(b),
  };
}

function filmCount({ filmOffsets }: Likes): number {
  return filmOffsets.length - 1;
}

function sharedLikes(likes: Likes, film: number): Int32Array {
  const { userOffsets, filmsOf } = likes;
  const shared = new Int32Array(filmCount(likes));
  for (const user of usersWith(likes, film))
    for (const other of filmsOf.subarray(userOffsets[user], userOffsets[user + 1]))
      shared[other] = itemAt(shared, other) + 1;
  return shared;
}

function terms<Row extends number>(kind: string, rows: Rows<Row>): string[] {
  return Array.from(rows, (row) => `${kind} ${row}`);
}

/** Lower-case words of three letters and more. */
function wordsOf(text: string | undefined): readonly string[] {
  return text?.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}

/** Cosine of tf-idf vectors of terms, sublinear in how often a term occurs. */
function byTerms({ films }: Pick<Catalog, "films">, termsOf: (film: FilmRow) => readonly string[]): Engine {
  const numbers = new Map<string, number>();
  const counts = Array.from(eachRow(films), (film) => {
    const own = new Map<number, number>();
    for (const term of termsOf(film)) {
      const number = numbers.get(term) ?? numbers.size;
      numbers.set(term, number);
      own.set(number, (own.get(number) ?? 0) + 1);
    }
    return own;
  });
  const frequency = new Int32Array(numbers.size);
  for (const own of counts) for (const term of own.keys()) frequency[term] = itemAt(frequency, term) + 1;
  const rows: BlockRows = {
    featureCount: numbers.size,
    frequency,
    row: (film) => {
      const own = itemAt(counts, film);
      const features = Int32Array.from(own.keys());
      const weights = Float32Array.from(
        own,
        ([term, times]) => (1 + Math.log(times)) * Math.log(1 + films.rowCount / itemAt(frequency, term)),
      );
      const length = Math.hypot(...weights) || 1;
      return { features, weights: weights.map((weight) => weight / length) };
    },
  };
  const matrix = blockMatrix(films.rowCount, rows);
  return {
    list({ film }) {
      const sums = cosinesOf(matrix, film, films.rowCount);
      return firstOf(films.rowCount, film, (other) => itemAt(sums, other));
    },
    score: (a, b) => dot(sparseRow(matrix.byFilm, a), sparseRow(matrix.byFilm, b)),
  };
}

function cosinesOf({ byFilm, byFeature }: BlockMatrix, film: number, count: number): Float32Array {
  const sums = new Float32Array(count);
  const own = sparseRow(byFilm, film);
  for (const [i, feature] of own.features.entries()) {
    const others = sparseRow(byFeature, feature);
    for (const [j, other] of others.features.entries())
      sums[other] = itemAt(sums, other) + itemAt(own.weights, i) * itemAt(others.weights, j);
  }
  return sums;
}
