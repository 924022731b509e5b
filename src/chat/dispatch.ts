/** A command's question, whoever asks it by whatever means: answered by the command, or by what its sentence means. */
import { ask } from "./ask.js";
import type { Asking } from "./asking.js";
import { coerce } from "./command/coerce.js";
import type { Bot, Command } from "./contract.js";
import type { Outcome } from "./outcome.js";
import { run } from "./run.js";
import { sentenceIn } from "./sentence/sentence-in.js";

/**
 * Checks the options against the command's schema and answers. Never rejects: what goes wrong is an outcome with status
 * "error", and what the reader must not see is only logged.
 */
export function dispatch(
  bot: Bot,
  command: Command,
  rawOptions: Readonly<Record<string, unknown>>,
  asking: Asking,
): Promise<Outcome> {
  const sentence = command.sentence && sentenceIn(command, coerce(command, rawOptions));
  return sentence === undefined ? run(bot, command, rawOptions, asking) : ask(bot, sentence, asking);
}
