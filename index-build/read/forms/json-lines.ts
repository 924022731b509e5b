/** Files of one JSON object a line: what a source that is asked over the network gave, as a refresh keeps it. */
import { formatOf, parseLine } from "../../../src/feeds/json-lines.js";
import { LABELS_FORMAT } from "../../../src/feeds/labels.js";
import { TMDB_FORMAT } from "../../../src/feeds/tmdb-lines.js";
import type { ReadContext } from "../context.js";
import { InputRefused } from "../files/broken-input.js";
import type { ReadLimits } from "../files/limits.js";
import type { TextInput } from "../files/open.js";
import { textChunks } from "../files/text/text-chunks.js";
import type { InputSummary, SourceParts } from "../parts.js";
import { labelsReader } from "../sources/feeds/labels.js";
import type { CreateLineReader, LineReader } from "../sources/feeds/line-reader.js";
import { tmdbReader } from "../sources/feeds/tmdb.js";

/** By the format that the first line names. */
const READERS: ReadonlyMap<string | undefined, CreateLineReader> = new Map([
  [TMDB_FORMAT, tmdbReader],
  [LABELS_FORMAT, labelsReader],
]);

/**
 * @returns undefined where the file is none of ours, which is reported
 * @throws InputRefused, and errors of the file system
 */
export async function readJsonLines(
  input: TextInput,
  limits: ReadLimits,
  context: ReadContext,
  parts: SourceParts,
): Promise<InputSummary | undefined> {
  const file = input.name;
  let reader: LineReader | undefined;
  let rows = 0;
  let line = 0;
  for await (const text of linesOf(input, limits)) {
    line++;
    const value = parseLine(text);
    if (line === 1) {
      const format = formatOf(value);
      reader = READERS.get(format)?.(file, context);
      if (reader !== undefined) continue;
      context.report.add("unknown-json", { file, detail: format });
      return undefined;
    }
    rows++;
    if (value === undefined || !reader?.line(value, line)) context.report.add("bad-line", { file, line });
  }
  if (reader === undefined) {
    context.report.add("empty-file", { file });
    return undefined;
  }
  return { kind: reader.kind, rows, kept: reader.finish(parts) };
}

/** Whole lines: one without its end was cut off while it was written. */
async function* linesOf(input: TextInput, { rowChars }: ReadLimits): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of textChunks(input.open())) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > rowChars) throw new InputRefused("too-large", `> ${rowChars} characters a line`);
    yield* lines;
  }
}
