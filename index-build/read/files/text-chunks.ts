/** Bytes → text: UTF-8, without byte order mark, with "\n" as the only line end. */
import { StringDecoder } from "node:string_decoder";

/** What bytes that are no UTF-8 become. */
export const REPLACEMENT = "\uFFFD";

const BYTE_ORDER_MARK = "\uFEFF";

/** Decodes piece by piece; characters and line ends that fall between two pieces stay whole. */
export async function* textChunks(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let first = true;
  /** A "\r" at the end of a piece: the next piece tells whether it belongs to a line end. */
  let held = "";
  for await (const piece of bytes) {
    let text = held + decoder.write(piece);
    if (text === "") continue;
    if (first && text.startsWith(BYTE_ORDER_MARK)) text = text.slice(1);
    first = false;
    held = text.endsWith("\r") ? "\r" : "";
    if (held !== "") text = text.slice(0, -1);
    if (text !== "") yield withPlainLineEnds(text);
  }
  const rest = held + decoder.end();
  if (rest !== "") yield withPlainLineEnds(rest);
}

function withPlainLineEnds(text: string): string {
  return text.includes("\r\n") ? text.replaceAll("\r\n", "\n") : text;
}
