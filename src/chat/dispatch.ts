/** One question in, one outcome out, whatever happens on the way. */
import type { Answer, Reply } from "./answer/answer.js";
import { coerce } from "./command/coerce.js";
import type { Command } from "./command/command.js";
import { readHead } from "./command/names.js";
import type { Services } from "./context.js";
import { errorAnswer, type Log, UserError } from "./errors.js";
import { invalidOption } from "./command/invalid-option.js";
import type { Locale } from "./locale.js";
import { parseLine, question } from "./line/parse.js";
import { recognisedBy } from "./line/positionals.js";

/** Who asks, when, and where trouble is told. */
export interface Surroundings {
  readonly locale: Locale;
  readonly now: Date;
  readonly log: Log;
  /** Whom the platform vouches for: "discord:123"; undefined where nobody does. */
  readonly asker?: string;
}

export interface Outcome {
  /** The command that was asked for; null where the line named none. */
  readonly command: string | null;
  readonly status: Reply["status"] | "error";
  /** The query handler's typed result; null where there is none, and for errors. */
  readonly result: unknown;
  readonly answer: Answer;
}

/**
 * Checks `rawOptions` against the command's schema and runs it. Never rejects: what goes wrong is an outcome
 * with status "error", and what the reader must not see is only logged.
 */
export async function dispatch(
  services: Services,
  command: Command,
  rawOptions: Readonly<Record<string, unknown>>,
  { locale, now, log, asker }: Surroundings,
): Promise<Outcome> {
  try {
    refuseStrangers(services, command, asker);
    const given = coerce(command, rawOptions);
    const options = command.options.safeParse(given);
    if (!options.success) throw invalidOption(command, given, options.error.issues);
    const { status, result, answer } = await command.run({ ...services, locale, now, asker }, options.data);
    return { command: command.name, status, result, answer };
  } catch (error) {
    return failure(error, command.name, locale, log);
  }
}

/** Reads a typed line and answers it. Never rejects. */
export async function ask(services: Services, line: string, surroundings: Surroundings): Promise<Outcome> {
  const { find } = services;
  const commands = commandsFor(services, line);
  try {
    const { command, options } = parseLine(commands, line, recognisedBy(find));
    return await dispatch(services, command, options, surroundings);
  } catch (error) {
    const named = readHead(commands, question(line)).command?.name ?? null;
    return failure(error, named, surroundings.locale, surroundings.log);
  }
}

/** An operator's command is known only where it is called by its name, with the slash. */
function commandsFor({ commands, operators }: Services, line: string): readonly Command[] {
  if (operators === undefined) return commands;
  const { command, slash } = readHead(operators.commands, question(line));
  return command && slash ? operators.commands : commands;
}

function refuseStrangers({ operators }: Services, command: Command, asker: string | undefined): void {
  if (!operators?.commands.includes(command)) return;
  if (asker !== undefined && operators.ids.has(asker)) return;
  throw new UserError({
    es: "Eso solo lo puede pedir quien lleva el bot. Lo demás es para todos: /ayuda dice qué hay.",
    en: "Only those who run the bot can ask for that. Everything else is for all: /ayuda says what there is.",
  });
}

function failure(error: unknown, command: string | null, locale: Locale, log: Log): Outcome {
  return { command, status: "error", result: null, answer: errorAnswer(error, command, locale, log) };
}
