/** An Answer as a terminal shows it. Nothing that controls a terminal gets through but our bold and dim. */
import { mention, plainLine, plainText, typedMention } from "../../chat/answer/rich-text.js";
import type { Action, Answer, Choice, Fold, Line, Media, RichText } from "../../chat/answer/schema.js";
import type { Asked } from "../../chat/asking.js";
import { number } from "../../chat/format.js";
import { typedOptions } from "../../chat/line/typed.js";
import { say } from "../../chat/locale.js";
import { TMDB_NOTICE } from "../../chat/notice.js";
import { harmless, harmlessLine } from "../../chat/text.js";
import { tableLines } from "../../surface/table.js";
import { type Layout, LIST_ON_A_SCREEN, type Lines, layoutOf, type RenderOptions } from "./layout.js";

/** Whether a stream is a terminal that wants bold and dim (https://no-color.org). */
export function wantsColours(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return stream.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
}

/** What can be picked: a question of a line, a choice, an action. */
export type Picked = Asked | Choice | Action;

/** What a number picks, in the order in which it is counted: nothing where a line tells no more. */
export function picksOf(answer: Answer, listLimit = LIST_ON_A_SCREEN): readonly (Picked | undefined)[] {
  const { choices = [], actions = [] } = answer;
  return [...countedLines(answer, listLimit).map(({ asks }) => asks), ...choices, ...actions];
}

/** The lines whose numbers are shown: choices are counted on behind them. */
function countedLines({ list }: Answer, listLimit: number): readonly Line[] {
  return list?.numbered ? list.lines.slice(0, listLimit) : [];
}

/** The answer as text without a newline at its end. Never throws, whatever the answer holds. */
export function render(answer: Answer, options: RenderOptions): string {
  const layout = layoutOf(options);
  return [
    [...headOf(answer, layout), ...fieldsOf(answer, layout)],
    listOf(answer, layout),
    tableOf(answer, layout),
    ...(answer.folds ?? []).map((fold) => foldOf(fold, layout)),
    picksBlock(answer, layout),
    [...followOf(answer, layout), ...linksOf(answer)],
    mediaOf(answer.media, layout),
    layout.rich(answer.footer, layout.dim),
    answer.notice ? layout.rich(TMDB_NOTICE, layout.dim) : [],
  ]
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n");
}

/** What an answer and its parts that open have in common. */
type Parts = Pick<Answer, "fields" | "list">;

function headOf({ title, glance = [], text }: Answer, layout: Layout): Lines {
  const glanced = glance.flatMap((line) => layout.lines(harmlessLine(plainText(line)), 2));
  return [...layout.rich(title, layout.bold), ...glanced, ...paragraphs(text, layout)];
}

function paragraphs(text: RichText = "", layout: Layout): Lines {
  const told = harmless(plainText(text));
  return told === "" ? [] : told.split("\n").flatMap((line) => layout.lines(line.trimEnd()));
}

function fieldsOf({ fields = [] }: Parts, layout: Layout): Lines {
  return fields.flatMap(({ name, value }) =>
    layout.lines(`${harmlessLine(name)}: ${harmlessLine(value)}`, 2),
  );
}

function listOf({ list }: Parts, layout: Layout): Lines {
  if (list === undefined) return [];
  const shown = list.lines.slice(0, layout.listLimit).flatMap((line, at) => {
    const mark = list.numbered ? `${at + 1}. ` : "• ";
    return layout.lines(mark + harmlessLine(plainLine(line)), mark.length);
  });
  return [...layout.rich(list.heading), ...shown, ...restOf(list.lines.length, layout)];
}

/** A part that others close: nothing is closed on paper. */
function foldOf(fold: Fold, layout: Layout): Lines {
  return [
    ...layout.rich(fold.label, layout.bold),
    ...paragraphs(fold.text, layout),
    ...fieldsOf(fold, layout),
    ...listOf(fold, layout),
  ];
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
  const { choices = [], actions = [] } = answer;
  // What nobody can press is not shown.
  const picks = layout.picks ? [...choices, ...actions] : choices;
  const counted = countedLines(answer, layout.listLimit);
  const opens = layout.picks && counted.some(({ asks }) => asks !== undefined);
  const numbered = picks.flatMap((pick, at) => {
    const mark = `${counted.length + at + 1}. `;
    const active = "active" in pick && pick.active ? "✓ " : "";
    return layout.lines(mark + active + harmlessLine(pick.label), mark.length);
  });
  const hint = say(layout.locale, { es: "Escribe un número para elegir.", en: "Type a number to pick one." });
  const prompt = numbered.length > 0 ? layout.rich(answer.prompt) : [];
  return [
    ...prompt,
    ...numbered,
    ...(layout.picks && (opens || numbered.length > 0) ? [layout.dim(hint)] : []),
  ];
}

/** Where the answer leads: by the words on the buttons of others, or by the questions where nothing is picked. */
function followOf({ follow = [] }: Answer, layout: Layout): Lines {
  if (follow.length === 0) return [];
  if (!layout.picks) {
    return follow.flatMap(({ label, command, options }) => {
      const line = typedMention(mention(command, typedOptions({ positional: [] }, options)));
      return layout.lines(`${harmlessLine(label)}: ${harmlessLine(line)}`, 2);
    });
  }
  const labels = follow.map(({ label }) => harmlessLine(label)).join(" · ");
  return layout.lines(
    say(layout.locale, { es: `Escribe también: ${labels}`, en: `Or type: ${labels}` }),
    2,
    layout.dim,
  );
}

/** Addresses are left whole, since a terminal can open them. */
function linksOf({ links = [] }: Answer): Lines {
  return links.map(({ label, url }) => `${harmlessLine(label)}: ${harmlessLine(url)}`);
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
