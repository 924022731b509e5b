/** Cells that hold a list, whichever way it was written: nested, or names with something between them. */
import { parseNestedCell } from "../../read/formats/python/cell.js";
import type { PythonDict, PythonLiteralError, PythonValue } from "../../read/formats/python/literal.js";
import { decodeEntities } from "../texts/entities.js";
import { cleanName } from "../texts/text.js";
import { isNobody, isUnknown } from "../values/unknown.js";
import { type BareItem, parseBareList } from "./bare-list.js";
import {
  parseCompanyList,
  parseNameList,
  parseSeparated,
  withLegalForms,
  withNameSuffixes,
} from "./name-list.js";

export interface ListCell {
  /** Items that are told in several facts. */
  readonly dicts: readonly PythonDict[];
  /** Items that are only named. */
  readonly names: readonly string[];
  /** Items that are neither, such as numbers. */
  readonly lost: number;
  /** Why it could not be read, or not to its end. */
  readonly problem?: PythonLiteralError;
}

/** What its names are: commas may belong to those of companies and people; "one" is a single name. */
export type ListOf = "people" | "companies" | "things" | "one";

const NOTHING: ListCell = { dicts: [], names: [], lost: 0 };
/** A list, dict, tuple, or what a program calls one: `array([…])`. */
const NESTED = /^\s*(?:[[{(]|[A-Za-z_][\w.]*\()/;
const BRACKET = /^\s*[[{]/;
const NUMBER = /^[\d.,\s+-]+$/;
const EMPTY = new Set([
  "[]",
  "{}",
  "()",
  "set()",
  "[ ]",
  "['']",
  '[""]',
  "[nan]",
  "[None]",
  "[null]",
  "array([], dtype=object)",
]);
/** Between names of a list without brackets, surest first, before the comma. */
const MARKS = ["|", ";", "•", "\n"];
const SURER = /[|;•\n]/;

/** The lists of one column. */
export class ListColumn {
  readonly #of: ListOf;
  readonly #between: string | undefined;
  /** Cells that had each of the marks, and a comma. */
  readonly #seen = new Map<string, number>();
  /** What most cells of the column have. */
  #usual = ",";

  /** @param between what stands between names, where the layout says */
  constructor(of: ListOf, between?: string) {
    this.#of = of;
    this.#between = between;
  }

  read(cell: string): ListCell {
    if (isUnknown(cell)) return NOTHING;
    if (!NESTED.test(cell)) return this.#plain(cell);
    if (EMPTY.has(cell.trim())) return NOTHING;
    const { value, problem } = parseNestedCell(cell);
    if (problem === undefined) return itemsOf(value);
    const bare = parseBareList(cell, this.#of === "one");
    if (bare !== undefined && bare.length >= (Array.isArray(value) ? value.length : 0))
      return this.#bare(bare);
    // What only begins like a list is a name: "Sting(singer)", "[REC] Collection".
    const isName = this.#of === "one" || !BRACKET.test(cell);
    if (value === undefined && isName) return this.#plain(cell);
    return { ...itemsOf(value), problem };
  }

  #bare(items: readonly BareItem[]): ListCell {
    const dicts = items.filter((item): item is PythonDict => item instanceof Map);
    const names = namesOf(items.filter((item) => typeof item === "string"));
    if (this.#of === "people") return { dicts, names: withNameSuffixes(names), lost: 0 };
    return { dicts, names: this.#of === "companies" ? withLegalForms(names) : names, lost: 0 };
  }

  #plain(written: string): ListCell {
    // The semicolon of "&amp;" is no mark.
    const cell = written.includes("&") ? decodeEntities(written) : written;
    if (this.#of === "one") return { ...NOTHING, names: [cleanName(cell) ?? []].flat() };
    if (this.#of !== "things" && NUMBER.test(cell)) return { ...NOTHING, lost: 1 };
    if (this.#between !== undefined) return this.#told(cell, this.#between);
    const mark = this.#markOf(cell);
    const names = mark === "," ? this.#withCommas(cell) : parseSeparated(cell, mark);
    return { ...NOTHING, names: names.filter((name) => !isNobody(name)) };
  }

  /** What stands between the names of a cell: of several marks in it, the one that the column mostly has. */
  #markOf(cell: string): string {
    const marks = SURER.test(cell) ? MARKS.filter((mark) => cell.trim().includes(mark)) : [];
    const hasComma = cell.includes(",");
    if (hasComma) this.#count(",");
    for (const mark of marks) this.#count(mark);
    if (marks.length === 0 || marks.includes(this.#usual)) return this.#usual;
    return hasComma && !marks.includes("|") ? "," : (marks[0] ?? this.#usual);
  }

  #count(mark: string): void {
    const count = (this.#seen.get(mark) ?? 0) + 1;
    this.#seen.set(mark, count);
    if (count > (this.#seen.get(this.#usual) ?? 0)) this.#usual = mark;
  }

  /**
   * A mark that names may hold themselves ("Jean-Claude Van Damme") parts people and companies for sure only where those
   * beside it are of several words.
   */
  #told(cell: string, between: string): ListCell {
    const names = parseSeparated(cell, between).filter((name) => !isNobody(name));
    if (this.#of === "things" || between !== "-") return { ...NOTHING, names };
    const isSure = (name: string | undefined): boolean => name === undefined || name.includes(" ");
    const sure = names.filter((name, at) => isSure(name) && isSure(names[at - 1]) && isSure(names[at + 1]));
    return { ...NOTHING, names: sure, lost: names.length - sure.length };
  }

  #withCommas(cell: string): string[] {
    if (this.#of === "people") return parseNameList(cell);
    return this.#of === "companies" ? parseCompanyList(cell) : parseSeparated(cell, ",");
  }
}

function itemsOf(value: PythonValue | undefined): ListCell {
  if (value instanceof Map) return { ...NOTHING, dicts: [value] };
  if (typeof value === "string") return { ...NOTHING, names: namesOf([value]) };
  if (!Array.isArray(value)) return value === undefined || value === null ? NOTHING : { ...NOTHING, lost: 1 };
  const dicts = value.filter((item): item is PythonDict => item instanceof Map);
  if (dicts.length === value.length) return { dicts, names: [], lost: 0 };
  const flat = value.flatMap((item) => (Array.isArray(item) ? item : [item]));
  const texts = flat.filter((item): item is string => typeof item === "string");
  const unknown = flat.filter((item) => item === null).length;
  const inner = flat.filter((item): item is PythonDict => item instanceof Map);
  return {
    dicts: inner,
    names: namesOf(texts),
    lost: flat.length - texts.length - unknown - inner.length,
  };
}

function namesOf(texts: readonly string[]): string[] {
  const names = texts.flatMap((text) => cleanName(text) ?? []).filter((name) => !isNobody(name));
  return [...new Set(names)];
}
