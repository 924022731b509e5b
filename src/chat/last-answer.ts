/** What was answered last in a conversation: what is typed next may refer to it. */
import type { Asking } from "./asking.js";
import type { Bot } from "./contract.js";
import type { Outcome } from "./outcome.js";
import type { LastAnswer } from "./ports.js";

/** Nobody counts further down a list. */
const MOST_LINES = 50;

/** Keeps an outcome where it was asked in a conversation. */
export function remember(
  { ports }: Pick<Bot, "ports">,
  { place, asker, now }: Asking,
  { asked, answer }: Outcome,
): void {
  if (place === undefined) return;
  const lines = (answer.list?.lines ?? []).slice(0, MOST_LINES).map(({ asks }) => asks ?? null);
  const last = { asked, choices: answer.choices ?? [], lines: lines.some((line) => line) ? lines : [] };
  ports.lastAnswers.set({ place, asker }, last, now);
}

/** The last answer of the conversation that a question is asked in; undefined where there is none. */
export async function lastAnswer(
  { ports }: Pick<Bot, "ports">,
  { place, asker, now }: Asking,
): Promise<LastAnswer | undefined> {
  return place === undefined ? undefined : ports.lastAnswers.get({ place, asker }, now);
}
