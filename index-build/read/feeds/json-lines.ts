/** Reads a file of one JSON object a line: what a source that is asked over the network gave. */
import { InputRefused } from "../files/broken-input.js";
import type { InputSummary } from "../index.js";
import { labelsReader } from "./labels.js";
import type { ReadLimits } from "../files/limits.js";
import type { SourceInput } from "../files/open.js";
import type { ReadContext, SourceParts } from "../reader.js";
import { textChunks } from "../csv/text-chunks.js";
import { tmdbReader } from "./tmdb.js";

/** Reads the lines of one file after its first, which says what it is. */
export interface LineReader {
  readonly kind: string;
  /** False where the line is not as it should be. */
  line(value: unknown, line: number): boolean;
  /** Hands over what was read; returns how many lines count. */
  finish(parts: SourceParts): number;
}

const READERS: Readonly<Record<string, (file: string, context: ReadContext) => LineReader>> = {
  "claqueta-tmdb/1": tmdbReader,
  "claqueta-labels/1": labelsReader,
};

/**
 * @returns undefined where the file is none of ours, which is reported
 * @throws InputRefused, and errors of the file system
 */
export async function readJsonLines(
  input: SourceInput,
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
    const value = jsonOf(text);
    if (line === 1) {
      const format = (value as { format?: unknown } | null | undefined)?.format;
      const create =
        typeof format === "string" && Object.hasOwn(READERS, format) ? READERS[format] : undefined;
      reader = create?.(file, context);
      if (reader !== undefined) continue;
      context.report.add("unknown-json", { file, detail: typeof format === "string" ? format : undefined });
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
async function* linesOf(input: SourceInput, { rowChars }: ReadLimits): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of textChunks(input.open())) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > rowChars) throw new InputRefused("too-large", `> ${rowChars} characters a line`);
    yield* lines;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
