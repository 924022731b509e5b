/**
 * The films most similar to a film, by the model's score over all films: exact, though most films are never
 * looked at.
 *
 * Films that share a feature of a listed block, or were rated by the same people, are scored each. The others
 * differ in language, genres, country, years, votes, length and budget alone; they lie in tiles (`tiles.ts`),
 * and a tile is left aside where the best score any of its films could have would not enter the list.
 */
import type { FilmRow } from "../../catalog/rows.js";
import { BLOCKS } from "../features/blocks.js";
import { type Features, LISTED_BLOCKS } from "../features/compiled.js";
import { type FilmFacts, MOST_RUNTIME, NO_YEAR } from "../features/facts.js";
import { rowProduct, sparseRow } from "../features/sparse.js";
import type { Tastes } from "../ratings/tastes.js";
import { BestFilms, type RankedFilm } from "./best-films.js";
import {
  APART_TERMS,
  budgetTerm,
  documentaryTerm,
  formsTerm,
  MOST_YEARS,
  runtimeTerm,
  type Weights,
  yearsTerm,
} from "./model.js";
import { type PairInput, partsOf } from "./pair.js";
import { type TileQuery, Tiles } from "./tiles.js";

/** Tiles are looked at in so many rounds. */
const ROUNDS = 8;
/**
 * Sums of a film's score come in several orders, which differ in their last digits: what is this near is
 * looked at.
 */
const ROUNDING = 1e-6;

export class NeighbourSearch {
  readonly #features: Features;
  readonly #weights: Weights;
  readonly #tastes: Tastes | undefined;
  readonly #input: PairInput;
  readonly #tiles: Tiles;
  /** What listed features and tastes give each film; 0 but while a film is being compared. */
  readonly #alike: Float32Array;
  /** The films where it may not be 0, as many as `#touchedCount`. */
  readonly #touched: Int32Array;
  #touchedCount = 0;
  /** What they add by years apart, and by minutes. */
  readonly #years: Float32Array;
  readonly #runtimes: Float32Array;

  constructor(features: Features, weights: Weights, tastes?: Tastes) {
    const { facts, matrices } = features;
    // The best that a tile could hold is reckoned without them.
    if (APART_TERMS.some((term) => weights[term] > 0))
      throw new RangeError("what sets films apart counts for them");
    this.#features = features;
    this.#weights = weights;
    this.#tastes = tastes;
    this.#input = { facts, tastes, row: (block, film) => sparseRow(matrices[block].byFilm, film) };
    this.#alike = new Float32Array(facts.count);
    // What people made of a film may bring it back to 0, but once at most.
    this.#touched = new Int32Array(2 * facts.count);
    this.#tiles = new Tiles(facts, ownScores(facts, weights, tastes), features.profiles);
    this.#runtimes = Float32Array.from(
      { length: MOST_RUNTIME + 1 },
      (_, minutes) => weights.runtimeApart * runtimeTerm(minutes),
    );
    this.#years = Float32Array.from(
      { length: MOST_YEARS + 1 },
      (_, gap) => weights.yearsApart * yearsTerm(gap),
    );
  }

  /** Every part of the score of b for a, in the order of PARTS, unweighted. */
  parts(a: FilmRow, b: FilmRow): number[] {
    return partsOf(this.#input, a, b);
  }

  /** Cosines of two films, in the order of BLOCKS. */
  cosines(a: FilmRow, b: FilmRow): number[] {
    const { matrices } = this.#features;
    return BLOCKS.map((block) => rowProduct(matrices[block].byFilm, a, b));
  }

  /** The `count` best films for one, best first; never the film itself, never an adult one. */
  best(film: FilmRow, count: number): readonly RankedFilm[] {
    this.#addFeatures(film);
    this.#addTastes(film);
    const best = this.#bestOf(film, count);
    for (let i = 0; i < this.#touchedCount; i++) this.#alike[this.#touched[i]] = 0;
    this.#touchedCount = 0;
    return best.sorted();
  }

  /** Adds weight × cosine of every listed block, for every film that shares a feature. */
  #addFeatures(film: FilmRow): void {
    const alike = this.#alike;
    const touched = this.#touched;
    let count = 0;
    for (const block of LISTED_BLOCKS) {
      const { byFilm, byFeature } = this.#features.matrices[block];
      const weight = this.#weights[block];
      if (weight === 0) continue;
      for (let i = byFilm.offsets[film]; i < byFilm.offsets[film + 1]; i++) {
        const feature = byFilm.features[i];
        const own = weight * byFilm.weights[i];
        for (let j = byFeature.offsets[feature]; j < byFeature.offsets[feature + 1]; j++) {
          const other = byFeature.features[j];
          if (alike[other] === 0) touched[count++] = other;
          alike[other] += own * byFeature.weights[j];
        }
      }
    }
    this.#touchedCount = count;
  }

  #addTastes(film: FilmRow): void {
    const tastes = this.#tastes;
    if (tastes === undefined || tastes.logSeen[film] === 0) return;
    const { ease, coRated, coSeen, likedTogether, seenTogether } = tastes.of(film);
    const weights = this.#weights;
    const alike = this.#alike;
    const touched = this.#touched;
    let count = this.#touchedCount;
    for (const other of tastes.rated) {
      if (alike[other] === 0) touched[count++] = other;
      alike[other] +=
        weights.ease * ease[other] +
        weights.coRated * coRated[other] +
        weights.coSeen * coSeen[other] +
        weights.likedTogether * likedTogether[other] +
        weights.seenTogether * seenTogether[other];
    }
    this.#touchedCount = count;
  }

  #bestOf(film: FilmRow, count: number): BestFilms {
    const tiles = this.#tiles;
    const best = new BestFilms(count);
    const query = this.#query(film);
    // Those that share much come first, so that few of the others are worth a look.
    this.#offer(best, query, this.#touched, 0, this.#touchedCount, true);
    // The most promising tiles first, in a few rounds: what they hold leaves little to look for in the
    // others.
    const bounds = tiles.bounds(query);
    const most = highest(bounds);
    const span = most - (best.worst - ROUNDING - query.mostOthers);
    for (let round = 1; round <= ROUNDS; round++) {
      const below = round === 1 ? Number.POSITIVE_INFINITY : most - (span * (round - 1)) / ROUNDS;
      const least = Number.isFinite(span) ? most - (span * round) / ROUNDS : Number.NEGATIVE_INFINITY;
      for (let tile = 0; tile < tiles.count; tile++) {
        const bound = bounds[tile];
        if (bound >= least && bound < below && bound + query.mostOthers >= best.worst - ROUNDING)
          this.#offer(best, query, tiles.films, tiles.start(tile), tiles.end(tile), false);
      }
    }
    return best;
  }

  #query(film: FilmRow): Query {
    const weights = this.#weights;
    const { profiles, facts } = this.#features;
    return {
      film,
      logVotes: facts.logVotes[film],
      year: facts.years[film],
      together: weights.votesTogether * facts.logVotes[film],
      apart: weights.votesApart,
      years: this.#years,
      unknownYears: weights.yearsApart * yearsTerm(undefined),
      genres: profiles.genres.scores(film, weights.genres),
      country: profiles.country.scores(film, weights.country),
      language: profiles.language.scores(film, weights.language),
      // No cosine is above 1.
      mostLanguage: weights.language,
      mostOthers: weights.genres + weights.country,
    };
  }

  /**
   * Scores the films of a stretch of a list, those that are touched or those that are not, unless it is clear
   * that the score will not do.
   */
  #offer(best: BestFilms, query: Query, list: Int32Array, from: number, to: number, touched: boolean): void {
    // All in locals: the loop runs for very many pairs of films.
    const alike = this.#alike;
    const { adult } = this.#features.facts;
    const { placeOf, own, logVotes, years, genres, country, language } = this.#tiles;
    const { logVotes: votes, year, together, apart, unknownYears, mostOthers } = query;
    const dated = year !== NO_YEAR;
    let floor = best.worst - ROUNDING;
    for (let i = from; i < to; i++) {
      const other = list[i];
      if ((alike[other] !== 0) !== touched) continue;
      const place = placeOf[other];
      const otherYear = years[place];
      const known =
        alike[other] +
        own[place] +
        together * logVotes[place] +
        apart * Math.abs(votes - logVotes[place]) +
        (dated && otherYear !== NO_YEAR
          ? query.years[Math.min(MOST_YEARS, Math.abs(year - otherYear))]
          : unknownYears);
      const inLanguage = query.language[language[place]];
      // Most films end here, before their other profiles are looked up.
      if (known + inLanguage + mostOthers < floor) continue;
      const score =
        known +
        query.genres[genres[place]] +
        query.country[country[place]] +
        inLanguage +
        this.#apart(query.film, other);
      if (score < floor || other === query.film || adult[other] !== 0) continue;
      best.offer(other, score);
      floor = best.worst - ROUNDING;
    }
  }

  /** What sets two films apart: never above 0. */
  #apart(a: number, b: number): number {
    const weights = this.#weights;
    const { rating, runtimes, logBudgets, forms } = this.#features.facts;
    return (
      weights.ratingApart * Math.abs(rating[a] - rating[b]) +
      this.#runtimes[Math.abs(runtimes[a] - runtimes[b])] +
      weights.budgetApart * budgetTerm(logBudgets[a], logBudgets[b]) +
      weights.documentaryApart * documentaryTerm(forms[a] ^ forms[b]) +
      weights.formsApart * formsTerm(forms[a] ^ forms[b])
    );
  }
}

/** What is the same for all films that one is compared with. */
interface Query extends TileQuery {
  readonly film: FilmRow;
  /** Scores of profiles. */
  readonly genres: Float32Array;
  readonly country: Float32Array;
  /** The most that genres and countries can give. */
  readonly mostOthers: number;
}

/** What each film's own votes, rating and likes give it, whoever is asked for. */
function ownScores(facts: FilmFacts, weights: Weights, tastes: Tastes | undefined): Float32Array {
  return Float32Array.from(facts.logVotes, (votes, film) => {
    const liked =
      tastes === undefined
        ? 0
        : weights.likes * tastes.logLikes[film] +
          weights.seen * tastes.logSeen[film] +
          weights.stars * tastes.likes.meanStars[film];
    return (
      weights.votes * votes +
      weights.votesSquared * votes * votes +
      weights.rating * facts.rating[film] +
      liked
    );
  });
}

function highest(values: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) if (values[i] > most) most = values[i];
  return most;
}
