/** A typed line → a command and its options, still as text. */
import { mention, type RichWords, rich } from "../answer/rich-text.js";
import type { Choice, RichText } from "../answer/schema.js";
import type { Asked } from "../asking.js";
import { describe, exampleOf, type OptionDescriptor } from "../command/describe.js";
import { commandNamed, type Head, nearestCommand, readCall, readHead } from "../command/names.js";
import { splitList } from "../command/options.js";
import { isVocabulary } from "../command/vocabularies.js";
import type { Command } from "../contract.js";
import { UserError } from "../errors/errors.js";
import { firstCharacters, foldName, harmlessLine, MAX_QUESTION, quoted } from "../text.js";
import { type Recognises, shareOut } from "./positionals.js";
import { type Word, wordsOfLine } from "./words.js";

/** Options by name, as typed. Values are neither typed nor checked yet: `dispatch` does that. */
export type TypedOptions = Readonly<Record<string, string>>;

export interface ParsedLine {
  readonly command: Command;
  readonly options: TypedOptions;
}

/**
 * Reads one line. Throws a UserError, and nothing else, where it names no command or has words too many.
 * `recognises` helps to share words out among several options (`positionals.ts`).
 */
export function parseLine(commands: readonly Command[], line: string, recognises?: Recognises): ParsedLine {
  const head = readHead(commands, question(line));
  if (head.command) {
    return { command: head.command, options: parseOptions(head.command, head.rest, recognises) };
  }
  const { code, words, suggestions } = unknownCommand(commands, head);
  throw new UserError(code, words, { suggestions });
}

/**
 * The command that an option of what is asked names, with or without slash. Throws a UserError where it names none, with
 * the same question about the nearest one.
 */
export function requireCommand(commands: readonly Command[], asked: Asked, option: string): Command {
  const head = readCall(commands, question(String(asked.options[option])));
  if (head.command) return head.command;
  const { words, suggestions, nearest } = unknownCommand(commands, head);
  const about = nearest && { ...asked, options: { ...asked.options, [option]: nearest.name } };
  const same = about && { label: `/${asked.command} ${nearest.name}`, ...about };
  throw new UserError("invalid_parameter", words, { option, suggestions: same ? [same] : suggestions });
}

/** A line as it is read: cut to what a question may be, on one line, without characters that only deceive. */
export function question(line: string): string {
  return harmlessLine(firstCharacters(line, MAX_QUESTION));
}

/** What people call the one thing that a command is about, whatever its option is called there. */
const SUBJECT: ReadonlySet<string> = new Set(["titulo", "title", "nombre", "name"]);

/** Which option of a command a typed name means: its name, or how it is called in either language. */
export function optionNamed(command: Command, typed: string): OptionDescriptor | undefined {
  const options = describe(command);
  const name = plainName(typed);
  return (
    options.find((option) => plainName(option.name) === name) ??
    options.find(({ words, also = [] }) =>
      [words.es, words.en, ...also].some((one) => plainName(one) === name),
    ) ??
    (SUBJECT.has(name) ? options.find((option) => option.name === command.positional[0]) : undefined)
  );
}

function plainName(name: string): string {
  return foldName(name).replace(/[^\p{L}\p{N}]/gu, "");
}

/** Reads what follows the command. Throws a UserError where a word belongs to no option. */
export function parseOptions(command: Command, rest: string, recognises?: Recognises): TypedOptions {
  const words = wordsOfLine(rest, (name) => optionNamed(command, name)?.name);
  const options = new Map<string, string>();
  for (const { option, text } of words) {
    if (option !== undefined) options.set(option, text);
  }
  const nameless = goOnWithNamed(command, words, options, recognises);
  const open = openPositionals(command, new Set(options.keys()));
  const { filled, left } = shareOut(
    nameless.map(({ text }) => text),
    open,
    recognises,
  );
  for (const [name, value] of filled) options.set(name, value);
  for (const word of left.map((at) => nameless[at])) {
    if (word) placeLeftOver(command, word, words, options, open);
  }
  return Object.fromEntries(options);
}

/**
 * Gives the words without a name to the named option that they go on with, as "gusta=alien, blade runner" lists two films.
 * @returns those that go on with none
 */
function goOnWithNamed(
  command: Command,
  words: readonly Word[],
  options: Map<string, string>,
  recognises: Recognises | undefined,
): readonly Word[] {
  const open = openPositionals(command, new Set(options.keys()));
  const named = words.flatMap((word, at) => (word.option === undefined ? [] : [{ ...word, at }]));
  const first = words.slice(0, named[0]?.at);
  const left = named.map(({ option: name, text, quoted, at }, turn) => {
    const run = words.slice(at + 1, named[turn + 1]?.at);
    const option = describe(command).find((one) => one.name === name);
    if (option === undefined || quoted) return run;
    // Free words that can only be said by name: "cuando=viernes 21:30".
    const isFree = option.kind === "text" && !command.positional.includes(option.name);
    const following = run.map((word) => word.text);
    const size = isFree ? run.length : goingOn(option, text, following, open, recognises);
    const texts = [text, ...run.slice(0, size).map((word) => word.text)];
    if (options.get(option.name) === text) options.set(option.name, texts.join(" "));
    return run.slice(size);
  });
  return [...first, ...left.flat()];
}

/** How many of the words behind a named value go on with it. */
function goingOn(
  option: OptionDescriptor,
  text: string,
  words: readonly string[],
  open: readonly OptionDescriptor[],
  recognises: Recognises | undefined,
): number {
  const { kind, many } = option;
  if (isOneWord(option)) return 0;
  if (!isVocabulary(kind) || (many && recognises === undefined)) {
    // Where all that is open are words of closed vocabularies, a name is likelier to go on.
    const isSure = many || (open.length > 0 && open.every((one) => isVocabulary(one.kind) && !one.required));
    return isSure ? words.length : 0;
  }
  if (recognises === undefined) return 0;
  for (let size = words.length; size > 0; size--) {
    const typed = [text, ...words.slice(0, size)].join(" ");
    if ((many ? splitList(typed) : [typed]).every((value) => recognises(kind, value))) return size;
  }
  return many && /[,;+]$/u.test(text) ? Math.min(1, words.length) : 0;
}

/** Whether a value of that kind is a single word. */
export function isOneWord({ kind }: Pick<OptionDescriptor, "kind">): boolean {
  return kind === "integer" || kind === "number" || kind === "flag";
}

/** The positional options that no name has filled, in order. */
export function openPositionals(command: Command, named: ReadonlySet<string>): readonly OptionDescriptor[] {
  const options = describe(command);
  return command.positional
    .filter((name) => !named.has(name))
    .flatMap((name) => options.find((option) => option.name === name) ?? []);
}

/** "titulo=the matrix" means one title; and a number that is none is told as such rather than as one word too many. */
function placeLeftOver(
  command: Command,
  word: Word,
  words: readonly Word[],
  options: Map<string, string>,
  open: readonly OptionDescriptor[],
): void {
  const before = words.findLast(({ start, option }) => start < word.start && option !== undefined);
  const named = describe(command).find(({ name }) => name === before?.option);
  const target =
    before?.option !== undefined && !before.quoted && named !== undefined && !isOneWord(named)
      ? before.option
      : open.find(({ name }) => !options.has(name))?.name;
  if (target === undefined) throw oneWordTooMany(command, word.text);
  options.set(target, [options.get(target), word.text].filter(Boolean).join(" "));
}

function oneWordTooMany(command: Command, word: string): UserError {
  const example = exampleOf(command);
  const typed = quoted(word);
  return new UserError("unknown_parameter", {
    es: rich`No sé a qué se refiere ${typed.es}. Por ejemplo: ${example}`,
    en: rich`I don't know what ${typed.en} refers to. For example: ${example}`,
  });
}

interface UnknownCommand {
  readonly code: "unknown_command" | "not_understood";
  readonly words: RichWords;
  readonly suggestions: readonly Choice[];
  /** The command that may have been meant. */
  readonly nearest?: Command;
}

/** Of commands of two words only the first was typed: "/plataforma". */
function oneOf(commands: readonly Command[], { typed, rest }: Head): UnknownCommand {
  const names = commands.map((command) => mention(command.name));
  const listed = names.reduce<RichText>((text, name, at) => rich`${text}${at === 0 ? "" : ", "}${name}`, "");
  const asked = quoted(`/${typed}`);
  return {
    code: "unknown_command",
    words: {
      es: rich`De ${asked.es} hay varios: ${listed}.`,
      en: rich`There are several of ${asked.en}: ${listed}.`,
    },
    suggestions: commands.map((command) => sameQuestion(command, rest)),
  };
}

function unknownCommand(commands: readonly Command[], head: Head): UnknownCommand {
  const typed = quoted(head.slash ? `/${head.typed}` : head.typed);
  const nearest = nearestCommand(commands, head);
  if (nearest) {
    const name = mention(nearest.name);
    const words = {
      es: rich`No conozco ${typed.es}. ¿Quisiste decir ${name}?`,
      en: rich`I don't know ${typed.en}. Did you mean ${name}?`,
    };
    return { code: "unknown_command", words, suggestions: [sameQuestion(nearest, head.rest)], nearest };
  }
  const under = commands.filter(({ name }) => foldName(name).startsWith(`${foldName(head.typed)} `));
  if (head.slash && under.length > 0) return oneOf(under, head);
  const isCommand = head.slash && head.typed !== "";
  const [es, en] = isCommand
    ? [`No conozco ${typed.es}.`, `I don't know ${typed.en}.`]
    : ["No entendí la pregunta.", "I didn't understand the question."];
  const [first] = commands;
  const shown = {
    es: first ? rich` Por ejemplo: ${exampleOf(first)}` : "",
    en: first ? rich` For example: ${exampleOf(first)}` : "",
  };
  const help = commandNamed(commands, "ayuda");
  const helpName = mention("ayuda");
  return {
    code: isCommand ? "unknown_command" : "not_understood",
    words: {
      es: rich`${es} Escribe ${helpName} para ver qué puedes preguntar.${shown.es}`,
      en: rich`${en} Type ${helpName} to see what you can ask.${shown.en}`,
    },
    suggestions: help ? [{ label: `/${help.name}`, command: help.name, options: {} }] : [],
  };
}

/** What was asked of a misspelt command, asked of the right one. */
function sameQuestion(command: Command, rest: string): Choice {
  const label = `/${command.name}${rest}`;
  try {
    return { label, command: command.name, options: parseOptions(command, rest) };
  } catch {
    // The rest does not fit that command: offer it alone.
    return { label: `/${command.name}`, command: command.name, options: {} };
  }
}
