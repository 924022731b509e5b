/** What the bot makes of a message that is said alone, with exact values. */
import { ask, understand } from "../../../src/chat/ask.js";
import type { Asking } from "../../../src/chat/asking.js";
import type { Bot } from "../../../src/chat/contract.js";
import { question } from "../../../src/chat/line/parse.js";
import { SPANISH } from "../../../src/chat/locale.js";
import { understoodOf as understoodBy } from "../../../src/chat/sentence/understood.js";
import type { Understanding } from "./verdict.js";

export function asking(): Asking {
  return { locale: SPANISH, now: new Date() };
}

/** Never rejects. */
export async function understoodOf(bot: Bot, text: string): Promise<Understanding> {
  const outcome = await ask(bot, text, asking());
  return { understood: understoodBy(bot, outcome), outcome };
}

/** The understanding alone, names resolved and nothing answered: what is timed. */
export function meaningOf(bot: Bot, text: string): unknown {
  return understand(bot, question(text));
}
