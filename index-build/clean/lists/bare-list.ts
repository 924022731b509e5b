/**
 * Lists that programs print without quotes: `[Action, Comedy]` (DuckDB, Spark), `{Action,"Science Fiction"}`
 * (PostgreSQL), `[{28, Action}, {12, Adventure}]` (Spark's structs), `[{'id': 28, 'name': Action}]` (DuckDB's),
 * `[{id=28, name=Action}]` (Java's).
 */
import type { PythonDict, PythonScalar } from "../../read/formats/python/literal.js";

/** A name, or what a struct tells of a thing. */
export type BareItem = string | PythonDict;

const CLOSING: Readonly<Record<string, string>> = { "[": "]", "{": "}" };
const NAMED = /^['"]?([A-Za-z_]\w*)['"]?\s*(?::|->|=)\s*(.*)$/su;
const WHOLE_NUMBER = /^\d{1,10}$/;
const CODE = /^[A-Za-z]{2}$/;
/** Pictures and gaps, which follow a name in a struct. */
const NO_NAME = /^(?:null|None|nan|\/\S+)?$/;

/**
 * Undefined where the text is no list that is closed at its end.
 * @param isOne what is told is one thing: brackets are a struct's
 */
export function parseBareList(text: string, isOne = false): readonly BareItem[] | undefined {
  const trimmed = text.trim();
  const closing = CLOSING[trimmed.charAt(0)];
  if (closing === undefined || trimmed.length < 2 || !trimmed.endsWith(closing)) return undefined;
  const parts = partsOf(trimmed.slice(1, -1));
  if (parts === undefined) return undefined;
  const itself = isOne || closing === "}" ? structOf(parts) : undefined;
  if (itself !== undefined) return [itself];
  return parts.flatMap((part): BareItem | [] => {
    const inner = CLOSING[part.charAt(0)];
    if (inner === undefined || !part.endsWith(inner)) return unquoted(part) || [];
    const within = partsOf(part.slice(1, -1)) ?? [];
    return structOf(within) ?? within.map(unquoted).join(", ");
  });
}

/** What stands between the commas that are in no bracket and no quotes; undefined where a bracket is not closed. */
function partsOf(text: string): string[] | undefined {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    const begins =
      text.slice(start, at).trim() === "" || /[:=>[{,]\s*$/u.test(text.slice(Math.max(0, at - 3), at));
    if ((char === '"' || char === "'") && begins) at = endOfQuotes(text, at);
    else if (char === "[" || char === "{") depth += begins || depth > 0 ? 1 : 0;
    else if ((char === "]" || char === "}") && depth > 0) depth -= 1;
    else if (char === "," && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  if (depth > 0) return undefined;
  const last = text.slice(start).trim();
  if (last !== "" || parts.length > 0) parts.push(last);
  return parts;
}

/** Where the quotes that begin at `start` end, before a comma or a bracket; `start` where they are letters. */
function endOfQuotes(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at++) {
    if (text.charAt(at) === "\\") at += 1;
    else if (text.charAt(at) === quote && /^\s*(?:[,\]}:]|$)/u.test(text.slice(at + 1, at + 20))) return at;
  }
  return start;
}

function unquoted(part: string): string {
  const quote = part.charAt(0);
  const isQuoted = part.length > 1 && (quote === '"' || quote === "'") && part.endsWith(quote);
  return isQuoted ? part.slice(1, -1).replace(/\\(.)|(["'])\2/gsu, "$1$2") : part;
}

/** Undefined where it is no struct: a list of names. */
function structOf(parts: readonly string[]): PythonDict | undefined {
  const [first = "", second] = parts;
  if (NAMED.test(first)) return dictOf(parts);
  if (second === undefined) return undefined;
  const last = parts.at(-1) ?? "";
  if (WHOLE_NUMBER.test(first)) return struct("id", Number(first), parts.slice(1));
  if (WHOLE_NUMBER.test(last)) return struct("id", Number(last), parts.slice(0, -1));
  if (CODE.test(first)) return struct("code", first, parts.slice(1));
  return undefined;
}

/** A name with a comma in it was taken apart with the others. */
function struct(key: "id" | "code", value: PythonScalar, rest: readonly string[]): PythonDict {
  const end = rest.findIndex((part) => NO_NAME.test(part));
  const named = end === -1 ? rest : rest.slice(0, Math.max(1, end));
  const name = named.map(unquoted).join(", ");
  const codes = [value].flatMap((code) => (key === "id" ? [] : [code]));
  return new Map<PythonScalar, PythonScalar>([
    ...(key === "id" ? [["id", value] as const] : []),
    ...codes.flatMap((code) => [["iso_3166_1", code] as const, ["iso_639_1", code] as const]),
    ["name", name],
  ]);
}

function dictOf(parts: readonly string[]): PythonDict {
  const dict = new Map<PythonScalar, PythonScalar>();
  let last: string | undefined;
  for (const part of parts) {
    const [, key, value = ""] = NAMED.exec(part) ?? [];
    if (key !== undefined) dict.set(key, scalarOf(value));
    // A comma within the value before.
    else if (last !== undefined) dict.set(last, `${String(dict.get(last))}, ${part}`);
    last = key ?? last;
  }
  return dict;
}

function scalarOf(text: string): PythonScalar {
  if (WHOLE_NUMBER.test(text)) return Number(text);
  return /^(?:null|None|NULL|)$/.test(text) ? null : unquoted(text);
}
