/** Whom a message notifies: what is mentioned in its text, narrowed by `allowed_mentions`. */
import { absent, list, object, text } from "../json.js";
import { Component, walk } from "../rules/messages/tree.js";
import type { Json, Pings } from "../types.js";

export const NOBODY: Pings = { everyone: false, users: [], roles: [] };

export function isPinging(pings: Pings): boolean {
  return pings.everyone || pings.users.length > 0 || pings.roles.length > 0;
}

/**
 * Counts more than Discord does rather than less: mentions in code blocks too, those of edits, and @everyone as if
 * the bot always had the permission. Embeds never notify.
 */
export function pingsOf(message: Json, allowedMentions: unknown): Pings {
  let said = text(message.content);
  for (const { component } of walk(message.components, [])) {
    if (component.type === Component.textDisplay) said += `\n${text(component.content)}`;
  }
  if (!said.includes("@")) return NOBODY;
  const all = absent(allowedMentions);
  const allowed = object(allowedMentions);
  const kinds = list(allowed.parse);
  const may = (kind: string, id?: string) =>
    all || kinds.includes(kind) || (id !== undefined && list(allowed[kind]).includes(id));
  const found = (pattern: RegExp, kind: string) => [
    ...new Set([...said.matchAll(pattern)].map(([, id]) => id as string).filter((id) => may(kind, id))),
  ];
  return {
    everyone: /@(everyone|here)/.test(said) && may("everyone"),
    users: found(/<@!?(\d+)>/g, "users"),
    roles: found(/<@&(\d+)>/g, "roles"),
  };
}

/** Everyone that either would have notified. */
export function mergePings(first: Pings, second: Pings): Pings {
  return {
    everyone: first.everyone || second.everyone,
    users: [...new Set([...first.users, ...second.users])],
    roles: [...new Set([...first.roles, ...second.roles])],
  };
}
