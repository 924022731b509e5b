/** The table behind a chart, as it is written. */
import { decimal, money, number } from "../chat/format.js";
import type { Locale } from "../chat/locale.js";
import type { Cell, Chart, ColumnKind } from "./chart.js";

/** What stands where nothing is known. */
const NOTHING = "–";

const WRITTEN: Readonly<Record<ColumnKind, (locale: Locale, value: number) => string>> = {
  text: (_, value) => String(value),
  year: (_, value) => String(value),
  count: (locale, value) => number(locale, value),
  decimal: (locale, value) => decimal(locale, value, 1),
  share: (locale, value) => `${decimal(locale, value * 100, 1)} %`,
  dollars: (locale, value) => money(locale, value),
  factor: (locale, value) => `${decimal(locale, value)}×`,
  minutes: (locale, value) => `${number(locale, value)} min`,
  correlation: (locale, value) => decimal(locale, value),
};

export function cellText(locale: Locale, kind: ColumnKind, cell: Cell): string {
  if (cell === null) return NOTHING;
  return typeof cell === "string" ? cell : WRITTEN[kind](locale, cell);
}

export interface WrittenTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** @param most rows that are written; all unless said */
export function writtenTable(
  locale: Locale,
  { columns, rows }: Pick<Chart, "columns" | "rows">,
  most = rows.length,
): WrittenTable {
  return {
    head: columns.map(({ name }) => name),
    rows: rows
      .slice(0, most)
      .map((row) => columns.map(({ kind }, at) => cellText(locale, kind, row[at] ?? null))),
  };
}
