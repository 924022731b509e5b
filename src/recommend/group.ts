/** Films for several people at once, from what is known of each one's taste. */
import type { FilmRow } from "../catalog/rows.js";
import { atOnce, type Steps, stepping } from "../steps.js";

/**
 * How one opinion is made of several.
 * - `average`: the mean of all members'.
 * - `leastMisery`: that of the member who likes the film least.
 * - `rankBalance`: film by film whichever adds most for those whom the films before it give least, so that however
 *   many are looked at, nobody is left out (GFAR, Kaya and others, 2020).
 */
export type GroupRule = "average" | "leastMisery" | "rankBalance";

/** One member's scores of films, on any scale of their own; the higher the better. */
export type MemberScores = ReadonlyMap<FilmRow, number>;

/** A film for all members. */
export interface GroupFilm {
  readonly film: FilmRow;
  /** By member: the share of the candidates that they like no better, 0 for their last to 1 for their first. */
  readonly standing: readonly number[];
}

/**
 * Best first. Scores of different people do not compare: what counts is where each film stands with each member. A
 * film that some member has no score for is no candidate.
 * @param floor from 0 to 1: with nobody may a film stand below it, so that each has a say. 0 lets all pass
 */
export function forGroup(members: readonly MemberScores[], rule: GroupRule, floor: number): GroupFilm[] {
  return atOnce(forGroupSteps(members, rule, floor));
}

export function* forGroupSteps(
  members: readonly MemberScores[],
  rule: GroupRule,
  floor: number,
): Steps<GroupFilm[]> {
  const [first, ...others] = members;
  if (first === undefined) return [];
  const candidates = [...first.keys()].filter((film) => others.every((scores) => scores.has(film)));
  const standings: number[][] = [];
  yield* stepping(members, (scores) => standings.push(standingsIn(scores, candidates)), 1);
  const films = candidates
    .map((film, at): GroupFilm => ({ film, standing: standings.map((own) => own[at] ?? 0) }))
    .filter(({ standing }) => standing.every((own) => own >= floor))
    .sort((a, b) => a.film - b.film);
  if (rule === "rankBalance") return yield* balanced(films);
  const worth = rule === "average" ? mean : least;
  // Of equal ones the one that is better for all together, then the better known one.
  return films.sort(
    (a, b) => worth(b.standing) - worth(a.standing) || mean(b.standing) - mean(a.standing) || a.film - b.film,
  );
}

/** Where each candidate stands with a member; those of one score stand at the mean of their places. */
function standingsIn(scores: MemberScores, candidates: readonly FilmRow[]): number[] {
  const scored = candidates.map((film) => scores.get(film) ?? Number.NEGATIVE_INFINITY);
  const sorted = [...scored].sort((a, b) => a - b);
  const places = new Map<number, number>();
  for (let from = 0; from < sorted.length; ) {
    const score = sorted[from] ?? 0;
    let to = from;
    while (to + 1 < sorted.length && sorted[to + 1] === score) to++;
    places.set(score, (from + to) / 2);
    from = to + 1;
  }
  const last = sorted.length - 1;
  return scored.map((score) => (last === 0 ? 1 : (places.get(score) ?? 0) / last));
}

/** Greedily: what a film adds for a member counts less, the better the films before it are for them. */
function* balanced(films: readonly GroupFilm[]): Steps<GroupFilm[]> {
  const members = films[0]?.standing.length ?? 0;
  const totals = Array.from({ length: members }, (_, member) =>
    films.reduce((sum, { standing }) => sum + (standing[member] ?? 0), 0),
  );
  const unmet = totals.map(() => 1);
  /** How likely this is the film that a member wants: all films together are one. */
  const share = ({ standing }: GroupFilm, member: number) =>
    (standing[member] ?? 0) / Math.max(totals[member] ?? 0, Number.EPSILON);
  const added = (film: GroupFilm) => unmet.reduce((sum, left, member) => sum + left * share(film, member), 0);
  const left = [...films];
  const chosen: GroupFilm[] = [];
  while (left.length > 0) {
    const gains = left.map(added);
    const [best] = left.splice(gains.indexOf(Math.max(...gains)), 1);
    if (best === undefined) break;
    chosen.push(best);
    for (let member = 0; member < members; member++)
      unmet[member] = (unmet[member] ?? 0) * (1 - share(best, member));
    yield;
  }
  return chosen;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function least(values: readonly number[]): number {
  return Math.min(...values);
}
