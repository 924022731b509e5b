/** An Answer → what a Telegram message says, and the buttons below it. */
import type { InlineKeyboardButton } from "grammy/types";
import type { Answer, Choice } from "../../../chat/answer/answer.js";
import { commandNamed } from "../../../chat/command/names.js";
import type { Services } from "../../../chat/context.js";
import { exactOptions } from "../../../chat/command/exact-options.js";
import { number } from "../../../chat/format.js";
import { type Locale, say } from "../../../chat/locale.js";
import { cut, harmlessLine } from "../../../chat/text.js";
import { encodeQuestion, LABEL_DATA, type Question } from "./callback-data.js";
import {
  BUTTON_CHARACTERS,
  LINE_CHARACTERS,
  LINES_ON_A_PAGE,
  LINES_UNBROKEN,
  MOST_BUTTONS,
} from "./limits.js";
import { BLANK, type Line, lines, oneLine, type Span, span } from "./markup.js";

export type Keyboard = InlineKeyboardButton[][];

export interface Sheet {
  readonly lines: readonly Line[];
  readonly keyboard: Keyboard;
  /** A link to a picture that belongs to the answer. */
  readonly image?: string;
}

export interface Composing {
  readonly services: Services;
  readonly locale: Locale;
  /** Who may press the buttons; 0 is anybody. */
  readonly asker: number;
  /** What the answer answers; without it a list has no pages. */
  readonly question?: Question;
  /** From 0. */
  readonly page?: number;
}

/** Never throws for what an answer holds. */
export function compose(answer: Answer, composing: Composing): Sheet {
  const { shown, note, buttons } = pageOf(answer, composing);
  const choices = (answer.choices ?? [])
    .slice(0, MOST_BUTTONS)
    .map((choice) => choiceButton(choice, composing));
  // What does not fit a button can at least be read, and typed.
  const unfit = choices.flatMap((choice) => (typeof choice === "string" ? [bullet(choice)] : []));
  const blocks: (readonly Line[])[] = [
    answer.title === undefined ? [] : [[span(cut(oneLine(answer.title), LINE_CHARACTERS), "b")]],
    answer.text === undefined ? [] : lines(answer.text),
    (answer.fields ?? []).map(({ name, value }) => [span(`${name}:`, "b"), after(value)]),
    [...shown.map(bullet), ...note],
    answer.prompt === undefined || choices.length === 0 ? [] : [[span(answer.prompt)]],
    unfit,
    answer.footer === undefined ? [] : [[span(answer.footer, "i")]],
  ];
  const image = linkOf(answer.image);
  return {
    lines: blocks
      .filter((block) => block.length > 0)
      .flatMap((block, at) => (at === 0 ? block : [BLANK, ...block])),
    keyboard: [...choices.flatMap((choice) => (typeof choice === "string" ? [] : [[choice]])), ...buttons],
    ...(image === undefined ? {} : { image }),
  };
}

function after(value: string): Span {
  return { text: ` ${oneLine(value)}` };
}

function bullet(line: string): Line {
  return [span(`• ${cut(oneLine(line), LINE_CHARACTERS)}`)];
}

/** A button, or the label alone where the question does not fit one. */
function choiceButton({ label, command: name, options }: Choice, { services, asker }: Composing) {
  const text = cut(harmlessLine(label), BUTTON_CHARACTERS) || "…";
  const command = commandNamed(services.commands, name);
  const data =
    command && encodeQuestion({ command, options: exactOptions(services, command, options) }, asker);
  return data === undefined ? harmlessLine(label) : { text, callback_data: data };
}

interface Page {
  readonly shown: readonly string[];
  /** Which part of the whole it is. */
  readonly note: readonly Line[];
  readonly buttons: Keyboard;
}

function pageOf({ list = [] }: Answer, composing: Composing): Page {
  if (list.length <= LINES_UNBROKEN) return { shown: list, note: [], buttons: [] };
  const { locale, question, page = 0 } = composing;
  const pages = Math.ceil(list.length / LINES_ON_A_PAGE);
  // What a button asks for may not exist: the index has changed, or somebody made it up.
  const current = Math.min(page, pages - 1);
  const from = current * LINES_ON_A_PAGE;
  const shown = list.slice(from, from + LINES_ON_A_PAGE);
  const range = `${number(locale, from + 1)}–${number(locale, from + shown.length)}`;
  const total = number(locale, list.length);
  const note = span(say(locale, { es: `${range} de ${total}`, en: `${range} of ${total}` }), "i");
  return { shown, note: [[note]], buttons: question ? pageButtons(question, composing, current, pages) : [] };
}

function pageButtons(
  question: Question,
  { services, asker }: Composing,
  current: number,
  pages: number,
): Keyboard {
  const exact = { ...question, options: exactOptions(services, question.command, question.options) };
  const turn = (text: string, page: number): InlineKeyboardButton[] => {
    const data = page >= 0 && page < pages ? encodeQuestion(exact, asker, page) : undefined;
    return data === undefined ? [] : [{ text, callback_data: data }];
  };
  const buttons = [...turn("◀", current - 1), ...turn("▶", current + 1)];
  if (buttons.length === 0) return [];
  const label = { text: `${current + 1} / ${pages}`, callback_data: LABEL_DATA };
  return [[...turn("◀", current - 1), label, ...turn("▶", current + 1)]];
}

/** Only what Telegram would fetch. */
function linkOf(image: string | undefined): string | undefined {
  if (image === undefined || image.length > 2048 || /\s/u.test(image) || !URL.canParse(image))
    return undefined;
  const { protocol, href } = new URL(image);
  return protocol === "https:" || protocol === "http:" ? href : undefined;
}
