/** One JSON value, forgiving what programs write that is none: Python's NaN and Infinity, and Python's own literals. */
import { parseNestedCell } from "../python/cell.js";
import type { PythonValue } from "../python/literal.js";

/** Strings, which stay as they are, and the words that stand where a number should. */
const NO_NUMBERS = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gsu;

/** @throws SyntaxError */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (PYTHON.test(text)) return pythonValue(text, error);
    const numbers = text.replace(NO_NUMBERS, (found) => (found.startsWith('"') ? found : "null"));
    return JSON.parse(SCRIPT.test(numbers) ? asJson(numbers) : numbers);
  }
}

/** Names without quotes, commas before an end, and comments: what people write by hand, and scripts. */
const SCRIPT = /[{,]\s*[A-Za-z_$][\w$]*\s*:|,\s*[}\]]|\/\/|\/\*/u;
const NO_JSON =
  /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*.*?\*\/|(?<=[{,]\s*)[A-Za-z_$][\w$]*(?=\s*:)|,(?=\s*[}\]])/gsu;

function asJson(script: string): string {
  return script.replace(NO_JSON, (found) => {
    if (found.startsWith('"')) return found;
    return /^[,/]/u.test(found) ? "" : `"${found}"`;
  });
}

/** What `print` or `str` makes of a dict. */
const PYTHON = /^\s*\{\s*'/u;

function pythonValue(text: string, cause: unknown): unknown {
  const { value, problem } = parseNestedCell(text);
  if (value === undefined || problem !== undefined) throw cause;
  return plain(value);
}

function plain(value: PythonValue): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, one]) => [String(key), plain(one)]));
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === "bigint" ? Number(value) : value;
}

/** Whether a document names its format at its beginning, as our own do. */
export function namesFormat(start: string): boolean {
  return /^\s*\{\s*"format"\s*:\s*"/u.test(start);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A list of nothing but records, of which there are some. */
export function isListOfRecords(value: unknown): value is Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}
