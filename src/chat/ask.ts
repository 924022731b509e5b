/** A typed line in, one outcome out: a command's line, a word about the last answer, or somebody's own words. */

import { atOnce, inTurns, type Steps, turnAfter } from "../steps.js";
import type { Asking } from "./asking.js";
import { readHead } from "./command/names.js";
import type { Bot, Command, Understanding } from "./contract.js";
import { lastAnswer } from "./last-answer.js";
import { parseLine, question } from "./line/parse.js";
import { recognisedBy } from "./line/positionals.js";
import { saidChoice } from "./line/said.js";
import { failed, type Outcome } from "./outcome.js";
import { run } from "./run.js";
import { asUnderstood } from "./sentence/as-read.js";
import { type LineRead, meaningOf, pickedQuestion, type Said, type Unread } from "./sentence/meaning.js";
import { sentenceIn } from "./sentence/sentence-in.js";

/** Reads a typed line and answers it. Never rejects. */
export async function ask(bot: Bot, line: string, asking: Asking): Promise<Outcome> {
  const read = await readLine(bot, line, asking);
  return "unread" in read ? read.unread : answerLine(bot, read, asking);
}

/**
 * The question that a typed line asks, or what is told of a line that asks none. For surfaces that ask back where an
 * option is missing; others use `ask`. Never rejects.
 */
export async function readLine(bot: Bot, line: string, asking: Asking): Promise<LineRead | Unread> {
  const last = await lastAnswer(bot, asking);
  const picked = pickedQuestion(bot, last && saidChoice(last, line));
  const since = performance.now();
  const read = picked ?? (await inTurns(readWords(bot, { text: question(line), last }, asking)));
  await turnAfter(since);
  if ("unread" in read) {
    bot.ports.answered?.(read.unread);
    return read;
  }
  const sentence = sentenceIn(read.command, read.options);
  // Of a line it is what follows the command's name, so that this ends.
  return sentence === undefined || sentence === line ? read : readLine(bot, sentence, asking);
}

function* readWords(bot: Bot, said: Said, asking: Asking): Steps<LineRead | Unread> {
  const { text } = said;
  const commands = commandsFor(bot, text);
  try {
    const understood = yield* understanding(bot, text);
    if (understood) return meaningOf(bot, understood, said, asking);
    return { ...parseLine(commands, text, recognisedBy(bot.edition.find)), understood: false };
  } catch (error) {
    const { command } = readHead(commands, text);
    return { unread: failed(error, command?.name ?? null, asking, bot) };
  }
}

/** Answers a line that was read. Never rejects. */
export async function answerLine(bot: Bot, read: LineRead, asking: Asking): Promise<Outcome> {
  const { command, options, understood, tentative = false, aspect, refersBack } = read;
  const answered = await run(
    bot,
    command,
    options,
    tentative || aspect ? { ...asking, tentative, aspect } : asking,
  );
  const outcome = refersBack ? { ...answered, refersBack } : answered;
  // What is offered says itself what it takes the words for.
  const offered = tentative && outcome.status === "choices";
  return understood && !offered ? asUnderstood(bot, outcome, read, asking) : outcome;
}

/**
 * What a line without a slash asks in so many words; undefined for a line that names a command.
 * @param text as `question` makes it
 */
export function understand(bot: Bot, text: string): Understanding | undefined {
  return atOnce(understanding(bot, text));
}

function* understanding({ edition, program }: Bot, text: string): Steps<Understanding | undefined> {
  if (text === "" || text.startsWith("/")) return undefined;
  return yield* program.understand(text, edition, program.commands);
}

/** An operator's command is known only where it is called by its name, with the slash. */
function commandsFor({ program }: Bot, text: string): readonly Command[] {
  const { commands, operatorCommands } = program;
  if (operatorCommands.length === 0) return commands;
  const { command, slash } = readHead(operatorCommands, text);
  return command && slash ? operatorCommands : commands;
}
