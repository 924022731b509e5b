/**
 * What a button or a menu carries, so that it works after a restart: which question it asks, which page, and whose
 * answer it belongs to. It is only a hint from outside: command, options and rights are checked again.
 *
 *     1;p;2bz8f3k1q2w;3;director;nombre=person:488
 *
 * version; kind; asker (base 36); page (base 36); command; options, percent-encoded where they hold a separator.
 */
import { harmlessLine } from "../../../chat/text.js";
import { LIMITS } from "../render/limits.js";

const VERSION = "1";
const SEPARATOR = ";";

export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** A question that is asked again when its button is pressed. */
export interface Question {
  readonly command: string;
  readonly options: OptionValues;
}

/** `page` shows another page of an answer; `open` and `private` answer a choice, for all to see or not. */
export type StateKind = "page" | "open" | "private";

export interface State extends Question {
  readonly kind: StateKind;
  /** The id of the person whose answer it is. */
  readonly asker: string;
  /** From 0. */
  readonly page: number;
}

const LETTERS: Readonly<Record<StateKind, string>> = { page: "p", open: "o", private: "e" };
const KINDS: ReadonlyMap<string, StateKind> = new Map(
  Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as StateKind]),
);

/** The state as a custom id; undefined where it has no room in one. */
export function encodeState({ kind, asker, page, command, options }: State): string | undefined {
  const id = [
    VERSION,
    LETTERS[kind],
    base36(asker),
    page.toString(36),
    encode(command),
    ...Object.entries(options).map(([name, value]) => `${encode(name)}=${encode(String(value))}`),
  ].join(SEPARATOR);
  return id.length <= LIMITS.customId ? id : undefined;
}

/** What a custom id of ours says; "old" for one of another version, undefined for what is none. Never throws. */
export function decodeState(id: string): State | "old" | undefined {
  if (id.length > LIMITS.customId) return undefined;
  const [version, letter = "", asker = "", page = "", command = "", ...options] = id.split(SEPARATOR);
  if (version !== VERSION) return /^\d{1,3}$/u.test(version ?? "") ? "old" : undefined;
  const kind = KINDS.get(letter);
  if (!kind || !/^[\da-z]{1,13}$/u.test(asker) || !/^[\da-z]{1,4}$/u.test(page)) return undefined;
  try {
    const read = options.map((option) => {
      const at = option.indexOf("=");
      return [decode(option.slice(0, at)), decode(option.slice(at + 1))] as const;
    });
    return {
      kind,
      asker: fromBase36(asker),
      page: Number.parseInt(page, 36),
      command: decode(command),
      // fromEntries defines own properties: "__proto__" is an unknown option like any other.
      options: Object.fromEntries(read),
    };
  } catch {
    // Half an escape.
    return undefined;
  }
}

/** The id of a menu; its values are states. */
export const MENU_ID = [VERSION, "menu"].join(SEPARATOR);

/** The id of the button that only says which page it is. */
export const PAGE_LABEL_ID = [VERSION, "here"].join(SEPARATOR);

/** Harmless, as options are made anyway when they are read. */
function encode(text: string): string {
  return harmlessLine(text).replace(/[%;=]/gu, (mark) => encodeURIComponent(mark));
}

function decode(text: string): string {
  return decodeURIComponent(text);
}

function base36(snowflake: string): string {
  return /^\d{1,20}$/u.test(snowflake) ? BigInt(snowflake).toString(36) : "0";
}

function fromBase36(text: string): string {
  return [...text].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n).toString();
}
