// @ts-check
/** Long lists show a few lines and unfold. */
import { button } from "../dom.js";
import { number, say } from "../language.js";
import { seeAll, WORDS } from "../words.js";

const SHOWN = 6;
/** Unfolding one or two lines is not worth a button. */
const WORTH_FOLDING = 8;

/**
 * Fills `list` with an item for each thing; where they are many, the rest comes behind a button.
 * @template Thing
 * @param {HTMLOListElement | HTMLUListElement} list
 * @param {readonly Thing[]} things
 * @param {(thing: Thing) => HTMLLIElement} item
 * @param {{ count?: number, commands?: boolean }} [of] how many they are, where the list holds less; whether they are commands
 * @returns {readonly HTMLElement[]} the list, and its button where it has one
 */
export function folded(list, things, item, { count = things.length, commands = false } = {}) {
  if (things.length <= WORTH_FOLDING) {
    list.append(...things.map(item));
    return [list];
  }
  list.append(...things.slice(0, SHOWN).map(item));
  /** @type {HTMLLIElement[]} */
  let rest = [];
  const label = seeAll(number(count), commands);
  const toggle = button(say(label), unfold, { class: "unfold", icon: "next" });
  toggle.setAttribute("aria-expanded", "false");

  function unfold() {
    const open = rest.length === 0;
    if (open) {
      rest = things.slice(SHOWN).map(item);
      list.append(...rest);
      // The button is now far below: reading goes on at the first line that was hidden.
      rest[0].tabIndex = -1;
      rest[0].focus({ preventScroll: true });
    } else {
      for (const line of rest) line.remove();
      rest = [];
      toggle.scrollIntoView({ block: "nearest" });
    }
    toggle.setAttribute("aria-expanded", String(open));
    const [text] = toggle.children;
    text.textContent = say(open ? WORDS.fewer : label);
  }
  return [list, toggle];
}
