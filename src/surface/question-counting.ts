/** How questions of a minute are counted, and what becomes of one that is too many. */
import type { Admission, Conversation } from "../chat/ports.js";
import type { Settings } from "../settings/declared.js";
import { BoundedMap } from "./bounded-map.js";
import { channelKey, conversationKey } from "./conversation.js";

export const MINUTE = 60_000;
/** People and channels of whom it is remembered. */
const KEPT = 50_000;

/** The questions of somebody, or of a channel, in the minute that began at `since`. */
export interface Count {
  since: number;
  questions: number;
  told: boolean;
}

export type Limits = Pick<Settings, "perPerson" | "perChannel">;

/** Whose questions are counted where somebody asks, and how many are answered: who asks, and the channel. */
export function limitsOf(
  where: Conversation,
  { perPerson, perChannel }: Limits,
): readonly { readonly key: string; readonly most: number }[] {
  return [
    ...(where.asker && perPerson > 0 ? [{ key: conversationKey(where), most: perPerson }] : []),
    ...(perChannel > 0 ? [{ key: channelKey(where.place), most: perChannel }] : []),
  ];
}

export class QuestionCounting {
  readonly #counts = new BoundedMap<string, Count>(KEPT);

  /** Counts a question of this moment. */
  count(key: string, now: Date): Count {
    const time = now.getTime();
    const known = this.#counts.get(key);
    const isOver = known === undefined || time - known.since >= MINUTE || time < known.since;
    const count = isOver ? { since: time, questions: 0, told: false } : known;
    if (isOver) this.#counts.set(key, count);
    count.questions++;
    return count;
  }
}

/**
 * What becomes of a question.
 * @param number which of its minute it is
 */
export function admissionOf(count: Count, number: number, most: number): Admission {
  if (number <= most) return "answered";
  if (count.told) return "silent";
  count.told = true;
  return "told";
}

/** Of a question that counts for several. Who was told need not be told again for the channel's sake. */
export function strictest(admissions: readonly Admission[]): Admission {
  return (["silent", "told"] as const).find((one) => admissions.includes(one)) ?? "answered";
}
