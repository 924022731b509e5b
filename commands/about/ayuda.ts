import { z } from "zod";
import type { Reply } from "../../src/chat/answer/reply.js";
import { rich } from "../../src/chat/answer/rich-text.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { briefUsage, exampleOf, usage } from "../../src/chat/command/describe.js";
import { commandName } from "../../src/chat/command/options.js";
import { spokenExample } from "../../src/chat/command/phrases.js";
import type { Command, Context } from "../../src/chat/contract.js";
import { requireCommand } from "../../src/chat/line/parse.js";
import { say } from "../../src/chat/locale.js";
import { TMDB_NOTICE } from "../../src/chat/notice.js";

/** What a program needs to list the commands itself: the same in every language. */
const helpSchema = z.object({
  commands: z.array(
    z.object({
      name: z.string(),
      summary: z.object({ es: z.string(), en: z.string() }),
      examples: z.array(z.string()),
    }),
  ),
});

type Help = z.infer<typeof helpSchema>;

export const ayuda = defineCommand({
  names: { es: "ayuda", en: "help" },
  synonyms: { es: ["comandos", "menu", "inicio", "instrucciones"], en: ["start", "commands"] },
  summary: { es: "Cómo se usa el bot, o un comando", en: "How to use the bot, or one command" },
  options: z.strictObject({ comando: commandName().optional() }),
  result: helpSchema,
  positional: ["comando"],
  examples: ["ayuda", "ayuda recomendar"],
  run(context, { comando }) {
    if (comando === undefined) return overview(context);
    return ofCommand(context, requireCommand(context.commands, context.asked, "comando"));
  },
});

function help(commands: readonly Command[]): Help {
  return {
    commands: commands.map(({ name, summary, examples }) => ({ name, summary, examples: [...examples] })),
  };
}

function overview({ locale, commands }: Context): Reply<Help> {
  const [first] = commands;
  const example = first === undefined ? "" : exampleOf(first);
  const text = {
    es: rich`No hacen falta acentos ni el título exacto. Por ejemplo: ${example}`,
    en: rich`No accents and no exact titles are needed. For example: ${example}`,
  };
  const lines = commands.map((command) => ({
    head: [briefUsage(command, locale)],
    details: [say(locale, command.summary)],
  }));
  return {
    status: "ok",
    result: help(commands),
    answer: {
      kind: "help",
      title: say(locale, { es: "Pregúntame de cine", en: "Ask me about films" }),
      text: say(locale, text),
      list: { lines },
      footer: TMDB_NOTICE,
    },
  };
}

function ofCommand({ locale }: Context, command: Command): Reply<Help> {
  const told = `${say(locale, command.summary)}.`;
  const spoken = spokenExample(command, locale);
  const inWords = say(locale, { es: `O dilo así: «${spoken}»`, en: `Or say it like this: “${spoken}”` });
  return {
    status: "ok",
    result: help([command]),
    answer: {
      kind: "help",
      title: [usage(command, locale)],
      text: spoken === undefined ? told : `${told}\n\n${inWords}`,
      list: {
        heading: say(locale, { es: "Por ejemplo:", en: "For example:" }),
        lines: command.examples.map((_, at) => ({ head: [exampleOf(command, at)] })),
      },
    },
  };
}
