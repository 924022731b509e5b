/** A text that is read whole, since what it means is only known with its end. */
import { InputRefused } from "../broken-input.js";
import type { ReadLimits } from "../limits.js";
import { textChunks } from "./text-chunks.js";

/**
 * @param limits undefined for what is known to be small
 * @throws InputRefused where it is too large to be held
 */
export async function wholeText(
  bytes: AsyncIterable<Buffer>,
  limits?: ReadLimits,
  options: Parameters<typeof textChunks>[1] = {},
): Promise<string> {
  let text = "";
  for await (const piece of textChunks(bytes, options)) {
    text += piece;
    if (limits !== undefined && text.length > limits.jsonBytes)
      throw new InputRefused("too-large", `> ${limits.jsonBytes} bytes`);
  }
  return text;
}
