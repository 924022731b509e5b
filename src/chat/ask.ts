/** A typed line in, one outcome out: a command's line, a word that picks from the last answer, or plain words. */
import { joinTexts, mention, rich } from "./answer/rich-text.js";
import type { Choice } from "./answer/schema.js";
import type { Asking } from "./asking.js";
import { commandNamed, readHead } from "./command/names.js";
import type { Bot, Command, Understood } from "./contract.js";
import { dispatch, failed, type Outcome } from "./dispatch.js";
import { parseLine, question } from "./line/parse.js";
import { recognisedBy } from "./line/positionals.js";
import { saidChoice } from "./line/said.js";
import { typedOptions } from "./line/typed.js";
import { say } from "./locale.js";

/** Reads a typed line and answers it. Never rejects. */
export async function ask(bot: Bot, line: string, asking: Asking): Promise<Outcome> {
  const picked = await choiceSaid(bot, line, asking);
  const pickedCommand = picked && commandNamed(bot.program.commands, picked.command);
  if (picked && pickedCommand) return dispatch(bot, pickedCommand, picked.options, asking);
  const understood = understand(bot, line);
  if (understood) {
    const outcome = await dispatch(bot, understood.command, understood.options, asking);
    return asUnderstood(outcome, understood, asking);
  }
  const commands = commandsFor(bot, line);
  try {
    const { command, options } = parseLine(commands, line, recognisedBy(bot.edition.find));
    return await dispatch(bot, command, options, asking);
  } catch (error) {
    return failed(error, readHead(commands, question(line)).command?.name ?? null, asking, bot);
  }
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

/** What a line without a slash asks in so many words; undefined for a line that names a command. */
export function understand({ edition, program }: Bot, line: string): Understood | undefined {
  const text = question(line);
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
function commandsFor({ program }: Bot, line: string): readonly Command[] {
  const { commands, operatorCommands } = program;
  const { command, slash } = readHead(operatorCommands, question(line));
  return command && slash ? operatorCommands : commands;
}
