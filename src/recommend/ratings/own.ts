/** What one person rated, and how their scores are read: beside their own mean, not as they stand. */

/** A film that somebody rated from 1 to 10, or saw without rating it, by its TMDB id; `at` is ISO 8601. */
export interface OwnRating {
  readonly film: number;
  readonly score?: number;
  readonly at: string;
}

/** What people give on average, from 1 to 10, and as how many ratings of one's own that counts. */
const COMMON_SCORE = 7;
const COMMON_RATINGS = 5;

/** Somebody's mean score, drawn to the common one while there are few: who rated three films 10 is not hard to please. */
export function ownMean(scores: readonly number[]): number {
  const sum = scores.reduce((total, score) => total + score, 0);
  return (sum + COMMON_SCORE * COMMON_RATINGS) / (scores.length + COMMON_RATINGS);
}

/** Scores by film; of several of one film the last counts. */
export function scoresOf(ratings: readonly OwnRating[]): Map<number, number> {
  const scores = new Map<number, number>();
  for (const { film, score } of ratings) if (score !== undefined) scores.set(film, score);
  return scores;
}

/** Scores less the person's own mean. */
export function centred(scores: ReadonlyMap<number, number>): Map<number, number> {
  const mean = ownMean([...scores.values()]);
  return new Map([...scores].map(([film, score]) => [film, score - mean]));
}
