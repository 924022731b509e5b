/** How a single cell may write a number, and what it says by itself. */
import { bareValue } from "../values/bare-value.js";

export type Mark = "." | ",";

export type NumberForm =
  | { readonly is: "whole"; readonly value: number }
  /** `mark` stands before decimals for sure. */
  | { readonly is: "decimal"; readonly value: number; readonly mark: Mark }
  /** `mark` stands between thousands for sure; `decimal` before decimals, where there are any. */
  | { readonly is: "grouped"; readonly value: number; readonly mark: Mark; readonly decimal?: Mark }
  /** "1.234" */
  | { readonly is: "either"; readonly mark: Mark; readonly asDecimal: number; readonly asGrouped: number }
  /** "8.62E+02"; `lossy` where digits before the decimal point were cut off by it. */
  | { readonly is: "power"; readonly value: number; readonly lossy: boolean };

const PLAIN = /^[+-]?\d+$/;
const ONE_POINT = /^([+-]?)(\d+)\.(\d+)$/;
/** Currencies, blanks of all kinds, the apostrophe of Swiss thousands, stars, and what is counted. */
const AROUND = /US\$|USD|EUR|GBP|MXN|ARS|vot(?:es?|os?)$|[$€£¥₹★⭐'’\s\u00a0\u202f]/giu;
const POWER = /^[+-]?\d+(?:[.,](\d*))?e([+-]?\d{1,3})$/i;
const DIGITS_AND_MARKS = /^([+-]?)(\d[\d.,]*|[.,]\d+)$/;
const THOUSANDS = { ".": /^\d{1,3}(?:\.\d{3})+$/, ",": /^\d{1,3}(?:,\d{3})+$/ } as const;
/** "1,23,45,678" */
const LAKHS = /^\d{1,2}(?:,\d{2})+,\d{3}$/;
const MULTIPLE = /(k|mil|mm?|mln|mill?\.?|mio|million(?:s|es)?|mill[oó]n(?:es)?|bn?|billions?)\.?$/i;

/** Undefined for what is no number. */
export function numberForm(cell: string): NumberForm | undefined {
  if (PLAIN.test(cell)) return { is: "whole", value: Number(cell) };
  const [, , whole = "", decimals = ""] = ONE_POINT.exec(cell) ?? [];
  if (whole !== "" && !mayBeGrouped(whole, decimals)) {
    return { is: "decimal", value: Number(cell), mark: "." };
  }
  return otherForm(bareValue(cell).replace(AROUND, ""));
}

function otherForm(text: string): NumberForm | undefined {
  const power = POWER.exec(text);
  if (power !== null) return powerForm(text, power);
  const multiple = MULTIPLE.exec(text);
  if (multiple !== null) return multiplied(text.slice(0, multiple.index), factorOf(multiple[1] ?? ""));
  const [, sign = "", digits = ""] = DIGITS_AND_MARKS.exec(text) ?? [];
  if (digits === "") return undefined;
  const form = markedForm(digits);
  return form === undefined || sign !== "-" ? form : negative(form);
}

function powerForm(text: string, [, decimals = "", exponent = "0"]: readonly string[]): NumberForm {
  const value = Number(text.replace(",", "."));
  return { is: "power", value, lossy: decimals.length < Number(exponent) };
}

function factorOf(letters: string): number {
  const lower = letters.toLowerCase();
  if (lower.startsWith("k") || lower === "mil") return 1e3;
  return lower.startsWith("b") ? 1e9 : 1e6;
}

/** "1.5M": what stands before a multiple is not grouped. */
function multiplied(text: string, factor: number): NumberForm | undefined {
  const value = Number(text.replace(",", "."));
  if (text === "" || !Number.isFinite(value)) return undefined;
  return { is: "whole", value: Math.round(value * factor) };
}

/** Of digits with any points and commas among them. */
function markedForm(digits: string): NumberForm | undefined {
  const lastPoint = digits.lastIndexOf(".");
  const lastComma = digits.lastIndexOf(",");
  if (lastPoint === -1 && lastComma === -1) return { is: "whole", value: Number(digits) };
  if (lastPoint !== -1 && lastComma !== -1) return bothMarks(digits, lastPoint > lastComma ? "." : ",");
  const mark: Mark = lastPoint === -1 ? "," : ".";
  const parts = digits.split(mark);
  if (parts.length > 2) {
    const grouped = THOUSANDS[mark].test(digits) || (mark === "," && LAKHS.test(digits));
    return grouped ? { is: "grouped", value: Number(parts.join("")), mark } : undefined;
  }
  const [whole = "", decimals = ""] = parts;
  const asDecimal = Number(`${whole === "" ? "0" : whole}.${decimals === "" ? "0" : decimals}`);
  if (!mayBeGrouped(whole, decimals)) return { is: "decimal", value: asDecimal, mark };
  return { is: "either", mark, asDecimal, asGrouped: Number(whole + decimals) };
}

/** "1.234,5": the later mark stands before the decimals. */
function bothMarks(digits: string, decimal: Mark): NumberForm | undefined {
  const mark: Mark = decimal === "." ? "," : ".";
  const [whole = "", decimals = "", ...more] = digits.split(decimal);
  const grouped = THOUSANDS[mark].test(whole) || (mark === "," && LAKHS.test(whole));
  if (more.length > 0 || !grouped || decimals.includes(mark)) return undefined;
  return { is: "grouped", value: Number(`${whole.replaceAll(mark, "")}.${decimals}`), mark, decimal };
}

/** Three digits behind one to three that are no lone zero: "1.234", "14.075". */
function mayBeGrouped(whole: string, decimals: string): boolean {
  return decimals.length === 3 && whole.length <= 3 && whole !== "" && !whole.startsWith("0");
}

function negative(form: NumberForm): NumberForm {
  if (form.is === "either") return { ...form, asDecimal: -form.asDecimal, asGrouped: -form.asGrouped };
  return { ...form, value: -form.value };
}
