import { z } from "zod";
import type { Reply } from "../../src/chat/answer/answer.js";
import { type Command, defineCommand } from "../../src/chat/command/command.js";
import type { Context } from "../../src/chat/context.js";
import { usage } from "../../src/chat/command/describe.js";
import { say } from "../../src/chat/locale.js";
import { TMDB_NOTICE } from "../../src/chat/notice.js";
import { commandName } from "../../src/chat/command/options.js";
import { requireCommand } from "../../src/chat/line/parse.js";

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
  name: "ayuda",
  summary: { es: "Cómo se usa el bot, o un comando", en: "How to use the bot, or one command" },
  options: z.strictObject({ comando: commandName().optional() }),
  result: helpSchema,
  positional: ["comando"],
  examples: ["ayuda", "ayuda recomendar"],
  run(context, { comando }) {
    if (comando === undefined) return overview(context);
    return ofCommand(context, requireCommand(context.commands, comando));
  },
});

function help(commands: readonly Command[]): Help {
  return {
    commands: commands.map(({ name, summary, examples }) => ({ name, summary, examples: [...examples] })),
  };
}

function overview({ locale, commands }: Context): Reply<Help> {
  const example = commands[0].examples[0];
  return {
    status: "ok",
    result: help(commands),
    answer: {
      kind: "help",
      title: say(locale, { es: "Pregúntame de cine", en: "Ask me about films" }),
      text: say(locale, {
        es: `No hacen falta acentos ni el título exacto. Por ejemplo: /${example}`,
        en: `No accents and no exact titles are needed. For example: /${example}`,
      }),
      list: commands.map((command) => `${usage(command, locale)} — ${say(locale, command.summary)}`),
      footer: TMDB_NOTICE,
    },
  };
}

function ofCommand({ locale }: Context, command: Command): Reply<Help> {
  return {
    status: "ok",
    result: help([command]),
    answer: {
      kind: "help",
      title: usage(command, locale),
      text: say(locale, {
        es: `${command.summary.es}.\n\nPor ejemplo:`,
        en: `${command.summary.en}.\n\nFor example:`,
      }),
      list: command.examples.map((example) => `/${example}`),
    },
  };
}
