/**
 * How many questions were asked in this minute of all processes together. Each counts for itself and tells the others what
 * came; who is far from a limit is answered meanwhile, and only who is near it waits a moment for what the others know.
 */
import type { Admission, Conversation, QuestionLimits } from "../../chat/ports.js";
import type { Repositories } from "../../store/port.js";
import { unnamed } from "../conversation.js";
import {
  admissionOf,
  type Count,
  type Limits,
  limitsOf,
  MINUTE,
  QuestionCounting,
  strictest,
} from "../question-counting.js";
import type { Patience } from "./patience.js";

/** The part of a limit within which nobody waits. */
const FREE = 1 / 4;
/** Milliseconds that counts are gathered where nobody waits for them. */
const GATHERED = 100;
/** Milliseconds between two times that old counts are forgotten. */
const FORGET_EVERY = 5 * MINUTE;

type Counts = Repositories["counts"];

/** What is to be added to a count of all processes. */
interface Addition {
  readonly count: Count;
  questions: number;
  told: boolean;
}

/** How many questions there were of each count before those that were added. */
type Before = ReadonlyMap<string, number>;

/** What is added together. */
interface Batch {
  readonly additions: Map<string, Addition>;
  now: Date;
  /** Undefined while it is being gathered; gives undefined where it could not be added. */
  added?: Promise<Before | undefined>;
}

interface Counted {
  readonly key: string;
  readonly count: Count;
  readonly most: number;
  /** Which of the minute the question is, as far as this process knows. */
  readonly number: number;
  /** Which of its batch it is. */
  readonly place: number;
}

export class SharedQuestionLimits implements QuestionLimits {
  readonly #counting = new QuestionCounting();
  readonly #counts: () => Promise<Counts>;
  readonly #patience: Patience;
  #gathering: Batch | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #forgotten = Number.NEGATIVE_INFINITY;

  /** @param counts rejects while the store is away: then each process counts for itself */
  constructor(counts: () => Promise<Counts>, patience: Patience) {
    this.#counts = counts;
    this.#patience = patience;
  }

  admit(where: Conversation, limits: Limits, now: Date): Admission | Promise<Admission> {
    const counted = limitsOf(where, limits).map(({ key: name, most }): Counted => {
      const key = unnamed(name);
      const count = this.#counting.count(key, now);
      const addition = this.#addition(key, count, now);
      addition.questions++;
      return { key, count, most, number: count.questions, place: addition.questions };
    });
    // Beyond it whether somebody was told so already; once they were, nobody need be asked.
    const isNear = counted.some(
      ({ number, most, count: { told } }) => number > most * FREE && !(told && number > most),
    );
    return isNear ? this.#admitNear(counted, now) : this.#admission(counted, now);
  }

  /** Resolves once all is told to the others. */
  async settle(): Promise<void> {
    while (this.#gathering !== undefined) await this.#send();
    await this.#last;
  }

  async #admitNear(counted: readonly Counted[], now: Date): Promise<Admission> {
    const before = await this.#patience.for(() => this.#send());
    const numbered = counted.map((one) => ({
      ...one,
      number: (before?.get(one.key) ?? one.number - one.place) + one.place,
    }));
    return this.#admission(numbered, now);
  }

  #admission(counted: readonly Counted[], now: Date): Admission {
    const admissions = counted.map(({ key, count, number, most }) => {
      const admission = admissionOf(count, number, most);
      if (admission === "told") this.#addition(key, count, now).told = true;
      return admission;
    });
    return strictest(admissions);
  }

  #addition(key: string, count: Count, now: Date): Addition {
    if (this.#gathering === undefined) {
      this.#gathering = { additions: new Map(), now };
      setTimeout(() => void this.#send(), GATHERED).unref();
    }
    const { additions } = this.#gathering;
    this.#gathering.now = now;
    const addition = additions.get(key) ?? { count, questions: 0, told: false };
    additions.set(key, addition);
    return addition;
  }

  /** Adds what was gathered, after what is being added now: until then more may come. */
  async #send(): Promise<Before | undefined> {
    const batch = this.#gathering;
    if (batch === undefined) return undefined;
    batch.added ??= this.#last.then(() => {
      this.#gathering = undefined;
      return this.#add(batch);
    });
    this.#last = batch.added;
    return batch.added;
  }

  async #add({ additions, now }: Batch): Promise<Before | undefined> {
    const before = new Map<string, number>();
    const asked = [...additions].map(([key, { questions, told }]) => ({ key, questions, told }));
    try {
      const counts = await this.#counts();
      for (const { key, questions, told, since } of await counts.add(asked, now, minuteBefore(now))) {
        const addition = additions.get(key);
        if (addition === undefined) continue;
        const { count } = addition;
        before.set(key, questions - addition.questions);
        count.since = since.getTime();
        count.questions = questions + (this.#gathering?.additions.get(key)?.questions ?? 0);
        count.told ||= told;
      }
      await this.#forget(counts, now);
      return before;
    } catch (error) {
      this.#patience.failed(error);
      return undefined;
    }
  }

  async #forget(counts: Counts, now: Date): Promise<void> {
    if (now.getTime() - this.#forgotten < FORGET_EVERY) return;
    this.#forgotten = now.getTime();
    await counts.purge(minuteBefore(now));
  }
}

function minuteBefore(now: Date): Date {
  return new Date(now.getTime() - MINUTE);
}
