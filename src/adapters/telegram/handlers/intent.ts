/** What somebody wants who writes a message, as far as its text alone tells. */
import type { Message, UserFromGetMe } from "grammy/types";
import { readHead } from "../../../chat/command/names.js";
import type { Command, Program } from "../../../chat/contract.js";
import { question } from "../../../chat/line/parse.js";
import { foldName } from "../../../chat/text.js";
import { completedLine } from "../render/prompt.js";
import { saidIn, wordsToUs } from "./addressed.js";
import { isGuest, isPrivate } from "./exchange.js";
import { settingsOf } from "./settings-command.js";

export type Intent =
  | { readonly kind: "start"; readonly payload: string }
  | { readonly kind: "help"; readonly about: string }
  /** The first word of several commands, alone or with what is none of them. */
  | { readonly kind: "family"; readonly first: string }
  /** A line that names a command, or means to; where it is said to us also any other words. */
  | { readonly kind: "line"; readonly line: string };

const HELP: ReadonlySet<string> = new Set(["help", "ayuda"]);
const SETTINGS: ReadonlySet<string> = new Set(["settings", "ajustes"]);
const GREETINGS: ReadonlySet<string> = new Set(["hola", "buenas", "hello", "hi"]);

/** Undefined for what is not meant for us. */
export function intentOf(
  message: Message,
  me: UserFromGetMe,
  program: Pick<Program, "commands" | "actions">,
): Intent | undefined {
  const text = saidIn(message);
  if (text === undefined || !isTalk(message, me)) return undefined;
  const isToUs = isPrivate(message) || isGuest(message);
  if (isCommand(text)) return intentOfCommand(question(text), me, program, isToUs);
  const prompt = message.reply_to_message;
  const completed = prompt?.from?.id === me.id ? completedLine(prompt.text, text) : undefined;
  if (completed !== undefined) return { kind: "line", line: completed };
  const words = wordsToUs(message, me);
  if (words === undefined) return undefined;
  const line = question(words);
  // Whoever says nothing but our name wants to know what we are for.
  if (line === "") return words === text ? undefined : { kind: "start", payload: "" };
  return isCommand(line) ? intentOfCommand(line, me, program, true) : intentOfWords(line);
}

/**
 * Whether a message is somebody's who may talk to us. Cards that are sent through us are not said to us, nor are posts
 * that come from a channel by themselves; other bots are not talked to. Whoever writes as a group or a channel is shown
 * as a bot.
 */
function isTalk(message: Message, me: UserFromGetMe): boolean {
  const { via_bot: via, from, sender_chat: group, is_automatic_forward: isPost } = message;
  return via?.id !== me.id && !isPost && (!from?.is_bot || group !== undefined);
}

function isCommand(text: string): boolean {
  return /^\s*\//u.test(text);
}

function intentOfWords(said: string): Intent {
  const word = foldName(said.replace(/[¡!.\s]+/gu, ""));
  if (GREETINGS.has(word)) return { kind: "start", payload: "" };
  if (HELP.has(word)) return { kind: "help", about: "" };
  return { kind: "line", line: said };
}

function intentOfCommand(
  line: string,
  me: UserFromGetMe,
  program: Pick<Program, "commands" | "actions">,
  isToUs: boolean,
): Intent | undefined {
  const [, typed = "", bot, rest = ""] = /^\/\s*([^\s@]*)(?:@(\S*))?\s*(.*)$/su.exec(line) ?? [];
  const addressed = bot !== undefined && foldName(bot) === foldName(me.username);
  if (bot !== undefined && !addressed) return undefined;
  const name = foldName(typed);
  if (name === "start") return { kind: "start", payload: rest };
  if (HELP.has(name)) return { kind: "help", about: rest };
  const settings = SETTINGS.has(name) ? settingsOf(program) : undefined;
  if (settings) return { kind: "line", line: `/${settings.name} ${rest}` };
  const { command, synonym } = readHead(program.commands, line);
  if (!command && isFamily(name, program.commands)) return { kind: "family", first: name };
  // In a group an unknown command may be another bot's, and so may what is only another name of ours.
  const isOurs = command !== undefined && (!synonym || isFamily(name, program.commands));
  return isOurs || addressed || isToUs ? { kind: "line", line } : undefined;
}

/** "plataforma", of which there are several: "plataforma puntaje", "plataforma actor". */
function isFamily(first: string, commands: readonly Command[]): boolean {
  return commands.some(({ name }) => foldName(name).startsWith(`${first} `));
}
