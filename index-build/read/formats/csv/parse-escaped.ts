/**
 * Rows in which a backslash takes away what a quote, a delimiter or a line end means: what Spark, MySQL and pandas with
 * an escape character write. papaparse knows a backslash before quotes only, and leaves it doubled. And rows with two
 * kinds of quotes, of which it knows one.
 */
import type { Dialect, ParsedBlock } from "./block.js";

/** Rows of `text`; an unfinished last row is left out where `complete` is false. `onRow` is told where each ends. */
export function parseEscaped(
  text: string,
  complete: boolean,
  dialect: Dialect,
  onRow: (end: number) => void = () => undefined,
): ParsedBlock {
  const cells = new CellReader(text, dialect);
  const data: string[][] = [];
  const errors: { code: string; row: number }[] = [];
  let row: string[] = [];
  let cursor = 0;
  while (cells.at < text.length || row.length > 0) {
    const cell = cells.next();
    row.push(cell);
    if (cells.stray) errors.push({ code: "InvalidQuotes", row: data.length });
    if (cells.at >= text.length && !cells.endedRow && !cells.moreCells) {
      if (!complete) break;
      if (cells.open) errors.push({ code: "MissingQuotes", row: data.length });
    } else if (!cells.endedRow) continue;
    data.push(row);
    row = [];
    cursor = cells.at;
    onRow(cursor);
  }
  return { data, errors, meta: { cursor } };
}

class CellReader {
  /** Where the next cell begins. */
  at = 0;
  /** Of the last cell: a line end followed it; a delimiter followed it; it has a quote out of place, or an open one. */
  endedRow = false;
  moreCells = false;
  stray = false;
  open = false;
  readonly #text: string;
  readonly #quotes: readonly string[];
  /** The quote of the present cell. */
  #quote: string;
  readonly #delimiter: string;
  /** Finds what has a meaning outside quotes, and inside quotes of each kind. */
  readonly #outside: RegExp;
  readonly #inside: ReadonlyMap<string, RegExp>;

  readonly #isPadded: boolean;

  constructor(text: string, dialect: Dialect) {
    const { quote, also, delimiter, padded = false } = dialect;
    this.#text = text;
    this.#isPadded = padded;
    this.#quotes = [quote, also ?? ""].filter((one) => one !== "");
    this.#quote = quote;
    this.#delimiter = delimiter;
    const backslash = dialect.escape === "backslash" ? ["\\"] : [];
    const oneOf = (chars: readonly string[]): RegExp =>
      new RegExp(chars.map(escaped).join("|") || "$^", "gu");
    this.#outside = oneOf([delimiter, "\n", ...backslash]);
    this.#inside = new Map(this.#quotes.map((one) => [one, oneOf([one, ...backslash])]));
  }

  next(): string {
    this.endedRow = false;
    this.moreCells = false;
    this.stray = false;
    this.open = false;
    if (this.#isPadded) this.#passBlanks();
    const quote = this.#quotes.find((one) => this.#text.startsWith(one, this.at));
    if (quote === undefined) return this.#plain("");
    this.#quote = quote;
    return this.#quoted();
  }

  /** Up to a quote, if blanks alone stand before it. */
  #passBlanks(): void {
    let at = this.at;
    while (this.#text[at] === " ") at += 1;
    if (this.#quotes.some((quote) => this.#text.startsWith(quote, at))) this.at = at;
  }

  /** From here to the next delimiter or line end. */
  #plain(before: string): string {
    let cell = before;
    for (;;) {
      const found = this.#find(this.#outside);
      cell += this.#text.slice(this.at, found);
      this.at = found;
      if (found >= this.#text.length) return cell;
      const char = this.#text.charAt(found);
      if (char === "\\") {
        cell += this.#unescaped();
        continue;
      }
      this.at = found + 1;
      this.endedRow = char === "\n";
      this.moreCells = !this.endedRow;
      return cell;
    }
  }

  #quoted(): string {
    let cell = "";
    this.at += 1;
    for (;;) {
      const found = this.#find(this.#inside.get(this.#quote));
      cell += this.#text.slice(this.at, found);
      this.at = found;
      if (found >= this.#text.length) {
        this.open = true;
        return cell;
      }
      if (this.#text.charAt(found) === "\\") {
        cell += this.#unescaped();
        continue;
      }
      const after = this.#text.charAt(found + 1);
      if (after === "" || after === "\n" || after === this.#delimiter) {
        this.at = found + 1;
        return this.#plain(cell);
      }
      this.stray ||= after !== this.#quote;
      cell += this.#quote;
      this.at = found + (after === this.#quote ? 2 : 1);
    }
  }

  /** What a backslash takes its meaning from; before anything else it stands for itself. */
  #unescaped(): string {
    const next = this.#text.charAt(this.at + 1);
    this.at += 2;
    return next === this.#quote || next === this.#delimiter || next === "\\" || next === "\n"
      ? next
      : `\\${next}`;
  }

  #find(pattern: RegExp | undefined): number {
    if (pattern === undefined) return this.#text.length;
    pattern.lastIndex = this.at;
    return pattern.exec(this.#text)?.index ?? this.#text.length;
  }
}

function escaped(char: string): string {
  return char.replace(/[$()*+.?[\\\]^{|}]/gu, "\\$&");
}
