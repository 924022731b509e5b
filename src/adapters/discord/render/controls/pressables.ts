/** What can be pressed below an answer, each with the text that its button or option carries. */
import { plainText } from "../../../../chat/answer/rich-text.js";
import type { Answer, Choice, Fold, Line } from "../../../../chat/answer/schema.js";
import type { Asked } from "../../../../chat/asking.js";
import type { Program } from "../../../../chat/contract.js";
import { leadsOn } from "../../../../chat/line/said.js";
import type { ShortKeys } from "../../../../chat/ports.js";
import { ANYBODY, type Button, encodeButton, MOST_FOLDS } from "../../../../surface/buttons.js";
import type { Page } from "../../../../surface/paging.js";
import { knownCommand } from "../../registration/command-names.js";
import { LIMITS } from "../limits.js";
import { webAddress } from "../media.js";
import { labelOf, oneLine } from "./labels.js";

/** Whose answer it is, and who sees what is picked of it. */
export interface Owner {
  readonly program: Program;
  readonly shortKeys: ShortKeys;
  /** Id of whoever asked, "0" where anybody may press. */
  readonly asker: string;
  /** Whether choices are answered for all to see. */
  readonly open: boolean;
}

export interface Pressable {
  readonly id: string;
  readonly label: string;
  /** What an option of a menu says besides. */
  readonly description?: string;
  /** Whether it is what holds now. */
  readonly active?: boolean;
}

export interface LinkShown {
  readonly label: string;
  readonly url: string;
}

export interface Pressables {
  /** What is asked back. */
  readonly choices: readonly Pressable[];
  /** What leads to more of what the choices are. */
  readonly onward: readonly Pressable[];
  /** Lines of the page that can be opened. */
  readonly lines: readonly Pressable[];
  readonly actions: readonly Pressable[];
  readonly follow: readonly Pressable[];
  readonly folds: readonly Pressable[];
  readonly links: readonly LinkShown[];
  /** Labels of choices and actions that are too many. */
  readonly rest: readonly string[];
}

/** Links of an answer that are shown. */
const MOST_LINKS = 5;

/**
 * All of them that there still are, each once.
 * @param page the lines that are shown
 * @param asked the question as its folds ask it again; without one they cannot be opened
 */
export function pressablesOf(
  answer: Answer,
  page: Page<Line>,
  asked: Asked | undefined,
  owner: Owner,
): Pressables {
  const { choices = [], follow = [], actions = [], links = [] } = answer;
  const lines = encoded(linesOf(answer, page, owner), owner);
  // What a line of the list opens need not be offered a second time.
  const isListed = lines.length > 0 && choices.length > 0 ? listed(answer) : () => false;
  const offered = choices.filter((choice) => !isListed(choice));
  const [picked, onward, followed] = apart([
    encoded(
      asking(
        offered.filter((choice) => !leadsOn(choice)),
        owner,
      ),
      owner,
    ),
    encoded(asking(offered.filter(leadsOn), owner), owner),
    encoded(asking(follow, owner), owner),
  ]);
  const done = encoded(doing(actions, owner), owner);
  const most = LIMITS.selectOptions;
  return {
    choices: picked.slice(0, most),
    onward: onward.slice(0, LIMITS.buttonsInRow),
    lines,
    actions: done.slice(0, most),
    follow: followed.slice(0, most),
    folds: asked ? encoded(opening(answer.folds ?? [], asked, owner), owner) : [],
    links: linksOf(links),
    rest: [picked, done].flatMap((all) => all.slice(most)).map(({ label }) => label),
  };
}

type Unwritten = Omit<Pressable, "id"> & { readonly button: Button };

function asking(choices: readonly Choice[], { program, asker, open }: Owner): readonly Unwritten[] {
  return choices
    .filter(({ command }) => knownCommand(program, command))
    .map((choice) => ({
      label: labelOf(choice, program),
      button: {
        kind: "choice",
        asker,
        open,
        ...(choice.inPlace ? { inPlace: true } : {}),
        asked: { command: choice.command, options: choice.options },
      },
    }));
}

function linesOf(answer: Answer, page: Page<Line>, { program, asker, open }: Owner): readonly Unwritten[] {
  return page.items.flatMap(({ head, details = [], why, asks }, at): Unwritten[] => {
    if (!asks || !knownCommand(program, asks.command)) return [];
    const place = answer.list?.numbered ? `${page.start + at + 1}. ` : "";
    const facts = details.length > 0 ? details.join(" · ") : (why ?? "");
    return [
      {
        label: `${place}${oneLine(plainText(head)) || "…"}`,
        description: oneLine(facts),
        button: { kind: "choice", asker, open, asked: asks },
      },
    ];
  });
}

function doing(actions: Answer["actions"] = [], { program, asker }: Owner): readonly Unwritten[] {
  return actions
    .filter(({ action }) => program.actions.some(({ name }) => name === action))
    .map(({ label, action, state, active, shared }) => ({
      label: oneLine(label),
      active,
      button: {
        kind: "action",
        asker: shared ? ANYBODY : asker,
        ...(shared ? { shared } : {}),
        action,
        state,
      },
    }));
}

function opening(folds: readonly Fold[], asked: Asked, { asker }: Owner): readonly Unwritten[] {
  const most = Math.min(LIMITS.selectOptions, MOST_FOLDS);
  return folds.slice(0, most).map(({ label }, index) => ({
    label: oneLine(label),
    button: { kind: "fold", asker, index, asked },
  }));
}

function linksOf(links: Answer["links"] = []): readonly LinkShown[] {
  const shown = new Map<string, LinkShown>();
  for (const { label, url } of links) {
    const address = webAddress(url, LIMITS.linkUrl);
    if (address !== undefined) shown.set(address, { label: oneLine(label), url: address });
  }
  return [...shown.values()].slice(0, MOST_LINKS);
}

/** The same thing twice is one thing; Discord refuses two of one id. */
function encoded(all: readonly Unwritten[], { shortKeys }: Owner): readonly Pressable[] {
  const byId = new Map<string, Pressable>();
  for (const { button, ...shown } of all) {
    const id = encodeButton(button, { bytes: LIMITS.customId, shortKeys });
    if (!byId.has(id)) byId.set(id, { id, ...shown });
  }
  return [...byId.values()];
}

/** The groups without what stands in one before. */
function apart<Groups extends readonly (readonly Pressable[])[]>(groups: readonly [...Groups]) {
  const seen = new Set<string>();
  const isNew = ({ id }: Pressable) => !seen.has(id) && seen.add(id);
  return groups.map((group) => group.filter(isNew)) as { [At in keyof Groups]: readonly Pressable[] };
}

/** Whether a line of the answer's list asks the same as a choice. */
function listed({ list }: Answer): (choice: Choice) => boolean {
  const asked = new Set((list?.lines ?? []).flatMap(({ asks }) => (asks ? [keyOf(asks)] : [])));
  return (choice) => asked.has(keyOf(choice));
}

function keyOf({ command, options }: Asked): string {
  return JSON.stringify([command, options]);
}
