/**
 * The films most similar to a film, by the model's score over all films, or over candidates where there are too many.
 *
 * Blocks of few features (genres, countries, languages) are many films' in common: films with the same set form a
 * profile, and cosines are computed once a profile. The other blocks are added up feature by feature.
 */

import { BLOCKS, type Block, type BlockRows, blockRows, type FeatureTables } from "../features/blocks.js";
import { type FilmFacts, filmFacts, NO_YEAR } from "../features/facts.js";
import { type Profiles, profilesOf } from "../features/profiles.js";
import { type BlockMatrix, blockMatrix, rowProduct, sparseRow } from "../features/sparse.js";
import type { Tastes } from "../ratings/tastes.js";
import { BestFilms } from "./best-films.js";
import {
  APART_TERMS,
  budgetTerm,
  documentaryTerm,
  formsTerm,
  MOST_RUNTIME,
  MOST_YEARS,
  runtimeTerm,
  type Weights,
  yearsTerm,
} from "./model.js";
import { type PairInput, partsOf } from "./pair.js";
import { type TileQuery, Tiles } from "./tiles.js";

const PROFILE_BLOCKS = ["genres", "country", "language"] as const;
type ProfileBlock = (typeof PROFILE_BLOCKS)[number];
const LISTED_BLOCKS = ["collection", "director", "writer", "cast", "keywords", "companies"] as const;

/** All films' features; the same for every weighting of them. */
export interface Features {
  readonly facts: FilmFacts;
  readonly matrices: Readonly<Record<Block, BlockMatrix>>;
  readonly profiles: Readonly<Record<ProfileBlock, Profiles>>;
}

export function compileFeatures(tables: FeatureTables): Features {
  const rows = blockRows(tables);
  const count = tables.films.rowCount;
  const each = <Name extends Block, Made>(names: readonly Name[], make: (rows: BlockRows) => Made) =>
    Object.fromEntries(names.map((name) => [name, make(rows[name])])) as Record<Name, Made>;
  return {
    facts: filmFacts(tables),
    matrices: {
      ...each(LISTED_BLOCKS, (block) => blockMatrix(count, block)),
      ...each(PROFILE_BLOCKS, (block) => blockMatrix(count, block)),
    },
    profiles: each(PROFILE_BLOCKS, (block) => profilesOf(count, block)),
  };
}

/** How candidates are found where there are too many films to compare each with all. */
export interface CandidateLimits {
  /** A feature of more films leads to no candidates. */
  readonly mostFilms: number;
  /** Beside those that share a feature, the films of so many tiles are candidates, the most promising ones. */
  readonly tiles: number;
}

/** So many times the wanted films are scored again exactly: candidates' first scores lack their common features. */
const SECOND_LOOK = 4;

/** Tiles are looked at in so many rounds. */
const ROUNDS = 8;
/** Sums of a film's score come in several orders, which differ in their last digits: what is this near is looked at. */
const ROUNDING = 1e-6;

export class Similarity {
  /** What listed features and tastes give each film; 0 but while a film is being compared. */
  private readonly alike: Float32Array;
  /** The films where it may not be 0, as many as `touchedCount`. */
  private readonly touched: Int32Array;
  private touchedCount = 0;
  /** By years apart, and by minutes. */
  private readonly years: Float32Array;
  private readonly runtimes: Float32Array;
  private readonly input: PairInput;
  private readonly tiles: Tiles;
  private readonly facts: FilmFacts;

  constructor(
    private readonly features: Features,
    private readonly weights: Weights,
    private readonly tastes?: Tastes,
    private readonly limits?: CandidateLimits,
  ) {
    const { facts, matrices } = features;
    this.facts = facts;
    // The best that a tile could hold is reckoned without them.
    if (APART_TERMS.some((term) => weights[term] > 0))
      throw new RangeError("what sets films apart counts for them");
    this.input = { facts, tastes, row: (block, film) => sparseRow(matrices[block].byFilm, film) };
    // What a film's own votes, rating and likes give it, whoever is asked for.
    const own = Float32Array.from(facts.logVotes, (votes, film) => {
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
    this.alike = new Float32Array(facts.count);
    // What people made of a film may bring it back to 0, but once at most.
    this.touched = new Int32Array(2 * facts.count);
    this.tiles = new Tiles(facts, own, features.profiles);
    this.runtimes = Float32Array.from(
      { length: MOST_RUNTIME + 1 },
      (_, minutes) => weights.runtimeApart * runtimeTerm(minutes),
    );
    this.years = Float32Array.from(
      { length: MOST_YEARS + 1 },
      (_, gap) => weights.yearsApart * yearsTerm(gap),
    );
  }

  /** Every part of the score of b for a, in the order of PARTS, unweighted. */
  parts(a: number, b: number): number[] {
    return partsOf(this.input, a, b);
  }

  /** Cosines of two films, in the order of BLOCKS. */
  cosines(a: number, b: number): number[] {
    const { matrices } = this.features;
    return BLOCKS.map((block) => rowProduct(matrices[block].byFilm, a, b));
  }

  /** The `count` best films for one, best first; never the film itself, never an adult one. */
  best(film: number, count: number): readonly (readonly [film: number, score: number])[] {
    const { limits } = this;
    this.touch(film, limits?.mostFilms);
    const first = this.bestOf(film, limits === undefined ? count : count * SECOND_LOOK);
    this.forget();
    return (limits === undefined ? first : this.lookAgain(film, count, first)).sorted();
  }

  /** The same films with all that they share. */
  private lookAgain(film: number, count: number, first: BestFilms): BestFilms {
    const { matrices } = this.features;
    const { touched, alike, weights } = this;
    this.addTastes(film);
    const taste = first.sorted().map(([other]) => [other, alike[other]] as const);
    this.forget();
    for (const [other, liked] of taste) {
      alike[other] = liked;
      for (const block of LISTED_BLOCKS)
        alike[other] += weights[block] * rowProduct(matrices[block].byFilm, film, other);
      touched[this.touchedCount++] = other;
    }
    const best = new BestFilms(count);
    const query = this.query(film);
    for (const some of [true, false]) this.offer(best, query, touched, 0, this.touchedCount, some);
    this.forget();
    return best;
  }

  private forget(): void {
    for (let i = 0; i < this.touchedCount; i++) this.alike[this.touched[i]] = 0;
    this.touchedCount = 0;
  }

  /**
   * Adds weight × cosine of every listed block, for every film that shares a feature, and tastes.
   * @param mostFilms what more films have in common does not count
   */
  private touch(film: number, mostFilms = Number.POSITIVE_INFINITY): void {
    const { alike, touched } = this;
    let count = 0;
    for (const block of LISTED_BLOCKS) {
      const { byFilm, byFeature } = this.features.matrices[block];
      const weight = this.weights[block];
      if (weight === 0) continue;
      for (let i = byFilm.offsets[film]; i < byFilm.offsets[film + 1]; i++) {
        const feature = byFilm.features[i];
        const own = weight * byFilm.weights[i];
        const begin = byFeature.offsets[feature];
        const end = byFeature.offsets[feature + 1];
        if (end - begin > mostFilms) continue;
        for (let j = begin; j < end; j++) {
          const other = byFeature.features[j];
          if (alike[other] === 0) touched[count++] = other;
          alike[other] += own * byFeature.weights[j];
        }
      }
    }
    this.touchedCount = count;
    this.addTastes(film);
  }

  private addTastes(film: number): void {
    if (this.tastes === undefined || this.tastes.logSeen[film] === 0) return;
    const { ease, coRated, coSeen, likedTogether, seenTogether } = this.tastes.of(film);
    const { weights, alike, touched } = this;
    let count = this.touchedCount;
    for (const other of this.tastes.rated) {
      if (alike[other] === 0) touched[count++] = other;
      alike[other] +=
        weights.ease * ease[other] +
        weights.coRated * coRated[other] +
        weights.coSeen * coSeen[other] +
        weights.likedTogether * likedTogether[other] +
        weights.seenTogether * seenTogether[other];
    }
    this.touchedCount = count;
  }

  /** Among the touched films and, as there are no limits or some, among all others or the most promising ones. */
  private bestOf(film: number, count: number): BestFilms {
    const { touched, touchedCount, limits, tiles } = this;
    const best = new BestFilms(count);
    const query = this.query(film);
    // Those that share much come first, so that few of the others are worth a look.
    this.offer(best, query, touched, 0, touchedCount, true);
    if (limits !== undefined) {
      const near = new BestFilms(limits.tiles);
      tiles.bounds(query).forEach((bound, tile) => {
        near.offer(tile, bound);
      });
      for (const [tile, bound] of near.sorted())
        if (bound + query.mostOthers >= best.worst - ROUNDING)
          this.offer(best, query, tiles.films, tiles.start(tile), tiles.end(tile), false);
      return best;
    }
    // The most promising tiles first, in a few rounds: what they hold leaves little to look for in the others.
    const bounds = tiles.bounds(query);
    const most = highest(bounds);
    const span = most - (best.worst - ROUNDING - query.mostOthers);
    for (let round = 1; round <= ROUNDS; round++) {
      const below = round === 1 ? Number.POSITIVE_INFINITY : most - (span * (round - 1)) / ROUNDS;
      const least = Number.isFinite(span) ? most - (span * round) / ROUNDS : Number.NEGATIVE_INFINITY;
      for (let tile = 0; tile < tiles.count; tile++) {
        const bound = bounds[tile];
        if (bound >= least && bound < below && bound + query.mostOthers >= best.worst - ROUNDING)
          this.offer(best, query, tiles.films, tiles.start(tile), tiles.end(tile), false);
      }
    }
    return best;
  }

  /** What sets two films apart: never above 0. */
  private apart(a: number, b: number): number {
    const { weights } = this;
    const { rating, runtimes, logBudgets, forms } = this.facts;
    return (
      weights.ratingApart * Math.abs(rating[a] - rating[b]) +
      this.runtimes[Math.abs(runtimes[a] - runtimes[b])] +
      weights.budgetApart * budgetTerm(logBudgets[a], logBudgets[b]) +
      weights.documentaryApart * documentaryTerm(forms[a] ^ forms[b]) +
      weights.formsApart * formsTerm(forms[a] ^ forms[b])
    );
  }

  private query(film: number): Query {
    const { weights } = this;
    const { logVotes, years } = this.facts;
    const [genres, country, language] = PROFILE_BLOCKS.map((block) =>
      this.features.profiles[block].scores(film, weights[block]),
    );
    return {
      film,
      logVotes: logVotes[film],
      year: years[film],
      together: weights.votesTogether * logVotes[film],
      apart: weights.votesApart,
      years: this.years,
      unknownYears: weights.yearsApart * yearsTerm(undefined),
      genres,
      country,
      language,
      // No cosine is above 1.
      mostLanguage: weights.language,
      mostOthers: weights.genres + weights.country,
    };
  }

  /**
   * Scores the films of a stretch of a list, those that are touched or those that are not, unless it is clear that the
   * score will not do.
   */
  private offer(
    best: BestFilms,
    query: Query,
    list: Int32Array,
    from: number,
    to: number,
    touched: boolean,
  ): void {
    // All in locals: the loop runs for very many pairs of films.
    const { alike } = this;
    const { placeOf, own, logVotes, years, genres, country, language } = this.tiles;
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
        this.apart(query.film, other);
      if (score < floor || other === query.film || this.facts.adult[other] !== 0) continue;
      best.offer(other, score);
      floor = best.worst - ROUNDING;
    }
  }
}

/** What is the same for all films that one is compared with. */
interface Query extends TileQuery {
  readonly film: number;
  /** Scores of profiles. */
  readonly genres: Float32Array;
  readonly country: Float32Array;
  /** The most that genres and countries can give. */
  readonly mostOthers: number;
}

function highest(values: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) if (values[i] > most) most = values[i];
  return most;
}
