/** What Discord refuses in application commands. */
import { absent, isObject, list, object, objects, text } from "../../json.js";
import { refused } from "../../refused.js";
import type { Json } from "../../types.js";
import { countRule, enforce, problemsOf, type Rule, textRule } from "../rule.js";
import { localizationRules } from "./localizations.js";
import { commandOptionRules } from "./options.js";
import { CHAT, type CommandSubject, isName } from "./parts.js";
import { sizeOf } from "./size.js";

const MAX_SIZE = 8_000;
const typeOf = ({ command }: CommandSubject) => (absent(command.type) ? CHAT : command.type);
const isChat = (subject: CommandSubject) => typeOf(subject) === CHAT;

function choices(name: string, allowed: readonly number[]): Rule<CommandSubject> {
  return {
    name: `command ${name}: different ones that exist`,
    check({ command, base }, report) {
      const value = command[name];
      if (absent(value)) return;
      if (list(value).length === 0) {
        report([...base, name], "BASE_TYPE_BAD_LENGTH", "Must be 1 or more in length.");
        return;
      }
      const seen = new Set<unknown>();
      for (const [index, one] of list(value).entries()) {
        const path = [...base, name, index];
        if (!allowed.includes(one as number)) {
          report(path, "BASE_TYPE_CHOICES", `Value must be one of {${allowed.join(", ")}}.`);
        } else if (seen.has(one)) {
          report(path, "SET_TYPE_ALREADY_CONTAINS_VALUE", `The set already contains ${String(one)}.`);
        }
        seen.add(one);
      }
    },
  };
}

export const ownRules: readonly Rule<CommandSubject>[] = [
  {
    name: "command type: 1 to 4",
    check(subject, report) {
      if ([1, 2, 3, 4].includes(typeOf(subject) as number)) return;
      report([...subject.base, "type"], "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4}.");
    },
  },
  textRule("command name: 1 to 32", { min: 1, max: 32, required: true }, ({ command, base }) => [
    [[...base, "name"], command.name],
  ]),
  {
    name: "command name: small letters, digits, - _ '",
    check(subject, report) {
      const { command, base } = subject;
      if (!isChat(subject) || absent(command.name) || isName(command.name)) return;
      report([...base, "name"], "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    },
  },
  textRule("command description: 1 to 100", { min: 1, max: 100, required: true }, (subject) =>
    isChat(subject) ? [[[...subject.base, "description"], subject.command.description]] : [],
  ),
  {
    name: "command description: none on context menus",
    check(subject, report) {
      if (isChat(subject) || typeOf(subject) === 4 || text(subject.command.description) === "") return;
      const message = "Context menu commands cannot have description";
      report([...subject.base, "description"], "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION", message);
    },
  },
  {
    name: "command options: none on context menus",
    check(subject, report) {
      if (isChat(subject) || list(subject.command.options).length === 0) return;
      const message = "Context menu commands cannot have options";
      report([...subject.base, "options"], "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS", message);
    },
  },
  {
    name: "command default_member_permissions: a bit field",
    check({ command, base }, report) {
      const value = command.default_member_permissions;
      if (absent(value) || /^\d{1,17}$/.test(String(value))) return;
      const message = `Value "${String(value)}" is not int.`;
      report([...base, "default_member_permissions"], "NUMBER_TYPE_COERCE", message);
    },
  },
  choices("contexts", [0, 1, 2]),
  choices("integration_types", [0, 1]),
  {
    name: "command: 8,000 characters in all",
    check({ command, base }, report) {
      if (sizeOf(command) <= MAX_SIZE) return;
      report(base, "APPLICATION_COMMAND_TOO_LARGE", `Command exceeds maximum size (${MAX_SIZE})`);
    },
  },
];

export const commandRules: readonly Rule<CommandSubject>[] = [
  ...ownRules,
  ...localizationRules,
  ...commandOptionRules,
];

/** How many of each type an application may have: chat, user, message, entry point. */
export const MAX_BY_TYPE: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15, 4: 1 };

const bulkRules: readonly Rule<readonly unknown[]>[] = [
  countRule("commands: at most 130", { max: 130 }, (commands) => [[[], commands]]),
  {
    name: "commands: each an object",
    check(commands, report) {
      for (const [index, command] of commands.entries()) {
        const message = "Only dictionaries may be used in a ModelType";
        if (!isObject(command)) report([index], "MODEL_TYPE_CONVERT", message);
      }
    },
  },
  {
    name: "commands: names differ",
    check(commands, report) {
      const seen = new Set<string>();
      for (const [index, command] of commands.entries()) {
        const { name, type } = object(command);
        const key = `${String(type ?? CHAT)} ${String(name)}`;
        const message = "Application command names must be unique";
        if (seen.has(key)) report([index, "name"], "APPLICATION_COMMANDS_DUPLICATE_NAME", message);
        seen.add(key);
      }
    },
  },
];

export const commandsRules: readonly Rule<readonly unknown[]>[] = [
  ...bulkRules,
  {
    name: "commands: each by the rules of commands",
    check(commands, report) {
      for (const [index, command] of commands.entries()) {
        if (!isObject(command)) continue;
        const problems = problemsOf(commandRules, { command, base: [index] });
        for (const { path, code, message } of problems) report(path, code, message);
      }
    },
  },
];

export function checkCommand(command: Json): void {
  enforce(commandRules, { command, base: [] });
}

export function checkCommands(commands: unknown): readonly Json[] {
  if (!Array.isArray(commands)) {
    const message = "Only iterables may be used in a ListType";
    throw refused.invalidForm([{ path: [], code: "LIST_TYPE_CONVERT", message }]);
  }
  enforce(commandsRules, commands);
  return objects(commands);
}
