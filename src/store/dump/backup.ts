/** Writes a backup of a store that may be in use: all of it is of one moment. */
import { createReadStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { OperatorError } from "../../words.js";
import type { Engine, Queries } from "../engine.js";
import { tablesOf } from "../repositories/tables-of.js";
import { KEYS } from "../tables.js";
import { newerSchema, SCHEMA_VERSION } from "../version.js";
import { type Counts, linesOfBackup, readBackup, type TableRows } from "./format.js";
import { rowsOf } from "./rows.js";

/** Tells which version the schema has: the backup says it in its first line. */
const VERSIONS = "schema_versions";

/** Characters that are written at once. */
const WRITTEN = 1 << 18;

/**
 * Writes the file, brings it to the disk, reads it again, and only then gives it its name. Nobody else may read it.
 * @returns how many rows of each table it holds
 * @throws OperatorError where there is nothing to back up
 */
export async function backUp(engine: Engine, file: string, at: Date): Promise<Counts> {
  const schema = await engine.version();
  if (schema === 0) {
    throw new OperatorError({ es: "Aún no hay nada guardado", en: "Nothing is stored yet" });
  }
  if (schema > SCHEMA_VERSION) throw newerSchema(schema);
  const draft = `${file}.draft-${process.pid}`;
  try {
    await engine.snapshot((db) => write(draft, linesOfBackup(schema, at, allTables(db))));
    const counts = await checkBackup(draft);
    await rename(draft, file);
    return counts;
  } finally {
    await rm(draft, { force: true });
  }
}

/** @returns what a backup holds @throws OperatorError where it does not hold all of it as it was written */
export async function checkBackup(file: string): Promise<Counts> {
  let counts: Counts = {};
  for await (const part of readBackup(linesIn(file))) if ("counts" in part) counts = part.counts;
  return counts;
}

/** The lines of a file. */
export function linesIn(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
}

/** Those that others refer to first. */
async function* allTables(db: Queries): AsyncGenerator<TableRows> {
  const order = Object.keys(KEYS);
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const tables = await tablesOf(db);
  for (const { name, columns } of tables.sort((one, other) => place(one.name) - place(other.name))) {
    if (name === VERSIONS) continue;
    const names = columns.map((column) => column.name);
    yield { table: name, columns: names, rows: rowsOf(db, name, names) };
  }
}

async function write(file: string, lines: AsyncIterable<string>): Promise<void> {
  const handle = await open(file, "w", 0o600);
  try {
    let waiting = "";
    for await (const line of lines) {
      waiting += line;
      if (waiting.length < WRITTEN) continue;
      await handle.write(waiting);
      waiting = "";
    }
    await handle.write(waiting);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
