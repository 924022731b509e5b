/** An Answer → what a Telegram message says, and the buttons below it. */
import { restOfLine } from "../../../chat/answer/rich-text.js";
import type { Answer, Line as ListLine, RichText } from "../../../chat/answer/schema.js";
import type { Asked } from "../../../chat/asking.js";
import type { Locale } from "../../../chat/locale.js";
import { cut } from "../../../chat/text.js";
import { type Page, pageOf, rangeWords } from "../../../surface/paging.js";
import { tableLines } from "../../../surface/table.js";
import type { MessageContent } from "./content.js";
import { actionButtons, choiceButtons, type Pressing, pageButtons } from "./keyboard.js";
import { LINE_CHARACTERS, LINES_ON_A_PAGE, LINES_UNBROKEN, TABLE_COLUMNS } from "./limits.js";
import { BLANK, type Line, lines, oneLine, type Span, span, spans, type Tag } from "./markup.js";
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
  const { title, text, fields = [], table, media, choices = [], actions = [], prompt, footer } = answer;
  const page = pageOf(answer.list?.lines ?? [], composing.page ?? 0, LINES_ON_A_PAGE, LINES_UNBROKEN);
  const picture = pictureOf(media);
  const chosen = choiceButtons(choices, composing);
  const told: (readonly Line[])[] = [
    title === undefined ? [] : [short(title, "b")],
    text === undefined ? [] : lines(text),
    fields.map(({ name, value }) => [span(`${name}:`, "b"), after(value)]),
    listLines(answer.list?.heading, page, composing.locale),
    table === undefined ? [] : tableBlock(table),
  ].filter((block) => block.length > 0);
  const blocks: (readonly Line[])[] = [
    ...told,
    described(media, told.length === 0),
    prompt === undefined || chosen.length === 0 ? [] : [spans(prompt)],
    footer === undefined ? [] : [spans(footer, "i")],
  ];
  return {
    lines: blocks
      .filter((block) => block.length > 0)
      .flatMap((block, at) => (at === 0 ? block : [BLANK, ...block])),
    keyboard: [
      ...chosen,
      ...actionButtons(actions, composing),
      ...pageButtons(page, composing.asked, composing),
    ],
    ...(picture === undefined ? {} : { picture }),
  };
}

function after(value: string): Span {
  return { text: ` ${oneLine(value)}` };
}

/** A text on one line of bounded length. */
function short(text: RichText, tag?: Tag): Line {
  return typeof text === "string" ? [span(cut(oneLine(text), LINE_CHARACTERS), tag)] : spans(text, tag);
}

function listLines(heading: RichText | undefined, page: Page<ListLine>, locale: Locale): readonly Line[] {
  const shown = page.items.map(bullet);
  const range = page.count > 1 ? [[span(rangeWords(page, locale), "i")]] : [];
  return [...(heading === undefined ? [] : [short(heading, "b")]), ...shown, ...range];
}

function bullet(line: ListLine): Line {
  const { head } = line;
  const rest = restOfLine(line);
  if (typeof head === "string") return [span(`• ${cut(oneLine(head + rest), LINE_CHARACTERS)}`)];
  return [{ text: "• " }, ...spans([...head, cut(rest, LINE_CHARACTERS)])];
}

function tableBlock(table: NonNullable<Answer["table"]>): readonly Line[] {
  return tableLines(table, TABLE_COLUMNS)
    .filter((line) => line !== "")
    .map((text) => [{ text, tag: "pre" }]);
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
