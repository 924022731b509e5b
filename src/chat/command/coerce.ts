/** Values as they arrive (text from a line or a query, numbers from a platform) → values a schema accepts. */
import type { Command } from "./command.js";
import { describe } from "./describe.js";
import { longest, type OptionKind } from "./options.js";
import { firstCharacters, foldName, harmlessLine } from "../text.js";

const YES: ReadonlySet<string> = new Set(["si", "s", "yes", "y", "true", "verdadero", "1"]);
const NO: ReadonlySet<string> = new Set(["no", "n", "false", "falso", "0"]);

/**
 * Makes strings harmless, and integers and flags of text that is one. What is empty counts as not given; what
 * does not fit stays as it is, for the schema to refuse. Never throws.
 */
export function coerce(command: Command, raw: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kinds = new Map(describe(command).map(({ name, kind }) => [name, kind]));
  const entries = Object.entries(raw)
    .map(([name, value]) => [name, coerceValue(kinds.get(name), value)] as const)
    .filter(([, value]) => value !== undefined && value !== null && value !== "");
  // fromEntries defines own properties: "__proto__" arrives as an unknown option, like any other.
  return Object.fromEntries(entries);
}

function coerceValue(kind: OptionKind | undefined, value: unknown): unknown {
  // A month typed as 1 arrives as a number from JSON.
  if (typeof value === "number" && kind !== "integer" && kind !== undefined) return String(value);
  if (typeof value !== "string") return value;
  const text = harmlessLine(firstCharacters(value, longest(kind)));
  if (kind === "integer" && /^[+-]?\d{1,15}$/u.test(text)) return Number(text);
  return kind === "flag" ? (yesOrNo(text) ?? text) : text;
}

/** What a typed yes or no means; undefined where it is neither. */
export function yesOrNo(text: string): boolean | undefined {
  if (YES.has(foldName(text))) return true;
  return NO.has(foldName(text)) ? false : undefined;
}
