/** What Discord refuses in messages laid out with components (flag IS_COMPONENTS_V2), and of them without the flag. */
import { absent, length, list, object, text } from "../../json.js";
import { countRule, REQUIRED, type Rule, textRule } from "../rule.js";
import { type ComponentsSubject, member, nodesOf, ofType } from "./find.js";
import { Component } from "./tree.js";

const MAX_COMPONENTS = 40;
const MAX_TEXT = 4_000;
const TOP = [
  Component.row,
  Component.section,
  Component.textDisplay,
  Component.mediaGallery,
  Component.file,
  Component.separator,
  Component.container,
];
const IN_CONTAINER = TOP.filter((type) => type !== Component.container);

/** Types that may stand within this parent; undefined where another rule says. */
function allowedWithin(parent: unknown): readonly number[] | undefined {
  if (parent === undefined) return TOP;
  if (parent === Component.container) return IN_CONTAINER;
  if (parent === Component.section) return [Component.textDisplay, Component.button, Component.thumbnail];
  return undefined;
}

export const componentsV2Rules: readonly Rule<ComponentsSubject>[] = [
  {
    name: "components v2: no content, embeds or poll beside them",
    check({ body, base, v2 }, report) {
      if (!v2) return;
      for (const name of ["content", "embeds", "poll"]) {
        const value = body[name];
        if (absent(value) || value === "" || (Array.isArray(value) && value.length === 0)) continue;
        const message = `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
        report([...base, name], "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", message);
      }
    },
  },
  {
    name: "components v2: only types that may stand there",
    check(subject, report) {
      if (!subject.v2) return;
      for (const { path, component, parent } of nodesOf(subject)) {
        const allowed = allowedWithin(parent?.type);
        if (!allowed || allowed.includes(component.type as never)) continue;
        const message = `Value of field "type" must be one of (${allowed.join(", ")}).`;
        report([...path, "type"], "UNION_TYPE_CHOICES", message);
      }
    },
  },
  {
    name: "components v2: 40 in all",
    check(subject, report) {
      if (!subject.v2 || nodesOf(subject).length <= MAX_COMPONENTS) return;
      const message = `The total number of components cannot exceed ${MAX_COMPONENTS}`;
      report([...subject.base, "components"], "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", message);
    },
  },
  {
    name: "components v2: 4,000 characters of text in all",
    check(subject, report) {
      let total = 0;
      for (const [, value] of member(ofType(Component.textDisplay), "content")(subject))
        total += length(text(value));
      if (total <= MAX_TEXT) return;
      const message = `The displayable text size exceeds maximum size of ${MAX_TEXT}`;
      report([...subject.base, "components"], "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", message);
    },
  },
  textRule(
    "text display: required",
    { max: MAX_TEXT, required: true },
    member(ofType(Component.textDisplay), "content"),
  ),
  countRule("section: 1 to 3 texts", { min: 1, max: 3 }, member(ofType(Component.section), "components")),
  {
    name: "section: an accessory",
    check(subject, report) {
      for (const [path, value] of member(ofType(Component.section), "accessory")(subject)) {
        if (absent(value)) report(path, ...REQUIRED);
      }
    },
  },
  countRule("container: 1 to 40", { min: 1, max: 40 }, member(ofType(Component.container), "components")),
  countRule("media gallery: 1 to 10", { min: 1, max: 10 }, member(ofType(Component.mediaGallery), "items")),
  {
    name: "media: an address",
    check(subject, report) {
      for (const { path, component } of nodesOf(subject)) {
        if (component.type === Component.thumbnail && absent(object(component.media).url)) {
          report([...path, "media", "url"], ...REQUIRED);
        }
        if (component.type !== Component.mediaGallery) continue;
        for (const [index, item] of list(component.items).entries()) {
          const { url } = object(object(item).media);
          if (absent(url)) report([...path, "items", index, "media", "url"], ...REQUIRED);
        }
      }
    },
  },
];
