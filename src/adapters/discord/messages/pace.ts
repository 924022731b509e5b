/** How much one person may ask in messages: whoever writes faster than they can read is left unanswered. */
import { BoundedMap } from "../../../surface/bounded-map.js";

/** Questions in so many milliseconds. */
const MOST = 5;
const WINDOW = 10_000;
const PEOPLE_KEPT = 20_000;

interface Counted {
  readonly since: number;
  readonly questions: number;
}

export class Pace {
  readonly #counted = new BoundedMap<string, Counted>(PEOPLE_KEPT);

  /** Whether somebody may ask now; counts it where they may. @param now milliseconds */
  mayAsk(person: string, now: number): boolean {
    const known = this.#counted.get(person);
    const counted = known && now - known.since < WINDOW ? known : { since: now, questions: 0 };
    if (counted.questions >= MOST) return false;
    this.#counted.set(person, { ...counted, questions: counted.questions + 1 });
    return true;
  }
}
