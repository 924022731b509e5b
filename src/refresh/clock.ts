/** Clocks are set back, by people and after an empty battery: what was written before may then be of the future. */

/** Milliseconds that clocks of several machines may differ by. */
const TOLERANCE = 60_000;

/** Whether a time was written by a clock that has been set back since: it says nothing of when that was. @param time ISO 8601 */
export function isOfTheFuture(time: string, now: Date): boolean {
  return Date.parse(time) > now.getTime() + TOLERANCE;
}
