/** What Discord refuses in the options of a command. */
import { absent, list, objects } from "../../json.js";
import type { Path } from "../../refused.js";
import type { Json } from "../../types.js";
import { countRule, REQUIRED, type Rule, textRule } from "../rule.js";
import { choiceRules } from "./choices.js";
import { type CommandSubject, each, isName, Option, optionsOf } from "./parts.js";

/** Everything that has options, with its place: the command, its groups and its subcommands. */
function* holders({ command, base }: CommandSubject): Generator<readonly [Path, Json]> {
  yield [base, command];
  for (const { path, option } of optionsOf({ command, base }))
    if (!absent(option.options)) yield [path, option];
}

const isNested = (type: unknown) => type === Option.subcommand || type === Option.group;

const ownRules: readonly Rule<CommandSubject>[] = [
  countRule("options: at most 25", { max: 25 }, function* find(subject) {
    for (const [path, holder] of holders(subject)) yield [[...path, "options"], holder.options];
  }),
  {
    name: "option type: 1 to 11",
    check: each(({ path, option }, report) => {
      if (Number.isInteger(option.type) && Number(option.type) >= 1 && Number(option.type) <= 11) return;
      const message = "Value must be one of {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}.";
      report([...path, "type"], "BASE_TYPE_CHOICES", message);
    }),
  },
  {
    name: "option name: small letters, digits, - _ '",
    check: each(({ path, option }, report) => {
      if (absent(option.name)) report([...path, "name"], ...REQUIRED);
      else if (!isName(option.name)) {
        report([...path, "name"], "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
      }
    }),
  },
  textRule("option description: 1 to 100", { min: 1, max: 100, required: true }, function* find(subject) {
    for (const { path, option } of optionsOf(subject)) yield [[...path, "description"], option.description];
  }),
  {
    name: "options: names differ",
    check(subject, report) {
      for (const [path, holder] of holders(subject)) {
        const seen = new Set<unknown>();
        for (const [index, { name }] of objects(holder.options).entries()) {
          const message = "Option name already used";
          if (seen.has(name)) {
            report(
              [...path, "options", index, "name"],
              "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
              message,
            );
          }
          seen.add(name);
        }
      }
    },
  },
  {
    name: "options: required ones first",
    check(subject, report) {
      for (const [path, holder] of holders(subject)) {
        let optional = false;
        for (const [index, option] of objects(holder.options).entries()) {
          if (isNested(option.type)) continue;
          if (optional && option.required === true) {
            const message = "Required options must be placed before non-required options";
            report([...path, "options", index], "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message);
          }
          optional ||= option.required !== true;
        }
      }
    },
  },
  {
    name: "subcommands: not beside other options",
    check(subject, report) {
      for (const [path, holder] of holders(subject)) {
        const types = objects(holder.options).map(({ type }) => isNested(type));
        if (types.every((nested) => nested === types[0])) continue;
        const message =
          "Sub-command and sub-command group option types are mutually exclusive to all other types";
        report([...path, "options"], "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message);
      }
    },
  },
  {
    name: "subcommands: at most in a group of the command",
    check: each(({ path, option, within }, report) => {
      const fits =
        within === 0 ||
        (within === Option.group && option.type === Option.subcommand) ||
        (within === Option.subcommand && !isNested(option.type));
      if (fits) return;
      const message = "Sub-commands and groups cannot be nested here";
      report([...path, "type"], "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message);
    }),
  },
  {
    name: "subcommand group: not empty",
    check: each(({ path, option }, report) => {
      if (option.type === Option.group && list(option.options).length === 0) {
        report([...path, "options"], ...REQUIRED);
      }
    }),
  },
];

export const commandOptionRules: readonly Rule<CommandSubject>[] = [...ownRules, ...choiceRules];
