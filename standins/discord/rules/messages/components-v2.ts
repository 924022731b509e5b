/** What Discord refuses in messages laid out with components (flag IS_COMPONENTS_V2), and of them without the flag. */
import { absent, length, list, object, text } from "../../json.js";
import type { Path } from "../../refused.js";
import type { Json } from "../../types.js";
import { countRule, type Found, numberRule, REQUIRED, type Rule, textRule, urlRule } from "../rule.js";
import { type ComponentsSubject, member, nodesOf, ofType, where } from "./find.js";
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
  numberRule("container accent_color: 0 to 16777215", { min: 0, max: 0xff_ff_ff }, (subject) =>
    member(ofType(Component.container), "accent_color")(subject),
  ),
  {
    name: "media: an address",
    check(subject, report) {
      for (const [path, { url }] of mediaIn(subject)) if (absent(url)) report([...path, "url"], ...REQUIRED);
    },
  },
  textRule("media address: 2,048", { max: 2_048 }, (subject) =>
    mediaIn(subject).map(([path, { url }]) => [[...path, "url"], url]),
  ),
  urlRule("media address: http, https or attachment", ["http", "https", "attachment"], (subject) =>
    mediaIn(subject).map(([path, { url }]) => [[...path, "url"], url]),
  ),
  urlRule("file: an attachment", ["attachment"], (subject) =>
    where(subject, ofType(Component.file)).map(({ path, component }) => [
      [...path, "file", "url"],
      object(component.file).url,
    ]),
  ),
  {
    name: "media: attachments that are there",
    check(subject, report) {
      const { attachments } = subject;
      for (const [path, { url }] of attachments ? mediaIn(subject) : []) {
        const [, name] = /^attachment:\/\/(.*)$/u.exec(text(url)) ?? [];
        if (name === undefined || attachments?.includes(name)) continue;
        const message = `The referenced attachment '${text(url)}' was not found`;
        report([...path, "url"], "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", message);
      }
    },
  },
  textRule("media description: 1 to 1,024", { min: 1, max: 1_024 }, (subject) => [
    ...member(ofType(Component.thumbnail), "description")(subject),
    ...where(subject, ofType(Component.mediaGallery)).flatMap(({ path, component }) =>
      list(component.items).map(
        (item, index): Found => [[...path, "items", index, "description"], object(item).description],
      ),
    ),
  ]),
];

/** What is shown from an address: of thumbnails, galleries and files. */
function mediaIn(subject: ComponentsSubject): readonly (readonly [Path, Json])[] {
  return nodesOf(subject).flatMap(({ path, component }): (readonly [Path, Json])[] => {
    switch (component.type) {
      case Component.thumbnail:
        return [[[...path, "media"], object(component.media)]];
      case Component.file:
        return [[[...path, "file"], object(component.file)]];
      case Component.mediaGallery:
        return list(component.items).map((item, index) => [
          [...path, "items", index, "media"],
          object(object(item).media),
        ]);
      default:
        return [];
    }
  });
}
