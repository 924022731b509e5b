/** What somebody wants who writes a message, as far as its text alone tells. */
import type { Message, UserFromGetMe } from "grammy/types";
import type { Command } from "../../../chat/command/command.js";
import { readHead } from "../../../chat/command/names.js";
import { question } from "../../../chat/line/parse.js";
import { foldName } from "../../../chat/text.js";
import { completedLine } from "../render/prompt.js";

export type Heard =
  | { readonly kind: "start"; readonly payload: string }
  | { readonly kind: "help"; readonly about: string }
  | { readonly kind: "settings" }
  /** The first word of several commands, alone or with what is none of them. */
  | { readonly kind: "family"; readonly first: string }
  /** A line that names a command, or means to. */
  | { readonly kind: "line"; readonly line: string }
  /** Words without a command, in a private chat. */
  | { readonly kind: "plain"; readonly text: string };

const HELP: ReadonlySet<string> = new Set(["help", "ayuda"]);
const SETTINGS: ReadonlySet<string> = new Set(["settings", "ajustes"]);
const GREETINGS: ReadonlySet<string> = new Set(["hola", "buenas", "hello", "hi"]);

/** Undefined for what is not meant for us. */
export function hear(message: Message, me: UserFromGetMe, commands: readonly Command[]): Heard | undefined {
  const { text, chat, via_bot: via, from } = message;
  // Cards that somebody sends through us are not said to us; other bots are not talked to.
  if (text === undefined || via?.id === me.id || from?.is_bot) return undefined;
  const inPrivate = chat.type === "private";
  if (/^\s*\//u.test(text)) return hearCommand(question(text), me, commands, inPrivate);
  const prompt = message.reply_to_message;
  const completed = prompt?.from?.id === me.id ? completedLine(prompt.text, text) : undefined;
  if (completed !== undefined) return { kind: "line", line: completed };
  if (!inPrivate) return undefined;
  const said = question(text);
  const word = foldName(said.replace(/[¡!.\s]+/gu, ""));
  if (GREETINGS.has(word)) return { kind: "start", payload: "" };
  if (HELP.has(word)) return { kind: "help", about: "" };
  return said === "" ? undefined : { kind: "plain", text: said };
}

function hearCommand(
  line: string,
  me: UserFromGetMe,
  commands: readonly Command[],
  inPrivate: boolean,
): Heard | undefined {
  const [, typed = "", bot, rest = ""] = /^\/\s*([^\s@]*)(?:@(\S*))?\s*(.*)$/su.exec(line) ?? [];
  const addressed = bot !== undefined && foldName(bot) === foldName(me.username);
  if (bot !== undefined && !addressed) return undefined;
  const name = foldName(typed);
  if (name === "start") return { kind: "start", payload: rest };
  if (HELP.has(name)) return { kind: "help", about: rest };
  if (SETTINGS.has(name)) return { kind: "settings" };
  const { command } = readHead(commands, line);
  if (!command && isFamily(name, commands)) return { kind: "family", first: name };
  // In a group an unknown command may be another bot's.
  return command || addressed || inPrivate ? { kind: "line", line } : undefined;
}

/** "plataforma", of which there are several: "plataforma puntaje", "plataforma actor". */
function isFamily(first: string, commands: readonly Command[]): boolean {
  return commands.some(({ name }) => foldName(name).startsWith(`${first} `));
}
