// @ts-check
/** An Answer as a card. Like every surface it shows what the answer holds, and adds nothing. */
import { h, icon } from "./dom.js";
import { folded } from "./fold.js";
import { lineOf, splitLine } from "./line.js";
import { shareLink } from "./share.js";

/** @typedef {import("../../../chat/answer/answer.js").Answer} Answer */
/** @typedef {import("../../../chat/answer/answer.js").Choice} Choice */

/** Where posters come from; the content policy allows no other place. */
const PICTURES = "https://image.tmdb.org";

/** Values up to this length are figures, set large. */
const FIGURE_LENGTH = 12;

/** Longer values have a row to themselves. */
const BESIDE_OTHERS = 22;

/**
 * @typedef {object} Reader what a card can set off
 * @property {(line: string, shown: string) => void} ask
 * @property {(line: string) => void} write puts a line into the input, to be finished there
 */

/**
 * @param {import("./api.js").Outcome} outcome
 * @param {string} line what was asked, for its address
 * @param {Reader} reader
 */
export function card({ status, answer }, line, reader) {
  const { title, fields = [], list = [], choices = [], prompt, footer, image } = answer;
  const paragraphs = (answer.text ?? "").split(/\n{2,}/u).filter((text) => text.trim() !== "");
  // "Las más conocidas:" belongs to the list, wherever the fields go.
  const heading =
    list.length > 0 && paragraphs.at(-1)?.trimEnd().endsWith(":") ? paragraphs.pop() : undefined;
  return h(
    "div",
    { class: "card", "data-status": status, "data-kind": answer.kind },
    poster(image),
    title && h("h3", {}, title),
    ...paragraphs.map((text) => h("p", { class: "text" }, text)),
    fields.length > 0 && fieldList(fields),
    heading && h("p", { class: "list-heading" }, heading),
    ...(list.length > 0 ? lines(answer, list, reader) : []),
    prompt && choices.length > 0 && h("p", { class: "prompt" }, prompt),
    ...(choices.length > 0 ? choiceList(choices, reader) : []),
    h("div", { class: "card-end" }, footer && h("p", { class: "footer" }, footer), shareLink(line)),
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
 * @param {Answer} answer
 * @param {readonly string[]} list
 * @param {Reader} reader
 */
function lines({ kind }, list, reader) {
  if (kind !== "help")
    return folded(h("ol", { class: "lines" }), list, (line) => h("li", {}, ...lineParts(line)));
  return folded(h("ol", { class: "lines help" }), list, (line) => helpItem(line, reader), true);
}

/**
 * What the line is about, and below it what is said of it.
 * @param {string} line
 */
export function lineParts(line) {
  const { head, mark, rest } = splitLine(line);
  const details = rest.split(/(?<= ·) /u).flatMap((part) => [" ", h("span", { class: "part" }, part)]);
  return [
    h("span", { class: "head" }, head),
    // The mark between the two is for those who listen or copy; the eye has the line break.
    mark && h("span", { class: "unseen" }, mark),
    rest && h("span", { class: "rest" }, ...details.slice(1)),
  ];
}

/**
 * What can be typed can be tapped: an example is asked, a usage goes into the input to be finished.
 * @param {string} line
 * @param {Reader} reader
 */
function helpItem(line, reader) {
  const { head } = splitLine(line);
  if (!head.startsWith("/")) return h("li", {}, ...lineParts(line));
  const begin = head.split(/\s*[<[]/u)[0];
  const finished = begin === head;
  const use = h("button", { type: "button", class: "use" }, ...lineParts(line));
  use.addEventListener("click", () => (finished ? reader.ask(head, head) : reader.write(`${begin} `)));
  return h("li", {}, use);
}

/**
 * @param {readonly Choice[]} choices
 * @param {Reader} reader
 */
function choiceList(choices, reader) {
  return folded(h("ul", { class: "choices" }), choices, (choice) => {
    const label = h("span", {}, ...lineParts(choice.label));
    const pick = h("button", { type: "button", class: "choice" }, label, icon("next"));
    pick.addEventListener("click", () => reader.ask(lineOf(choice), choice.label));
    return h("li", {}, pick);
  });
}

/**
 * Its room is kept whether the picture comes or not, so that nothing moves.
 * @param {string | undefined} address
 */
function poster(address) {
  if (address === undefined || !URL.canParse(address) || new URL(address).origin !== PICTURES)
    return undefined;
  const picture = h("img", {
    src: address,
    alt: "",
    width: "92",
    height: "138",
    loading: "lazy",
    decoding: "async",
    referrerpolicy: "no-referrer",
  });
  picture.addEventListener("error", () => picture.remove());
  return h("div", { class: "poster" }, icon("clapper", "clapper"), picture);
}
