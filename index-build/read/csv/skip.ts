/** Finds the end of a row that is too large to be held in memory. */

/** Where in a row the text so far ended. */
type State = "cell-start" | "plain" | "quoted" | "after-quote";

/**
 * Reads over one row without keeping it. A quote closes a cell only before a delimiter or a line end, as in the
 * parser, so that a quote that was never closed costs no more than the rows up to the next closing one.
 */
export class RowSkipper {
  #state: State = "cell-start";
  /** Line ends passed, the row's own included. */
  newlines = 0;

  /** Index after the row's end in `text`, or undefined where the row goes on. */
  skip(text: string): number | undefined {
    for (let at = 0; at < text.length; at++) {
      if (this.#state === "quoted") {
        const quote = text.indexOf('"', at);
        this.#countNewlines(text, at, quote === -1 ? text.length : quote);
        if (quote === -1) return undefined;
        at = quote;
        this.#state = "after-quote";
        continue;
      }
      const char = text[at];
      if (char === "\n") {
        this.newlines += 1;
        return at + 1;
      }
      if (char === ",") this.#state = "cell-start";
      else if (this.#state === "after-quote") this.#state = "quoted";
      else if (this.#state === "cell-start") this.#state = char === '"' ? "quoted" : "plain";
    }
    return undefined;
  }

  #countNewlines(text: string, from: number, to: number): void {
    for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) {
      this.newlines += 1;
    }
  }
}
