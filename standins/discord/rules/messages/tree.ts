/** Walking the components of a message or a modal. */
import { isObject, list } from "../../json.js";
import type { Path } from "../../refused.js";
import type { Json } from "../../types.js";

export const Component = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
} as const;

export const LINK = 5;
export const PREMIUM = 6;

const SELECTS: readonly unknown[] = [3, 5, 6, 7, 8];

export function isSelect(component: Json): boolean {
  return SELECTS.includes(component.type);
}

/** A component with its place, and what holds it (undefined at the top). */
export interface Node {
  readonly path: Path;
  readonly component: Json;
  readonly parent: Json | undefined;
}

/** Every component, outer ones first: members of `components`, the `accessory` of sections, what labels hold. */
export function* walk(components: unknown, path: Path, parent?: Json): Generator<Node> {
  for (const [index, component] of list(components).entries()) {
    yield* visit(component, [...path, index], parent);
  }
}

function* visit(component: unknown, path: Path, parent: Json | undefined): Generator<Node> {
  if (!isObject(component)) return;
  yield { path, component, parent };
  yield* walk(component.components, [...path, "components"], component);
  yield* visit(component.accessory, [...path, "accessory"], component);
  yield* visit(component.component, [...path, "component"], component);
}
