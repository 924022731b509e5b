/** The commands as Telegram lists them, by language and scope; written only where something changed. */
import type { Api } from "grammy";
import type { BotCommand, BotCommandScope, LanguageCode } from "grammy/types";
import type { Command } from "../../chat/command/command.js";
import { alternatives } from "../../chat/format.js";
import { type Locale, parseLocale, say } from "../../chat/locale.js";
import { cut } from "../../chat/text.js";
import type { Language } from "../../words.js";
import { LIMITS } from "./render/limits.js";
import { CHOOSE, OWN_COMMANDS } from "./words.js";

const SCOPES = ["all_private_chats", "all_group_chats"] as const satisfies readonly BotCommandScope["type"][];
/** What Telegram takes; a name that does not fit is a bug in the command, and a test looks for it. */
const NAME = /^[a-z0-9_]{1,32}$/u;
const MOST_COMMANDS = 100;

type Scope = (typeof SCOPES)[number];

/** The list that people with that language see in that kind of chat. */
export function listFor(commands: readonly Command[], scope: Scope, locale: Locale): readonly BotCommand[] {
  const own = (command: string, words: { es: string; en: string }) => ({
    command,
    description: say(locale, words),
  });
  const heads = [...new Set(commands.map(({ name }) => name.split(" ")[0] ?? name))];
  const shared = heads.map((head) => ({ command: head, description: descriptionOf(head, commands, locale) }));
  const settings = { es: "ajustes", en: "settings" }[locale.language];
  const all = [
    ...(scope === "all_private_chats" ? [own("start", OWN_COMMANDS.start)] : []),
    ...shared.filter(({ command }) => command !== "ayuda"),
    own({ es: "ayuda", en: "help" }[locale.language], OWN_COMMANDS.help),
    own(settings, OWN_COMMANDS.settings),
  ];
  return all
    .filter(({ command }) => NAME.test(command))
    .slice(0, MOST_COMMANDS)
    .map(({ command, description }) => ({
      command,
      description: cut(description, LIMITS.commandDescription),
    }));
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
export async function register(api: Api, commands: readonly Command[], fallback: Locale): Promise<number> {
  let written = 0;
  for (const type of SCOPES) {
    for (const code of [undefined, "es", "en"] as const satisfies readonly (Language | undefined)[]) {
      const wanted = listFor(commands, type, code === undefined ? fallback : parseLocale(code));
      const where = {
        scope: { type },
        ...(code === undefined ? {} : { language_code: code as LanguageCode }),
      };
      if (same(await api.getMyCommands(where), wanted)) continue;
      await api.setMyCommands(wanted, where);
      written++;
    }
  }
  return written;
}

function same(a: readonly BotCommand[], b: readonly BotCommand[]): boolean {
  const plain = (list: readonly BotCommand[]) =>
    list.map(({ command, description }) => [command, description]);
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}
