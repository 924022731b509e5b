/** What Discord refuses in select menus. */
import { absent, list, object, objects } from "../../json.js";
import { countRule, type Found, numberRule, REQUIRED, type Rule, textRule } from "../rule.js";
import { type ComponentsSubject, isStringSelect, member, where } from "./find.js";
import { isSelect } from "./tree.js";

/** One member of every option of the menus. */
function optionMember(name: string): (subject: ComponentsSubject) => readonly Found[] {
  return (subject) =>
    where(subject, isStringSelect).flatMap(({ path, component }) =>
      list(component.options).map(
        (option, index): Found => [[...path, "options", index, name], object(option)[name]],
      ),
    );
}

export const menuRules: readonly Rule<ComponentsSubject>[] = [
  {
    name: "menu: options required",
    check(subject, report) {
      for (const [path, value] of member(isStringSelect, "options")(subject)) {
        if (absent(value)) report(path, ...REQUIRED);
      }
    },
  },
  countRule("menu: 1 to 25 options", { min: 1, max: 25 }, member(isStringSelect, "options")),
  textRule("menu option label: 1 to 100", { min: 1, max: 100, required: true }, optionMember("label")),
  textRule("menu option value: 1 to 100", { min: 1, max: 100, required: true }, optionMember("value")),
  textRule("menu option description: 100", { max: 100 }, optionMember("description")),
  textRule("menu placeholder: 150", { max: 150 }, member(isSelect, "placeholder")),
  numberRule("menu min_values: 0 to 25", { min: 0, max: 25 }, member(isSelect, "min_values")),
  numberRule("menu max_values: 1 to 25", { min: 1, max: 25 }, member(isSelect, "max_values")),
  {
    name: "menu: option values differ",
    check(subject, report) {
      for (const { path, component } of where(subject, isStringSelect)) {
        const seen = new Set<unknown>();
        for (const [index, { value }] of objects(component.options).entries()) {
          const message = "The specified option value is already used";
          if (seen.has(value)) {
            report([...path, "options", index], "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message);
          }
          seen.add(value);
        }
      }
    },
  },
  {
    name: "menu: no more chosen than there are",
    check(subject, report) {
      for (const { path, component } of where(subject, isStringSelect)) {
        const count = list(component.options).length;
        const max = typeof component.max_values === "number" ? component.max_values : 1;
        const min = typeof component.min_values === "number" ? component.min_values : 1;
        const preset = objects(component.options).filter((option) => option.default === true).length;
        if (max > count) {
          const message = `Must be less than or equal to the number of options (${count}).`;
          report([...path, "max_values"], "SELECT_COMPONENT_MAX_VALUES_TOO_LARGE", message);
        }
        if (min > max) {
          const message = "min_values must be less than or equal to max_values.";
          report([...path, "min_values"], "SELECT_COMPONENT_MIN_VALUES_TOO_LARGE", message);
        }
        if (preset > max) {
          const message = "The number of default options exceeds max_values.";
          report([...path, "options"], "SELECT_COMPONENT_TOO_MANY_DEFAULTS", message);
        }
      }
    },
  },
];
