// @ts-check
/** An Answer as a card. Like every surface it shows what the answer holds, and adds nothing. */

import { h } from "../dom.js";
import { say } from "../language.js";
import { addressOf, shareLink } from "../talk/share.js";
import { NOTICE, WORDS } from "../words.js";
import { askable, choiceList } from "./choices.js";
import { followList, linkList } from "./leads.js";
import { partsOf, tableOf } from "./parts.js";
import { isDrawn, picture } from "./picture.js";
import { nodesOf, plain } from "./text.js";

/** @typedef {import("../../api/bodies.js").SentFold} Fold */
/** @typedef {import("./text.js").Reader} Reader */

/**
 * @param {import("../api.js").Outcome} outcome
 * @param {string} line what was asked, for its address
 * @param {Reader} reader
 */
export function card({ status, answer, page }, line, reader) {
  const { kind, title, glance = [], table, folds = [], media, links = [], prompt, footer, notice } = answer;
  const choices = askable(answer.choices);
  const follow = askable(answer.follow);
  // A chart bears its title and what it says, and its alternative text both: they are not told twice.
  const drawn = media !== undefined && isDrawn(media);
  const named = title !== undefined && !(drawn && media.alt.startsWith(plain(title)));
  const { text = "" } = answer;
  const parts = drawn && media.alt.includes(plain(text)) ? { ...answer, text: undefined } : answer;
  return h(
    "div",
    { class: "card", "data-status": status, "data-kind": kind },
    media && picture(media),
    named && h("h3", {}, ...nodesOf(title, reader)),
    glance.length > 0 && h("div", { class: "glance" }, ...glance.map((told) => h("p", {}, told))),
    ...partsOf(parts, reader),
    table && tableOf(table, title === undefined ? say(WORDS.table) : plain(title)),
    ...folds.map((fold) => foldOf(fold, reader)),
    prompt && choices.length > 0 && h("p", { class: "prompt" }, ...nodesOf(prompt, reader)),
    ...(choices.length > 0 ? choiceList(choices, reader) : []),
    follow.length > 0 && followList(follow, reader),
    links.length > 0 && linkList(links),
    h(
      "div",
      { class: "card-end" },
      footer && h("p", { class: "footer" }, ...nodesOf(footer, reader)),
      notice && h("p", { class: "footer", lang: "en" }, NOTICE),
      page !== undefined && h("a", { class: "open", href: page }, say(WORDS.openPage)),
      shareLink(page ?? addressOf(line)),
    ),
  );
}

/**
 * A part for those who open it.
 * @param {Fold} fold
 * @param {Reader} reader
 */
function foldOf({ label, ...parts }, reader) {
  const inside = partsOf({ kind: "list", ...parts }, reader);
  return h("details", { class: "part-fold" }, h("summary", { class: "opens" }, label), ...inside);
}
