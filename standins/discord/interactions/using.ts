/** The `data` of interactions with what a message shows: a button pressed, a menu used, a modal submitted. */
import { list, object, objects, text } from "../json.js";
import type { Message } from "../messages/message.js";
import { Component, isSelect, LINK, walk } from "../rules/messages/tree.js";
import type { Json } from "../types.js";

/** Presses or chooses; throws where Discord's client could not have. */
export function use(message: Message, customId: string, values: readonly string[] | undefined): Json {
  const component = usable(message, customId);
  const { type } = component;
  if (type === Component.button) return { custom_id: customId, component_type: type, id: component.id ?? 1 };
  const chosen = values ?? [];
  const offered = objects(component.options).map((option) => option.value);
  for (const value of chosen) {
    if (type !== Component.stringSelect || offered.includes(value)) continue;
    throw new Error(`the menu "${customId}" does not offer "${value}": ${offered.join(", ")}`);
  }
  const min = Number(component.min_values ?? 1);
  const max = Number(component.max_values ?? 1);
  if (chosen.length < min || chosen.length > max) {
    throw new Error(`the menu "${customId}" takes ${min} to ${max} values, not ${chosen.length}`);
  }
  return { custom_id: customId, component_type: type, id: component.id ?? 1, values: chosen };
}

function usable(message: Message, customId: string): Json {
  if (message.deleted) throw new Error(`the message ${message.id} was deleted`);
  const all = [...walk(message.components, [])].map(({ component }) => component);
  const found = all.find((component) => component.custom_id === customId);
  if (!found) {
    const ids = all.map((component) => text(component.custom_id)).filter((id) => id !== "");
    throw new Error(`the message has no component "${customId}", but ${ids.join(", ") || "none"}`);
  }
  if (found.disabled === true) throw new Error(`the component "${customId}" is disabled`);
  if (found.type === Component.button && found.style === LINK) throw new Error("links send no interaction");
  if (found.type !== Component.button && !isSelect(found)) throw new Error(`"${customId}" cannot be used`);
  return found;
}

/** Fills in the modal that was shown; throws for inputs it does not have and for required ones left empty. */
export function submit(modal: Json, fields: Readonly<Record<string, string>>): Json {
  const inputs = [...walk(modal.components, [])].filter(
    ({ component }) => component.type === Component.textInput,
  );
  for (const name of Object.keys(fields)) {
    if (!inputs.some(({ component }) => component.custom_id === name)) throw new Error(`no input "${name}"`);
  }
  const filled = (component: Json): Json => {
    const name = text(component.custom_id);
    const value = fields[name] ?? text(component.value);
    if (value === "" && component.required !== false) throw new Error(`the input "${name}" is required`);
    return { type: Component.textInput, id: component.id ?? 2, custom_id: name, value };
  };
  const components = list(modal.components).map((top, index) => {
    const { type, components: within, component } = object(top);
    const id = index + 1;
    if (type === Component.label) return { type, id, component: filled(object(component)) };
    if (type === Component.row) return { type, id, components: objects(within).map(filled) };
    return { type, id };
  });
  return { custom_id: modal.custom_id, components };
}
