// @ts-check
/** The questions that an answer asks back. */
import { h, icon } from "../dom.js";
import { folded } from "./fold.js";

/** @typedef {import("../../api/bodies.js").SentChoice} Choice */

/**
 * @param {readonly Choice[]} choices
 * @param {import("./text.js").Reader} reader
 */
export function choiceList(choices, reader) {
  return folded(h("ul", { class: "choices" }), choices, ({ label, line }) => {
    const pick = h("button", { type: "button", class: "choice" }, h("span", {}, label), icon("next"));
    pick.addEventListener("click", () => line && reader.ask(line, label));
    return h("li", {}, pick);
  });
}

/**
 * Those that can be asked by a line.
 * @param {readonly Choice[] | undefined} choices
 */
export function askable(choices = []) {
  return choices.filter(({ line }) => line !== undefined);
}

/**
 * The choice that is picked by saying it, as src/chat/line/said.ts reads it: "¡Otra!"
 * @param {readonly Choice[]} choices
 * @param {string} line
 */
export function saidChoice(choices, line) {
  const plain = line.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const said = plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return choices.find((choice) => choice.said?.includes(said));
}
