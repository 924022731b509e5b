/**
 * Reads nested cells as programs leave them: Python's literals, JSON, and what pandas, numpy and Spark print in their
 * place (`array([…], dtype=object)`, `nan`, `Timestamp('…')`, `{'a', 'b'}`, items without commas). Of a cell that ends
 * early, as a spreadsheet cuts it, or goes wrong on the way, what came before is kept.
 */
import { LiteralScanner, PythonLiteralError, type PythonScalar, type PythonValue } from "./literal.js";
import { readEscape, type Token } from "./tokens.js";

export interface NestedCell {
  /** Undefined where nothing could be read. */
  readonly value: PythonValue | undefined;
  /** What was wrong, and where. */
  readonly problem?: PythonLiteralError;
}

/** Never throws. */
export function parseNestedCell(text: string): NestedCell {
  return new CellScanner(text).cell();
}

const SCALARS: ReadonlyMap<string, PythonScalar> = new Map<string, PythonScalar>([
  ["null", null],
  ["true", true],
  ["false", false],
  ["nan", null],
  ["NaN", null],
  ["NaT", null],
  ["inf", null],
  ["Infinity", null],
  ["undefined", null],
]);
/** Their dots, too: `np.nan`, `datetime.date`. */
const DOTTED_WORD = /[A-Za-z_][\w.]*/y;
const ELLIPSIS = "...";
const ZERO = 0x30;
const NINE = 0x39;
const SLASH = 0x2f;
const OPEN = 0x28;
const CLOSE = 0x29;
const COMMA = 0x2c;
const EQUALS = 0x3d;
const CLOSE_BRACES = 0x7d;

class CellScanner extends LiteralScanner {
  cell(): NestedCell {
    try {
      return { value: this.whole() };
    } catch (problem) {
      if (!(problem instanceof PythonLiteralError)) throw problem;
      const kept = this.text.trimStart().startsWith("{") ? [] : (this.outermost ?? []);
      return { value: kept.length === 0 ? undefined : [...kept], problem };
    }
  }

  /** numpy prints lists without commas. */
  protected override missingComma(): void {}

  /** Nothing joins two strings here. */
  protected override strings(prefix: string): string {
    return this.string(prefix);
  }

  protected override brokenLine(): void {}

  /** JSON escapes the slash; what names no character stays as it is. */
  protected override escape(at: number): Token<string> {
    if (this.text.charCodeAt(at + 1) === SLASH) return { value: "/", end: at + 2 };
    try {
      return readEscape(this.text, at);
    } catch (error) {
      if (!(error instanceof PythonLiteralError)) throw error;
      return { value: "\\", end: at + 1 };
    }
  }

  /** A set: what was read as its keys are its first items. */
  protected override missingColon(keys: readonly PythonScalar[]): PythonValue {
    if (keys.length !== 1) this.fail("a colon is missing");
    const [first = null] = keys;
    this.take(COMMA);
    return [first, ...this.items(CLOSE_BRACES).items];
  }

  protected override number(): PythonValue {
    const code = this.text.charCodeAt(this.at);
    if (code >= ZERO && code <= NINE) return super.number();
    if (this.text.startsWith(ELLIPSIS, this.at)) {
      // Nobody knows what was left out.
      this.at += ELLIPSIS.length;
      return null;
    }
    const sign = this.text.charAt(this.at);
    if (
      (sign === "-" || sign === "+") &&
      /^[+-](?:inf|Infinity|nan)/i.test(this.text.slice(this.at, this.at + 9))
    )
      this.at += 1;
    DOTTED_WORD.lastIndex = this.at;
    const word = DOTTED_WORD.exec(this.text)?.[0];
    return word === undefined ? super.number() : this.otherWord(word);
  }

  protected override otherWord(_word: string): PythonValue {
    DOTTED_WORD.lastIndex = this.at;
    const word = DOTTED_WORD.exec(this.text)?.[0] ?? "";
    const scalar = SCALARS.get(word.replace(/^(?:np|numpy|pd|float)\./u, ""));
    if (this.text.charCodeAt(this.at + word.length) === OPEN) {
      this.at += word.length;
      return this.nested(() => this.#call(word.endsWith("Dict")));
    }
    if (scalar === undefined) this.fail(`"${word.slice(0, 20)}" is no literal`);
    this.at += word.length;
    return scalar;
  }

  /** `array([…], dtype=object)` is its list, `Timestamp('…')` its text, `Row(id=1, name='…')` a dict. */
  #call(isDict: boolean): PythonValue {
    const named = new Map<PythonScalar, PythonValue>();
    const values: PythonValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.take(CLOSE)) break;
      const name = this.#argumentName();
      this.skipSpace();
      // What a type is called is no value: dtype=object, dtype='<U9'.
      const value = name === "dtype" ? this.#typeName() : this.value();
      if (name === undefined) values.push(value);
      else if (name !== "dtype") named.set(name, value);
      this.skipSpace();
      this.take(COMMA);
    }
    const [first] = values;
    if (named.size > 0 && values.length === 0) return named;
    if (values.length > 1 && values.every((value) => typeof value === "number")) return values.join("-");
    return (isDict ? dictOf(first) : first) ?? [];
  }

  #argumentName(): string | undefined {
    DOTTED_WORD.lastIndex = this.at;
    const word = DOTTED_WORD.exec(this.text)?.[0];
    if (word === undefined || this.text.charCodeAt(this.at + word.length) !== EQUALS) return undefined;
    this.at += word.length + 1;
    return word;
  }

  #typeName(): null {
    const end = this.text.slice(this.at).search(/[,)]/u);
    this.at = end === -1 ? this.text.length : this.at + end;
    return null;
  }
}

/** `OrderedDict([('id', 1), …])` */
function dictOf(pairs: PythonValue | undefined): PythonValue | undefined {
  if (!Array.isArray(pairs)) return pairs;
  const dict = new Map<PythonScalar, PythonValue>();
  for (const pair of pairs) {
    if (!Array.isArray(pair)) continue;
    const [key = null, value = null] = pair;
    if (!Array.isArray(key) && !(key instanceof Map)) dict.set(key, value);
  }
  return dict;
}
