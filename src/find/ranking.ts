/** From a typed name to the things it may mean, best first. */
import { costLimit, matchCost, prepare, type Query } from "./cost.js";
import { fold, foldNumbers } from "./encode/fold.js";
import type { KeyKind } from "./encode/keys.js";
import type { KeyIndex } from "./key-index.js";
import type { Resolution, Row } from "./port.js";

/** A thing that fits a question. */
export interface Match {
  readonly row: Row;
  /** How far the question lies from its nearest key, in edits; 0 is the same name. */
  readonly cost: number;
  /** What decides: being well known weighs against cost. */
  readonly score: number;
}

/** How one kind of thing is looked up. */
export interface Domain {
  readonly index: KeyIndex;
  /** log10(1 + votes) of each row: how likely somebody means it. */
  readonly known: Float32Array;
  /** What a key of each kind costs beside its full name, by `KEY_KINDS`. */
  readonly kindCosts: Readonly<Record<KeyKind, number>>;
}

/** One order of magnitude more votes outweighs this many edits. */
export const KNOWN_WEIGHT = 0.74;
/** With five times the votes the better known of two namesakes is meant (`answers.md`); below it, we ask. */
const CLEAR_MARGIN = KNOWN_WEIGHT * Math.log10(5);
/** Costs closer than this are the same fit. */
const SAME_FIT = 0.2;
const MOST_CHOICES = 25;
const MOST_NAMESAKES = 5;
const MOST_SUGGESTIONS = 3;
/** A suggestion may lie further away than an answer. */
const SUGGESTION_LIMIT = 1.6;

/** Folding can lengthen a text ("&" → "and"); nobody types a name longer than this. */
const LONGEST_NAME = 200;

/** A typed name as keys are written. */
export function normalise(text: string): string {
  return fold(text).slice(0, LONGEST_NAME).trim();
}

/**
 * @param text as `normalise` gives it
 * @param limit highest cost that is of interest
 * @param accepts rows that may be meant (a role, no adult film)
 */
export function matches(
  domain: Domain,
  text: string,
  limit: number,
  accepts: (row: Row) => boolean = () => true,
): Match[] {
  const { index, kindCosts } = domain;
  const costs = new Map<Row, number>();
  const consider = (query: Query, key: number) => {
    const row = index.target(key);
    if (!accepts(row)) return;
    const cost = matchCost(query, index.text(key), limit) + kindCosts[index.kind(key) as KeyKind];
    if (cost <= limit && cost < (costs.get(row) ?? Number.POSITIVE_INFINITY)) costs.set(row, cost);
  };
  // Numbers are compared as typed and as digits ("rocky ii", "rocky 2"), like the keys.
  for (const variant of new Set([text, foldNumbers(text)])) {
    const query = prepare(variant);
    const [from, to] = index.exact(variant);
    for (let key = from; key < to; key++) consider(query, key);
    for (const key of index.candidates(variant)) consider(query, key);
  }
  return [...costs]
    .map(([row, cost]) => ({ row, cost, score: KNOWN_WEIGHT * domain.known[row] - cost }))
    .sort(byScore);
}

export function byScore(a: Match, b: Match): number {
  return b.score - a.score || a.row - b.row;
}

/** What a list of matches means: an answer, a question back, or nothing. */
export function decide(sorted: readonly Match[], limit: number): Resolution<Row> {
  const fitting = sorted.filter(({ cost }) => cost <= limit);
  const [best, second] = fitting;
  if (best === undefined) {
    return { kind: "none", suggestions: sorted.slice(0, MOST_SUGGESTIONS).map(({ row }) => row) };
  }
  const sameFit = fitting.filter((match) => match !== best && Math.abs(match.cost - best.cost) < SAME_FIT);
  if (second === undefined || best.score - second.score >= CLEAR_MARGIN) {
    return {
      kind: "found",
      value: best.row,
      fit: best.cost < SAME_FIT ? "exact" : "close",
      namesakes: best.cost < SAME_FIT ? sameFit.slice(0, MOST_NAMESAKES).map(({ row }) => row) : [],
    };
  }
  const close = fitting.filter((match) => best.score - match.score < CLEAR_MARGIN || sameFit.includes(match));
  return { kind: "choices", values: close.slice(0, MOST_CHOICES).map(({ row }) => row) };
}

/** Resolves a name in a domain; `limitOf` the folded text says how far off it may be. */
export function resolveName(domain: Domain, text: string, accepts?: (row: Row) => boolean): Resolution<Row> {
  const folded = normalise(text);
  if (folded === "") return { kind: "none", suggestions: [] };
  const limit = costLimit(folded);
  return decide(matches(domain, folded, searchLimit(limit), accepts), limit);
}

/** How far matches are searched for, given how far an answer may lie. */
export function searchLimit(limit: number): number {
  return limit * SUGGESTION_LIMIT;
}
