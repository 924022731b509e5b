/**
 * Beside what people said of pairs: of the films that were graded for one, the better before the worse. Only differences count,
 * so it does not matter that those that were graded are all near.
 */
import { itemAt } from "../item-at.js";

/** A film's graded others: all parts of their scores, and the grade of each. */
export interface Ranked {
  readonly parts: readonly (readonly number[])[];
  readonly grades: readonly number[];
}

/** What a grade is worth: from weak to good is the step that a reader minds. */
const WORTH = [0, 0.3, 1.3, 2];

/** The difference of two others' parts, and how much it counts. */
interface Step {
  readonly better: readonly number[];
  readonly worse: readonly number[];
  readonly weight: number;
}

/** Each film counts the same, however many of its others were graded; a film whose others are all of one grade tells nothing. */
export function stepsOf(ranked: readonly Ranked[]): Step[] {
  return ranked.flatMap(({ parts, grades }) => {
    const worth = grades.map((grade) => WORTH[grade] ?? 0);
    const steps = parts.flatMap((better, i) =>
      parts.flatMap((worse, j) => {
        const weight = itemAt(worth, i) - itemAt(worth, j);
        return weight > 0 ? [{ better, worse, weight }] : [];
      }),
    );
    const all = steps.reduce((sum, { weight }) => sum + weight, 0);
    return steps.map((step) => ({ ...step, weight: step.weight / all / ranked.length }));
  });
}

/**
 * Of the log-likelihood that each step goes the right way.
 * @param gradient by weight: added to
 */
export function addRanking(
  steps: readonly Step[],
  weights: Float64Array,
  aim: number,
  gradient: Float64Array,
): void {
  for (const { better, worse, weight } of steps) {
    let odds = 0;
    for (let at = 0; at < weights.length; at++)
      odds += itemAt(weights, at) * (itemAt(better, at) - itemAt(worse, at));
    const slope = (aim * weight) / (1 + Math.exp(odds));
    for (let at = 0; at < weights.length; at++)
      gradient[at] = itemAt(gradient, at) + slope * (itemAt(better, at) - itemAt(worse, at));
  }
}

const FIRST = 5;

/** How weights order what was graded. */
export interface RankingFigures {
  /** Mean grade of the five that score highest, and of the five best there are. */
  readonly first: number;
  readonly best: number;
}

/** @param scores of each film's others, in the order in which they were graded */
export function rankingFigures(
  graded: readonly { readonly grades: readonly number[]; readonly scores: readonly number[] }[],
): RankingFigures {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const first = graded.map(({ grades, scores }) => {
    const order = grades.map((grade, at) => ({ grade, score: itemAt(scores, at) }));
    order.sort((a, b) => b.score - a.score);
    return mean(order.slice(0, FIRST).map(({ grade }) => grade));
  });
  const best = graded.map(({ grades }) => mean([...grades].sort((a, b) => b - a).slice(0, FIRST)));
  return { first: mean(first), best: mean(best) };
}
