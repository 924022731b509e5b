/** What pages are made of: what commands answer whoever reads. */
import type { Asked } from "../../../chat/asking.js";
import { commandNamed } from "../../../chat/command/names.js";
import type { Bot } from "../../../chat/contract.js";
import { dispatch } from "../../../chat/dispatch.js";
import type { Outcome } from "../../../chat/outcome.js";
import type { SentAnswer } from "../api/bodies.js";
import { publicCommands } from "../api/endpoints.js";
import { present } from "../api/present.js";
import type { Page } from "./page/layout.js";
import type { Standing } from "./page/standing.js";

/** Who reads, where, and of what. */
export interface Reading extends Standing {
  readonly bot: Bot;
  readonly now: Date;
}

/** What is told where there is no page. */
export interface Missing {
  readonly missing: SentAnswer;
}

export type Made = Page | Missing;

/** Nobody says why. */
export const NOTHING: Missing = { missing: { kind: "empty" } };

interface Told {
  readonly outcome: Outcome;
  readonly answer: SentAnswer;
}

/** What a command answers; what is told instead where it answers nothing. */
export async function answered(
  { command: name, options }: Asked,
  { bot, locale, now }: Reading,
): Promise<Told | Missing> {
  const commands = publicCommands(bot.program.commands);
  const command = commandNamed(commands, name);
  if (command === undefined) return NOTHING;
  const outcome = await dispatch(bot, command, options, { locale, now, effect: "read" });
  const answer = present(outcome.answer, { locale, commands });
  return outcome.status === "ok" ? { outcome, answer } : { missing: answer };
}

export function isMissing(told: object): told is Missing {
  return "missing" in told;
}

/** A text as one line without links. */
export function plain(text: SentAnswer["text"]): string {
  if (text === undefined || typeof text === "string") return text ?? "";
  return text.map((part) => (typeof part === "string" ? part : `/${part.command}`)).join("");
}
