/** What else recommends films: each a scorer of all films for one, over the same films and the same likes. */
import type { Catalog } from "../../../src/catalog/catalog.js";
import { BestFilms } from "../../../src/recommend/similarity/best-films.js";
import type { BlockRows } from "../../../src/recommend/features/blocks.js";
import { Ease, easeInverse } from "../../../src/recommend/ratings/ease.js";
import { type Likes, userCountOf } from "../../../src/recommend/ratings/likes.js";
import { type BlockMatrix, blockMatrix } from "../../../src/recommend/features/sparse.js";
import type { Question } from "./protocol.js";

/** The first ten film rows for a question. */
export type Recommend = (question: Question) => readonly number[];

export interface Peer {
  readonly name: string;
  build(catalog: Catalog, training: readonly Likes[]): Recommend;
}

const LISTED = 10;
/** Added to the square root of both films' likes. */
const COSINE_PRIOR = 10;

export const PEERS: readonly Peer[] = [
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
    build: ({ ...catalog }) =>
      byTerms(catalog, (film) => [
        ...terms("keyword", catalog.films.keywords.get(film)),
        ...terms("person", catalog.films.directors.get(film)),
        ...terms("person", catalog.films.cast.get(film).subarray(0, LISTED)),
        ...terms("genre", catalog.films.genres.get(film)),
      ]),
  },
  {
    name: "constant list",
    build: (_, training) => {
      const counts = training.map((likes) => (film: number) => userCountOf(likes, film));
      return ({ fold, film }) => firstOf(training[fold].filmOffsets.length - 1, film, counts[fold]);
    },
  },
  {
    name: "item cosine over likes",
    build: (_, training) => (question) => {
      const likes = training[question.fold];
      const shared = sharedLikes(likes, question.film);
      const own = userCountOf(likes, question.film);
      return firstOf(
        shared.length,
        question.film,
        (film) => shared[film] / (Math.sqrt(own * userCountOf(likes, film)) + COSINE_PRIOR),
      );
    },
  },
  {
    name: "EASE λ 300",
    build: (_, training) => {
      const models = training.map((likes) => new Ease(likes, easeInverse(likes)));
      return ({ fold, film }) => {
        const weights = models[fold].weightsOfUsers([[film, 1]]);
        return firstOf(training[fold].filmOffsets.length - 1, film, (other) =>
          models[fold].score(weights, other),
        );
      };
    },
  },
];

function firstOf(count: number, asked: number, scoreOf: (film: number) => number): readonly number[] {
  const best = new BestFilms(LISTED);
  for (let film = 0; film < count; film++) if (film !== asked) best.offer(film, scoreOf(film));
  return best.sorted().map(([film]) => film);
}

function sharedLikes({ filmOffsets, usersOf, userOffsets, filmsOf }: Likes, film: number): Int32Array {
  const shared = new Int32Array(filmOffsets.length - 1);
  for (let i = filmOffsets[film]; i < filmOffsets[film + 1]; i++) {
    const user = usersOf[i];
    for (let j = userOffsets[user]; j < userOffsets[user + 1]; j++) shared[filmsOf[j]]++;
  }
  return shared;
}

function terms(kind: string, rows: Int32Array): string[] {
  return Array.from(rows, (row) => `${kind} ${row}`);
}

/** Lower-case words of three letters and more. */
function wordsOf(text: string | undefined): readonly string[] {
  return text?.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}

/** Cosine of tf-idf vectors of terms, sublinear in how often a term occurs. */
function byTerms({ films }: Pick<Catalog, "films">, termsOf: (film: number) => readonly string[]): Recommend {
  const numbers = new Map<string, number>();
  const counts = Array.from({ length: films.rowCount }, (_, film) => {
    const own = new Map<number, number>();
    for (const term of termsOf(film)) {
      const number = numbers.get(term) ?? numbers.size;
      numbers.set(term, number);
      own.set(number, (own.get(number) ?? 0) + 1);
    }
    return own;
  });
  const frequency = new Int32Array(numbers.size);
  for (const own of counts) for (const term of own.keys()) frequency[term]++;
  const rows: BlockRows = {
    featureCount: numbers.size,
    frequency,
    row: (film) => {
      const features = Int32Array.from(counts[film].keys());
      const weights = Float32Array.from(
        counts[film],
        ([term, times]) => (1 + Math.log(times)) * Math.log(1 + films.rowCount / frequency[term]),
      );
      const length = Math.hypot(...weights) || 1;
      return { features, weights: weights.map((weight) => weight / length) };
    },
  };
  const matrix = blockMatrix(films.rowCount, rows);
  return ({ film }) => {
    const sums = cosinesOf(matrix, film, films.rowCount);
    return firstOf(films.rowCount, film, (other) => sums[other]);
  };
}

function cosinesOf({ byFilm, byFeature }: BlockMatrix, film: number, count: number): Float32Array {
  const sums = new Float32Array(count);
  for (let i = byFilm.offsets[film]; i < byFilm.offsets[film + 1]; i++) {
    const feature = byFilm.features[i];
    for (let j = byFeature.offsets[feature]; j < byFeature.offsets[feature + 1]; j++)
      sums[byFeature.features[j]] += byFilm.weights[i] * byFeature.weights[j];
  }
  return sums;
}
