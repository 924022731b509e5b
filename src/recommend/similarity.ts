/**
 * The films most similar to a film, by the model's score over all films, or over candidates where there are too many.
 *
 * Blocks of few features (genres, countries, languages) are many films' in common: films with the same set form a
 * profile, and cosines are computed once a profile. The other blocks are added up feature by feature.
 */
import { BestFilms } from "./best-films.js";
import { type Block, type BlockRows, blockRows, type FeatureTables } from "./blocks.js";
import { type FilmFacts, filmFacts, NO_YEAR } from "./facts.js";
import { MOST_YEARS, type Weights, yearsTerm } from "./model.js";
import { cosines, type PairInput, partsOf, scoreOf } from "./pair.js";
import { type Profiles, profilesOf } from "./profiles.js";
import { type BlockMatrix, blockMatrix, sparseRow } from "./sparse.js";
import type { Tastes } from "./tastes.js";

const PROFILE_BLOCKS = ["genres", "country", "language"] as const;
const LISTED_BLOCKS = ["collection", "director", "writer", "cast", "keywords", "companies"] as const;

/** All films' features; the same for every weighting of them. */
export interface Features {
  readonly facts: FilmFacts;
  readonly matrices: Readonly<Record<Block, BlockMatrix>>;
  readonly profiles: Readonly<Record<(typeof PROFILE_BLOCKS)[number], Profiles>>;
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
  /** A feature of more films leads to no candidates, and counts for the known films alone. */
  readonly mostFilms: number;
  /** So many of the most voted films are always candidates. */
  readonly known: number;
}

/** So many times the wanted films are scored again exactly: candidates' first scores lack their common features. */
const SECOND_LOOK = 4;

export class Similarity {
  /** What a film's own votes, rating and likes give it, whoever is asked for. */
  private readonly own: Float32Array;
  private readonly alike: Float32Array;
  private readonly years: Float32Array;
  private readonly input: PairInput;

  constructor(
    private readonly features: Features,
    private readonly weights: Weights,
    private readonly tastes?: Tastes,
    private readonly limits?: CandidateLimits,
  ) {
    const { facts, matrices } = features;
    this.input = { facts, tastes, row: (block, film) => sparseRow(matrices[block].byFilm, film) };
    this.own = Float32Array.from(facts.logVotes, (votes, film) => {
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
    return cosines(this.input, a, b);
  }

  /** The `count` best films for one, best first; never the film itself, never an adult one. */
  best(film: number, count: number): readonly (readonly [film: number, score: number])[] {
    if (this.limits === undefined) {
      this.alike.fill(0);
      for (const block of LISTED_BLOCKS) this.addBlock(block, film);
      this.addTastes(film);
      return this.bestOf(film, count);
    }
    const touched = this.touch(film, this.limits);
    const first = this.bestOf(film, count * SECOND_LOOK, touched);
    for (const other of touched) this.alike[other] = 0;
    const best = new BestFilms(count);
    for (const [other] of first) best.offer(other, scoreOf(this.parts(film, other), this.weights));
    return best.sorted();
  }

  /** Adds weight × cosine of one block, for every film that shares a feature. */
  private addBlock(block: (typeof LISTED_BLOCKS)[number], film: number): void {
    const { byFilm, byFeature } = this.features.matrices[block];
    const weight = this.weights[block];
    if (weight === 0) return;
    for (let i = byFilm.offsets[film]; i < byFilm.offsets[film + 1]; i++) {
      const feature = byFilm.features[i];
      const own = weight * byFilm.weights[i];
      const end = byFeature.offsets[feature + 1];
      for (let j = byFeature.offsets[feature]; j < end; j++)
        this.alike[byFeature.features[j]] += own * byFeature.weights[j];
    }
  }

  private addTastes(film: number): void {
    if (this.tastes === undefined || this.tastes.logSeen[film] === 0) return;
    const { ease, coRated, coSeen } = this.tastes.of(film);
    const { weights } = this;
    for (const other of this.tastes.rated)
      this.alike[other] +=
        weights.ease * ease[other] + weights.coRated * coRated[other] + weights.coSeen * coSeen[other];
  }

  /**
   * The same from features that few films have.
   * @returns the candidates: every film that shares such a feature or was liked with this one, and the known ones
   */
  private touch(film: number, { mostFilms, known }: CandidateLimits): readonly number[] {
    const { alike } = this;
    const knownFilms = Math.min(known, this.features.facts.count);
    const touched: number[] = Array.from({ length: knownFilms }, (_, row) => row);
    for (const block of LISTED_BLOCKS) {
      const { byFilm, byFeature } = this.features.matrices[block];
      for (let i = byFilm.offsets[film]; i < byFilm.offsets[film + 1]; i++) {
        const feature = byFilm.features[i];
        const own = this.weights[block] * byFilm.weights[i];
        const end = byFeature.offsets[feature + 1];
        const common = end - byFeature.offsets[feature] > mostFilms;
        for (let j = byFeature.offsets[feature]; j < end; j++) {
          const other = byFeature.features[j];
          if (other >= knownFilms) {
            if (common) break;
            if (alike[other] === 0) touched.push(other);
          }
          alike[other] += own * byFeature.weights[j];
        }
      }
    }
    if (this.tastes !== undefined && this.tastes.logSeen[film] > 0) {
      for (const other of this.tastes.rated)
        if (other >= knownFilms && alike[other] === 0) touched.push(other);
      this.addTastes(film);
    }
    return touched;
  }

  /** @param among candidates; all films where it is not given */
  private bestOf(film: number, count: number, among?: readonly number[]) {
    const { alike, own, weights, features } = this;
    const { logVotes, years, adult, count: filmCount } = features.facts;
    const best = new BestFilms(count);
    const [genres, country, language] = PROFILE_BLOCKS.map((block) => this.profileScores(block, film));
    const genreOf = features.profiles.genres.of;
    const countryOf = features.profiles.country.of;
    const languageOf = features.profiles.language.of;
    const bestYears = Math.max(weights.yearsApart * yearsTerm(undefined), highest(this.years));
    const most = highest(genres) + highest(country) + highest(language);
    const votes = logVotes[film];
    const together = weights.votesTogether * votes;
    const apart = weights.votesApart;
    const year = years[film];
    const unknownYears = weights.yearsApart * yearsTerm(undefined);
    const yearScores = this.years;
    const size = among?.length ?? filmCount;
    // Read through a local: the loop runs once for every pair of films.
    let { worst } = best;
    for (let i = 0; i < size; i++) {
      const other = among === undefined ? i : among[i];
      const known =
        alike[other] + own[other] + together * logVotes[other] + apart * Math.abs(votes - logVotes[other]);
      if (known + most + bestYears <= worst) continue;
      const otherYear = years[other];
      const dated =
        known +
        (year === NO_YEAR || otherYear === NO_YEAR
          ? unknownYears
          : yearScores[Math.min(MOST_YEARS, Math.abs(year - otherYear))]);
      // Most films end here, before their profiles are looked up.
      if (dated + most <= worst) continue;
      const score = dated + genres[genreOf[other]] + country[countryOf[other]] + language[languageOf[other]];
      if (score <= worst || other === film || adult[other] !== 0) continue;
      best.offer(other, score);
      worst = best.worst;
    }
    return best.sorted();
  }

  private profileScores(block: (typeof PROFILE_BLOCKS)[number], film: number): Float32Array {
    return this.features.profiles[block].scores(film, this.weights[block]);
  }
}

function highest(values: Float32Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > most) most = value;
  return most;
}
