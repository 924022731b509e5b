// @ts-check
/** The conversation: a turn for each question, an address for each turn, and Back that goes back. */

import { card } from "../answer/card.js";
import { askable, saidChoice } from "../answer/choices.js";
import { ask, Trouble } from "../api.js";
import { announce, scrollBehavior } from "../dom.js";
import { current, say } from "../language.js";
import { WORDS } from "../words.js";
import { sayItIsSlow, troubleCard, waitingCard } from "./pending.js";
import { keep, keptUntil } from "./session.js";
import { addressOf, lineInAddress } from "./share.js";
import { summary } from "./summary.js";
import { createTurn, speakTurn } from "./turn.js";

/** From here on waiting is remarked upon. */
const SLOW = 4000;

/** @typedef {import("./turn.js").Turn} Turn */

export class Talk {
  /** @type {Turn[]} */
  #turns = [];
  /** How many of them are shown: fewer than there are after Back. */
  #shown = 0;
  #log;
  #write;

  /**
   * @param {HTMLElement} log
   * @param {(line: string) => void} write puts a line into the input
   */
  constructor(log, write) {
    this.#log = log;
    this.#write = write;
    history.scrollRestoration = "manual";
    addEventListener("popstate", () => this.#goTo(history.state?.turn));
  }

  /** Asks what the address asks, if it does. */
  open() {
    const line = lineInAddress();
    if (!line) return;
    const kept = keptUntil(history.state?.turn);
    if (kept.length === 0) {
      this.#ask(line, line, "replaceState");
      return;
    }
    for (const { key, line: asked, shown, after } of kept) this.#turn(asked, shown, key).after = after;
    this.#show(this.#turns.length);
    for (const turn of this.#turns) void this.#answer(turn);
  }

  /**
   * @param {string} line
   * @param {{ shown?: string, focus?: boolean }} [how] what to show for the line; whether the focus goes there
   */
  ask(line, { shown = line, focus = false } = {}) {
    const choice = saidChoice(this.#turns[this.#shown - 1]?.choices ?? [], line);
    const turn = this.#ask(choice?.line ?? line, shown, "pushState");
    if (focus) turn.heading.focus({ preventScroll: true });
  }

  /** The page as it was before the first question. */
  leave() {
    if (this.#shown === 0) return;
    history.pushState(null, "", "./");
    this.#show(0);
  }

  /** In another language all that is shown is asked for again; each answer stays until the new one is there. */
  changeLanguage() {
    for (const turn of this.#turns) speakTurn(turn);
    for (const turn of this.#turns.slice(0, this.#shown)) void this.#answer(turn);
  }

  /**
   * @param {string} line
   * @param {string} shown
   * @param {"pushState" | "replaceState"} record
   */
  #ask(line, shown, record) {
    for (const { stop } of this.#turns.splice(this.#shown)) stop.abort();
    const before = this.#turns[this.#turns.length - 1]?.line;
    const turn = this.#turn(line, shown);
    // A command says all there is to say; other words may refer to what was asked before.
    if (!line.startsWith("/")) turn.after = before;
    history[record]({ turn: turn.key }, "", addressOf(line));
    this.#show(this.#turns.length);
    void this.#answer(turn);
    return turn;
  }

  /**
   * A turn that is not asked yet.
   * @param {string} line
   * @param {string} shown
   * @param {string} [key] of a page that was loaded before
   */
  #turn(line, shown, key) {
    const turn = createTurn({ number: this.#turns.length + 1, line, shown, key });
    this.#turns.push(turn);
    return turn;
  }

  /** @param {Turn} turn */
  async #answer(turn) {
    turn.stop.abort();
    const stop = new AbortController();
    turn.stop = stop;
    turn.body.setAttribute("aria-busy", "true");
    const slow = setTimeout(() => sayItIsSlow(turn.body), SLOW);
    try {
      const outcome = await ask(turn.line, turn.after, stop.signal);
      if (stop.signal.aborted) return;
      if (outcome.line !== undefined) this.#standAlone(turn, outcome.line);
      turn.choices = askable(outcome.answer.choices);
      this.#fill(turn, card(outcome, turn.line, this.#reader()));
      announce(summary(outcome.answer));
    } catch (error) {
      if (stop.signal.aborted) return;
      const words = error instanceof Trouble ? error.words : WORDS.broken;
      this.#fill(
        turn,
        troubleCard(say(words), () => this.#askAgain(turn)),
      );
      announce(say(words));
      if (!(error instanceof Trouble)) throw error;
    } finally {
      clearTimeout(slow);
    }
  }

  /**
   * From now on the turn asks without the one before it: in its address, in another language, and for the next one.
   * @param {Turn} turn
   * @param {string} line
   */
  #standAlone(turn, line) {
    turn.line = line;
    turn.after = undefined;
    keep(this.#turns.slice(0, this.#shown));
    if (history.state?.turn === turn.key) history.replaceState(history.state, "", addressOf(line));
  }

  /**
   * @param {Turn} turn
   * @param {HTMLElement} content
   */
  #fill(turn, content) {
    turn.body.removeAttribute("aria-busy");
    turn.body.lang = current();
    turn.body.replaceChildren(content);
    if (this.#turns[this.#shown - 1] === turn) this.#reveal();
  }

  /** @returns {import("../answer/text.js").Reader} */
  #reader() {
    return { ask: (line, shown) => this.ask(line, { shown, focus: true }), write: this.#write };
  }

  /** @param {Turn} turn */
  #askAgain(turn) {
    turn.body.replaceChildren(waitingCard());
    turn.body.focus({ preventScroll: true });
    void this.#answer(turn);
  }

  /** @param {string | undefined} key */
  #goTo(key) {
    const at = this.#turns.findIndex((turn) => turn.key === key);
    const line = lineInAddress();
    if (at !== -1 || !line) {
      this.#show(at + 1);
      return;
    }
    // A turn of before the page was loaded anew.
    this.#show(0);
    this.#ask(line, line, "replaceState");
  }

  /** @param {number} count */
  #show(count) {
    this.#shown = count;
    keep(this.#turns.slice(0, count));
    this.#log.replaceChildren(...this.#turns.slice(0, count).map(({ element }) => element));
    document.body.classList.toggle("talking", count > 0);
    const last = this.#turns[count - 1];
    document.title = last ? `${last.heading.querySelector(".asked")?.textContent} · Claqueta` : "Claqueta";
    if (last) this.#reveal();
    else scrollTo({ top: 0 });
  }

  /** The question at the top where its answer is long, the answer's end at the bottom where it is short. */
  #reveal() {
    this.#turns[this.#shown - 1].element.scrollIntoView({ block: "start", behavior: scrollBehavior() });
  }
}
