/** A line in a conversation of which nothing is remembered: whoever asks says what was asked before it. */
import { ask } from "./ask.js";
import type { Asking } from "./asking.js";
import type { Bot } from "./contract.js";
import type { Outcome } from "./outcome.js";
import type { LastAnswer, LastAnswers } from "./ports.js";

/** Remembers one answer, for as long as it is needed. */
class OneAnswer implements LastAnswers {
  #last: LastAnswer | undefined;

  async get(): Promise<LastAnswer | undefined> {
    return this.#last;
  }

  set(_: unknown, last: LastAnswer): void {
    this.#last = last;
  }
}

/**
 * Answers a line as in a conversation in which `before` was asked just before it; that one changes nothing. Takes as long as
 * both. Never rejects.
 * @param platform what the place is called that such a conversation is held in
 */
export async function askAfter(
  bot: Bot,
  { before, line }: { readonly before: string; readonly line: string },
  asking: Asking,
  platform: string,
): Promise<Outcome> {
  const remembering = { ...bot, ports: { ...bot.ports, lastAnswers: new OneAnswer() } };
  const here = { ...asking, place: { platform, chat: "" } };
  await ask(remembering, before, { ...here, effect: "read" });
  return ask(remembering, line, here);
}
