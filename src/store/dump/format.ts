/**
 * A backup: lines of JSON that restore into either engine. First what it is; then for each table a line with its columns,
 * and a line a row; last how many rows of each there were, and a hash of all lines before.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { OperatorError } from "../../words.js";
import type { StoredRow } from "../port.js";

const FORMAT = 1;

const header = z.object({
  store: z.literal("claqueta"),
  format: z.number(),
  /** The version of the schema that the rows are of. */
  schema: z.number().int().min(1),
  at: z.string(),
});
const table = z.object({ table: z.string(), columns: z.array(z.string()) });
const row = z.array(z.union([z.string(), z.number(), z.null()]));
const end = z.object({ end: z.literal(true), counts: z.record(z.string(), z.number()), sha256: z.string() });
const line = z.union([row, table, end]);

export type Counts = Readonly<Record<string, number>>;

export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<StoredRow>;
}

/** The lines of a backup, each with its end. */
export async function* linesOfBackup(
  schema: number,
  at: Date,
  tables: AsyncIterable<TableRows>,
): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const counts: Record<string, number> = {};
  const written = (value: unknown) => {
    const text = `${oneLine(value)}\n`;
    hash.update(text);
    return text;
  };
  yield written({ store: "claqueta", format: FORMAT, schema, at: at.toISOString() });
  for await (const { table: name, columns, rows } of tables) {
    yield written({ table: name, columns });
    let count = 0;
    for await (const found of rows) {
      count += 1;
      yield written(columns.map((column) => found[column] ?? null));
    }
    counts[name] = count;
  }
  yield `${JSON.stringify({ end: true, counts, sha256: hash.digest("hex") })}\n`;
}

/** JSON without what some readers take for the end of a line. */
function oneLine(value: unknown): string {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

export type BackupPart =
  | { readonly schema: number }
  | { readonly table: string; readonly columns: readonly string[] }
  | { readonly row: readonly (string | number | null)[] }
  | { readonly counts: Counts };

/**
 * What a backup's lines say, in their order; the last is its counts, given only where all before is as it was written.
 * @throws OperatorError for what is no backup, is of a newer program, or is damaged
 */
export async function* readBackup(lines: AsyncIterable<string>): AsyncGenerator<BackupPart> {
  const hash = createHash("sha256");
  const counts: Record<string, number> = {};
  let open: string | undefined;
  let number = 0;
  let ended = false;
  for await (const text of lines) {
    number += 1;
    if (ended) throw damaged(number);
    if (number === 1) {
      const { schema, format } = parsed(header, text) ?? fail(notOurs());
      if (format > FORMAT) throw newerFormat();
      yield { schema };
    } else {
      const said = parsed(line, text) ?? fail(damaged(number));
      if (Array.isArray(said)) {
        if (open === undefined) throw damaged(number);
        counts[open] = (counts[open] ?? 0) + 1;
        yield { row: said };
      } else if ("table" in said) {
        open = said.table;
        counts[open] = 0;
        yield said;
      } else {
        ended = true;
        if (said.sha256 !== hash.copy().digest("hex") || !same(said.counts, counts)) throw damaged(number);
        yield { counts };
      }
    }
    hash.update(`${text}\n`);
  }
  if (!ended) throw number === 0 ? notOurs() : cutOff();
}

function parsed<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function same(one: Counts, other: Counts): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && one[name] === other[name])
  );
}

function fail(error: Error): never {
  throw error;
}

const notOurs = () =>
  new OperatorError({
    es: "El archivo no es una copia de los datos de Claqueta",
    en: "The file is no backup of Claqueta’s data",
  });

const newerFormat = () =>
  new OperatorError({
    es: "La copia es de una versión más nueva del programa: actualízalo para restaurarla",
    en: "The backup is of a newer version of the program: update it to restore it",
  });

const cutOff = () =>
  new OperatorError({
    es: "La copia está incompleta: le falta el final",
    en: "The backup is not complete: its end is missing",
  });

const damaged = (number: number) =>
  new OperatorError({
    es: `La copia está dañada (línea ${number})`,
    en: `The backup is damaged (line ${number})`,
  });
