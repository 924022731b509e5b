/** From what somebody wants to what they are told, without a platform in between. */
import type { Answer } from "../../../chat/answer/schema.js";
import { answerLine, ask, readLine } from "../../../chat/ask.js";
import type { Asked, Asking } from "../../../chat/asking.js";
import { mayAsk } from "../../../chat/command/access.js";
import { usage } from "../../../chat/command/describe.js";
import { commandNamed } from "../../../chat/command/names.js";
import type { Bot, Command } from "../../../chat/contract.js";
import { dispatch } from "../../../chat/dispatch.js";
import { typedOptions } from "../../../chat/line/typed.js";
import { say } from "../../../chat/locale.js";
import type { Outcome } from "../../../chat/outcome.js";
import { greeting } from "../render/greeting.js";
import { missingOptions, type Prompt, promptFor } from "../render/prompt.js";
import { CHOOSE } from "../words.js";
import type { Intent } from "./intent.js";
import { askedBy } from "./start.js";

/** An answer with the question it answers, where one can be asked again. */
export interface AnswerResponse {
  readonly kind: "answer";
  readonly answer: Answer;
  readonly asked?: Asked;
  /** Whether it greets, and invites to try what can be done in any chat. */
  readonly isGreeting?: true;
  readonly later?: () => Promise<Outcome>;
  readonly onShown?: Outcome["onShown"];
}

/** A question back for what is missing. */
interface PromptResponse {
  readonly kind: "prompt";
  readonly prompt: Prompt;
}

export type BotResponse = AnswerResponse | PromptResponse;

/** The command whose answer is a film's card. */
export const CARD = "pelicula";
const HELP = "ayuda";

/** Never rejects. */
export async function respond(bot: Bot, intent: Intent, asking: Asking): Promise<BotResponse> {
  if (intent.kind !== "line") return answer(bot, intent, asking);
  const read = await readLine(bot, intent.line, asking);
  if ("unread" in read) return answered(read.unread);
  const prompt = promptResponse(bot, read.command, read.options, asking);
  return prompt ?? answered(await answerLine(bot, read, asking));
}

/** The same where nobody can be asked back: then it is told what is missing. Never rejects. */
export async function answer(bot: Bot, intent: Intent, asking: Asking): Promise<AnswerResponse> {
  switch (intent.kind) {
    case "start":
      return start(bot, intent.payload, asking);
    case "help":
      return answered(await ask(bot, `/${HELP} ${intent.about}`, asking));
    case "family":
      return family(bot, intent.first, asking);
    case "line":
      return answered(await ask(bot, intent.line, asking));
  }
}

/** Answers a question that is known exactly, or asks back for what it lacks. Never rejects. */
export async function respondTo(
  bot: Bot,
  command: Command,
  options: Asked["options"],
  asking: Asking,
): Promise<BotResponse> {
  return (
    promptResponse(bot, command, options, asking) ?? answered(await dispatch(bot, command, options, asking))
  );
}

export function answered({ answer, asked, later, onShown }: Outcome): AnswerResponse {
  return {
    kind: "answer",
    answer,
    ...(asked === null ? {} : { asked }),
    ...(later ? { later } : {}),
    ...(onShown ? { onShown } : {}),
  };
}

/** Undefined where nothing is missing, or whoever asks may not ask for that. */
function promptResponse(
  { program }: Bot,
  command: Command,
  options: Asked["options"],
  { locale, asker }: Asking,
): PromptResponse | undefined {
  const missing = missingOptions(command, options);
  if (missing.length === 0 || !mayAsk(command.access, asker, program)) return undefined;
  const typed = `/${command.name} ${typedOptions(command, options)}`;
  const prompt = promptFor(command, typed, missing, locale);
  return prompt && { kind: "prompt", prompt };
}

/** "?start=tmdb_862" opens a film's card; what asks nothing is a beginning like any other. */
async function start(bot: Bot, payload: string, asking: Asking): Promise<AnswerResponse> {
  const asked = askedBy(payload, CARD);
  const command = asked && commandNamed(bot.program.commands, asked.command);
  if (command) return answered(await dispatch(bot, command, asked.options, asking));
  return { kind: "answer", answer: greeting(bot, asking.locale), isGreeting: true };
}

/** Telegram registers "/plataforma" once; what follows it is chosen. */
function family({ program }: Bot, first: string, { locale }: Asking): AnswerResponse {
  const members = program.commands.filter(({ name }) => name.startsWith(`${first} `));
  const lines = members.map((command) => ({
    head: [usage(command, locale)],
    details: [say(locale, command.summary)],
  }));
  const told: Answer = {
    kind: "choices",
    title: `/${first}`,
    list: { lines },
    prompt: `${say(locale, CHOOSE)}:`,
    choices: members.map(({ name }) => ({ label: `/${name}`, command: name, options: {} })),
  };
  return { kind: "answer", answer: told };
}
