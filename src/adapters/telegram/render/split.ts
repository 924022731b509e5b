/** Lines → messages that Telegram takes, broken where a reader would break them. */
import { MOST_MESSAGES } from "./limits.js";
import { BLANK, breakLine, type Line, sizeOf } from "./markup.js";

const ELLIPSIS: Line = [{ text: "…" }];

/**
 * As few messages of at most `max` characters as the breaks allow: between paragraphs where that leaves a
 * message at least half full, else between lines. Where more than `most` would be needed, the last ends with
 * an ellipsis.
 */
export function split(
  sheet: readonly Line[],
  max: number,
  most = MOST_MESSAGES,
): readonly (readonly Line[])[] {
  // Room for the ellipsis and its line break.
  const room = max - 2;
  const messages: Line[][] = [];
  let current: Line[] = [];
  let used = 0;
  for (const line of sheet.flatMap((one) => breakLine(one, room))) {
    const size = sizeOf(line) + 1;
    if (used + size > room + 1) {
      const carried = breakAt(current, room, size);
      messages.push(current.slice(0, carried));
      current = current.slice(carried);
      used = current.reduce((sum, one) => sum + sizeOf(one) + 1, 0);
    }
    current.push(line);
    used += size;
  }
  messages.push(current);
  const trimmed = messages.map(trim).filter((message) => message.length > 0);
  if (trimmed.length <= most) return trimmed;
  return [...trimmed.slice(0, most - 1), [...(trimmed[most - 1] ?? []), ELLIPSIS]];
}

/** Where a full message ends: after its last paragraph, or after its last line. */
function breakAt(message: readonly Line[], room: number, coming: number): number {
  const paragraph = message.lastIndexOf(BLANK);
  if (paragraph <= 0) return message.length;
  const kept = message.slice(0, paragraph).reduce((sum, line) => sum + sizeOf(line) + 1, 0);
  const carried = message.slice(paragraph).reduce((sum, line) => sum + sizeOf(line) + 1, 0);
  // What is carried over and the line to come have to fit the next message.
  return kept >= room / 2 && carried + coming <= room ? paragraph : message.length;
}

/** Without blank lines at its ends, and without two in a row. */
function trim(message: readonly Line[]): readonly Line[] {
  const isBlank = (line: Line | undefined) => line === undefined || sizeOf(line) === 0;
  const kept = message.filter((line, at) => !isBlank(line) || !isBlank(message[at - 1]));
  const last = kept.findLastIndex((line) => !isBlank(line));
  return isBlank(kept[0]) ? kept.slice(1, last + 1) : kept.slice(0, last + 1);
}
