// @ts-check
/** An Answer as a card. Like every surface it shows what the answer holds, and adds nothing. */

import { h } from "../dom.js";
import { say } from "../language.js";
import { shareLink } from "../talk/share.js";
import { WORDS } from "../words.js";
import { askable, choiceList } from "./choices.js";
import { folded } from "./fold.js";
import { picture } from "./picture.js";
import { follow, nodesOf, onlyMention, paragraphsOf, plain, typed } from "./text.js";

/** @typedef {import("../../api/bodies.js").SentAnswer} Answer */
/** @typedef {import("../../api/bodies.js").SentLine} Line */
/** @typedef {import("./text.js").Reader} Reader */

/** Values up to this length are figures, set large. */
const FIGURE_LENGTH = 12;

/** Longer values have a row to themselves. */
const BESIDE_OTHERS = 22;

/**
 * @param {import("../api.js").Outcome} outcome
 * @param {string} line what was asked, for its address
 * @param {Reader} reader
 */
export function card({ status, answer }, line, reader) {
  const { title, text = "", fields = [], list, table, media, prompt, footer } = answer;
  const choices = askable(answer.choices);
  return h(
    "div",
    { class: "card", "data-status": status, "data-kind": answer.kind },
    media && picture(media),
    title && h("h3", {}, ...nodesOf(title, reader)),
    ...paragraphsOf(text).map((paragraph) => h("p", { class: "text" }, ...nodesOf(paragraph, reader))),
    fields.length > 0 && fieldList(fields),
    list?.heading && h("p", { class: "list-heading" }, ...nodesOf(list.heading, reader)),
    ...(list && list.lines.length > 0 ? lineList(answer.kind, list.lines, reader) : []),
    table && tableOf(table, title === undefined ? say(WORDS.table) : plain(title)),
    prompt && choices.length > 0 && h("p", { class: "prompt" }, ...nodesOf(prompt, reader)),
    ...(choices.length > 0 ? choiceList(choices, reader) : []),
    h(
      "div",
      { class: "card-end" },
      footer && h("p", { class: "footer" }, ...nodesOf(footer, reader)),
      shareLink(line),
    ),
  );
}

/** @param {NonNullable<Answer["fields"]>} fields */
function fieldList(fields) {
  const figures = fields.length <= 4 && fields.every(({ value }) => value.length <= FIGURE_LENGTH);
  const rows = fields.map(({ name, value }) =>
    h("div", { class: value.length > BESIDE_OTHERS && "wide" }, h("dt", {}, name), h("dd", {}, value)),
  );
  return h("dl", { class: figures ? "fields figures" : "fields" }, ...rows);
}

/**
 * @param {Answer["kind"]} kind
 * @param {readonly Line[]} lines
 * @param {Reader} reader
 */
function lineList(kind, lines, reader) {
  const isHelp = kind === "help";
  const list = h("ol", { class: isHelp ? "lines help" : "lines" });
  return folded(list, lines, (line) => h("li", {}, ...lineNodes(line, reader)), isHelp);
}

/**
 * A line that is about a command is as wide as what can be tapped of it.
 * @param {Line} line
 * @param {Reader} reader
 */
function lineNodes(line, reader) {
  const mention = onlyMention(line.head);
  if (!mention) return lineParts(line, nodesOf(line.head, reader), " · ");
  const use = h("button", { type: "button", class: "use" }, ...lineParts(line, [typed(mention)], " — "));
  use.addEventListener("click", () => follow(mention, reader));
  return [use];
}

/**
 * What the line is about, and below it what is said of it.
 * @param {Line} line
 * @param {readonly (string | HTMLElement)[]} head
 * @param {string} mark what stands between the two
 */
function lineParts({ details = [], why }, head, mark) {
  const parts = details.map((detail, at) => {
    if (at < details.length - 1) return `${detail} ·`;
    return why === undefined ? detail : `${detail}:`;
  });
  if (why !== undefined) parts.push(why);
  const rest = parts.flatMap((part) => [" ", h("span", { class: "part" }, part)]).slice(1);
  return [
    h("span", { class: "head" }, ...head),
    // The mark between the two is for those who listen or copy; the eye has the line break.
    rest.length > 0 && h("span", { class: "unseen" }, details.length > 0 ? mark : ": "),
    rest.length > 0 && h("span", { class: "rest" }, ...rest),
  ];
}

/**
 * What is wider than the card is scrolled within it.
 * @param {NonNullable<Answer["table"]>} table
 * @param {string} name
 */
function tableOf({ head, rows }, name) {
  const row = (/** @type {readonly string[]} */ cells) =>
    h("tr", {}, ...cells.map((cell, at) => (at === 0 ? h("th", { scope: "row" }, cell) : h("td", {}, cell))));
  const heads = h("tr", {}, ...head.map((cell) => h("th", { scope: "col" }, cell)));
  const table = h("table", {}, h("thead", {}, heads), h("tbody", {}, ...rows.map(row)));
  return h("div", { class: "table", role: "region", tabindex: "0", "aria-label": name }, table);
}
