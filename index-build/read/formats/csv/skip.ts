/** Finds the end of a row that is too large to be held in memory. */
import type { Dialect } from "./block.js";

/** Where in a row the text so far ended. */
type State = "cell-start" | "plain" | "quoted" | "after-quote";

/**
 * Reads over one row without keeping it. A quote closes a cell only before a delimiter or a line end, as in the
 * parser, so that a quote that was never closed costs no more than the rows up to the next closing one.
 */
export class RowSkipper {
  readonly #quote: string;
  readonly #delimiter: string;
  /** What takes the meaning of a quote away; "" where nothing does. */
  readonly #escape: string;
  /** What has a meaning inside quotes. */
  readonly #inside: RegExp;
  #state: State = "cell-start";
  /** Line ends passed, the row's own included. */
  newlines = 0;
  #escaped = false;

  constructor(dialect: Dialect) {
    const { quote, delimiter } = dialect;
    this.#quote = quote;
    this.#delimiter = delimiter;
    this.#escape = dialect.escape === "backslash" ? "\\" : "";
    const special = [quote, this.#escape]
      .filter((char) => char !== "")
      .map((char) => (char === "\\" ? "\\\\" : char));
    this.#inside = new RegExp(special.join("|") || "$^", "gu");
  }

  /** Index after the row's end in `text`, or undefined where the row goes on. */
  skip(text: string): number | undefined {
    for (let at = 0; at < text.length; at++) {
      if (this.#escaped) {
        this.#escaped = false;
        if (text[at] === "\n") this.newlines += 1;
        continue;
      }
      if (this.#state === "quoted") {
        const special = this.#nextInside(text, at);
        this.#countNewlines(text, at, special ?? text.length);
        if (special === undefined) return undefined;
        at = special;
        if (text[at] === this.#quote) this.#state = "after-quote";
        else this.#escaped = true;
        continue;
      }
      const char = text[at];
      if (char === "\n") {
        this.newlines += 1;
        return at + 1;
      }
      if (char === this.#delimiter) this.#state = "cell-start";
      else if (char === this.#escape) this.#escaped = true;
      else if (this.#state === "after-quote") this.#state = "quoted";
      else if (this.#state === "cell-start") this.#state = char === this.#quote ? "quoted" : "plain";
    }
    return undefined;
  }

  #nextInside(text: string, from: number): number | undefined {
    this.#inside.lastIndex = from;
    return this.#inside.exec(text)?.index;
  }

  #countNewlines(text: string, from: number, to: number): void {
    for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) {
      this.newlines += 1;
    }
  }
}
