/** How much one person may ask in messages: whoever writes faster than they can read is asked to wait, once. */
import type { Admission } from "../../../chat/ports.js";
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

  /** Counts a question of somebody's. @param now milliseconds */
  admit(person: string, now: number): Admission {
    const known = this.#counted.get(person);
    const counted = known && now - known.since < WINDOW ? known : { since: now, questions: 0 };
    const questions = counted.questions + 1;
    this.#counted.set(person, { since: counted.since, questions });
    if (questions <= MOST) return "answered";
    return questions === MOST + 1 ? "told" : "silent";
  }
}
