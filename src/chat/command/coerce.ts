/** Values as they arrive (text from a line or a query, numbers from a platform) → values a schema accepts. */
import type { OptionValue, OptionValues } from "../answer/schema.js";
import type { Command } from "../contract.js";
import { BETWEEN_FILMS, firstCharacters, foldName, harmlessLine, MAX_LIST, MAX_QUESTION } from "../text.js";
import { describe, type OptionDescriptor } from "./describe.js";
import { splitList } from "./options.js";

const YES: ReadonlySet<string> = new Set(["si", "s", "yes", "y", "true", "verdadero", "1"]);
const NO: ReadonlySet<string> = new Set(["no", "n", "false", "falso", "0"]);

type Values = Readonly<Record<string, unknown>>;

/**
 * Makes strings harmless, lists of text that is one, and numbers and flags likewise. What is empty counts as not given;
 * what does not fit stays as it is, for the schema to refuse. Never throws.
 */
export function coerce(command: Command, raw: Values): Values {
  const options = new Map(describe(command).map((option) => [option.name, option]));
  return entriesOf(raw, (name, value) => coerceValue(options.get(name), value));
}

/** The same for values of which nothing is known but that they come from outside. */
export function coerceAll(raw: Values): Values {
  return entriesOf(raw, (_name, value) => (typeof value === "string" ? harmlessLine(value) : value));
}

/** Of some values those that an option can hold. */
export function plainValues(values: Values): OptionValues {
  const entries = Object.entries(values).filter((entry): entry is [string, OptionValue] => isPlain(entry[1]));
  return Object.fromEntries(entries);
}

function isPlain(value: unknown): boolean {
  const isScalar = (one: unknown) => ["string", "number", "boolean"].includes(typeof one);
  return isScalar(value) || (Array.isArray(value) && value.every(isScalar));
}

function entriesOf(raw: Values, coerced: (name: string, value: unknown) => unknown): Values {
  const entries = Object.entries(raw)
    .map(([name, value]) => [name, coerced(name, value)] as const)
    .filter(([, value]) => value !== undefined && value !== null && value !== "");
  // fromEntries defines own properties: "__proto__" arrives as an unknown option, like any other.
  return Object.fromEntries(entries);
}

function coerceValue(option: OptionDescriptor | undefined, given: unknown): unknown {
  const { kind, many } = option ?? {};
  if (many) return coerceList(given);
  const value = kind === "film" ? together(given) : given;
  // A month typed as 1 arrives as a number from JSON.
  if (typeof value === "number" && kind !== "integer" && kind !== "number" && kind !== undefined)
    return String(value);
  if (typeof value !== "string") return value;
  const text = harmlessLine(firstCharacters(value, MAX_QUESTION));
  switch (kind) {
    case "integer":
      return /^[+-]?\d{1,15}$/u.test(text) ? Number(text) : text;
    case "number":
      return /^[+-]?\d{1,15}(?:[.,]\d{1,6})?$/u.test(text) ? Number(text.replace(",", ".")) : text;
    case "flag":
      return yesOrNo(text) ?? text;
    default:
      return text;
  }
}

/** Several films in an option that takes a text are "tmdb:1 + tmdb:2". */
function together(value: unknown): unknown {
  const isTexts = Array.isArray(value) && value.every((one) => typeof one === "string");
  return isTexts ? value.filter((one) => one.trim() !== "").join(BETWEEN_FILMS) : value;
}

/** Undefined for a list without values. */
function coerceList(value: unknown): unknown {
  const items = typeof value === "string" ? splitList(harmlessLine(firstCharacters(value, MAX_LIST))) : value;
  if (!Array.isArray(items)) return value;
  const values = items.map((item) => (typeof item === "object" ? item : harmlessLine(String(item))));
  const given = values.filter((item) => item !== "");
  return given.length === 0 ? undefined : given;
}

/** What a typed yes or no means; undefined where it is neither. */
export function yesOrNo(text: string): boolean | undefined {
  if (YES.has(foldName(text))) return true;
  return NO.has(foldName(text)) ? false : undefined;
}
