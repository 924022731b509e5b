/** The words, names and values of SQL, as MySQL, PostgreSQL, SQLite and SQL Server write them in dumps. */

const BLANK = /(?:\s+|--[^\n]*(?:\n|$)|#[^\n]*(?:\n|$)|\/\*[\s\S]*?(?:\*\/|$))*/uy;
const WORD = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const BARE = /[^\s,()';]+/uy;
const NAME_QUOTES: Readonly<Record<string, string>> = { "`": "`", '"': '"', "[": "]" };
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "0": "", b: "", Z: "" };

export class SqlScanner {
  at = 0;
  readonly #text: string;
  /** A backslash takes the meaning of what follows, as in MySQL. */
  readonly #escapes: boolean;

  constructor(text: string, escapes: boolean) {
    this.#text = text;
    this.#escapes = escapes;
  }

  get isAtEnd(): boolean {
    this.#passBlanks();
    return this.at >= this.#text.length;
  }

  /** Whether this sign comes next; it is passed then. */
  takes(sign: string): boolean {
    this.#passBlanks();
    if (!this.#text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  /** The next word in capitals, which is passed; undefined where something else comes. */
  word(): string | undefined {
    return this.#match(WORD)?.toUpperCase();
  }

  /** Whether these words come next; they are passed then. */
  takesWords(...words: readonly string[]): boolean {
    const start = this.at;
    if (words.every((word) => this.word() === word)) return true;
    this.at = start;
    return false;
  }

  /** The name of a table or a column, without that of what it is in. */
  name(): string | undefined {
    let name = this.#namePart();
    while (name !== undefined && this.takes(".")) name = this.#namePart();
    return name;
  }

  /** The next value as a cell; undefined where none comes. */
  value(): string | undefined {
    this.#passBlanks();
    const prefix = /[eEnNxXbB]'/uy;
    prefix.lastIndex = this.at;
    const escapes = this.#escapes || /^[eE]$/u.test(this.#text.charAt(this.at));
    if (prefix.test(this.#text)) this.at += 1;
    if (this.#text.charAt(this.at) === "'") return this.#string(escapes);
    const bare = this.#match(BARE);
    if (bare === undefined) return undefined;
    // CAST('2006-03-16' AS Date), to_date('…'): the first text in it.
    if (this.#text.charAt(this.at) === "(") return this.#firstInside();
    if (/^null$/iu.test(bare)) return "";
    // 219::integer
    return bare.replace(/::\w+.*$/u, "");
  }

  /** Passes all up to the end of the statement. */
  skipStatement(): void {
    this.#skipTo(";");
    this.at += 1;
  }

  /** Passes all up to the end of the statement or of the line. */
  skipLine(): void {
    const end = this.#text.indexOf(";", this.at);
    const line = this.#endOfLine();
    this.at = (end === -1 ? line : Math.min(end, line)) + 1;
  }

  /** Passes all up to the next delimiter of a list, or to its end, which stay. */
  skipItem(): void {
    this.#skipTo(",");
  }

  /** The lines up to one of nothing but `\.`, after the present one. */
  *lines(): Generator<string> {
    this.at = this.#endOfLine() + 1;
    while (this.at < this.#text.length) {
      const end = this.#endOfLine();
      const line = this.#text.slice(this.at, end);
      this.at = end + 1;
      if (line === "\\.") return;
      yield line;
    }
  }

  #endOfLine(): number {
    const end = this.#text.indexOf("\n", this.at);
    return end === -1 ? this.#text.length : end;
  }

  #namePart(): string | undefined {
    this.#passBlanks();
    const close = NAME_QUOTES[this.#text.charAt(this.at)];
    if (close === undefined) return this.#match(WORD);
    const end = this.#text.indexOf(close, this.at + 1);
    if (end === -1) return undefined;
    const name = this.#text.slice(this.at + 1, end);
    this.at = end + 1;
    return name;
  }

  #string(escapes: boolean): string {
    const special = escapes ? /['\\]/gu : /'/gu;
    let text = "";
    this.at += 1;
    for (;;) {
      special.lastIndex = this.at;
      const found = special.exec(this.#text)?.index ?? this.#text.length;
      text += this.#text.slice(this.at, found);
      this.at = found + 1;
      if (found >= this.#text.length) return text;
      const next = this.#text.charAt(this.at);
      if (this.#text.charAt(found) === "\\") text += ESCAPES[next] ?? next;
      else if (next === "'") text += "'";
      else return text;
      this.at += 1;
    }
  }

  #firstInside(): string {
    this.at += 1;
    const value = this.value() ?? "";
    this.#skipTo(")");
    this.at += 1;
    return value;
  }

  /** Up to a sign outside texts and brackets; a closing bracket ends it too. */
  #skipTo(sign: string): void {
    for (let depth = 0; this.at < this.#text.length; ) {
      this.#passBlanks();
      const char = this.#text.charAt(this.at);
      if (char === "'") {
        this.#string(this.#escapes);
        continue;
      }
      if (depth === 0 && (char === sign || char === ")" || char === ";")) return;
      if (char === "(") depth += 1;
      if (char === ")") depth -= 1;
      this.at += 1;
    }
  }

  #passBlanks(): void {
    this.#match(BLANK, false);
  }

  #match(pattern: RegExp, passBlanks = true): string | undefined {
    if (passBlanks) this.#passBlanks();
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined || found === "") return undefined;
    this.at += found.length;
    return found;
  }
}
