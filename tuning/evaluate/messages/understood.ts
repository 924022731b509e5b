/** What the bot makes of a message that is said alone, with exact values. */
import type { OptionValue, OptionValues } from "../../../src/chat/answer/schema.js";
import { ask, readLine } from "../../../src/chat/ask.js";
import type { Asking } from "../../../src/chat/asking.js";
import { describe } from "../../../src/chat/command/describe.js";
import { exactOptions } from "../../../src/chat/command/exact-options.js";
import type { OptionKind } from "../../../src/chat/command/options.js";
import type { Bot, Command } from "../../../src/chat/contract.js";
import { SPANISH } from "../../../src/chat/locale.js";
import type { Reading } from "./same-reading.js";
import type { Understanding } from "./verdict.js";

/** Kinds of option whose exact values are numbers. */
const NUMBERS: ReadonlySet<OptionKind> = new Set<OptionKind>(["integer", "month", "weekday"]);

export function asking(): Asking {
  return { locale: SPANISH, now: new Date() };
}

/** Never rejects. */
export async function understoodOf(bot: Bot, text: string): Promise<Understanding> {
  return { understood: await meaningOf(bot, text), outcome: await ask(bot, text, asking()) };
}

/** The understanding alone, names resolved and nothing answered: what is timed. */
export async function meaningOf(bot: Bot, text: string): Promise<Reading | null> {
  const read = await readLine(bot, text, asking());
  return "unread" in read ? null : exactReading(bot, read.command, read.options);
}

export function exactReading({ edition }: Bot, command: Command, typed: OptionValues): Reading {
  const kinds = new Map(describe(command).map(({ name, kind }) => [name, kind]));
  const options = Object.entries(exactOptions(edition, command, typed)).map(([name, value]) => [
    name,
    asNumber(kinds.get(name), value),
  ]);
  return { command: command.name, options: Object.fromEntries(options) };
}

function asNumber(kind: OptionKind | undefined, value: OptionValue): OptionValue {
  return kind && NUMBERS.has(kind) && /^\d+$/u.test(String(value)) ? Number(value) : value;
}
