import { z } from "zod";
import { type Command, defineCommand } from "../src/chat/command.js";
import type { Context } from "../src/chat/context.js";
import { usage } from "../src/chat/describe.js";
import { say } from "../src/chat/locale.js";
import { commandName } from "../src/chat/options.js";
import { requireCommand } from "../src/chat/parse-text.js";
import { TMDB_NOTICE } from "../src/chat/notice.js";
import type { Reply } from "../src/chat/answer.js";

/** What a program needs to list the commands itself. */
interface Help {
  readonly commands: readonly { readonly name: string; readonly summary: string; readonly usage: string }[];
}

export const ayuda = defineCommand({
  name: "ayuda",
  summary: { es: "Cómo se usa el bot, o un comando", en: "How to use the bot, or one command" },
  options: z.strictObject({ comando: commandName().optional() }),
  positional: ["comando"],
  examples: ["ayuda", "ayuda recomendar"],
  run(context, { comando }) {
    if (comando === undefined) return overview(context);
    return ofCommand(context, requireCommand(context.commands, comando));
  },
});

function entry({ locale }: Context, command: Command): Help["commands"][number] {
  return { name: command.name, summary: say(locale, command.summary), usage: usage(command, locale) };
}

function overview(context: Context): Reply<Help> {
  const { locale, commands } = context;
  const result = { commands: commands.map((command) => entry(context, command)) };
  return {
    status: "ok",
    result,
    answer: {
      kind: "help",
      title: say(locale, { es: "Pregúntame de cine", en: "Ask me about films" }),
      text: say(locale, {
        es: `No hacen falta acentos ni el título exacto. Por ejemplo: /${commands[0].examples[0]}`,
        en: `No accents and no exact titles are needed. For example: /${commands[0].examples[0]}`,
      }),
      list: result.commands.map(({ usage: how, summary }) => `${how} — ${summary}`),
      footer: TMDB_NOTICE,
    },
  };
}

function ofCommand(context: Context, command: Command): Reply<Help> {
  const { locale } = context;
  const { usage: how, ...rest } = entry(context, command);
  return {
    status: "ok",
    result: { commands: [{ usage: how, ...rest }] },
    answer: {
      kind: "help",
      title: how,
      text: `${rest.summary}.\n\n${say(locale, { es: "Por ejemplo:", en: "For example:" })}`,
      list: command.examples.map((example) => `/${example}`),
    },
  };
}
