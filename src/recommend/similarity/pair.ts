/**
 * The score of one pair of films, part by part. The build scores all pairs faster (`neighbour-search.ts`);
 * this explains.
 */
import type { FilmRow } from "../../catalog/rows.js";
import { BLOCKS, type Block, dot, type FeatureRow } from "../features/blocks.js";
import { type FilmFacts, yearOf } from "../features/facts.js";
import type { Tastes } from "../ratings/tastes.js";
import {
  budgetTerm,
  documentaryTerm,
  formsTerm,
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
  row(block: Block, film: FilmRow): FeatureRow;
}

/** Cosines of two films, in the order of BLOCKS. */
export function cosines(input: Pick<PairInput, "row">, a: FilmRow, b: FilmRow): number[] {
  return BLOCKS.map((block) => dot(input.row(block, a), input.row(block, b)));
}

/** Years between two films; undefined where one is not known. */
function yearsBetween(facts: FilmFacts, a: FilmRow, b: FilmRow): number | undefined {
  const [first, second] = [yearOf(facts, a), yearOf(facts, b)];
  return first === undefined || second === undefined ? undefined : Math.abs(first - second);
}

/** Every part of the score of b for a, in the order of PARTS, unweighted. */
export function partsOf(input: PairInput, a: FilmRow, b: FilmRow): number[] {
  const { facts, tastes } = input;
  const { logVotes, rating } = facts;
  const taste = tastes?.of(a);
  const terms = [
    logVotes[b],
    logVotes[b] ** 2,
    rating[b],
    Math.abs(logVotes[a] - logVotes[b]),
    logVotes[a] * logVotes[b],
    yearsTerm(yearsBetween(facts, a, b)),
    Math.abs(rating[a] - rating[b]),
    runtimeTerm(Math.abs(facts.runtimes[a] - facts.runtimes[b])),
    budgetTerm(facts.logBudgets[a], facts.logBudgets[b]),
    documentaryTerm(facts.forms[a] ^ facts.forms[b]),
    formsTerm(facts.forms[a] ^ facts.forms[b]),
  ];
  const tasteTerms =
    tastes === undefined || taste === undefined
      ? TASTE_TERMS.map(() => 0)
      : [
          taste.ease[b],
          taste.coRated[b],
          taste.coSeen[b],
          taste.likedTogether[b],
          taste.seenTogether[b],
          tastes.logSeen[b],
          tastes.logLikes[b],
          tastes.likes.meanStars[b],
        ];
  return [...cosines(input, a, b), ...terms, ...tasteTerms];
}

export function scoreOf(parts: readonly number[], weights: Weights): number {
  return PARTS.reduce((sum: number, part: Part, i) => sum + weights[part] * parts[i], 0);
}
