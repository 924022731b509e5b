/** What can be pressed below an answer: its choices, and the way to its other pages. */
import type { APIActionRowComponent, APIButtonComponent, APIComponentInMessageActionRow } from "discord.js";
import type { Choice } from "../../../chat/answer/answer.js";
import { type Locale, say } from "../../../chat/locale.js";
import { harmlessLine } from "../../../chat/text.js";
import { encodeState, MENU_ID, PAGE_LABEL_ID, type Question, type State } from "../interaction/custom-id.js";
import { cutTo } from "./cut-to.js";
import { LIMITS } from "./limits.js";
import { BUTTON, COMPONENT } from "../protocol.js";
import { SAID } from "../words.js";

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Whose answer it is, and whether choices are answered for all to see. */
export interface Owner {
  readonly asker: string;
  readonly open: boolean;
}

/** Choices that can be pressed, and those that cannot: they have no room in a custom id, or there are too many. */
export interface Pickable {
  readonly picks: readonly { readonly id: string; readonly label: string }[];
  readonly rest: readonly Choice[];
}

export function pickable(choices: readonly Choice[], { asker, open }: Owner): Pickable {
  const picks = new Map<string, string>();
  const rest: Choice[] = [];
  for (const choice of choices) {
    const { command, options } = choice;
    const id = encodeState({ kind: open ? "open" : "private", asker, page: 0, command, options });
    if (id === undefined || picks.size === LIMITS.selectOptions) rest.push(choice);
    // The same choice twice is one choice; Discord refuses two of one id.
    else if (!picks.has(id)) picks.set(id, choice.label);
  }
  return { picks: [...picks].map(([id, label]) => ({ id, label })), rest };
}

/** Buttons while they fit into one row, else a menu. */
export function choiceRows({ picks }: Pickable, prompt: string | undefined, locale: Locale): Row[] {
  if (picks.length === 0) return [];
  if (picks.length <= LIMITS.buttonsInRow) {
    const components = picks.map(({ id, label }) => button(id, label, BUTTON.primary));
    return [{ type: COMPONENT.row, components }];
  }
  const placeholder = cutTo(harmlessLine(prompt ?? "") || say(locale, SAID.choose), LIMITS.selectPlaceholder);
  const options = picks.map(({ id, label }) => ({ label: shown(label, LIMITS.selectLabel), value: id }));
  const menu = { type: COMPONENT.select, custom_id: MENU_ID, placeholder, options } as const;
  return [{ type: COMPONENT.row, components: [menu] }];
}

export interface Place {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
}

/** Back, where we are, and on; nothing where the question has no room in a custom id. */
export function pageRows({ page, pages }: Place, question: Question, asker: string): Row[] {
  const to = (target: number) =>
    encodeState({ ...question, kind: "page", asker, page: target } satisfies State);
  // Both are always there, so that the buttons stay where they are; at an end one leads round to the other.
  const [back, on] = [to((page + pages - 1) % pages), to((page + 1) % pages)];
  if (back === undefined || on === undefined) return [];
  const label = button(PAGE_LABEL_ID, `${page + 1} / ${pages}`, BUTTON.secondary);
  const components =
    back === on
      ? [label, button(on, page === 0 ? "▶" : "◀", BUTTON.secondary)]
      : [button(back, "◀", BUTTON.secondary), label, button(on, "▶", BUTTON.secondary)];
  return [
    {
      type: COMPONENT.row,
      components: components.map((one) => (one === label ? { ...label, disabled: true } : one)),
    },
  ];
}

type Button = Extract<APIButtonComponent, { custom_id: string }>;

function button(custom_id: string, label: string, style: Button["style"]): Button {
  return { type: COMPONENT.button, style, custom_id, label: shown(label, LIMITS.buttonLabel) };
}

function shown(label: string, max: number): string {
  return cutTo(harmlessLine(label), max) || "…";
}
