// @ts-check
/**
 * An input with suggestions, after the combobox pattern of the ARIA Authoring Practices: the focus stays in the
 * input, aria-activedescendant names the suggestion that the arrows have reached.
 */
import { announce, h } from "./dom.js";
import { say } from "./language.js";
import { recalled } from "./talk/asked.js";
import { suggestionCount } from "./words.js";

/** Long enough to skip a letter of fast typing, too short to be noticed. */
const DEBOUNCE = 60;

/** @typedef {import("./api.js").Completion} Completion */

/**
 * @typedef {object} Parts
 * @property {HTMLInputElement} input
 * @property {HTMLElement} popup holds the list, and is hidden without suggestions
 * @property {HTMLElement} list
 * @property {(line: string, signal: AbortSignal) => Promise<readonly Completion[]>} complete
 * @property {(completion: Completion) => { head: string, rest: string }} describe how a suggestion is shown
 * @property {(completion: Completion, ask: boolean) => void} pick `ask` is false for Tab, which only fills in
 */

export class Combobox {
  #parts;
  /** @type {readonly Completion[]} */
  #items = [];
  #active = -1;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #stop = new AbortController();

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
    const { input, list } = parts;
    input.addEventListener("input", () => this.#later());
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.close());
    // A press must not take the focus from the input, or the keyboard of a phone would fold away and back.
    parts.popup.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target instanceof Element && event.target.closest("[role=option]");
      if (option) this.#pick([...list.children].indexOf(option), true);
    });
  }

  /** Suggests for what stands in the input now. */
  async suggest() {
    clearTimeout(this.#timer);
    this.#stop.abort();
    const stop = new AbortController();
    this.#stop = stop;
    const line = this.#parts.input.value;
    try {
      const found = await this.#parts.complete(line, stop.signal);
      if (stop.signal.aborted || document.activeElement !== this.#parts.input) return;
      this.#show(found.filter(({ insert }) => insert.trim() !== line.trim()));
    } catch {
      // Suggestions are a help; without them the question can be asked all the same.
      if (!stop.signal.aborted) this.close();
    }
  }

  close() {
    clearTimeout(this.#timer);
    this.#stop.abort();
    this.#items = [];
    this.#active = -1;
    const { input, popup, list } = this.#parts;
    popup.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  #later() {
    clearTimeout(this.#timer);
    // What is on its way is stale already.
    this.#stop.abort();
    if (this.#parts.input.value.trim() === "") this.close();
    else this.#timer = setTimeout(() => this.suggest(), DEBOUNCE);
  }

  /** @param {readonly Completion[]} items */
  #show(items) {
    if (items.length === 0) {
      announce(say(suggestionCount(0)));
      this.close();
      return;
    }
    const { input, popup, list, describe } = this.#parts;
    this.#items = items;
    this.#active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(
      ...items.map((item, at) => {
        const { head, rest } = describe(item);
        const text = [h("span", { class: "head" }, head), rest && h("span", { class: "rest" }, ` ${rest}`)];
        return h("div", { role: "option", id: `option-${at}`, "aria-selected": "false" }, ...text);
      }),
    );
    popup.hidden = false;
    list.scrollTop = 0;
    input.setAttribute("aria-expanded", "true");
    announce(say(suggestionCount(items.length)));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    // While an input method composes, its keys are its own.
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const used = this.#use(event);
    if (used) event.preventDefault();
  }

  /** @param {KeyboardEvent} event */
  #use({ key, shiftKey }) {
    const open = this.#items.length > 0;
    switch (key) {
      case "ArrowDown":
      case "ArrowUp":
        if (open) this.#move(key === "ArrowDown" ? 1 : -1);
        else if (!this.#recall(key === "ArrowUp" ? "older" : "newer")) void this.suggest();
        return true;
      case "Escape":
        if (open) this.close();
        else this.#parts.input.value = "";
        return true;
      case "Enter":
        return this.#pick(this.#active, true);
      case "Tab":
        // Without a suggestion picked out, Tab leaves the input as it does everywhere.
        return !shiftKey && this.#pick(this.#active, false);
      default:
        return false;
    }
  }

  /** @param {"older" | "newer"} way */
  #recall(way) {
    const { input } = this.#parts;
    const line = recalled(way, input.value);
    if (line === undefined) return false;
    input.value = line;
    input.setSelectionRange(line.length, line.length);
    return true;
  }

  /** Past either end lies the input itself, then the other end. @param {1 | -1} step */
  #move(step) {
    const { input, list } = this.#parts;
    const places = this.#items.length + 1;
    list.children[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = ((this.#active + 1 + step + places) % places) - 1;
    const option = list.children[this.#active];
    if (!option) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {number} at
   * @param {boolean} ask
   */
  #pick(at, ask) {
    const item = this.#items[at];
    if (!item) return false;
    this.close();
    this.#parts.pick(item, ask);
    return true;
  }
}
