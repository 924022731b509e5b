/**
 * The films most similar to a film, by the model's score.
 *
 * Of few films all are scored. Of many, those whose vectors point about the same way (`clusters.ts`), and of the others
 * those that share a feature of a listed block, or were rated by the same people, as far as that could bring them into
 * the list. A film that shares no theme and nobody with another is none of its best: `npm run bench -- neighbours`
 * measures how many are missed.
 */
import type { FilmRow } from "../../catalog/rows.js";
import type { Clusters } from "../features/clusters.js";
import { type Features, LISTED_BLOCKS } from "../features/compiled.js";
import { type FilmFacts, MOST_RUNTIME, NO_YEAR } from "../features/facts.js";
import { sparseRow } from "../features/sparse.js";
import { DIMENSIONS, UNIT } from "../features/vectors.js";
import type { Tastes } from "../ratings/tastes.js";
import { BestFilms, type RankedFilm } from "./best-films.js";
import { GenreScores } from "./genre-scores.js";
import {
  APART_TERMS,
  budgetTerm,
  FORM_TERMS,
  formTerm,
  MOST_YEARS,
  obscurityTerm,
  runtimeTerm,
  type Weights,
  yearsTerm,
} from "./model.js";
import { type PairInput, partsOf } from "./pair.js";

/** Of so many films all are scored. */
const FEW = 10_000;
/** Of more, at least so many whose vectors are nearest. */
export const LOOKED_AT = 6_000;
/**
 * Sums of a film's score come in several orders, and a vector's length is 1 but for rounding: what is this near is looked
 * at.
 */
const ROUNDING = 0.02;

export interface SearchOptions {
  /** How many films are looked at for their vectors at least; all, where there are few. */
  readonly lookedAt?: number;
}

export class NeighbourSearch {
  readonly #features: Features;
  readonly #weights: Weights;
  readonly #tastes: Tastes | undefined;
  readonly #input: PairInput;
  /** Undefined where all films are scored. */
  readonly #clusters: Clusters | undefined;
  readonly #lookedAt: number;
  readonly #all: Int32Array;
  /** What listed features and tastes give each film; 0 but while a film is being compared. */
  readonly #alike: Float32Array;
  /** The films where it may not be 0, as many as `#touchedCount`. */
  readonly #touched: Int32Array;
  #touchedCount = 0;
  /** The film for which each cluster was looked at last. */
  readonly #lookedFor: Int32Array;
  /** What each film's own votes and rating give it. */
  readonly #own: Float32Array;
  readonly #genres: GenreScores;
  /** What they add by years apart, by minutes, and by which forms only one of two films has. */
  readonly #years: Float32Array;
  readonly #runtimes: Float32Array;
  readonly #forms: Float32Array;

  constructor(features: Features, weights: Weights, tastes?: Tastes, options: SearchOptions = {}) {
    const { facts, matrices, vectors, kinship } = features;
    // What could bring a film into the list is reckoned without what sets it apart.
    if (APART_TERMS.some((term) => weights[term] > 0))
      throw new RangeError("what sets films apart counts for them");
    if (weights.vectors < 0) throw new RangeError("like vectors count against films");
    this.#features = features;
    this.#weights = weights;
    this.#tastes = tastes;
    const row: PairInput["row"] = (block, film) => sparseRow(matrices[block].byFilm, film);
    this.#input = { facts, tastes, vectors, kinship, row };
    this.#lookedAt = options.lookedAt ?? (facts.count <= FEW ? facts.count : LOOKED_AT);
    this.#clusters = this.#lookedAt < facts.count ? features.clusters() : undefined;
    this.#all = Int32Array.from({ length: facts.count }, (_, film) => film);
    this.#lookedFor = new Int32Array(this.#clusters?.count ?? 0).fill(-1);
    this.#alike = new Float32Array(facts.count);
    // What people made of a film may bring it back to 0, but once at most.
    this.#touched = new Int32Array(2 * facts.count);
    this.#own = ownScores(facts, weights);
    this.#genres = new GenreScores(features, weights);
    this.#runtimes = Float32Array.from(
      { length: MOST_RUNTIME + 1 },
      (_, minutes) => weights.runtimeApart * runtimeTerm(minutes),
    );
    this.#years = Float32Array.from(
      { length: MOST_YEARS + 1 },
      (_, gap) => weights.yearsApart * yearsTerm(gap),
    );
    this.#forms = Float32Array.from({ length: 1 << FORM_TERMS.length }, (_, forms) =>
      FORM_TERMS.reduce((sum, term, form) => sum + weights[term] * formTerm(forms, form), 0),
    );
  }

  /** Every part of the score of two films, in the order of PARTS, unweighted. */
  parts(a: FilmRow, b: FilmRow): number[] {
    return partsOf(this.#input, a, b);
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
    const { coRated, coSeen, likedTogether, seenTogether } = tastes.of(film);
    const weights = this.#weights;
    const alike = this.#alike;
    const touched = this.#touched;
    let count = this.#touchedCount;
    for (const other of tastes.rated) {
      if (alike[other] === 0) touched[count++] = other;
      alike[other] +=
        weights.coRated * coRated[other] +
        weights.coSeen * coSeen[other] +
        weights.likedTogether * likedTogether[other] +
        weights.seenTogether * seenTogether[other];
    }
    this.#touchedCount = count;
  }

  #bestOf(film: FilmRow, count: number): BestFilms {
    const best = new BestFilms(count);
    const query = this.#query(film);
    const clusters = this.#clusters;
    const own = clusters?.of[film] ?? -1;
    // Of a film of which no theme is known, all may be as near.
    if (clusters === undefined || own < 0) {
      this.#offer(best, query, this.#all, 0, this.#all.length, undefined);
      return best;
    }
    let looked = 0;
    for (const cluster of clusters.nearTo(film)) {
      if (looked >= this.#lookedAt) break;
      const [from, to] = [clusters.offsets[cluster], clusters.offsets[cluster + 1]];
      this.#offer(best, query, clusters.films, from, to, undefined);
      this.#lookedFor[cluster] = film;
      looked += to - from;
    }
    this.#offer(best, query, this.#touched, 0, this.#touchedCount, clusters);
    return best;
  }

  #query(film: FilmRow): Query {
    const weights = this.#weights;
    const { profiles, facts } = this.#features;
    return {
      film,
      logVotes: facts.logVotes[film],
      year: facts.years[film],
      base: weights.always + this.#own[film],
      unknownYears: weights.yearsApart * yearsTerm(undefined),
      genres: this.#genres.of(film),
      country: profiles.country.scores(film, weights.country),
      language: profiles.language.scores(film, weights.language),
    };
  }

  /**
   * Scores the films of a stretch of a list, unless it is clear that the score will not do.
   * @param clusters whose films are left out where they were looked at
   */
  #offer(
    best: BestFilms,
    query: Query,
    list: Int32Array,
    from: number,
    to: number,
    clusters: Clusters | undefined,
  ): void {
    // All in locals, constants as well: the loop runs for very many pairs of films.
    const [dimensions, noYear, mostYears, rounding] = [DIMENSIONS, NO_YEAR, MOST_YEARS, ROUNDING];
    const alike = this.#alike;
    const ownScore = this.#own;
    const lookedFor = this.#lookedFor;
    const yearScores = this.#years;
    const { facts, profiles, vectors } = this.#features;
    const { adult, logVotes, years } = facts;
    const [genresOf, countryOf, languageOf] = [profiles.genres.of, profiles.country.of, profiles.language.of];
    const { film, logVotes: votes, year, base, unknownYears, genres, country, language } = query;
    const { votesApart, votesTogether, vectors: direction } = this.#weights;
    const dated = year !== noYear;
    const vector = film * dimensions;
    const unit = direction / (UNIT * UNIT);
    let floor = best.worst - rounding;
    for (let i = from; i < to; i++) {
      const other = list[i];
      if (clusters !== undefined) {
        const cluster = clusters.of[other];
        if (cluster >= 0 && lookedFor[cluster] === film) continue;
      }
      const otherYear = years[other];
      const known =
        base +
        alike[other] +
        ownScore[other] +
        votesTogether * votes * logVotes[other] +
        votesApart * Math.abs(votes - logVotes[other]) +
        genres[genresOf[other]] +
        country[countryOf[other]] +
        language[languageOf[other]] +
        (dated && otherYear !== noYear
          ? yearScores[Math.min(mostYears, Math.abs(year - otherYear))]
          : unknownYears);
      // No cosine is above 1: most films end here, or once it is known what sets them apart.
      if (known + direction < floor) continue;
      const without = known + this.#apart(film, other);
      if (without + direction < floor || other === film || adult[other] !== 0) continue;
      const otherVector = other * dimensions;
      let product = 0;
      for (let at = 0; at < dimensions; at++) product += vectors[vector + at] * vectors[otherVector + at];
      const score = without + unit * product;
      if (score < floor) continue;
      best.offer(other, score);
      floor = best.worst - rounding;
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
      this.#forms[forms[a] ^ forms[b]]
    );
  }
}

/** What is the same for all films that one is compared with. */
interface Query {
  readonly film: FilmRow;
  readonly logVotes: number;
  /** NO_YEAR where it is not known. */
  readonly year: number;
  /** What any film gets. */
  readonly base: number;
  readonly unknownYears: number;
  /** Scores of profiles. */
  readonly genres: Float32Array;
  readonly country: Float32Array;
  readonly language: Float32Array;
}

/** What each film's own votes and rating give it, whoever is asked for. */
function ownScores(facts: FilmFacts, weights: Weights): Float32Array {
  return Float32Array.from(
    facts.logVotes,
    (votes, film) =>
      weights.votes * votes +
      weights.votesSquared * votes * votes +
      weights.obscurity * obscurityTerm(votes) +
      weights.rating * facts.rating[film],
  );
}
