/** The last answer of each conversation, in memory. */
import type { Conversation, LastAnswer, LastAnswers } from "../../chat/ports.js";
import { BoundedMap } from "../bounded-map.js";

const CONVERSATIONS_KEPT = 20_000;

export class MemoryLastAnswers implements LastAnswers {
  readonly #last = new BoundedMap<string, LastAnswer>(CONVERSATIONS_KEPT);

  async get(where: Conversation): Promise<LastAnswer | undefined> {
    return this.#last.get(keyOf(where));
  }

  set(where: Conversation, last: LastAnswer): void {
    this.#last.set(keyOf(where), last);
  }
}

function keyOf({ place: { platform, server = "", chat, topic = "" }, asker }: Conversation): string {
  return [platform, server, chat, topic, asker?.id ?? ""].join("\n");
}
