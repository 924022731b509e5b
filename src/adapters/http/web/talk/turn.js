// @ts-check
/** One question of the conversation and the place of its answer. */
import { h } from "../dom.js";
import { say } from "../language.js";
import { WORDS } from "../words.js";
import { waitingCard } from "./pending.js";

/**
 * @typedef {object} Turn
 * @property {string} key names the turn in the browser's history
 * @property {number} number counts the questions from 1
 * @property {string} line
 * @property {string} shown what is shown for it
 * @property {string | undefined} after the question before, where the line may refer to it
 * @property {HTMLElement} heading
 * @property {HTMLElement} body where the card goes
 * @property {HTMLElement} element
 * @property {AbortController} stop
 * @property {readonly import("../answer/choices.js").Choice[]} choices of its answer, once it is there
 */

let made = 0;
/** Tells the turns of this page from those of one that was loaded before. */
const page = Math.random().toString(36).slice(2);

/**
 * A turn that waits for its answer.
 * @param {{ number: number, line: string, shown: string, key?: string | undefined }} question `shown` is what is shown for
 *   the line, `key` that of a turn before the page was loaded anew
 * @returns {Turn}
 */
export function createTurn({ number, line, shown, key }) {
  const id = `turn-${++made}`;
  const heading = h(
    "h2",
    { class: "slate", id, tabindex: "-1" },
    h("span", { class: "take" }, takeOf(number)),
    h("span", { class: "unseen" }, ": "),
    h("span", { class: "asked" }, shown),
  );
  const body = h("div", { class: "body", tabindex: "-1" }, waitingCard());
  const element = h("article", { class: "turn", "aria-labelledby": id }, heading, body);
  const stop = new AbortController();
  return {
    key: key ?? `${page}-${id}`,
    number,
    line,
    shown,
    after: undefined,
    heading,
    body,
    element,
    stop,
    choices: [],
  };
}

/**
 * Puts what the page itself says of a turn into the language that is spoken now.
 * @param {Turn} turn
 */
export function speakTurn({ heading, number }) {
  const take = heading.querySelector(".take");
  if (take) take.textContent = takeOf(number);
}

/** @param {number} number */
function takeOf(number) {
  return `${say(WORDS.take)} ${number}`;
}
