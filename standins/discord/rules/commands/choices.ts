/** What Discord refuses in the values an option may take: choices, bounds, autocomplete. */
import { absent, list, object, objects } from "../../json.js";
import { countRule, type Found, type Rule, textRule } from "../rule.js";
import { type CommandSubject, each, Option, optionsOf } from "./parts.js";

function* choiceMember(subject: CommandSubject, name: string): Generator<Found> {
  for (const { path, option } of optionsOf(subject)) {
    for (const [index, choice] of list(option.choices).entries()) {
      yield [[...path, "choices", index, name], object(choice)[name]];
    }
  }
}

const isText = (type: unknown) => type === Option.text;
const isNumber = (type: unknown) => type === Option.integer || type === Option.number;

function fits(type: unknown, value: unknown): boolean {
  if (isText(type)) return typeof value === "string";
  return type === Option.integer ? Number.isSafeInteger(value) : typeof value === "number";
}

/** Members that only options of some types may have. */
const ONLY_ON: readonly (readonly [name: string, allowed: (type: unknown) => boolean])[] = [
  ["choices", (type) => isText(type) || isNumber(type)],
  ["autocomplete", (type) => isText(type) || isNumber(type)],
  ["min_value", isNumber],
  ["max_value", isNumber],
  ["min_length", isText],
  ["max_length", isText],
  ["channel_types", (type) => type === Option.channel],
];

export const choiceRules: readonly Rule<CommandSubject>[] = [
  countRule("choices: at most 25", { max: 25 }, function* find(subject) {
    for (const { path, option } of optionsOf(subject)) yield [[...path, "choices"], option.choices];
  }),
  textRule("choice name: 1 to 100", { min: 1, max: 100, required: true }, (subject) =>
    choiceMember(subject, "name"),
  ),
  {
    name: "choice value: of the option's type",
    check: each(({ path, option }, report) => {
      if (!isText(option.type) && !isNumber(option.type)) return;
      for (const [index, { value }] of objects(option.choices).entries()) {
        if (fits(option.type, value)) continue;
        const code = isText(option.type) ? "STRING_TYPE_CONVERT" : "NUMBER_TYPE_COERCE";
        report(
          [...path, "choices", index, "value"],
          code,
          `Value "${String(value)}" is not of the option's type.`,
        );
      }
    }),
  },
  textRule("choice value: at most 100", { max: 100 }, function* find(subject) {
    for (const found of choiceMember(subject, "value")) if (typeof found[1] === "string") yield found;
  }),
  {
    name: "choices: names differ",
    check: each(({ path, option }, report) => {
      const seen = new Set<unknown>();
      for (const [index, { name }] of objects(option.choices).entries()) {
        const message = "Option choice name already exists";
        if (seen.has(name)) {
          const code = "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS";
          report([...path, "choices", index, "name"], code, message);
        }
        seen.add(name);
      }
    }),
  },
  {
    name: "autocomplete: not beside choices",
    check: each(({ path, option }, report) => {
      if (option.autocomplete !== true || list(option.choices).length === 0) return;
      const message = "Autocomplete and choices are mutually exclusive";
      report(
        [...path, "autocomplete"],
        "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_EXCLUSIVE",
        message,
      );
    }),
  },
  {
    name: "option members: only where they mean something",
    check: each(({ path, option }, report) => {
      for (const [name, allowed] of ONLY_ON) {
        const value = option[name];
        if (absent(value) || value === false || (Array.isArray(value) && value.length === 0)) continue;
        if (allowed(option.type)) continue;
        const message = `${name} cannot be used with this option type`;
        report([...path, name], "APPLICATION_COMMAND_OPTIONS_MEMBER_INVALID", message);
      }
    }),
  },
  {
    name: "option lengths: 0 to 6,000, in order",
    check: each(({ path, option }, report) => {
      const min = option.min_length ?? 0;
      const max = option.max_length ?? 6_000;
      const whole = Number.isInteger(min) && Number.isInteger(max);
      if (whole && Number(min) >= 0 && Number(max) >= 1 && Number(max) <= 6_000 && Number(min) <= Number(max))
        return;
      const message = "int value should be less than or equal to 6000.";
      report([...path, "max_length"], "NUMBER_TYPE_MAX", message);
    }),
  },
  {
    name: "option bounds: numbers, in order",
    check: each(({ path, option }, report) => {
      if (!isNumber(option.type)) return;
      for (const name of ["min_value", "max_value"]) {
        const value = option[name];
        if (absent(value) || fits(option.type, value)) continue;
        report([...path, name], "NUMBER_TYPE_COERCE", `Value "${String(value)}" is not int.`);
      }
      const { min_value: min, max_value: max } = option;
      if (typeof min !== "number" || typeof max !== "number" || min <= max) return;
      report([...path, "min_value"], "NUMBER_TYPE_MAX", `int value should be less than or equal to ${max}.`);
    }),
  },
];
