/** Bytes → text, whatever the encoding: without byte order mark, with "\n" as the only line end. */
import { type Encoding, encodingOf, type TextDecoding, utf16, utf32 } from "./encoding.js";
import { Peeked } from "./peeked.js";
import { Utf8, type Utf8Options } from "./utf8.js";

/** What letters have become that were lost before the text came here. */
export const REPLACEMENT = "\uFFFD";

/** A byte order mark; or one that was read as Windows-1252 and written again. */
const BYTE_ORDER_MARKS = /^(?:\uFEFF|ï»¿)+/u;

/** Decodes piece by piece; characters and line ends that fall between two pieces stay whole. */
export async function* textChunks(
  bytes: AsyncIterable<Buffer>,
  options: Utf8Options = {},
): AsyncGenerator<string> {
  const peeked = await Peeked.of(bytes);
  const encoding = encodingOf(peeked.head);
  const plain = endsLinesWithReturns(decodingOf(encoding, {}).write(peeked.head))
    ? returnsToFeeds
    : feedsOnly;
  const decoding = decodingOf(encoding, options);
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
    if (end > 0) yield plain(end === text.length ? text : text.slice(0, end));
  }
  const rest = held + decoding.end();
  if (rest !== "") yield plain(first ? rest.replace(BYTE_ORDER_MARKS, "") : rest);
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

function feedsOnly(text: string): string {
  if (!text.includes("\r\n")) return text;
  const plain = text.replaceAll("\r\n", "\n");
  // "\r\r\n" is what a program writes that is told twice to write lines as Windows has them.
  return plain.includes("\r\n") ? plain.replace(/\r+\n/gu, "\n") : plain;
}
