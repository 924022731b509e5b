/** Finding components in a message: what the rules about rows, buttons and menus share. */
import type { Path } from "../../refused.js";
import type { Json } from "../../types.js";
import type { Found } from "../rule.js";
import { Component, isSelect, LINK, type Node, PREMIUM, walk } from "./tree.js";

/** A body with components, where it stands in the request, and whether components v2 are switched on. */
export interface ComponentsSubject {
  readonly body: Json;
  readonly base: Path;
  readonly v2: boolean;
  /** Names of the files that the message has; undefined where nobody looks. */
  readonly attachments?: readonly string[];
}

/** Two dozen rules look through the same components: they are walked once. */
const walked = new WeakMap<ComponentsSubject, readonly Node[]>();

export function nodesOf(subject: ComponentsSubject): readonly Node[] {
  let nodes = walked.get(subject);
  if (!nodes) {
    nodes = [...walk(subject.body.components, [...subject.base, "components"])];
    walked.set(subject, nodes);
  }
  return nodes;
}

export type Accept = (component: Json) => boolean;

export function where(subject: ComponentsSubject, accept: Accept): readonly Node[] {
  return nodesOf(subject).filter(({ component }) => accept(component));
}

/** One member of the components that are accepted. */
export function member(accept: Accept, name: string): (subject: ComponentsSubject) => readonly Found[] {
  return (subject) =>
    where(subject, accept).map(({ path, component }): Found => [[...path, name], component[name]]);
}

export function ofType(type: number): Accept {
  return (one) => one.type === type;
}

export const isRow = ofType(Component.row);
export const isStringSelect = ofType(Component.stringSelect);
export const isButton = ofType(Component.button);
export const isLink: Accept = (one) => isButton(one) && one.style === LINK;
export const isPremium: Accept = (one) => isButton(one) && one.style === PREMIUM;
export const isPlainButton: Accept = (one) => isButton(one) && !isLink(one) && !isPremium(one);
export const hasId: Accept = (one) => isPlainButton(one) || isSelect(one);
