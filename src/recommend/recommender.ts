/**
 * What answers are given from: the prebuilt neighbours, people's tastes, and the score of any pair of films
 * where the neighbours are not enough (a film between two others, a filter that leaves few).
 */
import type { LaterTables } from "../catalog/catalog.js";
import type { FilmRow } from "../catalog/rows.js";
import { atOnce, type Steps } from "../steps.js";
import { blockRows, type FeatureTables } from "./features/blocks.js";
import { type FilmFacts, filmFacts } from "./features/facts.js";
import { GenreKinship, genreVectors } from "./features/genre-kinship.js";
import { LEARNED_TABLES, type Learned, learned as learnedOf } from "./features/learned.js";
import { forPersonSteps } from "./for-person.js";
import type { OwnTaste } from "./own-taste.js";
import {
  byNeighbours,
  byTastes,
  byTastesSteps,
  type GradedTastes,
  type Meets,
  type Opinion,
} from "./personal.js";
import { type PredictedScore, predictedScoresSteps } from "./predicted.js";
import { Ease } from "./ratings/ease.js";
import { gradedOf, likesOf, type UserRatings } from "./ratings/likes.js";
import type { OwnRating } from "./ratings/own.js";
import { Tastes } from "./ratings/tastes.js";
import { type Reason, reasonsFor } from "./reasons/reasons.js";
import type { RankedFilm } from "./similarity/best-films.js";
import { type PairInput, partsOf, scoreOf } from "./similarity/pair.js";
import { likeness, tastesCount, weightsFor } from "./similarity/score.js";

type NeighbourTable = LaterTables["neighbours"];
type TasteTable = LaterTables["tastes"];

/** A byte of the index for a cosine or score of 1. */
const FULL_BYTE = 255;

/** The tables of the index that are made for recommending. */
export const RECOMMENDATION_TABLES = ["neighbours", "tastes", ...LEARNED_TABLES] as const;

export type RecommendationTables = Pick<LaterTables, (typeof RECOMMENDATION_TABLES)[number]>;

/** What is made of the tables before anything is asked. */
interface Prepared {
  readonly facts: FilmFacts;
  readonly learned: Learned;
  /** Undefined where the data has no ratings, or too few. */
  readonly tastes: Tastes | undefined;
  readonly graded: GradedTastes | undefined;
}

export class Recommender {
  readonly facts: FilmFacts;
  readonly #tables: FeatureTables;
  readonly #neighbours: NeighbourTable;
  readonly #tastes: Tastes | undefined;
  readonly #graded: GradedTastes | undefined;
  readonly #input: PairInput;

  private constructor(
    tables: FeatureTables,
    neighbours: NeighbourTable,
    { facts, learned, tastes, graded }: Prepared,
  ) {
    this.facts = facts;
    this.#tables = tables;
    this.#neighbours = neighbours;
    this.#tastes = tastes;
    this.#graded = graded;
    // Most answers are looked up: only pairs that are not stored need features.
    let made: ReturnType<typeof blockRows> | undefined;
    const rows = () => {
      made ??= blockRows(tables, learned);
      return made;
    };
    const { vectors } = learned;
    this.#input = {
      facts,
      tastes,
      vectors,
      kinship: new GenreKinship(genreVectors(tables, vectors)),
      cosine: (block, a, b) => rows()[block].cosine(a, b),
      genres: (film) => rows().genres.row(film),
    };
  }

  /**
   * All of it takes a tenth of a second.
   * @param pause awaited between steps, so that others are answered meanwhile
   */
  static async of(
    tables: FeatureTables,
    { neighbours, tastes: table, ...others }: RecommendationTables,
    pause: () => Promise<unknown>,
  ): Promise<Recommender> {
    const facts = filmFacts(tables);
    await pause();
    const { rowCount } = tables.films;
    const learned = learnedOf(others);
    if (!tastesCount(table.rowCount))
      return new Recommender(tables, neighbours, { facts, learned, tastes: undefined, graded: undefined });
    const ratings = ratingsOf(table);
    const likes = likesOf(ratings, rowCount);
    await pause();
    const tastes = new Tastes(likes);
    await pause();
    const ease = new Ease(gradedOf(ratings, rowCount), table.gradedInverse.values);
    const graded = { ease, rated: tastes.rated, years: facts.years };
    return new Recommender(tables, neighbours, { facts, learned, tastes, graded });
  }

  /** The most similar films, best first, with how alike they are, from 0 to 1. */
  similar(film: FilmRow): RankedFilm[] {
    const scores = this.#neighbours.scores.get(film);
    return Array.from(this.#neighbours.films.get(film), (other, i) => [other, (scores[i] ?? 0) / FULL_BYTE]);
  }

  /** Any films by how alike they are to one, on the same scale, in the order given. */
  compared(film: FilmRow, others: readonly FilmRow[]): RankedFilm[] {
    const weights = weightsFor(this.facts.count, this.#tastes);
    return others.map((other) => [other, likeness(scoreOf(partsOf(this.#input, film, other), weights))]);
  }

  /** For somebody who gave their opinion of some films, best first; only those that `meets` lets through, none in `seen`. */
  personal(opinions: readonly Opinion[], seen: ReadonlySet<FilmRow>, meets?: Meets): readonly RankedFilm[] {
    const graded = this.#gradedFor(opinions);
    if (graded) return byTastes(graded, opinions, seen, meets);
    return byNeighbours((film) => this.similar(film), opinions, seen, meets);
  }

  /** For somebody of whom all ratings are known: none that they saw. */
  forPerson(taste: OwnTaste, meets?: Meets): readonly RankedFilm[] {
    return atOnce(this.forPersonSteps(taste, meets));
  }

  *forPersonSteps(taste: OwnTaste, meets?: Meets): Steps<readonly RankedFilm[]> {
    const { originalLanguage } = this.#tables.films;
    const graded = this.#gradedFor(taste.opinions);
    const parts = {
      neighboursOf: (film: FilmRow) => this.similar(film),
      byTastes: graded ? yield* byTastesSteps(graded, taste.opinions, taste.seen, meets) : [],
      rating: this.facts.rating,
      languageOf: (film: FilmRow) => originalLanguage.get(film),
    };
    return yield* forPersonSteps(parts, taste, meets);
  }

  /** What somebody would give each film, from 0 to 10. @param rowOf the film of a TMDB id */
  predictedScoresSteps(
    ratings: readonly OwnRating[],
    rowOf: (film: number) => FilmRow | undefined,
  ): Steps<PredictedScore> {
    const { genres } = this.#tables.films;
    const parts = {
      neighboursOf: (film: FilmRow) => this.similar(film),
      rating: this.facts.rating,
      genresOf: (film: FilmRow) => genres.get(film),
    };
    return predictedScoresSteps(parts, ratings, rowOf);
  }

  /** Undefined where people's tastes know none of the films. */
  #gradedFor(opinions: readonly Opinion[]): GradedTastes | undefined {
    const isRated = opinions.some(([film]) => (this.#tastes?.logSeen[film] ?? 0) > 0);
    return isRated ? this.#graded : undefined;
  }

  /** What two films have in common that is worth telling, most telling first, each true: three reasons at most. */
  reasons(film: FilmRow, other: FilmRow): Reason[] {
    const input = { tables: this.#tables, facts: this.facts, likes: this.#tastes?.likes };
    return reasonsFor(input, film, other);
  }
}

function ratingsOf({ films, stars }: TasteTable): UserRatings {
  return { offsets: films.offsets, films: films.values, stars: stars.values };
}
