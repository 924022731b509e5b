/** A table as lines of text, for where every character is as wide as the next: code blocks and terminals. */
import type { Table } from "../chat/answer/schema.js";
import { characters, firstCharacters, harmlessLine } from "../chat/text.js";

const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}])/u;
const MARKS = /^\p{M}+$/u;
/** Letters and figures of which each takes one column: most texts need not be taken apart. */
const PLAIN = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff]*$/u;
const FIGURE = /^[-+−]?[\d.,\u00a0 ]*\d\s?%?$/u;

const BETWEEN = "  ";
const ELLIPSIS = "…";
/** Whatever a cell holds, no more of it is looked at. */
const LONGEST_CELL = 200;
/** Narrower, a column says nothing. */
const NARROWEST = 3;

/** How many columns a text takes: two for an emoji or a Chinese character, none for a mark. */
export function columns(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let total = 0;
  for (const character of characters(text)) total += columnsOf(character);
  return total;
}

/**
 * The head, a rule, and a line for each row, all of the same layout. Cells are made harmless and cut where the whole would
 * be wider than `width` columns (narrower than a few columns for each cell it cannot be); columns of figures stand
 * to the right. A row that lacks cells has empty ones.
 */
export function tableLines({ head, rows }: Table, width: number): readonly string[] {
  const count = Math.max(head.length, ...rows.map((row) => row.length));
  const cells = [head, ...rows].map((row) =>
    Array.from({ length: count }, (_, at) => harmlessLine(firstCharacters(row[at] ?? "", LONGEST_CELL))),
  );
  const at = Array.from({ length: count }, (_, index) => index);
  const room = width - BETWEEN.length * (count - 1);
  const widths = fitted(
    at.map((index) => Math.max(1, ...cells.map((row) => columns(row[index] ?? "")))),
    room,
  );
  const figures = at.map((index) => cells.slice(1).every((row) => FIGURE.test(row[index] || "0")));
  const lines = cells.map((row) =>
    at
      .map((index) => padded(row[index] ?? "", widths[index] ?? 0, figures[index] === true))
      .join(BETWEEN)
      .trimEnd(),
  );
  const rule = widths.map((one) => "─".repeat(one)).join(BETWEEN);
  return [...lines.slice(0, 1), rule, ...lines.slice(1)];
}

/** Narrow columns keep what they want, wide ones share what is left. */
function fitted(wanted: readonly number[], room: number): readonly number[] {
  let left = room;
  for (const [at, width] of [...wanted].sort((a, b) => a - b).entries()) {
    const share = Math.floor(left / (wanted.length - at));
    if (width > share) return wanted.map((one) => Math.min(one, Math.max(NARROWEST, share)));
    left -= width;
  }
  return wanted;
}

function padded(text: string, width: number, right: boolean): string {
  const shown = cutToColumns(text, width);
  const blank = " ".repeat(Math.max(0, width - columns(shown)));
  return right ? blank + shown : shown + blank;
}

function cutToColumns(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let kept = "";
  let used = 0;
  for (const character of characters(text)) {
    const size = columnsOf(character);
    if (used + size > width - 1) break;
    kept += character;
    used += size;
  }
  return kept.trimEnd() + ELLIPSIS;
}

function columnsOf(character: string): number {
  if (WIDE.test(character)) return 2;
  return MARKS.test(character) ? 0 : 1;
}
