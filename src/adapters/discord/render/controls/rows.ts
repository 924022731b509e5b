/** Buttons and menus below an answer, in rows: as buttons while there is room, else in menus. */
import type { APIButtonComponent } from "discord.js";
import { type Locale, say } from "../../../../chat/locale.js";
import { harmlessLine } from "../../../../chat/text.js";
import { inertButton } from "../../../../surface/buttons.js";
import type { Page } from "../../../../surface/paging.js";
import type { Words } from "../../../../words.js";
import { BUTTON, COMPONENT, type Row } from "../../protocol.js";
import { SHOWN } from "../../words.js";
import { cutTo } from "../cut-to.js";
import { countOf, LIMITS } from "../limits.js";
import { optionTexts } from "./labels.js";
import type { LinkShown, Pressable, Pressables } from "./pressables.js";

/** A phone shows no more of a button in one line; a menu shows longer labels whole. */
const READABLE = 40;
/** More actions than this are a menu, and so are more ways on. */
const MOST_BUTTONS = { actions: 15, follow: 10, folds: 5 } as const;

export interface Controls {
  readonly rows: readonly Row[];
  /** Whether the prompt has to be said above: a menu says it itself. */
  readonly asks: boolean;
  /** Labels that no option has room for. */
  readonly long: readonly string[];
  /** Links that there was no room for as buttons. */
  readonly links: readonly LinkShown[];
}

export interface Surrounds {
  /** The way to other pages; empty where there are none. */
  readonly pages: readonly Row[];
  /** What is asked, as plain text. */
  readonly prompt: string;
  /** Components that there is room for. */
  readonly room: number;
  readonly locale: Locale;
}

/** Something that can be pressed, in the form that is best and in one that takes less room. */
interface Group {
  /** Undefined where it cannot have that form. */
  readonly buttons: readonly Row[] | undefined;
  readonly menu: readonly Row[];
}

export function controlsOf(pressables: Pressables, { pages, prompt, room, locale }: Surrounds): Controls {
  const { choices, onward, lines, actions, follow, folds, links } = pressables;
  const groups = {
    choices: choiceGroup(choices, onward, prompt, locale),
    actions: groupOf("actions", actions, SHOWN.choose, locale),
    folds: groupOf("folds", folds, SHOWN.open, locale),
    follow: groupOf("follow", follow, SHOWN.follow, locale),
    links: { buttons: linkRows(links), menu: [] },
  };
  const opened = lines.length === 0 ? [] : [menuOf("lines", lines, say(locale, SHOWN.openOne))];
  const shown = fitted(groups, room - countOf([...pages, ...opened]));
  const isMenu = (name: keyof typeof groups) => shown[name] !== groups[name].buttons;
  const long = [
    ...(isMenu("choices") ? choices : []),
    ...(isMenu("actions") ? actions : []),
    ...(isMenu("folds") ? folds : []),
    ...(isMenu("follow") ? follow : []),
  ].map(({ label }) => label);
  return {
    rows: [
      ...pages,
      ...opened,
      ...shown.choices,
      ...shown.actions,
      ...shown.follow,
      ...together(shown.folds, shown.links),
    ],
    asks: choices.length > 0 && !isMenu("choices"),
    long: long.filter((label) => optionTexts(label).cut),
    links: isMenu("links") ? links : [],
  };
}

/** What gives way first where there is no room for all of it. */
const YIELDING = ["links", "follow", "folds", "actions", "choices"] as const;

function fitted<Name extends (typeof YIELDING)[number]>(
  groups: Readonly<Record<Name, Group>>,
  room: number,
): Readonly<Record<Name, readonly Row[]>> {
  const names = YIELDING.filter((name): name is Name => Object.hasOwn(groups, name));
  const shown = Object.fromEntries(
    names.map((name) => [name, groups[name].buttons ?? groups[name].menu]),
  ) as Record<Name, readonly Row[]>;
  const size = () => names.reduce((sum, name) => sum + countOf(shown[name]), 0);
  for (const name of names) {
    if (size() <= room) break;
    shown[name] = groups[name].menu;
  }
  return shown;
}

/** Choices, and what leads to more of the same: one row of buttons where there is room for both. */
function choiceGroup(
  choices: readonly Pressable[],
  onward: readonly Pressable[],
  prompt: string,
  locale: Locale,
): Group {
  const on = rowsOf(onward.map((one) => button(one)));
  const menu =
    choices.length === 0
      ? on
      : [menuOf("choices", choices, harmlessLine(prompt) || say(locale, SHOWN.choose)), ...on];
  const isReadable = choices.every(({ label }) => label.length <= READABLE);
  if (!isReadable || choices.length > LIMITS.buttonsInRow) return { buttons: undefined, menu };
  const all = [...choices, ...onward];
  const buttons =
    all.length <= LIMITS.buttonsInRow
      ? rowsOf(all.map((one) => button(one)))
      : [...rowsOf(choices.map((one) => button(one))), ...on];
  return { buttons, menu };
}

function groupOf(
  name: keyof typeof MOST_BUTTONS,
  all: readonly Pressable[],
  placeholder: Words,
  locale: Locale,
): Group {
  const menu = all.length === 0 ? [] : [menuOf(name, all, say(locale, placeholder))];
  const fits =
    all.length <= MOST_BUTTONS[name] && all.every(({ label }) => label.length <= LIMITS.buttonLabel);
  return { buttons: fits ? rowsOf(all.map((one) => button(one))) : undefined, menu };
}

/** Undefined where a label has no room. */
function linkRows(links: readonly LinkShown[]): readonly Row[] | undefined {
  if (links.some(({ label }) => label.length > LIMITS.buttonLabel)) return undefined;
  return rowsOf(
    links.map(({ label, url }) => ({
      type: COMPONENT.button,
      style: BUTTON.link,
      label: label || "…",
      url,
    })),
  );
}

/** Two lists of rows, the last row of one and the first of the other joined where one row has room for both. */
function together(above: readonly Row[], below: readonly Row[]): readonly Row[] {
  const [last, first] = [above.at(-1), below[0]];
  const isMenu = last?.components.some(({ type }) => type === COMPONENT.select);
  const count = (last?.components.length ?? 0) + (first?.components.length ?? 0);
  if (!last || !first || isMenu || count > LIMITS.buttonsInRow) return [...above, ...below];
  return [
    ...above.slice(0, -1),
    { type: COMPONENT.row, components: [...last.components, ...first.components] },
    ...below.slice(1),
  ];
}

/**
 * Back, where we are, and on; the arrows say in words where they lead, for those who hear the page.
 * @param to the text of the button that leads to a page
 */
export function pageRows(
  { index, count }: Page<unknown>,
  to: (page: number) => string,
  locale: Locale,
): readonly Row[] {
  // Both are always there, so that the buttons stay where they are; at an end one leads round to the other.
  const [back, on] = [to((index + count - 1) % count), to((index + 1) % count)];
  const here = { ...button({ id: inertButton("page"), label: `${index + 1} / ${count}` }), disabled: true };
  const previous = button({ id: back, label: say(locale, SHOWN.previous) });
  const next = button({ id: on, label: say(locale, SHOWN.next) });
  if (back === on) return [rowOf([here, index === 0 ? next : previous])];
  return [rowOf([previous, here, next])];
}

function menuOf(name: string, all: readonly Pressable[], prompt: string): Row {
  const placeholder = cutTo(prompt, LIMITS.selectPlaceholder);
  const options = all.map(({ id, label, description }) => {
    const { cut: _, ...texts } = optionTexts(label, description);
    return { ...texts, value: id };
  });
  return rowOf([{ type: COMPONENT.select, custom_id: inertButton(name), placeholder, options }]);
}

function rowsOf(buttons: readonly APIButtonComponent[]): readonly Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length; at += LIMITS.buttonsInRow) {
    rows.push(rowOf(buttons.slice(at, at + LIMITS.buttonsInRow)));
  }
  return rows;
}

function rowOf(components: Row["components"]): Row {
  return { type: COMPONENT.row, components };
}

function button({ id, label, active }: Pressable): Extract<APIButtonComponent, { custom_id: string }> {
  return {
    type: COMPONENT.button,
    style: active ? BUTTON.primary : BUTTON.secondary,
    custom_id: id,
    label: cutTo(label, LIMITS.buttonLabel) || "…",
  };
}
