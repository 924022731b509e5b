/** What is closed until somebody opens it: expandable quotes, or buttons where quotes have no room. */
import type { Answer, Fold } from "../../../chat/answer/schema.js";
import type { Locale } from "../../../chat/locale.js";
import { pageOf } from "../../../surface/paging.js";
import { fieldLines, listLines, shortLine, stacked } from "./blocks.js";
import { LIMITS, LINES_IN_A_FOLD, LONG_PARAGRAPH } from "./limits.js";
import { BLANK, covered, type Line, lines, quoted, sizeOf } from "./markup.js";

/** What a fold holds, in the open, without its label. */
export function foldLines(
  { text, spoiler = false, fields = [], list }: Omit<Fold, "label">,
  locale: Locale,
): readonly Line[] {
  const page = pageOf(list?.lines ?? [], 0, LINES_IN_A_FOLD);
  return stacked([
    // A quote that opens shows its first lines.
    text === undefined ? [] : spoiler ? covered(lines(text)) : lines(text),
    fieldLines(fields),
    list === undefined ? [] : listLines({ ...list, numbered: list.numbered ?? false, page }, locale),
  ]);
}

/** Folds as they stand in a message. */
export interface ShownFolds {
  /** Quotes, each headed by its label. */
  readonly lines: readonly Line[];
  /** Places of those that have no room. */
  readonly closed: readonly number[];
}

/**
 * @param used characters that stand above
 * @param canAsk whether a button may ask for what has no room; otherwise it goes to further messages
 */
export function foldsOf(
  folds: readonly Fold[],
  { used, canAsk, locale }: { used: number; canAsk: boolean; locale: Locale },
): ShownFolds {
  const shown: Line[] = [];
  const closed: number[] = [];
  let left = LIMITS.text - used;
  for (const [at, fold] of folds.entries()) {
    const content = foldLines(fold, locale);
    if (content.length === 0) continue;
    const quote = quoted([shortLine(fold.label, "b"), ...content], at + 1);
    const size = quote.reduce((sum, line) => sum + sizeOf(line) + 1, 0);
    if (canAsk && size > left) {
      closed.push(at);
      continue;
    }
    left -= size;
    shown.push(...quote);
  }
  return { lines: shown, closed };
}

/** Number of the quote of a text; those of folds count from 1. */
const TEXT = 0;

/** The text of a card: long paragraphs are quotes that open, so that a synopsis hides nothing that stands below it. */
export function textLines({ kind, text }: Pick<Answer, "kind" | "text">): readonly Line[] {
  if (text === undefined) return [];
  const all = lines(text);
  if (kind !== "film" && kind !== "person") return all;
  const isLong = (line: Line | undefined) => line !== undefined && sizeOf(line) > LONG_PARAGRAPH;
  // A blank line between two long paragraphs is part of their quote.
  return all.flatMap((line, at) => {
    const within = isLong(line) || (line === BLANK && isLong(all[at - 1]) && isLong(all[at + 1]));
    return within ? quoted([line], TEXT) : [line];
  });
}
