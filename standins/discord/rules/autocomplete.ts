/** What Discord refuses in the answer to an autocomplete. */
import { isObject, list, object } from "../json.js";
import type { Path } from "../refused.js";
import type { Json } from "../types.js";
import { countRule, type Found, REQUIRED, type Rule, textRule } from "./rule.js";

export interface AutocompleteSubject {
  readonly data: Json;
  /** The type of the option being typed: 3 text, 4 whole number, 10 number. */
  readonly optionType: number;
}

const BASE: Path = ["data", "choices"];

function* members({ data }: AutocompleteSubject, name: string): Generator<Found> {
  for (const [index, choice] of list(data.choices).entries()) {
    yield [[...BASE, index, name], object(choice)[name]];
  }
}

export const autocompleteRules: readonly Rule<AutocompleteSubject>[] = [
  countRule("autocomplete: at most 25 choices", { max: 25 }, ({ data }) => [[BASE, data.choices]]),
  textRule("autocomplete name: 1 to 100", { min: 1, max: 100, required: true }, (subject) =>
    members(subject, "name"),
  ),
  {
    name: "autocomplete name: localizations 1 to 100",
    check({ data }, report) {
      for (const [index, choice] of list(data.choices).entries()) {
        const names = object(choice).name_localizations;
        if (!isObject(names)) continue;
        for (const [locale, name] of Object.entries(names)) {
          const count = typeof name === "string" ? [...name].length : 0;
          if (count >= 1 && count <= 100) continue;
          const path = [...BASE, index, "name_localizations", locale];
          report(path, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
        }
      }
    },
  },
  {
    name: "autocomplete value: of the option's type",
    check(subject, report) {
      for (const [path, value] of members(subject, "value")) {
        if (value === undefined || value === null) {
          report(path, ...REQUIRED);
        } else if (subject.optionType === 3 && typeof value !== "string") {
          report(path, "STRING_TYPE_CONVERT", `Could not interpret "${String(value)}" as string.`);
        } else if (subject.optionType === 4 && !Number.isSafeInteger(value)) {
          report(path, "NUMBER_TYPE_COERCE", `Value "${String(value)}" is not int.`);
        } else if (subject.optionType === 10 && typeof value !== "number") {
          report(path, "NUMBER_TYPE_COERCE", `Value "${String(value)}" is not float.`);
        }
      }
    },
  },
  textRule("autocomplete value: at most 100", { max: 100 }, function* find(subject) {
    for (const found of members(subject, "value")) if (typeof found[1] === "string") yield found;
  }),
];
