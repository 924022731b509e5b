/** What is wanted of a nested cell, once it has been read as a Python literal. */
import { type PythonDict, type PythonValue, parsePythonLiteral } from "../read/formats/python/literal.js";
import { cleanName } from "./texts/text.js";

/** A name with the id beside it, where it has one. */
export interface IdName {
  readonly id: number | undefined;
  readonly name: string;
}

/** A code with the name beside it; the code itself where there is none. */
export interface CodeName {
  readonly code: string;
  readonly name: string;
}

/** Cells that say in words that they are empty. */
const EMPTY = new Set(["", "[]", "{}", "None", "nan", "NaN"]);

/**
 * The value of a nested cell; undefined where it is empty.
 * @throws PythonLiteralError where it is no literal
 */
export function parseNested(cell: string): PythonValue | undefined {
  return EMPTY.has(cell.trim()) ? undefined : parsePythonLiteral(cell);
}

/** The dicts of a list (or the one dict that stands for itself); anything else in it is passed over. */
export function dictsOf(value: PythonValue | undefined): PythonDict[] {
  if (value instanceof Map) return [value];
  return Array.isArray(value) ? value.filter((item) => item instanceof Map) : [];
}

/** Text under `key`, as it stands; "" where there is none. */
export function textAt(dict: PythonDict, key: string): string {
  const value = dict.get(key);
  return typeof value === "string" ? value : "";
}

/** Number under `key`; undefined where there is none. */
export function numberAt(dict: PythonDict, key: string): number | undefined {
  const value = dict.get(key);
  return typeof value === "number" ? value : undefined;
}

/** A positive whole number under `key`. */
export function idAt(dict: PythonDict, key: string): number | undefined {
  const id = numberAt(dict, key);
  return id !== undefined && Number.isInteger(id) && id > 0 && id <= 0x7fff_ffff ? id : undefined;
}

/** `{'id': 16, 'name': 'Animation'}`; undefined without a name. */
export function idNameOf(dict: PythonDict): IdName | undefined {
  const name = cleanName(textAt(dict, "name"));
  return name === undefined ? undefined : { id: idAt(dict, "id"), name };
}

const CODE = /^[A-Za-z]{2,3}$/;

/** `{'iso_3166_1': 'US', 'name': 'United States of America'}`; undefined without a code. */
export function codeNameOf(dict: PythonDict, key: "iso_3166_1" | "iso_639_1"): CodeName | undefined {
  const written = textAt(dict, key).trim();
  if (!CODE.test(written)) return undefined;
  const code = key === "iso_3166_1" ? written.toUpperCase() : written.toLowerCase();
  return { code, name: cleanName(textAt(dict, "name")) ?? code };
}

/** A language code as a cell of its own: "en"; undefined where it is none. */
export function parseLanguageCode(cell: string): string | undefined {
  const code = cell.trim().toLowerCase();
  return CODE.test(code) ? code : undefined;
}
