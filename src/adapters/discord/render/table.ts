/** A table as a block of code, which is where Discord makes all characters as wide as the next. */
import type { Table } from "../../../chat/answer/schema.js";
import type { Locale } from "../../../chat/locale.js";
import { rangeWords } from "../../../surface/paging.js";
import { tableLines } from "../../../surface/table.js";

/** Columns that have room on one line of a phone. */
const WIDTH = 42;
const BLOCK = { open: "```\n", close: "\n```" } as const;
/** Rows that are tried for a place: more could only be narrower than anything worth a table. */
const MOST_ROWS = 50;
/** Units of the line that says how much of the table is shown. */
const RANGE = 60;

/**
 * As many rows as have room, and how many that is of all; empty where the table is.
 * @param room UTF-16 units
 */
export function tableBlock({ head, rows }: Table, room: number, locale: Locale): string {
  if ([head, ...rows].every((cells) => cells.every((cell) => cell.trim() === ""))) return "";
  // A backtick could end the block.
  const lines = tableLines({ head, rows: rows.slice(0, MOST_ROWS) }, WIDTH).map((line) =>
    line.replaceAll("`", "'"),
  );
  let left = room - BLOCK.open.length - BLOCK.close.length - RANGE;
  const shown: string[] = [];
  for (const line of lines) {
    left -= line.length + 1;
    if (left < 0) break;
    shown.push(line);
  }
  const block = `${BLOCK.open}${shown.join("\n")}${BLOCK.close}`;
  // The head and the rule below it are no rows.
  const items = rows.slice(0, Math.max(0, shown.length - 2));
  const total = rows.length;
  if (items.length === total) return block;
  return `${block}\n-# ${rangeWords({ items, start: 0, index: 0, count: 1, total }, locale)}`;
}
