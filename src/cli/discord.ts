/**
 * `npm run discord -- register|list|clear [--guild ID]`: the commands that Discord holds, compared with ours;
 * `invite`: the links by which the bot is invited.
 * With `shard` it serves one part of the servers: the ShardingManager starts it so, nobody else does.
 */
import { parseArgs } from "node:util";
import { Rest } from "../adapters/discord/connection/rest.js";
import { discord } from "../adapters/discord/platform.js";
import { inviteWords } from "../adapters/discord/registration/invite.js";
import { registered } from "../adapters/discord/registration/registered.js";
import { Registration } from "../adapters/discord/registration/registration.js";
import type { DiscordSettings } from "../adapters/discord/settings.js";
import { createProgram } from "../app/bot/program.js";
import type { Config } from "../app/config/config.js";
import { runShard } from "../app/shard.js";
import { runTool } from "../app/tool.js";
import { say } from "../chat/locale.js";
import { OperatorError, type Words } from "../words.js";
import { isMain } from "./is-main.js";

const USAGE: Words = {
  es: "Uso: npm run discord -- register|list|clear [--guild ID] | invite",
  en: "Usage: npm run discord -- register|list|clear [--guild ID] | invite",
};

const ACTIONS = ["register", "list", "clear", "invite"] as const;

export interface Arguments {
  readonly action: (typeof ACTIONS)[number] | "shard";
  readonly guild?: string;
}

/** Undefined for what is no usage. */
export function readArguments(args: readonly string[]): Arguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { guild: { type: "string" } },
      allowPositionals: true,
    });
    const action = [...ACTIONS, "shard" as const].find((one) => one === positionals[0]);
    const { guild } = values;
    if (!action || positionals.length > 1 || (guild !== undefined && !/^\d{15,20}$/u.test(guild)))
      return undefined;
    return { action, guild };
  } catch {
    // An unknown flag.
    return undefined;
  }
}

/** Does what was asked, and says so on `output`. Throws an OperatorError for what the operator can mend. */
export async function runDiscord(
  { action, guild }: Arguments,
  config: Pick<Config, "platforms" | "locale" | "commandsDisabled" | "minimumVotes" | "operators">,
  output: (line: string) => void,
): Promise<void> {
  const { locale } = config;
  const known = discord.settingsIn(config.platforms)?.applicationId;
  if (action === "invite" && known !== undefined) {
    for (const words of inviteWords(known)) output(say(locale, words));
    return;
  }
  const { settings, token } = withToken(discord.settingsIn(config.platforms));
  const rest = new Rest(settings.apiUrl);
  try {
    const registration = new Registration(rest, token);
    const applicationId = settings.applicationId ?? (await registration.application()).id;
    if (action === "invite") {
      for (const words of inviteWords(applicationId)) output(say(locale, words));
      return;
    }
    const target = { applicationId, guild };
    const where = whereWords(guild);
    if (action === "list") {
      const held = (await registration.held(target)) as readonly Held[];
      output(say(locale, countWords(held.length, where)));
      for (const command of held) for (const line of linesOf(command)) output(line);
      return;
    }
    if (action === "clear") {
      await registration.clear(target);
      output(
        say(locale, {
          es: `Ya no hay comandos ${where.es}.`,
          en: `There are no commands ${where.en} any more.`,
        }),
      );
      return;
    }
    const { changed, count } = await registration.register(target, registered(createProgram(config)));
    const words = changed
      ? {
          es: `Registrados: ${count} comandos ${where.es}.`,
          en: `Registered: ${count} commands ${where.en}.`,
        }
      : {
          es: `Nada que cambiar: ${count} comandos ${where.es}.`,
          en: `Nothing to change: ${count} commands ${where.en}.`,
        };
    output(say(locale, words));
  } finally {
    rest.close();
  }
}

interface Held {
  readonly name: string;
  readonly type?: number;
  readonly description: string;
  readonly options?: readonly Held[];
}

/** "/plataforma puntaje — …": subcommands on their own lines, and without a slash what is not typed. */
function linesOf({ name, type, description, options = [] }: Held, before = "/"): string[] {
  if (type !== undefined && type > 1 && before === "/") return [name];
  const subcommands = options.filter(({ type }) => type === 1);
  if (subcommands.length > 0) return subcommands.flatMap((sub) => linesOf(sub, `${before}${name} `));
  return [`${before}${name} — ${description}`];
}

function whereWords(guild: string | undefined): Words {
  return guild === undefined
    ? { es: "en todas partes", en: "everywhere" }
    : { es: `en el servidor ${guild}`, en: `in server ${guild}` };
}

function countWords(count: number, where: Words): Words {
  return {
    es: `Discord tiene ${count} comandos ${where.es}:`,
    en: `Discord holds ${count} commands ${where.en}:`,
  };
}

function withToken(settings: DiscordSettings | undefined): { settings: DiscordSettings; token: string } {
  if (settings?.token === undefined) {
    throw new OperatorError({
      es: "DISCORD_TOKEN: hace falta el token del bot",
      en: "DISCORD_TOKEN: the bot's token is needed",
    });
  }
  return { settings, token: settings.token };
}

function main(): Promise<number> {
  return runTool({
    usage: USAGE,
    readArguments,
    run: async (asked, config, log) => {
      if (asked.action === "shard") await runShard(config, log);
      else await runDiscord(asked, config, (line) => void process.stdout.write(`${line}\n`));
      return 0;
    },
  });
}

if (isMain(import.meta.url)) process.exit(await main());
