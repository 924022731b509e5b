/** An Answer as a terminal shows it. Nothing that controls a terminal gets through but our own bold and dim. */
import type { Answer } from "../../chat/answer/answer.js";
import { number } from "../../chat/format.js";
import { type Locale, say } from "../../chat/locale.js";
import { harmless, harmlessLine } from "../../chat/text.js";
import { wrap } from "./wrap.js";

/** Longer lists are cut; their end says by how much. */
export const LIST_ON_A_SCREEN = 25;

export interface Paper {
  readonly locale: Locale;
  /** Bold and dim; off unless said. */
  readonly colours?: boolean;
  /** Columns; unlimited unless said. */
  readonly width?: number;
  readonly listLimit?: number;
  /** Whether a typed number picks a choice: then it is said. */
  readonly picks?: boolean;
}

/** Whether a stream is a terminal that wants bold and dim (https://no-color.org). */
export function wantsColours(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return stream.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
}

/** The answer as text without a newline at its end. Never throws, whatever the answer holds. */
export function render(answer: Answer, paper: Paper): string {
  const { locale, colours = false, width = Number.POSITIVE_INFINITY } = paper;
  const { listLimit = LIST_ON_A_SCREEN, picks = false } = paper;
  // Narrower than this nothing reads well, and a terminal that reports 0 columns means "unknown".
  const room = width >= 20 ? width : Number.POSITIVE_INFINITY;
  const bold = (text: string) => (colours ? `\u001b[1m${text}\u001b[22m` : text);
  const dim = (text: string) => (colours ? `\u001b[2m${text}\u001b[22m` : text);
  const lines = (text: string, indent: number, style = (line: string) => line) =>
    wrap(text, room, indent).map(style);

  const head = answer.title === undefined ? [] : lines(harmlessLine(answer.title), 0, bold);
  const text = harmless(answer.text ?? "")
    .split("\n")
    .flatMap((line) => lines(line.trimEnd(), 0));
  const fields = (answer.fields ?? []).flatMap(({ name, value }) =>
    lines(`${harmlessLine(name)}: ${harmlessLine(value)}`, 2),
  );
  const list = (answer.list ?? []).slice(0, listLimit).flatMap((line) => lines(`• ${harmlessLine(line)}`, 2));
  const hidden = (answer.list?.length ?? 0) - listLimit;
  const more = number(locale, hidden);
  const rest = hidden > 0 ? [dim(say(locale, { es: `… y ${more} más`, en: `… and ${more} more` }))] : [];
  const choices = (answer.choices ?? []).flatMap(({ label }, at) => {
    const mark = `${at + 1}. `;
    return lines(mark + harmlessLine(label), mark.length);
  });
  const hint = say(locale, { es: "Escribe un número para elegir.", en: "Type a number to pick one." });
  const prompt =
    answer.prompt === undefined || choices.length === 0 ? [] : lines(harmlessLine(answer.prompt), 0);
  const picking = picks && choices.length > 0 ? [dim(hint)] : [];
  const image = answer.image === undefined ? [] : [harmlessLine(answer.image)];
  const footer = answer.footer === undefined ? [] : lines(harmlessLine(answer.footer), 0, dim);

  return [
    [...head, ...(answer.text ? text : []), ...fields],
    [...list, ...rest],
    [...prompt, ...choices, ...picking],
    image,
    footer,
  ]
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n");
}
