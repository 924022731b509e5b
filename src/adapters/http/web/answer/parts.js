// @ts-check
/** The parts that an answer and what opens in it have in common: paragraphs, fields, a list; and a table. */
import { h } from "../dom.js";
import { folded } from "./fold.js";
import { thumbnail } from "./picture.js";
import { follow, nodesOf, onlyMention, paragraphsOf, plain, typed } from "./text.js";

/** @typedef {import("../../api/bodies.js").SentAnswer} Answer */
/** @typedef {import("../../api/bodies.js").SentLine} Line */
/** @typedef {import("./text.js").Reader} Reader */

/** Values up to this length are figures, set large. */
const FIGURE_LENGTH = 12;

/** Longer values have a row to themselves. */
const BESIDE_OTHERS = 22;

/**
 * @param {Pick<Answer, "kind" | "text" | "fields" | "list">} parts
 * @param {Reader} reader
 */
export function partsOf({ kind, text = "", fields = [], list }, reader) {
  return [
    ...paragraphsOf(text).map((paragraph) => h("p", { class: "text" }, ...nodesOf(paragraph, reader))),
    fields.length > 0 && fieldList(fields),
    list?.heading && h("p", { class: "list-heading" }, ...nodesOf(list.heading, reader)),
    ...(list && list.lines.length > 0 ? lineList(kind, list, reader) : []),
  ];
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
 * @param {NonNullable<Answer["list"]>} list
 * @param {Reader} reader
 */
function lineList(kind, { lines, numbered, more = 0 }, reader) {
  const isHelp = kind === "help";
  const isSeen = lines.some(({ poster }) => poster !== undefined);
  const looks = ["lines", isHelp && "help", numbered && "numbered", isSeen && "seen"].filter(Boolean);
  // The line that says how many are missing stands for these.
  const count = more > 0 ? lines.length - 1 + more : lines.length;
  const list = h("ol", { class: looks.join(" ") });
  const item = (/** @type {Line} */ line) => h("li", {}, ...lineNodes(line, reader, isSeen));
  return folded(list, lines, item, { count, commands: isHelp });
}

/**
 * A line that is about a command, or tells more of something, is as wide as what can be tapped of it.
 * @param {Line} line
 * @param {Reader} reader
 * @param {boolean} isSeen whether films of the list have posters
 */
function lineNodes(line, reader, isSeen) {
  const mention = onlyMention(line.head);
  const asks = line.line;
  if (!mention && asks === undefined) return lineParts(line, nodesOf(line.head, reader), " · ");
  const parts = mention
    ? lineParts(line, [typed(mention)], " — ")
    : lineParts(line, [plain(line.head)], " · ");
  const told = h("span", { class: "line" }, ...parts);
  const use = h("button", { type: "button", class: "use" }, isSeen && thumbnail(line.poster), told);
  use.addEventListener("click", () => {
    if (mention) follow(mention, reader);
    else if (asks !== undefined) reader.ask(asks, plain(line.head));
  });
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
export function tableOf({ head, rows }, name) {
  const row = (/** @type {readonly string[]} */ cells) =>
    h("tr", {}, ...cells.map((cell, at) => (at === 0 ? h("th", { scope: "row" }, cell) : h("td", {}, cell))));
  const heads = h("tr", {}, ...head.map((cell) => h("th", { scope: "col" }, cell)));
  const table = h("table", {}, h("thead", {}, heads), h("tbody", {}, ...rows.map(row)));
  return h("div", { class: "table", role: "region", tabindex: "0", "aria-label": name }, table);
}
