/** Discord's limits on messages, each a rule with a name, and the check of what goes out against them. */
import { COMPONENT, type Embed, type Message } from "../protocol.js";

/** Texts are counted in UTF-16 units, the strictest way of counting. */
export const LIMITS = {
  embedTitle: 256,
  embedDescription: 4096,
  embedFields: 25,
  fieldName: 256,
  fieldValue: 1024,
  embedFooter: 2048,
  embedsTotal: 6000,
  url: 2048,
  alternativeText: 1024,
  /** Bytes. */
  file: 10 * 1024 * 1024,
  files: 10,
  rows: 5,
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  selectOptions: 25,
  selectLabel: 100,
  selectValue: 100,
  selectPlaceholder: 150,
  completions: 25,
  completion: 100,
} as const;

export type LimitName = keyof typeof LIMITS | "empty" | "duplicateId";

/** A rule that a message breaks, and where. */
export interface Breach {
  readonly rule: LimitName;
  readonly at: string;
  readonly length: number;
}

/** What is wrong with a message; nothing, unless there is a bug in the rendering. */
export function breachesOf(message: Message): readonly Breach[] {
  const breaches: Breach[] = [];
  const text = (rule: keyof typeof LIMITS, at: string, value: string | undefined) => {
    if (value === undefined) return;
    if (value.length > LIMITS[rule]) breaches.push({ rule, at, length: value.length });
    if (value.trim() === "") breaches.push({ rule: "empty", at, length: 0 });
  };
  const many = (rule: keyof typeof LIMITS, at: string, count: number) => {
    if (count > LIMITS[rule]) breaches.push({ rule, at, length: count });
  };
  for (const embed of message.embeds) {
    text("embedTitle", "title", embed.title);
    text("embedDescription", "description", embed.description);
    text("embedFooter", "footer", embed.footer?.text);
    text("url", "thumbnail", embed.thumbnail?.url);
    text("url", "image", embed.image?.url);
    text("alternativeText", "thumbnail", embed.thumbnail?.description);
    text("alternativeText", "image", embed.image?.description);
    many("embedFields", "fields", embed.fields?.length ?? 0);
    for (const { name, value } of embed.fields ?? []) {
      text("fieldName", "field name", name);
      text("fieldValue", "field value", value);
    }
  }
  const total = message.embeds.reduce((sum, embed) => sum + sizeOf(embed), 0);
  many("embedsTotal", "embeds", total);
  if (total === 0) breaches.push({ rule: "empty", at: "message", length: 0 });

  many("files", "attachments", message.attachments?.length ?? 0);
  for (const { description } of message.attachments ?? []) text("alternativeText", "attachment", description);

  many("rows", "components", message.components.length);
  const ids: string[] = [];
  for (const row of message.components) {
    many("buttonsInRow", "row", row.components.length);
    if (row.components.length === 0) breaches.push({ rule: "empty", at: "row", length: 0 });
    for (const component of row.components) {
      if (!("custom_id" in component)) continue;
      ids.push(component.custom_id);
      text("customId", "custom_id", component.custom_id);
      if (component.type === COMPONENT.button && "label" in component) {
        text("buttonLabel", "label", component.label);
      }
      if (component.type !== COMPONENT.select) continue;
      text("selectPlaceholder", "placeholder", component.placeholder);
      many("selectOptions", "options", component.options.length);
      for (const { label, value } of component.options) {
        text("selectLabel", "option label", label);
        text("selectValue", "option value", value);
      }
      if (new Set(component.options.map(({ value }) => value)).size < component.options.length) {
        breaches.push({ rule: "duplicateId", at: "options", length: component.options.length });
      }
    }
  }
  if (new Set(ids).size < ids.length) {
    breaches.push({ rule: "duplicateId", at: "components", length: ids.length });
  }
  return breaches;
}

/** What counts towards the total of all embeds of a message. */
export function sizeOf({ title, description, footer, fields }: Embed): number {
  const own = [title, description, footer?.text].map((text) => text?.length ?? 0);
  const inFields = (fields ?? []).map(({ name, value }) => name.length + value.length);
  return [...own, ...inFields].reduce((sum, length) => sum + length, 0);
}
