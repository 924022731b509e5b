/**
 * Whether what was understood is an accepted reading. Command and options are equal, but: how many are wanted counts only
 * where the accepted reading wants more than one; the best first is the same as no order; pages and audiences do not
 * count; themes and described plots are compared by their words; durations may differ a little.
 */
import type { OptionValue, OptionValues } from "../../../src/chat/answer/schema.js";
import { fold } from "../../../src/find/encode/fold.js";

export interface Reading {
  readonly command: string;
  readonly options: OptionValues;
}

/** Options that say how an answer is shown, not what is asked. */
const IGNORED: ReadonlySet<string> = new Set(["pagina", "publico"]);
/** Options in the message's own words. */
const IN_WORDS: ReadonlySet<string> = new Set(["tema", "texto"]);
const MINUTES: ReadonlySet<string> = new Set(["duracion_min", "duracion_max"]);
/** An excluded theme is in words, too: "tema:alien". */
const EXCLUDED_THEME = "tema:";

const MINUTES_APART = 20;
const LETTERS_COMPARED = 5;
/** Of the accepted words, how many must be among the ones understood. */
const WORDS_SHARED = 0.6;

export function isSameReading(accepted: Reading, got: Reading): boolean {
  if (accepted.command !== got.command) return false;
  const wanted = counted(accepted.options, accepted.options);
  const found = counted(got.options, accepted.options);
  return (
    wanted.size === found.size &&
    [...wanted].every(([name, value]) => {
      const other = found.get(name);
      return other !== undefined && isSameOption(name, value, other);
    })
  );
}

/** The options that count, given what the accepted reading says. */
function counted(options: OptionValues, accepted: OptionValues): Map<string, OptionValue> {
  const countMatters = Number(accepted.cantidad ?? 1) > 1;
  const entries = Object.entries(options).filter(
    ([name, value]) =>
      !IGNORED.has(name) &&
      !(name === "cantidad" && !countMatters) &&
      !(name === "orden" && value === "mejor"),
  );
  return new Map(entries);
}

function isSameOption(name: string, accepted: OptionValue, got: OptionValue): boolean {
  if (IN_WORDS.has(name)) return sharesWords(listOf(accepted), listOf(got));
  if (MINUTES.has(name)) return isNear(accepted, got);
  if (Array.isArray(accepted) !== Array.isArray(got)) return false;
  const [ownThemes, own] = apart(listOf(accepted));
  const [otherThemes, other] = apart(listOf(got));
  return (
    isSameList(own, other) &&
    (ownThemes.length === 0) === (otherThemes.length === 0) &&
    sharesWords(ownThemes, otherThemes)
  );
}

/** Excluded themes, without what marks them, and all other values. */
function apart(values: readonly unknown[]): [themes: string[], others: unknown[]] {
  const isTheme = (value: unknown): value is string =>
    typeof value === "string" && value.startsWith(EXCLUDED_THEME);
  const themes = values.filter(isTheme).map((value) => value.slice(EXCLUDED_THEME.length));
  return [themes, values.filter((value) => !isTheme(value))];
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  const plain = (values: readonly unknown[]) => values.map(plainValue).sort();
  const others = plain(other);
  return plain(one).every((value, at) => value === others[at]);
}

/** A number is not its digits; text is the same whatever its accents and case; seasons are of series. */
function plainValue(value: unknown): string {
  if (typeof value !== "string") return String(value);
  const plain = withoutAccents(value);
  return `"${COUNTED_IN[plain] ?? plain}"`;
}

/** What the platforms' longest are counted in is what they are. */
const COUNTED_IN: Readonly<Record<string, string>> = { min: "pelicula", season: "serie" };

function withoutAccents(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .trim();
}

function isNear(one: unknown, other: unknown): boolean {
  return typeof one === "number" && typeof other === "number" && Math.abs(one - other) <= MINUTES_APART;
}

function listOf(value: OptionValue): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function sharesWords(accepted: readonly unknown[], got: readonly unknown[]): boolean {
  const wanted = beginnings(accepted);
  const found = beginnings(got);
  const shared = [...wanted].filter((word) => found.has(word)).length;
  return shared >= wanted.size * WORDS_SHARED;
}

/** The content words of some texts, each cut to its first letters: "vampiros" is "vampiro". */
function beginnings(texts: readonly unknown[]): Set<string> {
  const words = texts.flatMap((text) => fold(String(text)).split(" "));
  const content = words.filter((word) => !FUNCTION_WORDS.has(word));
  return new Set((content.length > 0 ? content : words).map((word) => word.slice(0, LETTERS_COMPARED)));
}

/** Words without content of their own, folded. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "a al ante como con cuando de del desde donde e el ella en entre es esa ese eso esta este esto " +
    "ha hay la las le les lo los me mi muy no o para pero por porque que q se si sin sobre su sus te todo " +
    "tu u un una uno unos unas y ya " +
    "about all an and are as at by for from he her his i in into is it its of on or she that the their they to was " +
    "where which who with"
  ).split(" "),
);
