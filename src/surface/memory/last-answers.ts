/** The last answer of each conversation, in memory. */
import type { Conversation, LastAnswer, LastAnswers } from "../../chat/ports.js";
import { BoundedMap } from "../bounded-map.js";
import { conversationKey } from "../conversation.js";

/** Choices and lines of lists that are kept in all, an answer without any counting as one. */
const CAPACITY = 200_000;
/** Milliseconds after which nobody refers to an answer any more: what is said then is a question of its own. */
export const REMEMBERED = 15 * 60_000;

interface Kept {
  readonly last: LastAnswer;
  /** Milliseconds since 1970. */
  readonly since: number;
}

export class MemoryLastAnswers implements LastAnswers {
  readonly #kept = new BoundedMap<string, Kept>(CAPACITY);

  async get(where: Conversation, now: Date): Promise<LastAnswer | undefined> {
    return this.kept(where, now)?.last;
  }

  /** The same, with when it was given. */
  kept(where: Conversation, now: Date): Kept | undefined {
    const kept = this.#kept.get(conversationKey(where));
    return kept && now.getTime() - kept.since <= REMEMBERED ? kept : undefined;
  }

  set(where: Conversation, last: LastAnswer, now: Date): void {
    const size = 1 + last.choices.length + last.lines.length;
    this.#kept.set(conversationKey(where), { last, since: now.getTime() }, size);
  }
}
