/** An Answer as a terminal shows it. Nothing that controls a terminal gets through but our bold and dim. */
import { plainLine, plainText } from "../../chat/answer/rich-text.js";
import type { Action, Answer, Choice, Media, RichText } from "../../chat/answer/schema.js";
import { number } from "../../chat/format.js";
import { type Locale, say } from "../../chat/locale.js";
import { harmless, harmlessLine } from "../../chat/text.js";
import { tableLines } from "../../surface/table.js";
import { wrap } from "./wrap.js";

/** Longer lists are cut; their end says by how much. */
const LIST_ON_A_SCREEN = 25;

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

/** Whether a stream is a terminal that wants bold and dim (https://no-color.org). */
export function wantsColours(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return stream.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
}

/** What a number picks, in the order in which it is counted. */
export function picksOf({ choices = [], actions = [] }: Answer): readonly (Choice | Action)[] {
  return [...choices, ...actions];
}

/** The answer as text without a newline at its end. Never throws, whatever the answer holds. */
export function render(answer: Answer, options: RenderOptions): string {
  const layout = layoutOf(options);
  return [
    [...headOf(answer, layout), ...fieldsOf(answer, layout)],
    listOf(answer, layout),
    tableOf(answer, layout),
    picksBlock(answer, layout),
    mediaOf(answer.media, layout),
    layout.rich(answer.footer, layout.dim),
  ]
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n");
}

type Lines = readonly string[];
type Style = (line: string) => string;

/** How lines are set on a screen. */
interface Layout {
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

function layoutOf({ locale, colours, width = 0, listLimit, picks = false }: RenderOptions): Layout {
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

function headOf({ title, text = "" }: Answer, layout: Layout): Lines {
  const told = harmless(plainText(text));
  const paragraphs = told === "" ? [] : told.split("\n").flatMap((line) => layout.lines(line.trimEnd()));
  return [...layout.rich(title, layout.bold), ...paragraphs];
}

function fieldsOf({ fields = [] }: Answer, layout: Layout): Lines {
  return fields.flatMap(({ name, value }) =>
    layout.lines(`${harmlessLine(name)}: ${harmlessLine(value)}`, 2),
  );
}

function listOf({ list }: Answer, layout: Layout): Lines {
  if (list === undefined) return [];
  const shown = list.lines
    .slice(0, layout.listLimit)
    .flatMap((line) => layout.lines(`• ${harmlessLine(plainLine(line))}`, 2));
  return [...layout.rich(list.heading), ...shown, ...restOf(list.lines.length, layout)];
}

function tableOf({ table }: Answer, layout: Layout): Lines {
  if (table === undefined) return [];
  const { head, rows } = table;
  const [names = "", ...lines] = tableLines({ head, rows: rows.slice(0, layout.listLimit) }, layout.room);
  return [layout.bold(names), ...lines, ...restOf(rows.length, layout)];
}

/** By how much a list of `length` is cut. */
function restOf(length: number, { locale, listLimit, dim }: Layout): Lines {
  if (length <= listLimit) return [];
  const more = number(locale, length - listLimit);
  return [dim(say(locale, { es: `… y ${more} más`, en: `… and ${more} more` }))];
}

function picksBlock(answer: Answer, layout: Layout): Lines {
  // What nobody can press is not shown.
  const picks = layout.picks ? picksOf(answer) : (answer.choices ?? []);
  if (picks.length === 0) return [];
  const numbered = picks.flatMap((pick, at) => {
    const mark = `${at + 1}. `;
    const active = "active" in pick && pick.active ? "✓ " : "";
    return layout.lines(mark + active + harmlessLine(pick.label), mark.length);
  });
  const hint = say(layout.locale, { es: "Escribe un número para elegir.", en: "Type a number to pick one." });
  return [...layout.rich(answer.prompt), ...numbered, ...(layout.picks ? [layout.dim(hint)] : [])];
}

/** What a picture shows, and where to see it: an address is left whole, since a terminal can open it. */
function mediaOf(media: Media | undefined, layout: Layout): Lines {
  if (media === undefined) return [];
  const alt = harmlessLine(media.alt);
  if (media.kind === "link") {
    const shows = say(layout.locale, { es: `Imagen: ${alt}`, en: `Picture: ${alt}` });
    return [...(alt === "" ? [] : layout.lines(shows)), harmlessLine(media.url)];
  }
  const words = {
    es: `Imagen, que aquí no se puede mostrar: ${alt}`,
    en: `Picture, which cannot be shown here: ${alt}`,
  };
  return layout.lines(say(layout.locale, words));
}
