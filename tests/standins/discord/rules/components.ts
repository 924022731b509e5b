/** What Discord refuses in the interactive components: rows, buttons, menus, and their ids. */
import { absent, isSnowflake, list, object, objects, text } from "../json.js";
import type { Path } from "../refused.js";
import type { Json } from "../types.js";
import { countRule, type Found, numberRule, REQUIRED, type Rule, textRule, urlRule } from "./rule.js";
import { Component, isSelect, LINK, type Node, PREMIUM, walk } from "./tree.js";

/** A body with components, where it stands in the request, and whether components v2 are switched on. */
export interface ComponentsSubject {
  readonly body: Json;
  readonly base: Path;
  readonly v2: boolean;
}

const ROW_WIDTH = 5;
// The v flag is newer than the compiler's target; discord takes emoji with and without their variation selector.
const EMOJI = new RegExp("^\\p{RGI_Emoji}$", "v");

export function* nodesOf({ body, base }: ComponentsSubject): Generator<Node> {
  yield* walk(body.components, [...base, "components"]);
}

function* where(subject: ComponentsSubject, accept: (component: Json) => boolean): Generator<Node> {
  for (const node of nodesOf(subject)) if (accept(node.component)) yield node;
}

/** One member of the components that are accepted. */
function member(accept: (component: Json) => boolean, name: string) {
  return function* find(subject: ComponentsSubject): Generator<Found> {
    for (const { path, component } of where(subject, accept)) yield [[...path, name], component[name]];
  };
}

function optionMember(name: string) {
  return function* find(subject: ComponentsSubject): Generator<Found> {
    for (const { path, component } of where(subject, (one) => one.type === Component.stringSelect)) {
      for (const [index, option] of list(component.options).entries()) {
        yield [[...path, "options", index, name], object(option)[name]];
      }
    }
  };
}

const isButton = (one: Json) => one.type === Component.button;
const isLink = (one: Json) => isButton(one) && one.style === LINK;
const isPlainButton = (one: Json) => isButton(one) && one.style !== LINK && one.style !== PREMIUM;
const isRow = (one: Json) => one.type === Component.row;
const isStringSelect = (one: Json) => one.type === Component.stringSelect;
const hasId = (one: Json) => isPlainButton(one) || isSelect(one);

function isEmoji(emoji: Json): boolean {
  const name = text(emoji.name);
  return isSnowflake(emoji.id) || EMOJI.test(name) || EMOJI.test(`${name}\uFE0F`);
}

export const componentRules: readonly Rule<ComponentsSubject>[] = [
  {
    name: "components: at most 5 rows",
    check({ body, base, v2 }, report) {
      const path = [...base, "components"];
      if (absent(body.components)) return;
      if (!Array.isArray(body.components)) {
        report(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
      } else if (!v2 && body.components.length > 5) {
        report(path, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
      }
    },
  },
  {
    name: "components: only rows at the top",
    check({ body, base, v2 }, report) {
      if (v2) return;
      for (const [index, component] of list(body.components).entries()) {
        if (isRow(object(component))) continue;
        report(
          [...base, "components", index, "type"],
          "UNION_TYPE_CHOICES",
          'Value of field "type" must be one of (1,).',
        );
      }
    },
  },
  {
    name: "row: only buttons and menus",
    check(subject, report) {
      for (const { path, component, parent } of nodesOf(subject)) {
        if (!parent || !isRow(parent) || isButton(component) || isSelect(component)) continue;
        const message = 'Value of field "type" must be one of (2, 3, 5, 6, 7, 8).';
        report([...path, "type"], "UNION_TYPE_CHOICES", message);
      }
    },
  },
  countRule("row: 1 to 5 components", { min: 1, max: 5 }, member(isRow, "components")),
  {
    name: "row: five buttons or one menu",
    check(subject, report) {
      for (const { path, component: row } of where(subject, isRow)) {
        let width = 0;
        for (const [index, component] of list(row.components).entries()) {
          width += isSelect(object(component)) ? ROW_WIDTH : 1;
          if (width <= ROW_WIDTH) continue;
          const message = "The specified component exceeds the maximum width";
          report([...path, "components", index], "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message);
        }
      }
    },
  },
  textRule("custom_id: 1 to 100", { min: 1, max: 100 }, member(hasId, "custom_id")),
  {
    name: "custom_id: required",
    check(subject, report) {
      for (const [path, value] of member(hasId, "custom_id")(subject)) {
        if (absent(value)) report(path, ...REQUIRED);
      }
    },
  },
  {
    name: "custom_id: unique in the message",
    check(subject, report) {
      const seen = new Set<unknown>();
      for (const [path, value] of member(() => true, "custom_id")(subject)) {
        if (absent(value)) continue;
        const message = "Component custom id cannot be duplicated";
        if (seen.has(value)) report(path, "COMPONENT_CUSTOM_ID_DUPLICATED", message);
        seen.add(value);
      }
    },
  },
  numberRule("button style: 1 to 6", { min: 1, max: 6 }, member(isButton, "style")),
  {
    name: "button style: required",
    check(subject, report) {
      for (const [path, value] of member(isButton, "style")(subject))
        if (absent(value)) report(path, ...REQUIRED);
    },
  },
  textRule("button label: 80", { max: 80 }, member(isButton, "label")),
  {
    name: "button: a label or an emoji",
    check(subject, report) {
      for (const { path, component } of where(subject, (one) => isPlainButton(one) || isLink(one))) {
        if (text(component.label).trim() !== "" || !absent(component.emoji)) continue;
        report(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or emoji is required");
      }
    },
  },
  {
    name: "link button: an address and no custom_id",
    check(subject, report) {
      for (const { path, component } of where(subject, isLink)) {
        if (absent(component.url)) {
          report([...path, "url"], "BUTTON_COMPONENT_URL_REQUIRED", "A url is required");
        }
        if (absent(component.custom_id)) continue;
        const message = "A custom id and url cannot both be specified";
        report([...path, "custom_id"], "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", message);
      }
    },
  },
  {
    name: "button: an address only on links",
    check(subject, report) {
      for (const { path, component } of where(subject, isPlainButton)) {
        if (absent(component.url)) continue;
        const message = "A custom id and url cannot both be specified";
        report([...path, "url"], "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", message);
      }
    },
  },
  textRule("link button address: 512", { max: 512 }, member(isLink, "url")),
  urlRule("link button address: http, https or discord", ["http", "https", "discord"], member(isLink, "url")),
  {
    name: "premium button: only its SKU",
    check(subject, report) {
      for (const { path, component } of where(subject, (one) => isButton(one) && one.style === PREMIUM)) {
        if (absent(component.sku_id)) report([...path, "sku_id"], ...REQUIRED);
        for (const name of ["custom_id", "label", "url", "emoji"]) {
          const message = "This field cannot be used with a premium button";
          if (!absent(component[name])) report([...path, name], "BUTTON_COMPONENT_PREMIUM_INVALID", message);
        }
      }
    },
  },
  {
    name: "emoji: one that exists",
    check(subject, report) {
      for (const { path, component } of nodesOf(subject)) {
        const owners: Found[] = [[path, component]];
        for (const [index, option] of list(component.options).entries()) {
          owners.push([[...path, "options", index], option]);
        }
        for (const [place, owner] of owners) {
          const { emoji } = object(owner);
          if (absent(emoji) || isEmoji(object(emoji))) continue;
          report([...place, "emoji", "name"], "COMPONENT_INVALID_EMOJI", "Invalid emoji");
        }
      }
    },
  },
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
