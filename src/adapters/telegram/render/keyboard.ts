/** The buttons below an answer: what they say, and what they carry. */
import { isDeepStrictEqual } from "node:util";
import type { InlineKeyboardButton } from "grammy/types";
import type { Action, Answer, AnswerKind, Choice, Fold, Line, Link } from "../../../chat/answer/schema.js";
import type { Asked } from "../../../chat/asking.js";
import { exactOptions } from "../../../chat/command/exact-options.js";
import { commandNamed } from "../../../chat/command/names.js";
import type { Bot, Command } from "../../../chat/contract.js";
import { type Locale, say } from "../../../chat/locale.js";
import { cut, harmlessLine } from "../../../chat/text.js";
import { ANYBODY, type Button, encodeButton, inertButton } from "../../../surface/buttons.js";
import type { Page } from "../../../surface/paging.js";
import { PAGES } from "../words.js";
import type { Keyboard } from "./content.js";
import {
  BUTTON_CHARACTERS,
  BUTTONS_IN_A_ROW,
  LIMITS,
  MOST_BUTTONS,
  NUMBER_CHARACTERS,
  NUMBERS_IN_A_ROW,
  ROW_CHARACTERS,
  SCORES_IN_A_ROW,
} from "./limits.js";
import { fetchable } from "./picture.js";

/** Whose buttons they are, and what stands behind them. */
export interface Pressing {
  readonly bot: Bot;
  /** Number of the person who may press them; "0" is anybody. */
  readonly owner: string;
}

/** The command of a question of ours, whoever may ask it. */
export function commandOf({ program }: Pick<Bot, "program">, name: string): Command | undefined {
  return commandNamed(program.commands, name) ?? commandNamed(program.operatorCommands, name);
}

/**
 * A button for each choice, below each other. What a choice leads to takes the place of an answer that only asks, and of
 * one whose next ones it shows; otherwise it stands below. A choice of a command that is not there has none.
 */
export function choiceButtons(
  { kind, choices = [] }: Pick<Answer, "kind" | "choices">,
  pressing: Pressing,
): Keyboard {
  const onlyAsks = ONLY_ASK.has(kind);
  return choices.slice(0, MOST_BUTTONS).flatMap(({ label, command, options, inPlace: replaces }) => {
    const asked = exact({ command, options }, pressing);
    if (asked === undefined) return [];
    const data = onlyAsks || replaces ? inPlace(asked, pressing) : below(asked);
    return [[button(label, data, pressing)]];
  });
}

/** Answers that nobody wants to keep once they are answered. */
const ONLY_ASK: ReadonlySet<AnswerKind> = new Set(["choices", "empty", "error"]);

/**
 * An answer without what would be offered twice: which of several is meant is chosen by its name, everything else is
 * opened by its line's number.
 */
export function offeredOnce(
  answer: Answer,
  shown: Page<Line>,
): Pick<Answer, "kind" | "choices"> & { readonly page: Page<Line> } {
  const { kind, choices = [] } = answer;
  const same = (one: Asked | undefined, other: Asked) =>
    one?.command === other.command && isDeepStrictEqual(one.options, other.options);
  if (kind === "choices") {
    const items = shown.items.map((line) =>
      choices.some((choice) => same(line.asks, choice)) ? { ...line, asks: undefined } : line,
    );
    return { kind, choices, page: { ...shown, items } };
  }
  const others = choices.filter((choice) => !shown.items.some(({ asks }) => same(asks, choice)));
  return { kind, choices: others, page: shown };
}

/** Where an answer leads: each to an answer of its own below, so anybody may press them. */
export function followButtons(follow: readonly Choice[], pressing: Pressing): Keyboard {
  const buttons = follow.slice(0, MOST_BUTTONS).flatMap(({ label, command, options }) => {
    const asked = exact({ command, options }, pressing);
    return asked === undefined ? [] : [button(label, below(asked), pressing)];
  });
  return rowsOf(buttons);
}

/** The numbers of the lines that can be opened. */
export function lineButtons({ items, start }: Page<Line>, pressing: Pressing): Keyboard {
  const buttons = items.flatMap(({ asks }, at) => {
    const asked = asks && exact(asks, pressing);
    return asked === undefined ? [] : [button(String(start + at + 1), below(asked), pressing)];
  });
  // Rows of one length: "11" does not stand alone.
  const rows = Math.ceil(buttons.length / NUMBERS_IN_A_ROW);
  return inRows(buttons, (row) => row.length < Math.ceil(buttons.length / rows));
}

export function actionButtons(actions: readonly Action[], pressing: Pressing): Keyboard {
  const buttons = actions.slice(0, MOST_BUTTONS).map(({ label, action, state, active, shared }) => {
    const shown = active ? `✓ ${label}` : label;
    const asker = shared ? ANYBODY : pressing.owner;
    const data = { kind: "action", asker, action, state, ...(shared ? { shared } : {}) } as const;
    return button(shown, data, pressing);
  });
  if (buttons.every(({ text }) => text.length <= NUMBER_CHARACTERS))
    return inRows(buttons, (row) => row.length < SCORES_IN_A_ROW);
  return actions.some(({ shared }) => shared === "reply") ? rowsOf(buttons) : buttons.map((one) => [one]);
}

/** Pages elsewhere; none for what is no address that Telegram takes. */
export function linkButtons(links: readonly Link[]): Keyboard {
  const buttons = links.slice(0, MOST_BUTTONS).flatMap(({ label, url }) => {
    const address = fetchable(url);
    return address === undefined ? [] : [{ text: buttonText(label), url: address }];
  });
  return rowsOf(buttons);
}

/**
 * A way to the pages before and after; none where there is only one, or nobody knows how to ask for another.
 */
export function pageButtons(
  { index, count }: Pick<Page<unknown>, "index" | "count">,
  asked: Asked | undefined,
  pressing: Pressing & { readonly locale: Locale },
): Keyboard {
  const question = count > 1 && asked !== undefined ? exact(asked, pressing) : undefined;
  if (question === undefined) return [];
  const turn = (text: string, page: number): InlineKeyboardButton[] =>
    page < 0 || page >= count
      ? []
      : [button(text, { kind: "page", asker: pressing.owner, page, asked: question }, pressing)];
  const label = { text: `${index + 1} / ${count}`, callback_data: inertButton("page") };
  const [before, after] = [say(pressing.locale, PAGES.before), say(pressing.locale, PAGES.after)];
  return [[...turn(`◀ ${before}`, index - 1), label, ...turn(`${after} ▶`, index + 1)]];
}

/** What has no room in the message: each shown below, to anybody who wants it. */
export function foldButtons(
  folds: readonly Fold[],
  closed: readonly number[],
  asked: Asked | undefined,
  pressing: Pressing,
): Keyboard {
  const question = asked === undefined ? undefined : exact(asked, pressing);
  if (question === undefined) return [];
  const buttons = closed.slice(0, MOST_BUTTONS).map((index) => {
    const data = { kind: "fold", asker: ANYBODY, index, asked: question } as const;
    return button(folds[index]?.label ?? "", data, pressing);
  });
  return rowsOf(buttons);
}

/** The question so that it means the same after a restart; undefined where there is no such command. */
function exact({ command: name, options }: Asked, { bot }: Pressing): Asked | undefined {
  const command = commandOf(bot, name);
  return command && { command: command.name, options: exactOptions(bot.edition, command, options) };
}

function inPlace(asked: Asked, { owner }: Pressing): Button {
  return { kind: "choice", open: true, inPlace: true, asker: owner, asked };
}

function below(asked: Asked): Button {
  return { kind: "choice", open: true, asker: ANYBODY, asked };
}

/** Short words beside each other. */
function rowsOf(buttons: readonly InlineKeyboardButton[]): Keyboard {
  return inRows(buttons, (row, next) => {
    const characters = [...row, next].reduce((sum, { text }) => sum + text.length, 0);
    return row.length < BUTTONS_IN_A_ROW && characters <= ROW_CHARACTERS;
  });
}

function inRows(
  buttons: readonly InlineKeyboardButton[],
  hasRoom: (row: readonly InlineKeyboardButton[], next: InlineKeyboardButton) => boolean,
): Keyboard {
  const rows: Keyboard = [];
  for (const next of buttons) {
    const row = rows.at(-1);
    if (row && hasRoom(row, next)) row.push(next);
    else rows.push([next]);
  }
  return rows;
}

function button(label: string, data: Button, { bot }: Pressing): InlineKeyboardButton {
  const room = { bytes: LIMITS.callbackData, shortKeys: bot.ports.shortKeys };
  return { text: buttonText(label), callback_data: encodeButton(data, room) };
}

function buttonText(label: string): string {
  return cut(harmlessLine(label), BUTTON_CHARACTERS) || "…";
}
