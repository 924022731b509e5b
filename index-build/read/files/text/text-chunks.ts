/** Bytes → text, whatever the encoding: without byte order mark, with "\n" as the only line end. */

import { Peeked } from "../peeked.js";
import { type Encoding, encodingOf, type TextDecoding, utf16, utf32 } from "./encoding.js";
import { MojibakeRepair } from "./mojibake.js";
import { Utf8, type Utf8Options } from "./utf8.js";

/** What letters have become that were lost before the text came here. */
export const REPLACEMENT = "\uFFFD";

/** A byte order mark; or one that was read as Windows-1252 and written again. */
const BYTE_ORDER_MARKS = /^(?:\uFEFF|ï»¿)+/u;

interface TextOptions extends Utf8Options {
  /** Told once, where UTF-8 had been read as something else and was put right. */
  readonly onMojibake?: () => void;
}

/** Decodes piece by piece; characters and line ends that fall between two pieces stay whole. */
export async function* textChunks(
  bytes: AsyncIterable<Buffer>,
  options: TextOptions = {},
): AsyncGenerator<string> {
  const peeked = await Peeked.of(bytes);
  const encoding = encodingOf(peeked.head);
  const plain = endsLinesWithReturns(decodingOf(encoding, {}).write(peeked.head))
    ? returnsToFeeds
    : feedsOnly;
  const decoding = decodingOf(encoding, options);
  const repaired = new MojibakeRepair(options.onMojibake);
  let first = true;
  /** A "\r" at the end of a piece: the next piece tells whether it belongs to a line end. */
  let held = "";
  for await (const piece of peeked.bytes()) {
    let text = held + decoding.write(piece);
    if (text === "") continue;
    if (first) text = text.replace(BYTE_ORDER_MARKS, "");
    first = false;
    const end = text.length - (text.endsWith("\r") ? (/\r+$/u.exec(text)?.[0].length ?? 0) : 0);
    held = text.slice(end);
    const whole = repaired.repair(plain(withoutNothing(end === text.length ? text : text.slice(0, end))));
    if (whole !== "") yield whole;
  }
  const rest = held + decoding.end();
  const last = repaired.repair(plain(withoutNothing(first ? rest.replace(BYTE_ORDER_MARKS, "") : rest)));
  if (last !== "") yield last;
}

function decodingOf(encoding: Encoding, options: Utf8Options): TextDecoding {
  switch (encoding) {
    case "utf-8":
      return new Utf8(options);
    case "utf-16le":
    case "utf-16be":
      return utf16(encoding);
    case "utf-32le":
    case "utf-32be":
      return utf32(encoding);
  }
}

/** Old spreadsheets end lines with "\r" alone, and may have "\n" inside cells. */
function endsLinesWithReturns(sample: string): boolean {
  if (!/\r(?!\n)/u.test(sample)) return false;
  let returns = 0;
  let feeds = 0;
  let quoted = false;
  for (const [mark] of sample.matchAll(/"|\r*\n|\r/gu)) {
    if (mark === '"') quoted = !quoted;
    else if (!quoted && mark === "\r") returns += 1;
    else if (!quoted) feeds += 1;
  }
  return returns > feeds;
}

function returnsToFeeds(text: string): string {
  return text.replace(/\r\n?/gu, "\n");
}

/** What shows nothing and stands in no text on purpose: zeros of a broken copy, the end of a file of MS-DOS, marks of byte order. */
const NOTHING = ["\0", "\u001a", "\ufeff"];

function withoutNothing(text: string): string {
  return NOTHING.reduce((left, char) => (left.includes(char) ? left.replaceAll(char, "") : left), text);
}

function feedsOnly(text: string): string {
  if (!text.includes("\r\n")) return text;
  const plain = text.replaceAll("\r\n", "\n");
  // "\r\r\n" is what a program writes that is told twice to write lines as Windows has them.
  return plain.includes("\r\n") ? plain.replace(/\r+\n/gu, "\n") : plain;
}
