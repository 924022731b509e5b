/** From what somebody wants to what they are told, without a platform in between. */
import type { Answer } from "../../../chat/answer/schema.js";
import { answerLine, readLine } from "../../../chat/ask.js";
import type { Asked, Asking } from "../../../chat/asking.js";
import { mayAsk } from "../../../chat/command/access.js";
import { usage } from "../../../chat/command/describe.js";
import { commandNamed } from "../../../chat/command/names.js";
import type { Bot, Command } from "../../../chat/contract.js";
import { dispatch } from "../../../chat/dispatch.js";
import { typedOptions } from "../../../chat/line/typed.js";
import { say } from "../../../chat/locale.js";
import type { Outcome } from "../../../chat/outcome.js";
import { act } from "../../../chat/run.js";
import { greeting } from "../render/greeting.js";
import { missingOptions, type Prompt, promptFor } from "../render/prompt.js";
import { CHOOSE } from "../words.js";
import type { Intent } from "./intent.js";
import { settingsOf } from "./settings-action.js";

/** An answer with the question it answers, where one can be asked again. */
export interface AnswerResponse {
  readonly kind: "answer";
  readonly answer: Answer;
  readonly asked?: Asked;
  /** Whether it greets, and invites to try what can be done in any chat. */
  readonly isGreeting?: true;
  readonly later?: () => Promise<Outcome>;
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
  switch (intent.kind) {
    case "start":
      return start(bot, intent.payload, asking);
    case "help":
      return respondToLine(bot, `/${HELP} ${intent.about}`, asking);
    case "settings": {
      const settings = settingsOf(bot.program);
      if (!settings) return respondToLine(bot, `/${HELP}`, asking);
      return answered(await act(bot, settings, {}, asking));
    }
    case "family":
      return family(bot, intent.first, asking);
    case "line":
      return respondToLine(bot, intent.line, asking);
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

export function answered({ answer, asked, later }: Outcome): AnswerResponse {
  return { kind: "answer", answer, ...(asked === null ? {} : { asked }), ...(later ? { later } : {}) };
}

async function respondToLine(bot: Bot, line: string, asking: Asking): Promise<BotResponse> {
  const read = await readLine(bot, line, asking);
  if ("unread" in read) return answered(read.unread);
  const prompt = promptResponse(bot, read.command, read.options, asking);
  return prompt ?? answered(await answerLine(bot, read, asking));
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

/** "?start=tmdb_862" opens a film's card; anything else is a beginning like any other. */
async function start(bot: Bot, payload: string, asking: Asking): Promise<BotResponse> {
  const film = /^(?:tmdb[_-](\d{1,10})|(tt\d{6,10}))$/u.exec(payload.trim());
  const command = commandNamed(bot.program.commands, CARD);
  if (film && command) {
    const titulo = film[1] === undefined ? (film[2] ?? "") : `tmdb:${film[1]}`;
    return respondTo(bot, command, { titulo }, asking);
  }
  return { kind: "answer", answer: greeting(bot, asking.locale), isGreeting: true };
}

/** Telegram registers "/plataforma" once; what follows it is chosen. */
function family({ program }: Bot, first: string, { locale }: Asking): BotResponse {
  const members = program.commands.filter(({ name }) => name.startsWith(`${first} `));
  const lines = members.map((command) => ({
    head: [usage(command, locale)],
    details: [say(locale, command.summary)],
  }));
  const answer: Answer = {
    kind: "choices",
    title: `/${first}`,
    list: { lines },
    prompt: `${say(locale, CHOOSE)}:`,
    choices: members.map(({ name }) => ({ label: `/${name}`, command: name, options: {} })),
  };
  return { kind: "answer", answer };
}
