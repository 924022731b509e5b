/** The commands as Telegram lists them, by language and scope; written only where something changed. */
import { type Api, GrammyError } from "grammy";
import type { BotCommand, BotCommandScope } from "grammy/types";
import type { Command, Program } from "../../chat/contract.js";
import { alternatives } from "../../chat/format.js";
import { type Locale, parseLocale, say } from "../../chat/locale.js";
import { cut } from "../../chat/text.js";
import type { Language } from "../../words.js";
import { settingsOf } from "./handlers/settings-command.js";
import { LIMITS } from "./render/limits.js";
import { PLATFORM } from "./sending/address.js";
import { CHOOSE, OWN_COMMANDS } from "./words.js";

/** What Telegram takes; a name that does not fit is a bug in the command, and a test looks for it. */
const NAME = /^[a-z0-9_]{1,32}$/u;
const MOST_COMMANDS = 100;
const LANGUAGES = [undefined, "es", "en"] as const satisfies readonly (Language | undefined)[];

/** Where a list is shown. */
type Audience =
  | { readonly type: "all_private_chats" }
  | { readonly type: "all_group_chats" }
  /** Somebody who runs the bot, in their private chat with it. */
  | { readonly type: "chat"; readonly chat_id: number };

/** The list that people with that language see there. */
export function listFor(
  program: Pick<Program, "commands" | "operatorCommands" | "actions">,
  audience: Audience,
  locale: Locale,
): readonly BotCommand[] {
  const own = (command: string, words: { es: string; en: string }) => ({
    command,
    description: say(locale, words),
  });
  const commands = commandsFor(program, audience);
  const heads = [...new Set(commands.map(({ name }) => name.split(" ")[0] ?? name))];
  const shared = heads.map((head) => ({ command: head, description: descriptionOf(head, commands, locale) }));
  const settings = { es: "ajustes", en: "settings" }[locale.language];
  const all = [
    ...(audience.type === "all_group_chats" ? [] : [own("start", OWN_COMMANDS.start)]),
    ...shared.filter(({ command }) => command !== "ayuda" && command !== settingsOf(program)?.name),
    own({ es: "ayuda", en: "help" }[locale.language], OWN_COMMANDS.help),
    ...(settingsOf(program) ? [own(settings, OWN_COMMANDS.settings)] : []),
  ];
  return all
    .filter(({ command }) => NAME.test(command))
    .slice(0, MOST_COMMANDS)
    .map(({ command, description }) => ({
      command,
      description: cut(description, LIMITS.commandDescription),
    }));
}

/** What is not for anyone is listed only for those of whom we know that they may ask for it. */
function commandsFor(
  { commands, operatorCommands }: Pick<Program, "commands" | "operatorCommands">,
  { type }: Audience,
): readonly Command[] {
  const isHere = ({ where }: Command) => where === "anywhere" || type === "all_group_chats";
  const open = commands.filter((command) => command.access === "anyone" && isHere(command));
  return type === "chat" ? [...open, ...operatorCommands] : open;
}

/** A command's summary; for several with one beginning, what follows it. */
function descriptionOf(head: string, commands: readonly Command[], locale: Locale): string {
  const family = commands.filter(({ name }) => name.startsWith(`${head} `));
  const alone = commands.find(({ name }) => name === head);
  if (alone) return say(locale, alone.summary);
  const names = family.map(({ name }) => name.slice(head.length + 1));
  return `${say(locale, CHOOSE)}: ${alternatives(locale, names)}`;
}

/** Registers what differs from what is registered; gives the number of lists written. */
export async function register(api: Api, program: Program, fallback: Locale): Promise<number> {
  let written = 0;
  for (const type of ["all_private_chats", "all_group_chats"] as const) {
    written += await registerFor(api, program, { type }, fallback);
  }
  for (const chat_id of operatorChats(program)) {
    try {
      written += await registerFor(api, program, { type: "chat", chat_id }, fallback);
    } catch (error) {
      // Who runs the bot has not written to it yet: then there is no such chat.
      if (!(error instanceof GrammyError && error.error_code === 400)) throw error;
    }
  }
  return written;
}

/**
 * The private chats of those who run the bot, where there is more to list for them: a chat's number is its
 * person's.
 */
function operatorChats({ operators, operatorCommands }: Program): readonly number[] {
  if (operatorCommands.length === 0) return [];
  return [...operators].flatMap((operator) => {
    const [platform, id = ""] = operator.split(":");
    return platform === PLATFORM && /^\d{1,15}$/u.test(id) ? [Number(id)] : [];
  });
}

async function registerFor(
  api: Api,
  program: Program,
  scope: Audience & BotCommandScope,
  fallback: Locale,
): Promise<number> {
  let written = 0;
  for (const code of LANGUAGES) {
    const wanted = listFor(program, scope, code === undefined ? fallback : parseLocale(code));
    const where = { scope, ...(code === undefined ? {} : { language_code: code }) };
    if (same(await api.getMyCommands(where), wanted)) continue;
    await api.setMyCommands(wanted, where);
    written++;
  }
  return written;
}

function same(a: readonly BotCommand[], b: readonly BotCommand[]): boolean {
  const plain = (list: readonly BotCommand[]) =>
    list.map(({ command, description }) => [command, description]);
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}
