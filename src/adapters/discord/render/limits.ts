/** Discord's limits on messages, each a rule with a name, and the check of what goes out against them. */
import { BUTTON, COMPONENT, type Message, type Part, type Row } from "../protocol.js";

/** Texts are counted in UTF-16 units, the strictest way of counting. */
export const LIMITS = {
  /** Components of a message, those within others counted. */
  components: 40,
  /** All that its texts say together. */
  text: 4000,
  sectionTexts: 3,
  galleryItems: 10,
  url: 2048,
  alternativeText: 1024,
  /** Bytes. */
  file: 10 * 1024 * 1024,
  files: 10,
  buttonsInRow: 5,
  buttonLabel: 80,
  linkUrl: 512,
  customId: 100,
  selectOptions: 25,
  selectLabel: 100,
  selectDescription: 100,
  selectValue: 100,
  selectPlaceholder: 150,
  completions: 25,
  completion: 100,
} as const;

type Measure = keyof typeof LIMITS;
export type LimitName = Measure | "empty" | "duplicateId" | "scheme";

/** A rule that a message breaks, and where. */
export interface Breach {
  readonly rule: LimitName;
  readonly at: string;
  readonly length: number;
}

/** What is wrong with a message; nothing, unless there is a bug in the rendering. */
export function breachesOf({ components: [container], attachments = [] }: Message): readonly Breach[] {
  const check = new Check();
  for (const part of container.components) check.part(part);
  check.many("components", "message", countOf(container.components) + 1);
  check.many("text", "message", check.written);
  if (container.components.length === 0) check.broken("empty", "message", 0);
  check.different("components", check.ids);
  check.many("files", "attachments", attachments.length);
  for (const { description } of attachments) check.text("alternativeText", "attachment", description);
  return check.breaches;
}

/** Components, those within others counted. */
export function countOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => {
    if (part.type === COMPONENT.row) return sum + 1 + part.components.length;
    return sum + (part.type === COMPONENT.section ? 2 + part.components.length : 1);
  }, 0);
}

class Check {
  readonly breaches: Breach[] = [];
  readonly ids: string[] = [];
  /** Units of all texts. */
  written = 0;

  broken(rule: LimitName, at: string, length: number): void {
    this.breaches.push({ rule, at, length });
  }

  text(rule: Measure, at: string, value: string | null | undefined): void {
    if (value === undefined || value === null) return;
    if (value.length > LIMITS[rule]) this.broken(rule, at, value.length);
    if (value.trim() === "") this.broken("empty", at, 0);
  }

  many(rule: Measure, at: string, count: number): void {
    if (count > LIMITS[rule]) this.broken(rule, at, count);
  }

  different(at: string, values: readonly string[]): void {
    if (new Set(values).size < values.length) this.broken("duplicateId", at, values.length);
  }

  part(part: Part): void {
    switch (part.type) {
      case COMPONENT.text:
        this.written += part.content.length;
        this.text("text", "text", part.content);
        break;
      case COMPONENT.section:
        this.many("sectionTexts", "section", part.components.length);
        for (const text of part.components) this.part(text);
        if (part.accessory.type !== COMPONENT.thumbnail) break;
        this.address("url", "thumbnail", part.accessory.media.url, ["https:"]);
        this.text("alternativeText", "thumbnail", part.accessory.description);
        break;
      case COMPONENT.gallery:
        this.many("galleryItems", "gallery", part.items.length);
        for (const { media, description } of part.items) {
          this.address("url", "gallery", media.url, ["https:", "attachment:"]);
          this.text("alternativeText", "gallery", description);
        }
        break;
      case COMPONENT.file:
        this.address("url", "file", part.file.url, ["attachment:"]);
        break;
      case COMPONENT.row:
        this.#row(part);
        break;
      default:
        break;
    }
  }

  address(rule: Measure, at: string, url: string, schemes: readonly string[]): void {
    this.text(rule, at, url);
    if (!URL.canParse(url) || !schemes.includes(new URL(url).protocol)) this.broken("scheme", at, url.length);
  }

  #row({ components }: Row): void {
    this.many("buttonsInRow", "row", components.length);
    if (components.length === 0) this.broken("empty", "row", 0);
    for (const component of components) {
      if ("custom_id" in component) {
        this.ids.push(component.custom_id);
        this.text("customId", "custom_id", component.custom_id);
      }
      if (component.type === COMPONENT.button) {
        if ("label" in component) this.text("buttonLabel", "label", component.label);
        if (component.style === BUTTON.link) this.address("linkUrl", "link", component.url, ["https:"]);
      }
      if (component.type !== COMPONENT.select) continue;
      const { options, placeholder } = component;
      this.text("selectPlaceholder", "placeholder", placeholder);
      this.many("selectOptions", "options", options.length);
      if (options.length === 0) this.broken("empty", "options", 0);
      for (const { label, value, description } of options) {
        this.text("selectLabel", "option label", label);
        this.text("selectDescription", "option description", description);
        this.text("selectValue", "option value", value);
      }
      this.different(
        "options",
        options.map(({ value }) => value),
      );
    }
  }
}
