/** An Answer → what a Telegram message says, and the buttons below it. */
import type { Answer, Line as ListLine } from "../../../chat/answer/schema.js";
import type { Asked } from "../../../chat/asking.js";
import type { Locale } from "../../../chat/locale.js";
import { TMDB_NOTICE } from "../../../chat/notice.js";
import { cut } from "../../../chat/text.js";
import { type Page, pageOf } from "../../../surface/paging.js";
import { fieldLines, listLines, shortLine, stacked, tableBlock } from "./blocks.js";
import type { Keyboard, MessageContent } from "./content.js";
import { foldLines, foldsOf, textLines } from "./folds.js";
import {
  actionButtons,
  choiceButtons,
  foldButtons,
  followButtons,
  lineButtons,
  linkButtons,
  offeredOnce,
  type Pressing,
  pageButtons,
} from "./keyboard.js";
import { LINE_CHARACTERS, LINES_ON_A_PAGE, LINES_UNBROKEN, MOST_KEYS } from "./limits.js";
import { type Line, oneLine, sizeOf, span, spans } from "./markup.js";
import { pictureOf } from "./picture.js";

export interface Composing extends Pressing {
  readonly locale: Locale;
  /** What the answer answers; without it a list has no pages to turn. */
  readonly asked?: Asked;
  /** From 0. */
  readonly page?: number;
}

/** Never throws for what an answer holds. */
export function compose(answer: Answer, composing: Composing): MessageContent {
  const { media, folds = [], prompt, footer, notice } = answer;
  const { locale, asked } = composing;
  const shownLines = pageOf(answer.list?.lines ?? [], composing.page ?? 0, LINES_ON_A_PAGE, LINES_UNBROKEN);
  const { page, ...offered } = offeredOnce(answer, shownLines);
  const chosen = choiceButtons(offered, composing);
  const told = toldBlocks(answer, page, locale);
  const open = [
    ...told,
    described(
      media,
      told.every((block) => block.length === 0),
    ),
  ];
  const end = [
    prompt === undefined || chosen.length === 0 ? [] : [spans(prompt)],
    [...(footer === undefined ? [] : [spans(footer, "i")]), ...(notice ? [[span(TMDB_NOTICE, "i")]] : [])],
  ];
  const used = sizeOfAll(stacked([...open, ...end]));
  const shown = foldsOf(folds, { used, canAsk: asked !== undefined, locale });
  const picture = pictureOf(media);
  return {
    lines: stacked([...open, shown.lines, ...end]),
    keyboard: bounded([
      ...lineButtons(page, composing),
      ...pageButtons(page, asked, composing),
      ...chosen,
      ...followButtons(answer.follow ?? [], composing),
      ...foldButtons(folds, shown.closed, asked, composing),
      ...actionButtons(answer.actions ?? [], composing),
      ...linkButtons(answer.links ?? []),
    ]),
    ...(picture === undefined ? {} : { picture }),
    ...(answer.files === undefined ? {} : { files: answer.files }),
  };
}

/** A fold of an answer by itself; undefined where there is none at that place. */
export function composeFold(
  { title, folds = [] }: Answer,
  at: number,
  locale: Locale,
): MessageContent | undefined {
  const fold = folds[at];
  if (fold === undefined) return undefined;
  const head = [...(title === undefined ? [] : [shortLine(title, "b")]), shortLine(fold.label, "i")];
  return { lines: stacked([head, foldLines(fold, locale)]), keyboard: [] };
}

/** What is told, in the order in which it is read. */
function toldBlocks(answer: Answer, page: Page<ListLine>, locale: Locale): readonly (readonly Line[])[] {
  const { title, glance = [], fields = [], list, table } = answer;
  // The buttons of lines have numbers, whatever their order says.
  const numbered = list?.numbered === true || (list?.lines.some(({ asks }) => asks !== undefined) ?? false);
  return [
    [
      ...(title === undefined ? [] : [shortLine(title, "b")]),
      ...glance.map((line) => shortLine(line)).filter((line) => sizeOf(line) > 0),
    ],
    textLines(answer),
    fieldLines(fields),
    list === undefined ? [] : listLines({ ...list, numbered, page }, locale),
    table === undefined ? [] : tableBlock(table),
  ];
}

/**
 * Telegram's photos have no alternative text: it stands in the caption. A poster needs none beside what is
 * told of its film; a picture of our own shows what is told nowhere else, also where Telegram cannot show it.
 */
function described(media: Answer["media"], isAlone: boolean): readonly Line[] {
  if (media === undefined || (media.kind === "link" && !isAlone)) return [];
  const text = cut(oneLine(media.alt), LINE_CHARACTERS);
  return text === "" ? [] : [[{ text, tag: "i" }]];
}

function sizeOfAll(all: readonly Line[]): number {
  return all.reduce((sum, line) => sum + sizeOf(line) + 1, 0);
}

/** As many rows as Telegram takes: the first of them matter most. */
function bounded(rows: Keyboard): Keyboard {
  const kept: Keyboard = [];
  let count = 0;
  for (const row of rows) {
    count += row.length;
    if (count > MOST_KEYS) break;
    kept.push(row);
  }
  return kept;
}
