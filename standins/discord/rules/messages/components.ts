/** What Discord refuses in how components are laid out, and in their ids. */
import { absent, isSnowflake, list, object, text } from "../../json.js";
import type { Json } from "../../types.js";
import { countRule, type Found, REQUIRED, type Rule, textRule } from "../rule.js";
import { type ComponentsSubject, hasId, isButton, isRow, member, nodesOf, where } from "./find.js";
import { isSelect } from "./tree.js";

const ROW_WIDTH = 5;
// biome-ignore lint/complexity/useRegexLiterals: the v flag is newer than the compiler's target
const EMOJI = new RegExp("^\\p{RGI_Emoji}$", "v");

/** Of a guild, or one that Unicode knows: with its variation selector or without. */
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
];
