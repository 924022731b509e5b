/**
 * What a button carries, so that it works after a restart: the question it asks or the action it stands for, which page,
 * and whose answer it belongs to. It is only a hint from outside: all of it, and rights above all, is checked again.
 *
 *     2p;2bz8f;k3xq;3;nombre=person:488
 *
 * version and kind; asker (base 36, 0 = anybody); code of the command or name of the action; page, fold or both (base 36);
 * options, percent-encoded where they hold a separator, lists with commas. What has no room is kept under a key, `2k;KEY`, as
 * anybody's: whose it is stands behind the key (`2k;KEY;2bz8f`), so that what is kept names nobody.
 */
import type { Action, OptionValue, OptionValues } from "../chat/answer/schema.js";
import type { Asked } from "../chat/asking.js";
import type { Command } from "../chat/contract.js";
import type { ShortKeys } from "../chat/ports.js";
import { harmlessLine } from "../chat/text.js";

const VERSION = "2";
const SEPARATOR = ";";
const SHORT_KEY = new RegExp(`^${VERSION}k${SEPARATOR}([\\w-]{1,40})(?:${SEPARATOR}([\\da-z]{1,13}))?$`, "u");

/** Whose answer it is where anybody may press its buttons. */
export const ANYBODY = "0";

interface Owned {
  /** Id of the person whose answer it is, as its platform counts people, or `ANYBODY`. */
  readonly asker: string;
}

/** Shows a page of an answer, in its place. */
export interface PageButton extends Owned {
  readonly kind: "page";
  /** From 0. */
  readonly page: number;
  /** The fold whose pages they are, from 0; undefined where they are the answer's own. */
  readonly fold?: number;
  readonly asked: Asked;
}

/** Opens a part of an answer that is closed: the question is asked again, and that part shown. */
export interface FoldButton extends Owned {
  readonly kind: "fold";
  /** Which of the answer's folds, from 0. */
  readonly index: number;
  readonly asked: Asked;
}

/** Asks a further question. */
export interface ChoiceButton extends Owned {
  readonly kind: "choice";
  /** Whether its answer is for all to see. */
  readonly open: boolean;
  /** Whether it takes the place of the answer that it stands under. */
  readonly inPlace?: boolean;
  readonly asked: Asked;
}

/** Does something. */
export interface ActionButton extends Owned {
  readonly kind: "action";
  /** Where anybody may press it: see `Action.shared`. */
  readonly shared?: Action["shared"];
  readonly action: string;
  readonly state: OptionValues;
}

export type Button = PageButton | FoldButton | ChoiceButton | ActionButton;

/** What a button is that cannot be read: of another version; one whose key is kept no more; none of ours. */
export type Unreadable = "old" | "expired" | "unknown";

/** What a platform has room for. */
export interface Room {
  /** Bytes of UTF-8. */
  readonly bytes: number;
  readonly shortKeys: ShortKeys;
}

/** The button as text of at most `room.bytes`. */
export function encodeButton(button: Button, { bytes, shortKeys }: Room): string {
  const whole = written(button);
  if (Buffer.byteLength(whole) <= bytes) return whole;
  const key = shortKeys.keep(written({ ...button, asker: ANYBODY }));
  const owner = button.asker === ANYBODY ? [] : [base36(button.asker)];
  return [`${VERSION}k`, key, ...owner].join(SEPARATOR);
}

/** What the text of a button says. Never rejects, whatever was made up. */
export async function decodeButton(
  text: string,
  commands: readonly Command[],
  shortKeys: ShortKeys,
): Promise<Button | Unreadable> {
  const [, key, owner] = SHORT_KEY.exec(text) ?? [];
  if (key === undefined) return read(text, commands);
  const whole = await shortKeys.find(key);
  if (whole === undefined) return "expired";
  const [head = "", asker = "", ...rest] = whole.split(SEPARATOR);
  return read([head, owner ?? asker, ...rest].join(SEPARATOR), commands);
}

/** Texts of buttons that only show something begin like this: nothing happens when they are pressed. */
export function inertButton(name: string): string {
  return `${VERSION}n${SEPARATOR}${name}`;
}

export function isInert(text: string): boolean {
  return text.startsWith(`${VERSION}n${SEPARATOR}`);
}

function written(button: Button): string {
  const head = `${VERSION}${LETTERS[kindOf(button)]}`;
  const asker = base36(button.asker);
  switch (button.kind) {
    case "action":
      return [head, asker, escaped(button.action), "0", ...pairs(button.state)].join(SEPARATOR);
    case "page":
    case "fold":
    case "choice": {
      const { command, options } = button.asked;
      const part = partOf(button).toString(36);
      return [head, asker, commandCode(command), part, ...pairs(options)].join(SEPARATOR);
    }
  }
}

/** Folds of an answer that buttons can tell apart. */
export const MOST_FOLDS = 36;

/** Which part of its answer a button shows, as one number. */
function partOf(button: PageButton | FoldButton | ChoiceButton): number {
  if (button.kind === "choice") return 0;
  if (button.kind === "fold") return button.index;
  return button.fold === undefined ? button.page : button.page * MOST_FOLDS + button.fold;
}

const LETTERS = {
  page: "p",
  foldPage: "g",
  fold: "f",
  open: "o",
  private: "e",
  inPlace: "i",
  action: "a",
  actionReply: "b",
  actionUpdate: "u",
} as const;

type Kind = keyof typeof LETTERS;

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ["p", "page"],
  ["g", "foldPage"],
  ["f", "fold"],
  ["o", "open"],
  ["e", "private"],
  ["i", "inPlace"],
  ["a", "action"],
  ["b", "actionReply"],
  ["u", "actionUpdate"],
]);

function kindOf(button: Button): Kind {
  if (button.kind === "page") return button.fold === undefined ? "page" : "foldPage";
  if (button.kind === "action")
    return button.shared === undefined
      ? "action"
      : button.shared === "reply"
        ? "actionReply"
        : "actionUpdate";
  if (button.kind !== "choice") return button.kind;
  if (button.inPlace) return "inPlace";
  return button.open ? "open" : "private";
}

function read(text: string, commands: readonly Command[]): Button | Unreadable {
  const [head = "", asker = "", subject = "", page = "", ...options] = text.split(SEPARATOR);
  const kind = KINDS.get(head.slice(1));
  if (!/^\d\p{Ll}$/u.test(head)) return "unknown";
  if (head[0] !== VERSION) return "old";
  if (!kind || !/^[\da-z]{1,13}$/u.test(asker) || !/^[\da-z]{1,4}$/u.test(page)) return "unknown";
  if (!options.every((pair) => pair.includes("="))) return "unknown";
  const owner = fromBase36(asker);
  try {
    const values = Object.fromEntries(options.map(readPair));
    if (kind === "action" || kind === "actionReply" || kind === "actionUpdate") {
      const action = {
        kind: "action",
        asker: owner,
        action: decodeURIComponent(subject),
        state: values,
      } as const;
      return kind === "action" ? action : { ...action, shared: kind === "actionReply" ? "reply" : "update" };
    }
    const command = commands.find(({ name }) => commandCode(name) === subject);
    // It was another version's, or is switched off.
    if (!command) return "old";
    const asked = { command: command.name, options: values };
    const part = Number.parseInt(page, 36);
    switch (kind) {
      case "page":
        return { kind, asker: owner, page: part, asked };
      case "foldPage":
        return {
          kind: "page",
          asker: owner,
          page: Math.floor(part / MOST_FOLDS),
          fold: part % MOST_FOLDS,
          asked,
        };
      case "fold":
        return { kind, asker: owner, index: part, asked };
      case "inPlace":
        return { kind: "choice", asker: owner, open: true, inPlace: true, asked };
      default:
        return { kind: "choice", asker: owner, open: kind === "open", asked };
    }
  } catch {
    // Half an escape.
    return "unknown";
  }
}

function pairs(values: OptionValues): readonly string[] {
  return Object.entries(values).map(([name, value]) => `${escaped(name)}=${writtenValue(value)}`);
}

function writtenValue(value: OptionValue): string {
  if (!Array.isArray(value)) return escaped(String(value));
  // The comma at its end tells a list of one from a text.
  return value.map((one) => `${escaped(String(one))},`).join("");
}

function readPair(pair: string): readonly [string, OptionValue] {
  const at = pair.indexOf("=");
  const value = pair.slice(at + 1);
  const parts = value.split(",");
  const list = parts.length > 1 ? parts.slice(0, -1).map(decodeURIComponent) : undefined;
  return [decodeURIComponent(pair.slice(0, at)), list ?? decodeURIComponent(value)];
}

/** Harmless, as options are made anyway when they are read. */
function escaped(text: string): string {
  const line = harmlessLine(text);
  return /[%;=,]/u.test(line) ? line.replace(/[%;=,]/gu, (mark) => encodeURIComponent(mark)) : line;
}

function base36(id: string): string {
  return /^\d{1,20}$/u.test(id) ? BigInt(id).toString(36) : "0";
}

function fromBase36(text: string): string {
  return [...text].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n).toString();
}

const codes = new Map<string, string>();

/**
 * Four letters and figures that stand for a command's name wherever it stands in the list: FNV-1a of it. Two commands
 * with one code would be a bug, which a test looks for.
 */
export function commandCode(name: string): string {
  const known = codes.get(name);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  const code = (hash % 36 ** 4).toString(36).padStart(4, "0");
  codes.set(name, code);
  return code;
}
