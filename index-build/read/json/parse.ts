/** One JSON value, forgiving what programs write that is none: Python's NaN and Infinity. */

/** Strings, which stay as they are, and the words that stand where a number should. */
const NO_NUMBERS = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gsu;

/** @throws SyntaxError */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!/NaN|Infinity/u.test(text)) throw error;
    return JSON.parse(text.replace(NO_NUMBERS, (found) => (found.startsWith('"') ? found : "null")));
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
