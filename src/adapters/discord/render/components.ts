/** What can be pressed below an answer: its choices, its actions, and the way to its other pages. */
import type { APIActionRowComponent, APIButtonComponent, APIComponentInMessageActionRow } from "discord.js";
import type { Answer } from "../../../chat/answer/schema.js";
import type { Asked } from "../../../chat/asking.js";
import type { Program } from "../../../chat/contract.js";
import { leadsOn } from "../../../chat/line/said.js";
import { type Locale, say } from "../../../chat/locale.js";
import type { ShortKeys } from "../../../chat/ports.js";
import { harmlessLine } from "../../../chat/text.js";
import { type Button, encodeButton, inertButton } from "../../../surface/buttons.js";
import type { Page } from "../../../surface/paging.js";
import { BUTTON, COMPONENT } from "../protocol.js";
import { knownCommand } from "../registration/command-names.js";
import { SHOWN } from "../words.js";
import { cutTo } from "./cut-to.js";
import { LIMITS } from "./limits.js";

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Rows that are left to choices and actions: one has the pages. */
const PRESSABLE_ROWS = LIMITS.rows - 1;

/** Whose answer it is, and who sees what is picked of it. */
export interface Owner {
  readonly program: Program;
  readonly shortKeys: ShortKeys;
  /** Id of whoever asked, "0" where anybody may press. */
  readonly asker: string;
  /** Whether choices are answered for all to see. */
  readonly open: boolean;
}

interface Pressable {
  readonly id: string;
  readonly label: string;
  readonly active?: boolean;
  /** Whether it leads to more of what the other choices are. */
  readonly leadsOn?: boolean;
}

export interface Pressables {
  readonly choices: readonly Pressable[];
  readonly actions: readonly Pressable[];
  /** Labels of those that are too many. */
  readonly rest: readonly string[];
}

/** Choices and actions of the answer that there still are, each once. */
export function pressablesOf({ choices = [], actions = [] }: Answer, owner: Owner): Pressables {
  const { program, asker, open } = owner;
  const asked = choices
    .filter(({ command }) => knownCommand(program, command))
    .map((choice) => ({
      label: choice.label,
      leadsOn: leadsOn(choice),
      button: {
        kind: "choice",
        asker,
        open,
        asked: { command: choice.command, options: choice.options },
      } as const,
    }));
  const done = actions
    .filter(({ action }) => program.actions.some(({ name }) => name === action))
    .map(({ label, action, state, active }) => ({
      label,
      active,
      button: { kind: "action", asker, action, state } as const,
    }));
  const [ofChoices, ofActions] = [encoded(asked, owner), encoded(done, owner)];
  const rest = [ofChoices, ofActions].flatMap((all) => all.slice(LIMITS.selectOptions));
  return {
    choices: ofChoices.slice(0, LIMITS.selectOptions),
    actions: ofActions.slice(0, LIMITS.selectOptions),
    rest: rest.map(({ label }) => label),
  };
}

/** The same thing twice is one thing; Discord refuses two of one id. */
function encoded(
  all: readonly (Omit<Pressable, "id"> & { readonly button: Button })[],
  { shortKeys }: Owner,
): readonly Pressable[] {
  const byId = new Map<string, Pressable>();
  for (const { button, ...shown } of all) {
    const id = encodeButton(button, { bytes: LIMITS.customId, shortKeys });
    if (!byId.has(id)) byId.set(id, { id, ...shown });
  }
  return [...byId.values()];
}

/** Buttons while they fit into one row, else a menu, below which is what leads to more of the same. */
export function choiceRows({ choices }: Pressables, prompt: string, locale: Locale): Row[] {
  if (choices.length === 0) return [];
  if (choices.length <= LIMITS.buttonsInRow) {
    return [rowOf(choices.map(({ id, label }) => button(id, label, BUTTON.primary)))];
  }
  const listed = choices.filter((choice) => !choice.leadsOn);
  const on = choices.filter((choice) => choice.leadsOn).slice(0, LIMITS.buttonsInRow);
  return [
    ...(listed.length > 0 ? [menu("choices", listed, prompt, locale)] : []),
    ...(on.length > 0 ? [rowOf(on.map(({ id, label }) => button(id, label, BUTTON.primary)))] : []),
  ];
}

/**
 * Buttons in as many rows as are left, else a menu; what holds now stands out.
 * @param taken rows that the choices have
 */
export function actionRows({ actions }: Pressables, taken: number, locale: Locale): Row[] {
  const rowsLeft = PRESSABLE_ROWS - taken;
  if (actions.length > rowsLeft * LIMITS.buttonsInRow) return [menu("actions", actions, "", locale)];
  const buttons = actions.map(({ id, label, active }) =>
    button(id, label, active ? BUTTON.primary : BUTTON.secondary),
  );
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length; at += LIMITS.buttonsInRow) {
    rows.push(rowOf(buttons.slice(at, at + LIMITS.buttonsInRow)));
  }
  return rows;
}

/**
 * Back, where we are, and on.
 * @param asked the question as its pages ask it again
 */
export function pageRows({ index, count }: Page<unknown>, asked: Asked, { asker, shortKeys }: Owner): Row[] {
  const to = (page: number) =>
    encodeButton({ kind: "page", asker, page, asked }, { bytes: LIMITS.customId, shortKeys });
  // Both are always there, so that the buttons stay where they are; at an end one leads round to the other.
  const [back, on] = [to((index + count - 1) % count), to((index + 1) % count)];
  const here = {
    ...button(inertButton("page"), `${index + 1} / ${count}`, BUTTON.secondary),
    disabled: true,
  };
  if (back === on) return [rowOf([here, button(on, index === 0 ? "▶" : "◀", BUTTON.secondary)])];
  return [rowOf([button(back, "◀", BUTTON.secondary), here, button(on, "▶", BUTTON.secondary)])];
}

function menu(name: string, all: readonly Pressable[], prompt: string, locale: Locale): Row {
  const placeholder = cutTo(harmlessLine(prompt) || say(locale, SHOWN.choose), LIMITS.selectPlaceholder);
  const options = all.map(({ id, label }) => ({ label: shown(label, LIMITS.selectLabel), value: id }));
  return rowOf([{ type: COMPONENT.select, custom_id: inertButton(name), placeholder, options }]);
}

function rowOf(components: APIComponentInMessageActionRow[]): Row {
  return { type: COMPONENT.row, components };
}

type ButtonWithId = Extract<APIButtonComponent, { custom_id: string }>;

function button(custom_id: string, label: string, style: ButtonWithId["style"]): ButtonWithId {
  return { type: COMPONENT.button, style, custom_id, label: shown(label, LIMITS.buttonLabel) };
}

function shown(label: string, max: number): string {
  return cutTo(harmlessLine(label), max) || "…";
}
