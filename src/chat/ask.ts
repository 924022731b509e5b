/** A typed line in, one outcome out: a command's line, a word that picks from the last answer, or plain words. */
import { joinTexts, mention, rich } from "./answer/rich-text.js";
import type { Choice, OptionValues } from "./answer/schema.js";
import type { Asking } from "./asking.js";
import { commandNamed, readHead } from "./command/names.js";
import type { Bot, Command, Understanding, Understood } from "./contract.js";
import { dispatch, failed, type Outcome } from "./dispatch.js";
import { parseLine, question } from "./line/parse.js";
import { recognisedBy } from "./line/positionals.js";
import { saidChoice } from "./line/said.js";
import { typedOptions } from "./line/typed.js";
import { say } from "./locale.js";

/** A typed line as the question it asks. */
export interface LineRead {
  readonly command: Command;
  readonly options: OptionValues;
  /** Whether it asks in other words than a command's: then its answer says how it was read. */
  readonly understood: boolean;
  readonly tentative?: boolean;
}

/** Reads a typed line and answers it. Never rejects. */
export async function ask(bot: Bot, line: string, asking: Asking): Promise<Outcome> {
  const read = await readLine(bot, line, asking);
  return "unread" in read ? read.unread : answerLine(bot, read, asking);
}

/**
 * The question that a typed line asks, or what is told of a line that asks none. For surfaces that ask back where an
 * option is missing; others use `ask`. Never rejects.
 */
export async function readLine(
  bot: Bot,
  line: string,
  asking: Asking,
): Promise<LineRead | { readonly unread: Outcome }> {
  const picked = await choiceSaid(bot, line, asking);
  const pickedCommand = picked && commandNamed(bot.program.commands, picked.command);
  if (picked && pickedCommand) return { command: pickedCommand, options: picked.options, understood: false };
  const text = question(line);
  const understood = understand(bot, text);
  if (understood?.kind === "question") return { ...understood, understood: true };
  const commands = commandsFor(bot, text);
  try {
    return { ...parseLine(commands, text, recognisedBy(bot.edition.find)), understood: false };
  } catch (error) {
    const { command } = readHead(commands, text);
    return { unread: failed(error, command?.name ?? null, asking, bot) };
  }
}

/** Answers a line that was read. Never rejects. */
export async function answerLine(bot: Bot, read: LineRead, asking: Asking): Promise<Outcome> {
  const { command, options, understood, tentative = false } = read;
  const outcome = await dispatch(bot, command, options, tentative ? { ...asking, tentative } : asking);
  // What is offered says itself what it takes the words for.
  const offered = tentative && outcome.status === "choices";
  return understood && !offered ? asUnderstood(outcome, read, asking) : outcome;
}

/** The choice of the conversation's last answer that a line picks: "otra", "mas". */
async function choiceSaid(
  { ports }: Bot,
  line: string,
  { place, asker }: Asking,
): Promise<Choice | undefined> {
  if (place === undefined) return undefined;
  const last = await ports.lastAnswers.get({ place, asker });
  return last && saidChoice(last, line);
}

/**
 * What a line without a slash asks in so many words; undefined for a line that names a command.
 * @param text as `question` makes it
 */
export function understand({ edition, program }: Bot, text: string): Understanding | undefined {
  if (text === "" || text.startsWith("/")) return undefined;
  return program.understand(text, edition, program.commands);
}

/** Says above the answer how the words were read: as the command that would have asked the same. */
export function asUnderstood(
  outcome: Outcome,
  { command, options }: Understood,
  { locale }: Asking,
): Outcome {
  const line = mention(command.name, typedOptions(command, options));
  const told = say(locale, { es: rich`Lo leí como: ${line}`, en: rich`Read as: ${line}` });
  const { answer } = outcome;
  const text = answer.text === undefined ? told : joinTexts([told, answer.text], "\n\n");
  return { ...outcome, answer: { ...answer, text } };
}

/** An operator's command is known only where it is called by its name, with the slash. */
function commandsFor({ program }: Bot, text: string): readonly Command[] {
  const { commands, operatorCommands } = program;
  if (operatorCommands.length === 0) return commands;
  const { command, slash } = readHead(operatorCommands, text);
  return command && slash ? operatorCommands : commands;
}
