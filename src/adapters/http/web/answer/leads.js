// @ts-check
/** Where an answer leads: further questions about what it tells, and pages elsewhere. */
import { h } from "../dom.js";
import { say } from "../language.js";
import { WORDS } from "../words.js";

/**
 * @param {readonly import("../../api/bodies.js").SentChoice[]} follow
 * @param {import("./text.js").Reader} reader
 */
export function followList(follow, reader) {
  const items = follow.map(({ label, line }) => {
    const button = h("button", { type: "button", class: "lead" }, label);
    button.addEventListener("click", () => line && reader.ask(line, label));
    return h("li", {}, button);
  });
  return h("ul", { class: "leads", "aria-label": say(WORDS.follow) }, ...items);
}

/**
 * Only what a page is shown under: another kind of address may do something.
 * @param {NonNullable<import("../../api/bodies.js").SentAnswer["links"]>} links
 */
export function linkList(links) {
  const items = links
    .filter(({ url }) => URL.canParse(url) && new URL(url).protocol === "https:")
    .map(({ label, url }) =>
      h("li", {}, h("a", { class: "lead", href: url, target: "_blank", rel: "noopener noreferrer" }, label)),
    );
  return h("ul", { class: "leads", "aria-label": say(WORDS.elsewhere) }, ...items);
}
