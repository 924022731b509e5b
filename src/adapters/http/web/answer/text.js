// @ts-check
/** Text in which commands are named: what can be typed can be tapped. */
import { h } from "../dom.js";

/** @typedef {import("../../api/bodies.js").SentText} Text */
/** @typedef {import("../../api/bodies.js").SentMention} Mention */

/**
 * @typedef {object} Reader what a part of an answer can set off
 * @property {(line: string, shown: string) => void} ask
 * @property {(line: string) => void} write puts a line into the input, to be finished there
 */

/**
 * The text as nodes.
 * @param {Text} text
 * @param {Reader} reader
 * @returns {(string | HTMLElement)[]}
 */
export function nodesOf(text, reader) {
  return partsOf(text).map((part) => (typeof part === "string" ? part : mentionButton(part, reader)));
}

/**
 * The text as it is read where nothing can be tapped.
 * @param {Text} text
 */
export function plain(text) {
  return partsOf(text)
    .map((part) => (typeof part === "string" ? part : typed(part)))
    .join("");
}

/**
 * The paragraphs of a text, which a blank line separates.
 * @param {Text} text
 * @returns {Text[]}
 */
export function paragraphsOf(text) {
  /** @type {(string | Mention)[][]} */
  const paragraphs = [[]];
  for (const part of partsOf(text)) {
    const [first, ...others] = typeof part === "string" ? part.split(/\n{2,}/u) : [part];
    paragraphs[paragraphs.length - 1]?.push(first ?? "");
    for (const other of others) paragraphs.push([other]);
  }
  return paragraphs.filter((parts) => plain(parts).trim() !== "");
}

/**
 * The command that a text is, where it is nothing else.
 * @param {Text} text
 */
export function onlyMention(text) {
  const [part, ...others] = partsOf(text);
  return others.length === 0 && typeof part === "object" ? part : undefined;
}

/**
 * Sets off what a command's name stands for: its question, or the beginning of one that has to be finished.
 * @param {Mention} mention
 * @param {Reader} reader
 */
export function follow({ command, line }, reader) {
  if (line === undefined) reader.write(`/${command} `);
  else reader.ask(line, line);
}

/** @param {Mention} mention */
export function typed({ command, typed }) {
  return typed === undefined ? `/${command}` : `/${command} ${typed}`;
}

/**
 * @param {Mention} mention
 * @param {Reader} reader
 */
function mentionButton(mention, reader) {
  const button = h("button", { type: "button", class: "mention" }, typed(mention));
  button.addEventListener("click", () => follow(mention, reader));
  return button;
}

/**
 * @param {Text} text
 * @returns {readonly (string | Mention)[]}
 */
function partsOf(text) {
  return typeof text === "string" ? [text] : text;
}
