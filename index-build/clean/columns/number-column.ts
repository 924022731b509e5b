/** A column of numbers: points and commas are read by the column as a whole. */
import { bareValue } from "../values/bare-value.js";
import { parseDuration } from "../values/duration.js";
import { type Column, LATER } from "./column.js";
import { type Mark, numberForm } from "./number-forms.js";

export interface NumbersOfColumn {
  /** Lowest and highest that there may be; others are unknown. */
  readonly from: number;
  readonly to: number;
  /**
   * - "id": whole numbers, of which no digit may be lost
   * - "count": whole numbers
   * - "amount": mostly whole, such as money
   * - "measure": mostly with decimals, such as an average
   */
  readonly of: "id" | "count" | "amount" | "measure";
  /** How a cell may tell the number in a way of its own, where it is more than digits: "1h 52min", "8.1/10". */
  readonly inWords?: (cell: string) => number | undefined;
}

const MAX_INT = 0x7fff_ffff;

/** Ids are kept in 32-bit columns, and start at 1. */
export const IDS: NumbersOfColumn = { from: 1, to: MAX_INT, of: "id", inWords: idInAddress };
export const COUNTS: NumbersOfColumn = { from: 0, to: MAX_INT, of: "count" };
/** Beyond any film's: the world's cinemas take in 4e10 dollars a year. */
export const MONEY: NumbersOfColumn = { from: -1e12, to: 1e12, of: "amount" };
/** The longest films go on for weeks. */
export const MINUTES: NumbersOfColumn = { from: 0, to: 100_000, of: "measure", inWords: minutesInWords };
export const POPULARITY: NumbersOfColumn = { from: 0, to: 1e6, of: "measure" };
/** Out of ten, or of a hundred. */
export const AVERAGES: NumbersOfColumn = { from: 0, to: 100, of: "measure", inWords: shareOfTen };
export const YEARS: NumbersOfColumn = { from: 1870, to: 2100, of: "count" };

const DIGITS_ALONE = /^[\d.,]*$/;
/** "https://www.themoviedb.org/movie/862-toy-story", "movie/862", "tmdb://862" */
const FILM_ADDRESS = /(?:(?:^|\/)movie\/|(?:tmdb|themoviedb):\/\/)(\d{1,10})(?![\d.])/;
/** "00:00:00", "PT0H0M", "0 min" */
const NO_TIME = /^(?:PT|0 days )?0+ ?(?::|h|min)[^1-9]*$/i;
const SHARE = /^(\d+(?:[.,]\d+)?) ?(?:\/ ?(10|100|5)|%)$/;

function idInAddress(cell: string): number | undefined {
  const digits = FILM_ADDRESS.exec(cell)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function minutesInWords(cell: string): number | undefined {
  if (NO_TIME.test(cell)) return 0;
  const duration = parseDuration(cell);
  return duration?.type === "min" ? duration.int : undefined;
}

/** "8.1/10", "4/5", "81%" */
function shareOfTen(cell: string): number | undefined {
  const [, part, whole = "100"] = SHARE.exec(cell) ?? [];
  if (part === undefined) return undefined;
  const share = (Number(part.replace(",", ".")) * 10) / Number(whole);
  return Math.round(share * 1000) / 1000;
}

export class NumberColumn implements Column<number> {
  readonly #options: NumbersOfColumn;
  readonly #decimal = new Set<Mark>();
  readonly #grouping = new Set<Mark>();

  constructor(options: NumbersOfColumn) {
    this.#options = options;
  }

  /** Whether commas stand before decimals here: the file comes from where days stand before months. */
  get hasDecimalComma(): boolean {
    return this.#decimal.has(",");
  }

  read(cell: string): number | typeof LATER | undefined {
    if (this.#options.inWords !== undefined && !DIGITS_ALONE.test(cell)) {
      const told = this.#options.inWords(bareValue(cell));
      if (told !== undefined) return this.#within(told);
    }
    const form = numberForm(cell.trim());
    switch (form?.is) {
      case undefined:
        return undefined;
      case "either":
        return LATER;
      case "power":
        return form.lossy && this.#options.of === "id" ? undefined : this.#within(form.value);
      case "decimal":
        this.#decimal.add(form.mark);
        return this.#within(form.value);
      case "grouped":
        this.#grouping.add(form.mark);
        if (form.decimal !== undefined) this.#decimal.add(form.decimal);
        return this.#within(form.value);
      case "whole":
        return this.#within(form.value);
    }
  }

  decide(cell: string): number | undefined {
    const form = numberForm(cell.trim());
    if (form?.is !== "either") return undefined;
    const meaning = this.#meaningOf(form.mark);
    if (meaning === undefined) return undefined;
    return this.#within(meaning === "decimal" ? form.asDecimal : form.asGrouped);
  }

  /** Undefined where the column has the mark in both meanings. */
  #meaningOf(mark: Mark): "decimal" | "grouping" | undefined {
    const other: Mark = mark === "." ? "," : ".";
    const isDecimal = this.#decimal.has(mark) || this.#grouping.has(other);
    const isGrouping = this.#grouping.has(mark) || this.#decimal.has(other);
    if (isDecimal && isGrouping) return undefined;
    if (isDecimal) return "decimal";
    return isGrouping || this.#options.of !== "measure" ? "grouping" : "decimal";
  }

  #within(value: number): number | undefined {
    const { from, to, of } = this.#options;
    const isWhole = of === "amount" || of === "measure" || Number.isSafeInteger(value);
    return isWhole && value >= from && value <= to ? value : undefined;
  }
}
