/** What Discord refuses in a modal. */
import { absent, list, object } from "../json.js";
import type { Path } from "../refused.js";
import type { Json } from "../types.js";
import { Component, type Node, walk } from "./messages/tree.js";
import { countRule, type Found, numberRule, REQUIRED, type Rule, textRule } from "./rule.js";

const BASE: Path = ["data"];
const COMPONENTS: Path = ["data", "components"];

function* nodes(data: Json, type: number): Generator<Node> {
  for (const node of walk(data.components, COMPONENTS)) if (node.component.type === type) yield node;
}

function member(type: number, name: string) {
  return function* find(data: Json): Generator<Found> {
    for (const { path, component } of nodes(data, type)) yield [[...path, name], component[name]];
  };
}

const input = (name: string) => member(Component.textInput, name);

export const modalRules: readonly Rule<Json>[] = [
  textRule("modal custom_id: 1 to 100", { min: 1, max: 100, required: true }, (data) => [
    [[...BASE, "custom_id"], data.custom_id],
  ]),
  textRule("modal title: 1 to 45", { min: 1, max: 45, required: true }, (data) => [
    [[...BASE, "title"], data.title],
  ]),
  countRule("modal: 1 to 5 components", { min: 1, max: 5 }, (data) => [[COMPONENTS, list(data.components)]]),
  {
    name: "modal: rows, labels and texts at the top",
    check(data, report) {
      const allowed: readonly unknown[] = [Component.row, Component.label, Component.textDisplay];
      for (const [index, component] of list(data.components).entries()) {
        if (allowed.includes(object(component).type)) continue;
        const message = 'Value of field "type" must be one of (1, 10, 18).';
        report([...COMPONENTS, index, "type"], "UNION_TYPE_CHOICES", message);
      }
    },
  },
  countRule("modal row: one text input", { min: 1, max: 1 }, member(Component.row, "components")),
  {
    name: "modal row: nothing but text inputs",
    check(data, report) {
      for (const { path, component, parent } of walk(data.components, COMPONENTS)) {
        if (parent?.type !== Component.row || component.type === Component.textInput) continue;
        report([...path, "type"], "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (4,).');
      }
    },
  },
  textRule("modal label: 1 to 45", { min: 1, max: 45, required: true }, member(Component.label, "label")),
  textRule("modal label description: 1 to 100", { min: 1, max: 100 }, member(Component.label, "description")),
  textRule("text input custom_id: 1 to 100", { min: 1, max: 100, required: true }, input("custom_id")),
  textRule("text input label in a row: 1 to 45", { min: 1, max: 45, required: true }, function* find(data) {
    for (const { path, component, parent } of nodes(data, Component.textInput)) {
      if (parent?.type === Component.row) yield [[...path, "label"], component.label];
    }
  }),
  numberRule("text input style: 1 or 2", { min: 1, max: 2 }, input("style")),
  {
    name: "text input style: required",
    check(data, report) {
      for (const [path, style] of input("style")(data)) if (absent(style)) report(path, ...REQUIRED);
    },
  },
  numberRule("text input min_length: 0 to 4,000", { min: 0, max: 4_000 }, input("min_length")),
  numberRule("text input max_length: 1 to 4,000", { min: 1, max: 4_000 }, input("max_length")),
  textRule("text input value: 4,000", { max: 4_000 }, input("value")),
  textRule("text input placeholder: 100", { max: 100 }, input("placeholder")),
  {
    name: "modal: ids differ",
    check(data, report) {
      const seen = new Set<unknown>();
      for (const { path, component } of walk(data.components, COMPONENTS)) {
        if (absent(component.custom_id)) continue;
        const message = "Component custom id cannot be duplicated";
        if (seen.has(component.custom_id)) {
          report([...path, "custom_id"], "COMPONENT_CUSTOM_ID_DUPLICATED", message);
        }
        seen.add(component.custom_id);
      }
    },
  },
];
