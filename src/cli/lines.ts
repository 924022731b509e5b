/** Text that arrives in pieces → lines. */

/**
 * The lines of a stream, as they come, without their "\n" or "\r\n"; a last line needs neither. Unlike
 * node:readline it breaks at nothing else, so that a line can be given back unchanged.
 */
export async function* linesOf(stream: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let rest: string[] = [];
  for await (const chunk of stream) {
    const [first = "", ...others] = (
      typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true })
    ).split("\n");
    rest.push(first);
    for (const piece of others) {
      yield withoutReturn(rest.join(""));
      rest = [piece];
    }
  }
  rest.push(decoder.decode());
  const last = rest.join("");
  if (last !== "") yield withoutReturn(last);
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
