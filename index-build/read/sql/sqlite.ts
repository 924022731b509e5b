/** The tables of an SQLite database, row by row. Nothing is ever written beside the file that somebody keeps. */
import { copyFile, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Database, Statement } from "libsql";
import { InputRefused } from "../files/broken-input.js";
import type { ReadLimits } from "../files/limits.js";
import { RecordTable } from "../json/records.js";
import type { TableHandlers } from "../table.js";

interface SqliteTable {
  readonly name: string;
  /** @returns rows met */
  read(handlers: TableHandlers): Promise<number>;
}

export interface SqliteTables {
  /** Those with rows, by their names. To be read before `close`. */
  readonly tables: readonly SqliteTable[];
  close(): Promise<void>;
}

/** Where a program that uses the database keeps what is not yet in its file. */
const COMPANIONS = ["-wal", "-journal"];

/** @throws InputRefused where the file is damaged or encrypted */
export async function openSqlite(path: string, limits: ReadLimits): Promise<SqliteTables> {
  const { default: open } = await import("libsql");
  const copied = await copyInUse(path);
  // As a file that nobody changes, it is read without locks, and without files of its own beside it.
  const opened = (): Database => new open(copied?.path ?? `${pathToFileURL(path).href}?immutable=1`);
  const close = async (database?: Database): Promise<void> => {
    database?.close();
    if (copied !== undefined) await rm(copied.folder, { recursive: true, force: true });
  };
  let database: Database | undefined;
  try {
    database = opened();
    return { tables: tablesOf(database, limits), close: () => close(database) };
  } catch (cause) {
    await close(database);
    throw damaged(cause);
  }
}

/** A copy of a database that was in use, with what was not yet in its file; undefined where there is no such thing. */
async function copyInUse(
  path: string,
): Promise<{ readonly folder: string; readonly path: string } | undefined> {
  const sizes = await Promise.all(COMPANIONS.map((end) => stat(path + end).catch(() => undefined)));
  const inUse = COMPANIONS.filter((_, at) => (sizes[at]?.size ?? 0) > 0);
  if (inUse.length === 0) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "claqueta-"));
  const copy = join(folder, "file.db");
  for (const end of ["", ...inUse]) await copyFile(path + end, copy + end);
  return { folder, path: copy };
}

/** The tables that somebody made; an index of words keeps some more of its own. */
const TABLES = `
  select name from sqlite_master as it
  where type = 'table' and name not like 'sqlite\\_%' escape '\\' and sql not like 'create virtual %'
    and not exists (
      select 1 from sqlite_master as words
      where words.sql like 'create virtual %' and it.name like words.name || '\\_%' escape '\\')
  order by rowid`;

function tablesOf(database: Database, limits: ReadLimits): SqliteTable[] {
  const names: unknown[] = database.prepare(TABLES).pluck().all();
  return names.map(String).flatMap((name) => {
    const from = `from "${name.replaceAll('"', '""')}"`;
    if (database.prepare(`select 1 ${from} limit 1`).get() === undefined) return [];
    return [
      {
        name,
        read: async (handlers) => readRows(database.prepare(`select * ${from}`).raw(), limits, handlers),
      },
    ];
  });
}

function readRows(statement: Statement, limits: ReadLimits, handlers: TableHandlers): number {
  const table = new RecordTable(limits, handlers);
  try {
    table.push(
      statement.columns().map(({ name }) => name),
      0,
    );
    table.end();
    let line = 0;
    if (!table.stopped)
      for (const row of statement.iterate()) {
        if (Array.isArray(row)) table.push(row, ++line);
        if (table.stopped) break;
      }
  } catch (cause) {
    throw damaged(cause);
  }
  return table.rows;
}

/** What SQLite itself says, which may be of a reader's own fault no more. */
function damaged(cause: unknown): InputRefused {
  if (cause instanceof InputRefused) return cause;
  return new InputRefused("damaged-file", cause instanceof Error ? cause.message : String(cause), { cause });
}
