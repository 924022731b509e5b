// @ts-check
/** What stands where an answer should be: waiting for it, or what kept it from coming. */
import { announce, button, h, icon } from "../dom.js";
import { say } from "../language.js";
import { WORDS } from "../words.js";

export function waitingCard() {
  return h("div", { class: "card waiting" }, icon("clapper", "clapper"), h("p", {}, say(WORDS.asking)));
}

/** @param {HTMLElement} body of a turn that waits */
export function sayItIsSlow(body) {
  const text = body.querySelector(".waiting p");
  if (text) text.textContent = say(WORDS.slow);
  announce(say(WORDS.slow));
}

/**
 * @param {string} text
 * @param {() => void} again
 */
export function troubleCard(text, again) {
  const retry = button(say(WORDS.retry), again, { class: "retry", icon: "retry" });
  return h("div", { class: "card", "data-status": "trouble" }, h("p", { class: "text" }, text), retry);
}
