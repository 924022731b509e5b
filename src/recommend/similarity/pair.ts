/**
 * The score of one pair of films, part by part. The build scores all pairs faster (`neighbour-search.ts`);
 * this explains.
 */
import type { FilmRow } from "../../catalog/rows.js";
import { BLOCKS, type Block, type FeatureRow } from "../features/blocks.js";
import { type FilmFacts, yearOf } from "../features/facts.js";
import type { GenreKinship } from "../features/genre-kinship.js";
import { type FilmVectors, vectorCosine } from "../features/vectors.js";
import type { Tastes } from "../ratings/tastes.js";
import {
  budgetTerm,
  FORM_TERMS,
  formTerm,
  obscurityTerm,
  PARTS,
  type Part,
  runtimeTerm,
  TASTE_TERMS,
  type Weights,
  yearsTerm,
} from "./model.js";

export interface PairInput {
  readonly facts: FilmFacts;
  readonly tastes: Tastes | undefined;
  readonly vectors: FilmVectors;
  readonly kinship: GenreKinship;
  /** Cosine of two films in a block. */
  cosine(block: Block, a: FilmRow, b: FilmRow): number;
  genres(film: FilmRow): FeatureRow;
}

/** Years between two films; undefined where one is not known. */
function yearsBetween(facts: FilmFacts, a: FilmRow, b: FilmRow): number | undefined {
  const [first, second] = [yearOf(facts, a), yearOf(facts, b)];
  return first === undefined || second === undefined ? undefined : Math.abs(first - second);
}

/** Every part of the score of two films, in the order of PARTS, unweighted. */
export function partsOf(input: PairInput, a: FilmRow, b: FilmRow): number[] {
  return [...contentParts(input, a, b), ...tasteParts(input.tastes, a, b)];
}

/** Those of the films alone: BLOCKS and TERMS. */
export function contentParts(input: Omit<PairInput, "tastes">, a: FilmRow, b: FilmRow): number[] {
  const { facts, vectors, kinship } = input;
  const { logVotes, rating } = facts;
  const forms = facts.forms[a] ^ facts.forms[b];
  const terms = [
    1,
    vectorCosine(vectors, a, b),
    kinship.cosine(input.genres(a), input.genres(b)),
    logVotes[a] + logVotes[b],
    logVotes[a] ** 2 + logVotes[b] ** 2,
    obscurityTerm(logVotes[a]) + obscurityTerm(logVotes[b]),
    rating[a] + rating[b],
    Math.abs(logVotes[a] - logVotes[b]),
    logVotes[a] * logVotes[b],
    yearsTerm(yearsBetween(facts, a, b)),
    Math.abs(rating[a] - rating[b]),
    runtimeTerm(Math.abs(facts.runtimes[a] - facts.runtimes[b])),
    budgetTerm(facts.logBudgets[a], facts.logBudgets[b]),
    ...FORM_TERMS.map((_, form) => formTerm(forms, form)),
  ];
  return [...BLOCKS.map((block) => input.cosine(block, a, b)), ...terms];
}

/** Those of people's ratings: TASTE_TERMS. */
export function tasteParts(tastes: Tastes | undefined, a: FilmRow, b: FilmRow): number[] {
  if (tastes === undefined) return TASTE_TERMS.map(() => 0);
  const taste = tastes.of(a);
  return [taste.coRated[b], taste.coSeen[b], taste.likedTogether[b], taste.seenTogether[b]];
}

export function scoreOf(parts: readonly number[], weights: Weights): number {
  return PARTS.reduce((sum: number, part: Part, i) => sum + weights[part] * parts[i], 0);
}
