/**
 * The vectors of films (`src/recommend/features/vectors.ts`): a truncated singular value decomposition of their
 * keywords, genres and plots' words.
 */
import type { Tables } from "../../../../src/catalog/catalog.js";
import { DIMENSIONS, type FilmVectors, UNIT } from "../../../../src/recommend/features/vectors.js";
import { type FeatureLists, sideBySide } from "./matrix.js";
import type { PlotWords } from "./plot-words.js";
import { reducedRows } from "./svd.js";
import { telling } from "./telling.js";

/** How much genres and words count beside keywords: tried on people's judgements, where a little more or less is the same. */
const SHARES = { keywords: 1, genres: 0.4, words: 0.6 };
/** A keyword of fewer films joins none. */
const FEWEST_FILMS = 3;
/** The first vectors only tell which keywords tell something. */
const FIRST_ROUNDS = 2;
const ROUNDS = 4;

type Facts = Pick<Tables, "films" | "keywords" | "genres">;

/** The same for the same films. */
export function makeFilmVectors({ films, keywords, genres }: Facts, words: PlotWords): FilmVectors {
  const count = films.rowCount;
  const kind = (
    { offsets, features }: Pick<FeatureLists, "offsets" | "features">,
    weights: Float32Array,
    share: number,
  ): FeatureLists => ({ offsets, features, weights, share });
  const idf = (frequency: ArrayLike<number>, fewest: number) =>
    Float32Array.from(frequency, (having) => (having < fewest ? 0 : Math.log(1 + count / having)));

  const keywordLists = { offsets: films.keywords.offsets, features: films.keywords.values };
  const genreLists = { offsets: films.genres.offsets, features: films.genres.values };
  const keywordFilms = frequencyOf(keywordLists, keywords.rowCount);
  const keywordIdf = idf(keywordFilms, FEWEST_FILMS);
  const others = [
    kind(genreLists, idf(frequencyOf(genreLists, genres.rowCount), 1), SHARES.genres),
    kind({ offsets: words.offsets, features: words.values }, idf(words.frequency, 1), SHARES.words),
  ];
  const made = (weights: Float32Array, rounds: number) =>
    quantised(
      reducedRows(
        sideBySide(count, [kind(keywordLists, weights, SHARES.keywords), ...others]),
        DIMENSIONS,
        rounds,
      ),
    );
  const first = made(keywordIdf, FIRST_ROUNDS);
  const tells = telling(films.keywords, keywords.rowCount, first);
  return made(
    keywordIdf.map((weight, keyword) => weight * tells[keyword]),
    ROUNDS,
  );
}

function frequencyOf({ features }: Pick<FeatureLists, "features">, featureCount: number): Int32Array {
  const frequency = new Int32Array(featureCount);
  for (let i = 0; i < features.length; i++) frequency[features[i]]++;
  return frequency;
}

/** Rows of length 1 in steps of 1 / UNIT. */
function quantised(rows: Float32Array): FilmVectors {
  const vectors = new Int8Array(rows.length);
  for (let from = 0; from < rows.length; from += DIMENSIONS) {
    let squares = 0;
    for (let i = from; i < from + DIMENSIONS; i++) squares += rows[i] * rows[i];
    const length = Math.sqrt(squares) || 1;
    for (let i = from; i < from + DIMENSIONS; i++) vectors[i] = Math.round((rows[i] / length) * UNIT);
  }
  return vectors;
}
