/** Parts of an answer as blocks of lines, wherever they stand: in the open, or within a fold. */
import { restOfLine } from "../../../chat/answer/rich-text.js";
import type { Field, Line as ListLine, RichText, Table } from "../../../chat/answer/schema.js";
import type { Locale } from "../../../chat/locale.js";
import { cut } from "../../../chat/text.js";
import { type Page, rangeWords } from "../../../surface/paging.js";
import { tableLines } from "../../../surface/table.js";
import { LINE_CHARACTERS, TABLE_COLUMNS } from "./limits.js";
import { BLANK, type Line, oneLine, type Span, span, spans, type Tag } from "./markup.js";

/** Blocks one below the other, a blank line between them; what is empty is no block. */
export function stacked(blocks: readonly (readonly Line[])[]): readonly Line[] {
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, at) => (at === 0 ? block : [BLANK, ...block]));
}

/** A text on one line of bounded length. */
export function shortLine(text: RichText, tag?: Tag): Line {
  return typeof text === "string" ? [span(cut(oneLine(text), LINE_CHARACTERS), tag)] : spans(text, tag);
}

export function fieldLines(fields: readonly Field[]): readonly Line[] {
  return fields.map(({ name, value }) => [span(`${name}:`, "b"), { text: ` ${oneLine(value)}` }]);
}

export interface ShownList {
  readonly heading?: RichText;
  /** Whether its lines are counted: their order says something, or buttons name them. */
  readonly numbered: boolean;
  readonly page: Page<ListLine>;
}

export function listLines({ heading, numbered, page }: ShownList, locale: Locale): readonly Line[] {
  const shown = page.items.map((line, at) => marked(line, numbered ? `${page.start + at + 1}. ` : "• "));
  const isWhole = page.items.length === page.total;
  return [
    ...(heading === undefined ? [] : [shortLine(heading, "b")]),
    ...shown,
    ...(isWhole ? [] : [[span(rangeWords(page, locale), "i")]]),
  ];
}

function marked(line: ListLine, mark: string): Line {
  const { head } = line;
  const rest = restOfLine(line);
  if (typeof head === "string") return [span(`${mark}${cut(oneLine(head + rest), LINE_CHARACTERS)}`)];
  const first: Span = { text: mark };
  return [first, ...spans([...head, cut(rest, LINE_CHARACTERS)])];
}

export function tableBlock(table: Table): readonly Line[] {
  return tableLines(table, TABLE_COLUMNS)
    .filter((line) => line !== "")
    .map((text) => [{ text, tag: "pre" }]);
}
