/** What a text is, told by its beginning: our own JSON, JSON of others, or a delimited table. */
import { formatOf } from "../../../src/feeds/json-lines.js";
import type { ReadContext } from "../context.js";
import type { ReadLimits } from "../files/limits.js";
import type { TextInput } from "../files/open.js";
import { wholeText } from "../files/text/whole-text.js";
import { isAligned, readAligned } from "../formats/aligned/table.js";
import { readCsv } from "../formats/csv/csv.js";
import { namesFormat, parseJson } from "../formats/json/parse.js";
import { readJsonTable } from "../formats/json/table.js";
import type { InputRead, SourceParts } from "../parts.js";
import type { StarterReader } from "../sources/starter/reader.js";
import { readJsonInput } from "./json.js";
import { readJsonLines } from "./json-lines.js";
import { headerOfLens } from "./lens-header.js";
import { readTable, type TableToRead } from "./tables.js";

export interface TextReaders {
  readonly limits: ReadLimits;
  readonly context: ReadContext;
  readonly parts: SourceParts;
  readonly starter: StarterReader;
}

/**
 * @returns undefined where the text is none of ours, which is reported
 * @throws InputRefused, and errors of the file system
 */
export async function readText(
  input: TextInput,
  { limits, context, parts, starter }: TextReaders,
): Promise<InputRead | undefined> {
  const start = await startOf(input.head);
  if (namesFormat(start)) {
    return namesFormatInLine(start)
      ? await readJsonLines(input, limits, context, parts)
      : await readJsonInput(input, limits, context.report, starter);
  }
  const readRows = isJson(start) ? readJsonTable : isAligned(start) ? readAligned : readCsv;
  const header = headerOfLens(start);
  if (header !== undefined) return await readTable(withHeader(input, header, limits), context, parts);
  const table = { file: input.name, read: readRows.bind(undefined, input.open(), limits) };
  return await readTable(table, context, parts);
}

/** The header that a text without one would have. */
function withHeader(input: TextInput, header: string, limits: ReadLimits): TableToRead {
  async function* bytes(): AsyncGenerator<Buffer> {
    yield Buffer.from(`${header}\n`);
    yield* input.open();
  }
  return {
    file: input.name,
    read: (handlers) =>
      readCsv(bytes(), limits, {
        onHeader(cells) {
          const onRow = handlers.onHeader(cells);
          return typeof onRow === "function" ? (row, line) => onRow(row, line - 1) : onRow;
        },
        onProblem: (problem) =>
          handlers.onProblem({
            ...problem,
            ...(problem.line === undefined ? {} : { line: problem.line - 1 }),
          }),
      }),
  };
}

async function startOf(head: Buffer): Promise<string> {
  return wholeText(pieces(head));
}

async function* pieces(head: Buffer): AsyncGenerator<Buffer> {
  yield head;
}

function namesFormatInLine(start: string): boolean {
  const line = start.slice(0, start.indexOf("\n") + 1);
  if (line === "") return false;
  try {
    const document = parseJson(line);
    return formatOf(document) !== undefined && Object.keys(document as object).length === 1;
  } catch {
    return false;
  }
}

/** Comments and the name of a list in a script, before the list. */
const BEFORE_JSON =
  /^\s*(?:\/\/[^\n]*\n\s*|\/\*.*?\*\/\s*|(?:export\s+)?(?:const|let|var)\s+[\w$]+\s*=\s*|(?:module\.exports|export default)\s*=?\s*)*/su;

/** A list or an object with something of JSON in it; a header may begin with a bracket as well. */
function isJson(start: string): boolean {
  const text = start.replace(BEFORE_JSON, "");
  return /^(?:\{\s*(?:["']|\}|$|[A-Za-z_$][\w$]*\s*:)|\[\s*(?:[[{"\]]|$|\/[/*]))/u.test(text);
}
