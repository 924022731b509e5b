/** Films that a group could watch together, with the figures that say why. */
import type { FilmRow } from "../catalog/rows.js";
import { forGroup, type GroupRule, type MemberScores } from "./group.js";

export interface GroupTaste {
  readonly members: number;
  /** Given or predicted, from 0 to 10; undefined where nothing is known. Members are counted from 0. */
  readonly scoreOf: (member: number, film: FilmRow) => number | undefined;
  readonly hasSeen: (member: number, film: FilmRow) => boolean;
}

export interface MemberScore {
  readonly member: number;
  readonly score: number;
}

export interface GroupSuggestion {
  readonly film: FilmRow;
  /** Of those of whom a score is known, and how many they are. */
  readonly average: number;
  readonly known: number;
  /** Of several the first. */
  readonly lowest: MemberScore;
  readonly highest: MemberScore;
  readonly seen: number;
}

/** Each has the same say: how well all like it, how well whoever likes it least, and that over a list all have their turn. */
const RULES: readonly GroupRule[] = ["average", "leastMisery", "rankBalance"];

/**
 * Best first: by the sum of a film's places by each rule, level ones by average. A film of which no score is known is
 * not suggested. Where a member's alone is not known, their mean of the candidates stands in: it moves them neither way.
 * @param candidates some hundred at most, the better known first; filters are the caller's
 * @param floor from 0 to 10: nobody's known score may be below it
 */
export function suggestForGroup(
  taste: GroupTaste,
  candidates: readonly FilmRow[],
  { floor, count }: { readonly floor: number; readonly count: number },
): GroupSuggestion[] {
  const suggestions = candidates.flatMap((film) => {
    const suggestion = figuresOf(taste, film);
    return suggestion !== undefined && suggestion.lowest.score >= floor ? suggestion : [];
  });
  const scores = membersScores(
    taste,
    suggestions.map(({ film }) => film),
  );
  const places = new Map<FilmRow, number>();
  for (const rule of RULES)
    for (const [place, { film }] of forGroup(scores, rule, 0).entries())
      places.set(film, (places.get(film) ?? 0) + place);
  const placesOf = ({ film }: GroupSuggestion) => places.get(film) ?? 0;
  return suggestions.sort((a, b) => placesOf(a) - placesOf(b) || b.average - a.average).slice(0, count);
}

function figuresOf({ members, scoreOf, hasSeen }: GroupTaste, film: FilmRow): GroupSuggestion | undefined {
  let [known, sum, seen] = [0, 0, 0];
  let lowest: MemberScore | undefined;
  let highest: MemberScore | undefined;
  for (let member = 0; member < members; member++) {
    if (hasSeen(member, film)) seen++;
    const score = scoreOf(member, film);
    if (score === undefined) continue;
    known++;
    sum += score;
    if (lowest === undefined || score < lowest.score) lowest = { member, score };
    if (highest === undefined || score > highest.score) highest = { member, score };
  }
  if (lowest === undefined || highest === undefined) return undefined;
  return { film, average: sum / known, known, lowest, highest, seen };
}

function membersScores({ members, scoreOf }: GroupTaste, films: readonly FilmRow[]): MemberScores[] {
  return Array.from({ length: members }, (_, member) => {
    const known = films.flatMap((film) => scoreOf(member, film) ?? []);
    const mean = known.reduce((sum, score) => sum + score, 0) / Math.max(1, known.length);
    return new Map(films.map((film) => [film, scoreOf(member, film) ?? mean]));
  });
}
