/** Embeds and components as Discord gives them back: without nulls, with numbers and defaults. */
import { absent, isObject, list, object, objects } from "../json.js";
import { Component, isSelect, walk } from "../rules/messages/tree.js";
import type { Json } from "../types.js";

export function storedEmbed(embed: Json): Json {
  const stored = withoutNulls({ type: "rich", ...embed });
  if (stored.fields) stored.fields = objects(stored.fields).map((field) => ({ inline: false, ...field }));
  return stored;
}

/** Every component gets a number in its message; those that came with one keep it. */
export function storedComponents(components: readonly Json[]): readonly Json[] {
  const copies = components.map(withoutNulls);
  let next = 1;
  for (const { component } of walk(copies, [])) {
    component.id ??= next;
    next += 1;
    for (const [name, value] of Object.entries(defaultsOf(component))) component[name] ??= value;
  }
  return copies;
}

function defaultsOf(component: Json): Json {
  if (isSelect(component)) return { min_values: 1, max_values: 1 };
  switch (component.type) {
    case Component.container:
      return { accent_color: null, spoiler: false };
    case Component.separator:
      return { spacing: 1, divider: true };
    case Component.thumbnail:
      component.media = storedMedia(component.media);
      return { description: null, spoiler: false };
    case Component.mediaGallery:
      component.items = list(component.items).map((item) => ({
        description: null,
        spoiler: false,
        ...object(item),
        media: storedMedia(object(item).media),
      }));
      return {};
    default:
      return {};
  }
}

function storedMedia(media: unknown): Json {
  const { url } = object(media);
  return { id: "1", url, proxy_url: url };
}

/** A copy whose members that are null are left out. */
function withoutNulls(value: Json): Json {
  const entries = Object.entries(value).filter(([, member]) => !absent(member));
  return Object.fromEntries(entries.map(([name, member]) => [name, copied(member)]));
}

function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  return isObject(value) ? withoutNulls(value) : value;
}
