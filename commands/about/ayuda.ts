import { z } from "zod";
import type { Reply } from "../../src/chat/answer/reply.js";
import type { Answer, Line } from "../../src/chat/answer/schema.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { briefUsage, exampleOf, listedOptions } from "../../src/chat/command/describe.js";
import { commandNamed } from "../../src/chat/command/names.js";
import { commandName } from "../../src/chat/command/options.js";
import { spokenExample } from "../../src/chat/command/phrases.js";
import type { Command, Context } from "../../src/chat/contract.js";
import { requireCommand } from "../../src/chat/line/parse.js";
import { SAID_FOR_MORE } from "../../src/chat/line/said.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { foldName } from "../../src/chat/text.js";
import type { Words } from "../../src/words.js";

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
    if (comando === undefined) return overview(answering(context));
    const asked = foldName(comando);
    if (ALL.includes(asked)) return everything(answering(context));
    const group = commandsUnder(context.commands, asked);
    if (group.length > 0) return ofGroup(context, asked, group);
    return ofCommand(context, requireCommand(context.commands, context.asked, "comando"));
  },
});

/** With the commands that answer where it is asked. */
function answering(context: Context): Context {
  const { commandsOff } = context.settings;
  if (commandsOff.length === 0) return context;
  return { ...context, commands: context.commands.filter(({ name }) => !commandsOff.includes(name)) };
}

/** What asks for every command, folded. */
const ALL = ["todo", "todos", "mas", "all", "more"];

/** The commands that need no explaining: what people ask first. */
const FIRST = ["pelicula", "recomendar", "descubrir", "actor", "pregunta"];

function help(commands: readonly Command[]): Help {
  return {
    commands: commands.map(({ name, summary, examples }) => ({ name, summary, examples: [...examples] })),
  };
}

const TITLE: Words = { es: "Pregúntame de cine", en: "Ask me about films" };
const HOW: Words = {
  es: "No hacen falta acentos ni el título exacto.",
  en: "No accents and no exact titles are needed.",
};
const FOR_EXAMPLE: Words = { es: "Por ejemplo:", en: "For example:" };

/** A few examples, and the way to all commands. */
function overview({ locale, commands, asked }: Context): Reply<Help> {
  const shown = FIRST.flatMap((name) => commandNamed(commands, name) ?? []);
  const first = shown.length > 0 ? shown : commands.slice(0, FIRST.length);
  const lines = first.map((command) => ({
    head: [exampleOf(command)],
    details: [say(locale, command.summary)],
  }));
  return {
    status: "ok",
    result: help(commands),
    answer: {
      kind: "help",
      title: say(locale, TITLE),
      text: say(locale, HOW),
      list: { heading: say(locale, FOR_EXAMPLE), lines },
      choices: [
        {
          label: say(locale, { es: "Más", en: "More" }),
          command: asked.command,
          options: { comando: "todo" },
          said: SAID_FOR_MORE,
          inPlace: true,
        },
      ],
      notice: true,
    },
  };
}

/** All commands. */
function everything({ locale, commands }: Context): Reply<Help> {
  return {
    status: "ok",
    result: help(commands),
    answer: {
      kind: "help",
      title: say(locale, TITLE),
      text: say(locale, HOW),
      list: { lines: commands.map((command) => summaryLine(command, locale)) },
      notice: true,
    },
  };
}

function summaryLine(command: Command, locale: Locale): Line {
  return { head: [briefUsage(command, locale)], details: [say(locale, command.summary)] };
}

/** Commands of two words by the first: "plataforma". */
function commandsUnder(commands: readonly Command[], word: string): readonly Command[] {
  return commands.filter(({ name }) => foldName(name).startsWith(`${word} `));
}

function ofGroup({ locale }: Context, word: string, commands: readonly Command[]): Reply<Help> {
  return {
    status: "ok",
    result: help(commands),
    answer: {
      kind: "help",
      title: `/${word}`,
      list: { lines: commands.map((command) => summaryLine(command, locale)) },
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
      title: [briefUsage(command, locale)],
      text: spoken === undefined ? told : `${told}\n\n${inWords}`,
      list: {
        heading: say(locale, FOR_EXAMPLE),
        lines: command.examples.map((_, at) => ({ head: [exampleOf(command, at)] })),
      },
      ...optionsFold(command, locale),
    },
  };
}

/** What a command takes beside what its usage shows, each by the name that is typed. */
function optionsFold(command: Command, locale: Locale): Pick<Answer, "folds"> {
  const named = listedOptions(command).filter(({ name }) => !command.positional.includes(name));
  if (named.length === 0) return {};
  const fields = named.map(({ name, words, help = words, default: value }) => {
    const usual = say(locale, { es: `(si no se dice, ${value})`, en: `(unless said, ${value})` });
    return {
      name: `${name}=`,
      value: typeof value === "number" ? `${say(locale, help)} ${usual}` : say(locale, help),
    };
  });
  return { folds: [{ label: say(locale, { es: "Opciones", en: "Options" }), fields }] };
}
