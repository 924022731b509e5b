/**
 * What a button carries in its 64 bytes, so that it works after a restart: which question it asks, which page, and
 * whose answer it belongs to. It is only a hint from outside: all of it is checked again.
 *
 *     1p;2bz8f;k3xq;3;nombre=person:488
 *
 * version and kind; asker (base 36, 0 = anybody); command code; page (base 36); options, percent-encoded where they
 * hold a separator.
 */
import type { Command } from "../../../chat/command/command.js";
import { LIMITS } from "./limits.js";

const VERSION = "1";
const SEPARATOR = ";";

export type OptionValues = Readonly<Record<string, string | number>>;

/** A question that is asked again when a button is pressed. */
export interface Question {
  readonly command: Command;
  readonly options: OptionValues;
}

export type ButtonData =
  | ({ readonly kind: "ask"; readonly asker: number; readonly page: number } & Question)
  | { readonly kind: "language"; readonly asker: number; readonly choice: string }
  /** Says which page it is. */
  | { readonly kind: "label" };

/** Pressing it does nothing. */
export const LABEL_DATA = `${VERSION}n`;

/** The question as data; undefined where it has no room. */
export function encodeQuestion({ command, options }: Question, asker: number, page = 0): string | undefined {
  const pairs = Object.entries(options).map(([name, value]) => `${escaped(name)}=${escaped(String(value))}`);
  const data = [`${VERSION}a`, asker.toString(36), codeOf(command.name), page.toString(36), ...pairs].join(
    SEPARATOR,
  );
  return Buffer.byteLength(data) <= LIMITS.callbackData ? data : undefined;
}

export function encodeLanguage(choice: string, asker: number): string {
  return [`${VERSION}l`, asker.toString(36), choice].join(SEPARATOR);
}

/** What data of ours says; undefined for what another version, or somebody else, wrote. Never throws. */
export function decode(data: string, commands: readonly Command[]): ButtonData | undefined {
  if (Buffer.byteLength(data) > LIMITS.callbackData) return undefined;
  if (data === LABEL_DATA) return { kind: "label" };
  const [head, asker = "", ...rest] = data.split(SEPARATOR);
  if (!/^[\da-z]{1,11}$/u.test(asker)) return undefined;
  const person = Number.parseInt(asker, 36);
  if (head === `${VERSION}l` && rest.length === 1)
    return { kind: "language", asker: person, choice: rest[0] ?? "" };
  return head === `${VERSION}a` ? decodeQuestion(rest, person, commands) : undefined;
}

function decodeQuestion(
  [code, page = "", ...pairs]: readonly string[],
  asker: number,
  commands: readonly Command[],
): ButtonData | undefined {
  const command = commands.find(({ name }) => codeOf(name) === code);
  if (!command || !/^[\da-z]{1,4}$/u.test(page)) return undefined;
  try {
    const read = pairs.map((pair) => {
      const at = pair.indexOf("=");
      return [decodeURIComponent(pair.slice(0, at)), decodeURIComponent(pair.slice(at + 1))] as const;
    });
    // fromEntries defines own properties: "__proto__" is an unknown option like any other.
    return {
      kind: "ask",
      asker,
      page: Number.parseInt(page, 36),
      command,
      options: Object.fromEntries(read),
    };
  } catch {
    // Half an escape.
    return undefined;
  }
}

function escaped(text: string): string {
  return text.replace(/[%;=]/gu, (mark) => encodeURIComponent(mark));
}

const codes = new Map<string, string>();

/**
 * Four letters and figures that stand for a command's name wherever it stands in the list: FNV-1a of it. Two commands
 * with one code would be a bug, which a test looks for.
 */
export function codeOf(name: string): string {
  const known = codes.get(name);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  const code = (hash % 36 ** 4).toString(36).padStart(4, "0");
  codes.set(name, code);
  return code;
}
