/**
 * Reads Python literals, as `repr()` writes them and `ast.literal_eval` reads them: what stands in the nested
 * cells of the dataset. Strings, numbers, None, True, False, lists, tuples and dicts; no bytes, sets or complex
 * numbers. Named characters (`\N{…}`) are refused: they would need Unicode's table of names.
 */
import { PythonLiteralError, readEscape, readNumber, type Token } from "./tokens.js";

export { PythonLiteralError };

export type PythonScalar = null | boolean | number | bigint | string;
/** Tuples become arrays; dicts become maps, for any key is legal (`__proto__` too). Integers stay exact. */
export type PythonValue = PythonScalar | PythonValue[] | PythonDict;
export type PythonDict = Map<PythonScalar, PythonValue>;

/** Lists, tuples and dicts within one another. */
const MAX_DEPTH = 32;

/**
 * @throws PythonLiteralError where `text` is no literal, or goes deeper than 32 levels
 */
export function parsePythonLiteral(text: string): PythonValue {
  return new LiteralScanner(text).whole();
}

const QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const OPEN_DICT = 0x7b;
const OPEN_TUPLE = 0x28;
const CLOSE_LIST = 0x5d;
const CLOSE_DICT = 0x7d;
const CLOSE_TUPLE = 0x29;
const ZERO = 0x30;
const NINE = 0x39;
/** Exact as they are read. */
const MOST_PLAIN_DIGITS = 15;

const SPACE = 0x20;
const WORDS: ReadonlyMap<string, PythonScalar> = new Map([
  ["None", null],
  ["True", true],
  ["False", false],
]);
const WORD = /[A-Za-z_]\w*/y;

/** Reads a literal; what else programs write into such cells, a scanner that extends it may read as well. */
export class LiteralScanner {
  protected at = 0;
  /** The outermost list that is being read. */
  protected outermost: readonly PythonValue[] | undefined;
  #depth = 0;
  /** Keys of the last dict read: the dicts of a list mostly have the same ones, which then need no new strings. */
  #lastKeys: PythonScalar[] = [];
  protected readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  whole(): PythonValue {
    this.skipSpace();
    const value = this.value();
    this.skipSpace();
    if (this.at < this.text.length) this.fail("text after the literal");
    return value;
  }

  protected fail(reason: string): never {
    throw new PythonLiteralError(reason, this.at);
  }

  protected skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== SPACE && code !== 0x0a && code !== 0x09 && code !== 0x0d && code !== 0x0c) return;
      this.at += 1;
    }
  }

  protected value(): PythonValue {
    switch (this.text.charCodeAt(this.at)) {
      case QUOTE:
      case DOUBLE_QUOTE:
        return this.strings("");
      case OPEN_LIST:
        return this.nested(() => this.items(CLOSE_LIST).items);
      case OPEN_TUPLE:
        return this.nested(() => this.#tuple());
      case OPEN_DICT:
        return this.nested(() => this.dict());
      default:
        return this.#numberOrWord();
    }
  }

  protected nested<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) this.fail("nested too deeply");
    this.at += 1;
    const value = read();
    this.#depth -= 1;
    return value;
  }

  /** What stands up to `close`, which is read too. */
  protected items(close: number): { items: PythonValue[]; commas: number } {
    const items: PythonValue[] = [];
    this.outermost ??= items;
    let commas = 0;
    for (;;) {
      this.skipSpace();
      if (this.take(close)) return { items, commas };
      if (commas < items.length) {
        this.missingComma();
        commas += 1;
      }
      items.push(this.value());
      this.skipSpace();
      if (this.take(COMMA)) commas += 1;
    }
  }

  /** Two items stand side by side. */
  protected missingComma(): void {
    this.fail("a comma is missing");
  }

  #tuple(): PythonValue {
    const { items, commas } = this.items(CLOSE_TUPLE);
    const [only] = items;
    // Brackets around one value, without a comma, are just brackets.
    return items.length === 1 && commas === 0 && only !== undefined ? only : items;
  }

  protected dict(): PythonValue {
    const dict: PythonDict = new Map();
    const lastKeys = this.#lastKeys;
    const keys: PythonScalar[] = [];
    for (;;) {
      this.skipSpace();
      if (this.take(CLOSE_DICT)) break;
      const key = this.#key(lastKeys[keys.length]);
      keys.push(key);
      this.skipSpace();
      if (!this.take(COLON)) return this.missingColon(keys);
      this.skipSpace();
      dict.set(key, this.value());
      this.skipSpace();
      if (!this.take(COMMA) && this.text.charCodeAt(this.at) !== CLOSE_DICT) this.fail("a comma is missing");
    }
    this.#lastKeys = keys;
    return dict;
  }

  /** What stands between braces has no colon behind its first key. */
  protected missingColon(_keys: readonly PythonScalar[]): PythonValue {
    return this.fail("a colon is missing");
  }

  #key(expected: PythonScalar | undefined): PythonScalar {
    const text = this.text;
    const at = this.at;
    if (typeof expected === "string" && text.charCodeAt(at) === QUOTE && text.startsWith(expected, at + 1)) {
      const end = at + 1 + expected.length;
      if (text.charCodeAt(end) === QUOTE && text.charCodeAt(end + 1) === COLON && !expected.includes("\\")) {
        this.at = end + 1;
        return expected;
      }
    }
    const key = this.value();
    if (key instanceof Map || Array.isArray(key)) this.fail("a list or dict as a key");
    return key;
  }

  protected take(code: number): boolean {
    if (this.text.charCodeAt(this.at) !== code) return false;
    this.at += 1;
    return true;
  }

  #numberOrWord(): PythonValue {
    const plain = this.#plainNumber();
    if (plain !== undefined) return plain;
    WORD.lastIndex = this.at;
    const word = WORD.exec(this.text)?.[0];
    if (word === undefined) return this.number();
    const next = this.text.charCodeAt(this.at + word.length);
    if (/^[rRuU]$/.test(word) && (next === QUOTE || next === DOUBLE_QUOTE)) return this.strings(word);
    const value = WORDS.get(word);
    if (value === undefined) return this.otherWord(word);
    this.at += word.length;
    return value;
  }

  /** Most numbers are a few digits with something of the list behind them, which no pattern need tell. */
  #plainNumber(): number | undefined {
    const text = this.text;
    let value = 0;
    let at = this.at;
    let code = text.charCodeAt(at);
    for (; code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) value = 10 * value + code - ZERO;
    const digits = at - this.at;
    const isPlain = digits === 1 || (digits <= MOST_PLAIN_DIGITS && text.charCodeAt(this.at) !== ZERO);
    if (digits === 0 || !isPlain || (code !== COMMA && code !== CLOSE_DICT && code !== CLOSE_LIST))
      return undefined;
    this.at = at;
    return value;
  }

  /** A word that stands at `at` and is none of Python's literals. */
  protected otherWord(word: string): PythonValue {
    return this.fail(`"${word.slice(0, 20)}" is no literal`);
  }

  protected number(): PythonValue {
    const { value, end } = readNumber(this.text, this.at);
    this.at = end;
    return value;
  }

  /** A string, and any that stand right after it: Python joins them. */
  protected strings(prefix: string): string {
    let value = this.string(prefix);
    for (;;) {
      const before = this.at;
      this.skipSpace();
      const next = /[rRuU]?(?=['"])/y;
      next.lastIndex = this.at;
      const found = next.exec(this.text)?.[0];
      if (found === undefined) {
        this.at = before;
        return value;
      }
      value += this.string(found);
    }
  }

  protected string(prefix: string): string {
    const text = this.text;
    const start = this.at + prefix.length;
    const quote = text.charAt(start);
    const triple = text.charAt(start + 1) === quote && text.charAt(start + 2) === quote;
    const closing = triple ? quote.repeat(3) : quote;
    const raw = prefix !== "" && "rR".includes(prefix);
    let from = start + closing.length;
    let value = "";
    // Most strings hold no backslash and are one piece.
    for (;;) {
      const end = this.#endOfPiece(from, closing);
      value = value === "" ? text.slice(from, end) : value + text.slice(from, end);
      if (text.charCodeAt(end) !== BACKSLASH) {
        this.at = end + closing.length;
        return value;
      }
      if (raw) {
        value += text.slice(end, end + 2);
        from = end + 2;
      } else {
        const escaped = this.escape(end);
        value += escaped.value;
        from = escaped.end;
      }
    }
  }

  protected escape(at: number): Token<string> {
    return readEscape(this.text, at);
  }

  /** A line ends within a string of one line. */
  protected brokenLine(at: number): void {
    this.at = at;
    this.fail("a line ends within a string");
  }

  /** Index of the closing quotes or of a backslash, whichever comes first. */
  #endOfPiece(from: number, closing: string): number {
    const text = this.text;
    const quote = closing.charCodeAt(0);
    for (let end = from; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === BACKSLASH) return end;
      if (code === quote && (closing.length === 1 || text.startsWith(closing, end))) return end;
      if (closing.length === 1 && (code === 0x0a || code === 0x0d)) {
        this.brokenLine(end);
      }
    }
    this.at = text.length;
    return this.fail("a string is not closed");
  }
}
