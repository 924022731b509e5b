/** JSON files, which are read whole: all that we know are of our own catalogue. */
import type { BuildReport } from "../../report.js";
import type { ReadLimits } from "../files/limits.js";
import type { TextInput } from "../files/open.js";
import { wholeText } from "../files/text/whole-text.js";
import type { InputSummary } from "../parts.js";
import type { StarterReader } from "../sources/starter/reader.js";

/**
 * @returns undefined where the file is none of ours or no JSON, which is reported
 * @throws InputRefused, and errors of the file system
 */
export async function readJsonInput(
  input: TextInput,
  limits: ReadLimits,
  report: BuildReport,
  starter: StarterReader,
): Promise<InputSummary | undefined> {
  const text = await wholeText(input.open(), limits);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    report.add("bad-json", { file: input.name, line: lineOfFault(text, error) });
    return undefined;
  }
  return starter.take(document, input.name);
}

/** Where the text goes wrong, as far as Node says it; its end where that comes too early. */
function lineOfFault(text: string, error: unknown): number {
  const position = /position (\d+)/u.exec(error instanceof Error ? error.message : "")?.[1];
  return text.slice(0, position === undefined ? text.length : Number(position)).split("\n").length;
}
