/** Reads one JSON file whole. */
import type { BuildReport } from "../../report.js";
import { InputRefused } from "./broken-input.js";
import type { ReadLimits } from "./limits.js";
import type { SourceInput } from "./open.js";
import type { JsonSummary, StarterReader } from "../starter/starter.js";
import { textChunks } from "../csv/text-chunks.js";

/**
 * @returns undefined where the file is none of ours or no JSON, which is reported
 * @throws InputRefused, and errors of the file system
 */
export async function readJsonInput(
  input: SourceInput,
  limits: ReadLimits,
  report: BuildReport,
  starter: StarterReader,
): Promise<JsonSummary | undefined> {
  let text = "";
  for await (const chunk of textChunks(input.open())) {
    text += chunk;
    if (text.length > limits.jsonBytes) throw new InputRefused("too-large", `> ${limits.jsonBytes} bytes`);
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    report.add("bad-json", { file: input.name, detail: error instanceof Error ? error.message : undefined });
    return undefined;
  }
  return starter.take(document, input.name);
}
