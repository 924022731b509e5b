/** The shared command definitions → what Discord is told of them. */
import type { APIApplicationCommandBasicOption, APIApplicationCommandSubcommandOption } from "discord.js";
import { describe, type OptionDescriptor } from "../../../chat/command/describe.js";
import type { Command } from "../../../chat/contract.js";
import { foldName } from "../../../chat/text.js";
import type { Language, Words } from "../../../words.js";
import { COMMAND, type CommandPayload, MANAGE_GUILD, OPTION } from "../protocol.js";
import { cutTo } from "../render/cut-to.js";
import { groupSummary, MESSAGE_COMMAND, PRIVATE_COMMANDS, PUBLIC_OPTION } from "../words.js";
import { NAME, shownWords, takenName } from "./command-names.js";

/** Rules for commands, by name. */
const LIMITS = {
  description: 100,
  options: 25,
  commands: 100,
  characters: 8000,
} as const;

/** Where a command is known: to everybody, or in one server while it is being tried out. */
export type Scope = "global" | "guild";

/** Every way of being installed and every place; what is not for everybody only where there is something to moderate. */
const EVERYWHERE = { contexts: [0, 1, 2], integration_types: [0, 1] } as const;
const IN_SERVERS = { contexts: [0], integration_types: [0] } as const;

/** What buttons carry from one answer to the next: nobody types it. */
const HIDDEN_OPTIONS: ReadonlySet<string> = new Set(["pagina", "semilla"]);

/** How the option is called in which a file is picked. */
const FILE_OPTION = "archivo";

interface Localized {
  readonly name: string;
  readonly name_localizations: Record<string, string>;
  readonly description: string;
  readonly description_localizations: Record<string, string>;
}

/**
 * What is registered for these commands, in their order. "plataforma puntaje" is a subcommand of "plataforma".
 * Throws a plain error (a bug) that names the command where one breaks Discord's rules.
 */
export function commandPayloads(commands: readonly Command[], scope: Scope = "global"): CommandPayload[] {
  const names = [...new Set(commands.map((command) => firstWord(command.name)))];
  const ofNames = names.map((name) => {
    const members = commands.filter((command) => firstWord(command.name) === name);
    const payload = payloadOf(name, members);
    // Only who manages a server is shown what is not for everybody; whether they may is checked when it is asked.
    const forAll = members.every(({ access }) => access === "anyone");
    const permissions = forAll ? {} : { default_member_permissions: MANAGE_GUILD.toString() };
    // A server's own commands have no say in where they are.
    const anywhere = forAll && members.some(({ where }) => where === "anywhere");
    const places = scope === "guild" ? {} : anywhere ? EVERYWHERE : IN_SERVERS;
    return { ...payload, ...permissions, ...places } as CommandPayload;
  });
  const payloads = [...ofNames, messagePayload(scope)];
  checkCommands(payloads);
  return payloads;
}

/** What is offered in the menu of somebody's message; such a command has neither description nor options. */
function messagePayload(scope: Scope): CommandPayload {
  const { name, words } = MESSAGE_COMMAND;
  return {
    type: COMMAND.message,
    name,
    name_localizations: inLocales(words),
    ...(scope === "guild" ? {} : EVERYWHERE),
  } as CommandPayload;
}

function firstWord(name: string): string {
  return name.split(" ", 1)[0] ?? name;
}

function payloadOf(name: string, members: readonly Command[]) {
  const [single] = members;
  const names = shownNames(members, 0);
  if (single && members.length === 1 && single.name === name) {
    return {
      type: COMMAND.chatInput,
      ...localized(name, names, single.summary),
      options: optionsOf(single),
    };
  }
  const options = members.map((member): APIApplicationCommandSubcommandOption => {
    const own = member.name.slice(name.length + 1);
    // Discord has no command that both is one and has others below it.
    if (own === "") throw new Error(`/${name}: a command with subcommands cannot be one itself`);
    return {
      type: OPTION.subcommand,
      ...localized(own, shownNames([member], 1), member.summary),
      options: optionsOf(member),
    };
  });
  return { type: COMMAND.chatInput, ...localized(name, names, groupSummary(names)), options };
}

/** What the word at that place of the commands' names is in both languages; all must agree. */
function shownNames(members: readonly Command[], at: number): Words {
  const inLanguage = (language: Language) => {
    const [word = "", ...others] = new Set(members.map((member) => shownWords(member, language)[at]));
    if (others.length > 0)
      throw new Error(`/${members[0]?.name}: called "${word}" and "${others[0]}" in ${language}`);
    return word;
  };
  return { es: inLanguage("es"), en: inLanguage("en") };
}

/** Required ones first, as Discord asks; then whether all may see the answer, where the command does not ask itself. */
function optionsOf(command: Command): APIApplicationCommandBasicOption[] {
  const described = describe(command).filter(({ name }) => !HIDDEN_OPTIONS.has(name));
  const required = described.filter((option) => option.required);
  const optional = described.filter((option) => !option.required);
  const { file } = command;
  const attached =
    file === undefined
      ? []
      : [{ type: OPTION.attachment, ...localized(FILE_OPTION, file, file.help ?? file) } as const];
  const registered = (option: OptionDescriptor) =>
    optionOf(option, command.completed?.options.includes(option.name) === true);
  const options = [...required.map(registered), ...attached, ...optional.map(registered)];
  if (described.some(({ name }) => name === PUBLIC_OPTION.name)) return options;
  const { name, words, help, privateHelp } = PUBLIC_OPTION;
  const isPrivate = PRIVATE_COMMANDS.has(command.name);
  return [...options, { type: OPTION.boolean, ...localized(name, words, isPrivate ? privateHelp : help) }];
}

/** @param isCompleted whether its command completes it, free text though it is */
function optionOf(option: OptionDescriptor, isCompleted: boolean): APIApplicationCommandBasicOption {
  const { name, kind, words, help = words, required } = option;
  const base = { ...localized(name, words, help), ...(required ? { required } : {}) };
  switch (kind) {
    case "integer":
      return { type: OPTION.integer, ...base, ...bounds(option) };
    case "number":
      return { type: OPTION.number, ...base, ...bounds(option) };
    case "flag":
      return { type: OPTION.boolean, ...base };
    case "member":
      return { type: OPTION.user, ...base };
    case "text":
    case "theme":
      return { type: OPTION.string, ...base, ...(isCompleted ? { autocomplete: true } : {}) };
    default:
      // People misspell months: what is offered is a help, and what is typed instead is understood.
      return { type: OPTION.string, ...base, autocomplete: true };
  }
}

function bounds({ min, max }: OptionDescriptor): { min_value?: number; max_value?: number } {
  return {
    ...(min === undefined ? {} : { min_value: min }),
    ...(max === undefined ? {} : { max_value: max }),
  };
}

/** Discord falls back to the default in languages it is not told of, so each is told, the default's own too. */
function localized(name: string, words: Words, description: Words): Localized {
  const [es, en] = [takenName(words.es, name), takenName(words.en, name)];
  const texts = {
    es: cutTo(description.es, LIMITS.description),
    en: cutTo(description.en, LIMITS.description),
  };
  return {
    name,
    name_localizations: inLocales({ es, en }),
    description: texts.es,
    description_localizations: inLocales(texts),
  };
}

function inLocales({ es, en }: Words): Record<string, string> {
  return { "es-ES": es, "es-419": es, "en-US": en, "en-GB": en };
}

/** Throws where Discord would refuse the whole list. */
function checkCommands(payloads: readonly CommandPayload[]): void {
  const typed = payloads.filter(({ type }) => type === COMMAND.chatInput);
  if (typed.length > LIMITS.commands) throw new Error(`${typed.length} commands are too many`);
  checkNames("commands", typed as readonly Localized[]);
  for (const payload of typed) {
    const { name, options = [] } = payload as Localized & { options?: Localized[] };
    const size = charactersOf(payload);
    if (size > LIMITS.characters) throw new Error(`/${name}: ${size} characters are too many`);
    checkNames(`/${name}`, options);
    for (const option of options)
      checkNames(`/${name} ${option.name}`, (option as { options?: Localized[] }).options ?? []);
  }
}

function checkNames(where: string, named: readonly Localized[]): void {
  if (named.length > LIMITS.options && where !== "commands") throw new Error(`${where}: too many options`);
  for (const { name, description } of named) {
    const right = NAME.test(name) && name === name.toLowerCase() && description !== "";
    if (!right) throw new Error(`${where}: "${name}" is no name for Discord, or has no description`);
  }
  for (const locale of ["es-ES", "en-US"]) {
    const names = named.map((one) => foldName(one.name_localizations[locale] ?? one.name));
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) throw new Error(`${where}: two are called "${twice}" in ${locale}`);
  }
}

/** All names, descriptions and values, each in its longest language, as Discord counts them. */
function charactersOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const {
    name = "",
    description = "",
    name_localizations,
    description_localizations,
    options,
  } = value as Partial<Localized & { options: unknown[] }>;
  const longest = (text: string, others: Record<string, string> = {}) =>
    Math.max(text.length, ...Object.values(others).map((other) => other.length));
  const own = longest(name, name_localizations) + longest(description, description_localizations);
  return (options ?? []).reduce<number>((sum, option) => sum + charactersOf(option), own);
}
