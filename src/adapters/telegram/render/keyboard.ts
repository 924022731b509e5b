/** The buttons below an answer: what they say, and what they carry. */
import type { InlineKeyboardButton } from "grammy/types";
import type { Action, Choice } from "../../../chat/answer/schema.js";
import type { Asked } from "../../../chat/asking.js";
import { exactOptions } from "../../../chat/command/exact-options.js";
import { commandNamed } from "../../../chat/command/names.js";
import type { Bot, Command } from "../../../chat/contract.js";
import { cut, harmlessLine } from "../../../chat/text.js";
import { type Button, encodeButton, inertButton } from "../../../surface/buttons.js";
import type { Page } from "../../../surface/paging.js";
import type { Keyboard } from "./content.js";
import { BUTTON_CHARACTERS, LIMITS, MOST_BUTTONS } from "./limits.js";

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

/** A button for each choice, below each other. A choice of a command that is not there has none. */
export function choiceButtons(choices: readonly Choice[], pressing: Pressing): Keyboard {
  return choices.slice(0, MOST_BUTTONS).flatMap(({ label, command, options }) => {
    const asked = exact({ command, options }, pressing);
    return asked === undefined
      ? []
      : [[button(label, { kind: "choice", open: true, asker: pressing.owner, asked }, pressing)]];
  });
}

export function actionButtons(actions: readonly Action[], pressing: Pressing): Keyboard {
  return actions.slice(0, MOST_BUTTONS).map(({ label, action, state, active = false }) => {
    const shown = active ? `✓ ${label}` : label;
    return [button(shown, { kind: "action", asker: pressing.owner, action, state }, pressing)];
  });
}

/**
 * A way to the pages before and after; none where there is only one, or nobody knows how to ask for another.
 */
export function pageButtons(
  { index, count }: Pick<Page<unknown>, "index" | "count">,
  asked: Asked | undefined,
  pressing: Pressing,
): Keyboard {
  const question = count > 1 && asked !== undefined ? exact(asked, pressing) : undefined;
  if (question === undefined) return [];
  const turn = (text: string, page: number): InlineKeyboardButton[] =>
    page < 0 || page >= count
      ? []
      : [button(text, { kind: "page", asker: pressing.owner, page, asked: question }, pressing)];
  const label = { text: `${index + 1} / ${count}`, callback_data: inertButton("page") };
  return [[...turn("◀", index - 1), label, ...turn("▶", index + 1)]];
}

/** The question so that it means the same after a restart; undefined where there is no such command. */
function exact({ command: name, options }: Asked, { bot }: Pressing): Asked | undefined {
  const command = commandOf(bot, name);
  return command && { command: command.name, options: exactOptions(bot.edition, command, options) };
}

function button(label: string, data: Button, { bot }: Pressing): InlineKeyboardButton {
  const room = { bytes: LIMITS.callbackData, shortKeys: bot.ports.shortKeys };
  const text = cut(harmlessLine(label), BUTTON_CHARACTERS) || "…";
  return { text, callback_data: encodeButton(data, room) };
}
