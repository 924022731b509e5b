/** The last answer of each conversation, in memory. */
import type { Conversation, LastAnswer, LastAnswers } from "../../chat/ports.js";
import { BoundedMap } from "../bounded-map.js";

/** Choices and lines of lists that are kept in all, an answer without any counting as one. */
const CAPACITY = 200_000;
/** Milliseconds after which nobody refers to an answer any more: what is said then is a question of its own. */
const REMEMBERED = 15 * 60_000;

interface Kept {
  readonly last: LastAnswer;
  /** Milliseconds since 1970. */
  readonly since: number;
}

export class MemoryLastAnswers implements LastAnswers {
  readonly #kept = new BoundedMap<string, Kept>(CAPACITY);

  async get(where: Conversation, now: Date): Promise<LastAnswer | undefined> {
    const kept = this.#kept.get(keyOf(where));
    return kept && now.getTime() - kept.since <= REMEMBERED ? kept.last : undefined;
  }

  set(where: Conversation, last: LastAnswer, now: Date): void {
    const size = 1 + last.choices.length + last.lines.length;
    this.#kept.set(keyOf(where), { last, since: now.getTime() }, size);
  }
}

function keyOf({ place: { platform, server = "", chat, topic = "" }, asker }: Conversation): string {
  return [platform, server, chat, topic, asker?.id ?? ""].join("\n");
}
