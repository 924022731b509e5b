/** How lines are set on a screen: their room, and bold and dim where a terminal wants them. */
import { plainText } from "../../chat/answer/rich-text.js";
import type { RichText } from "../../chat/answer/schema.js";
import type { Locale } from "../../chat/locale.js";
import { harmlessLine } from "../../chat/text.js";
import { wrap } from "./wrap.js";

/** Longer lists are cut; their end says by how much. */
export const LIST_ON_A_SCREEN = 25;

export interface RenderOptions {
  readonly locale: Locale;
  /** Bold and dim; off unless said. */
  readonly colours?: boolean;
  /** Columns; unlimited unless said. */
  readonly width?: number;
  /** Lines of a list, and rows of a table, that are shown. */
  readonly listLimit?: number;
  /** Whether a typed number picks a choice or an action: then that is said, and actions are shown. */
  readonly picks?: boolean;
}

export type Lines = readonly string[];
type Style = (line: string) => string;

/** How lines are set on a screen. */
export interface Layout {
  readonly locale: Locale;
  /** Columns. */
  readonly room: number;
  readonly listLimit: number;
  readonly picks: boolean;
  readonly bold: Style;
  readonly dim: Style;
  /** A harmless line, broken where it has no room; lines after the first begin with `indent` blanks. */
  lines(text: string, indent?: number, style?: Style): Lines;
  /** Rich text on one line, likewise; nothing where there is none. */
  rich(text: RichText | undefined, style?: Style): Lines;
}

export function layoutOf({ locale, colours, width = 0, listLimit, picks = false }: RenderOptions): Layout {
  // Narrower than this nothing reads well, and a terminal that reports 0 columns means "unknown".
  const room = width >= 20 ? width : Number.POSITIVE_INFINITY;
  const lines: Layout["lines"] = (text, indent = 0, style = unstyled) => wrap(text, room, indent).map(style);
  return {
    locale,
    room,
    listLimit: listLimit ?? LIST_ON_A_SCREEN,
    picks,
    bold: colours ? (line) => `\u001b[1m${line}\u001b[22m` : unstyled,
    dim: colours ? (line) => `\u001b[2m${line}\u001b[22m` : unstyled,
    lines,
    rich: (text, style) => (text === undefined ? [] : lines(harmlessLine(plainText(text)), 0, style)),
  };
}

function unstyled(line: string): string {
  return line;
}
