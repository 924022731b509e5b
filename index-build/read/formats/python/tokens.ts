/** The parts of Python literals that are small grammars of their own: numbers, and escapes within strings. */

export class PythonLiteralError extends Error {
  override readonly name = "PythonLiteralError";

  constructor(
    reason: string,
    /** Index into the text. */
    readonly position: number,
  ) {
    super(`${reason} at character ${position}`);
  }
}

/** What was read, and the index after it. */
export interface Token<T> {
  readonly value: T;
  readonly end: number;
}

const SIGN = /[+-]\s*/y;
const NUMBER =
  /0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:\d(?:_?\d)*)?\.\d(?:_?\d)*(?:[eE][+-]?\d(?:_?\d)*)?|\d(?:_?\d)*\.?(?:[eE][+-]?\d(?:_?\d)*)?/y;
const WHOLE = /^(?:0[xXoObB]\w+|0+|[1-9]\d*)$/;
const FLOAT = /[.eE]/;

/**
 * The number at `at`, with its sign. Whole numbers are exact: beyond 2^53 they are bigints.
 * @throws PythonLiteralError where there is none
 */
export function readNumber(text: string, at: number): Token<number | bigint> {
  SIGN.lastIndex = at;
  const sign = SIGN.exec(text)?.[0] ?? "";
  const start = at + sign.length;
  NUMBER.lastIndex = start;
  const digits = NUMBER.exec(text)?.[0];
  if (digits === undefined)
    throw new PythonLiteralError(start < text.length ? "no literal" : "the text ends", start);
  const end = start + digits.length;
  if (/[\w.]/.test(text.charAt(end))) throw new PythonLiteralError("no number", start);
  const plain = digits.replaceAll("_", "");
  const whole = WHOLE.test(plain);
  if (!whole && !FLOAT.test(plain)) throw new PythonLiteralError("a number with leading zeros", start);
  const negative = sign.startsWith("-");
  const value = Number(plain);
  if (whole && !Number.isSafeInteger(value)) return { value: negative ? -BigInt(plain) : BigInt(plain), end };
  // A whole zero has no sign.
  return { value: negative && !(whole && value === 0) ? -value : value, end };
}

const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\n", ""],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
  ["a", "\u0007"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
]);
/** Hexadecimal digits after the letter of an escape. */
const HEX_ESCAPES: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);
const HEX = /^[\da-fA-F]+$/;
const OCTAL = /[0-7]{1,3}/y;

/**
 * The escape whose backslash stands at `at`.
 * @throws PythonLiteralError where it names no character, or one by its name
 */
export function readEscape(text: string, at: number): Token<string> {
  const letter = text.charAt(at + 1);
  const simple = SIMPLE_ESCAPES.get(letter);
  if (simple !== undefined) return { value: simple, end: at + 2 };
  const digits = HEX_ESCAPES.get(letter);
  if (digits !== undefined) {
    const end = at + 2 + digits;
    const hex = text.slice(at + 2, end);
    const code = Number.parseInt(hex, 16);
    if (hex.length !== digits || !HEX.test(hex) || code > 0x10ffff) {
      throw new PythonLiteralError("no such character", at);
    }
    return { value: String.fromCodePoint(code), end };
  }
  OCTAL.lastIndex = at + 1;
  const octal = OCTAL.exec(text)?.[0];
  if (octal !== undefined) {
    return { value: String.fromCharCode(Number.parseInt(octal, 8)), end: at + 1 + octal.length };
  }
  if (letter === "N") throw new PythonLiteralError("a character by its name, which is not supported", at);
  // Python keeps the backslash before any other letter.
  return { value: "\\", end: at + 1 };
}
