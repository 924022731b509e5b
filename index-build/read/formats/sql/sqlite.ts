/**
 * The tables of an SQLite database, row by row. Nothing is ever written beside the file that somebody keeps.
 *
 * Everything is asked for as bytes: libsql ends the process at a text that is not UTF-8, as a program of another time may
 * have stored it.
 */
import { Buffer, isUtf8 } from "node:buffer";
import { copyFile, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Database } from "libsql";
import { InputRefused } from "../../files/broken-input.js";
import type { ReadLimits } from "../../files/limits.js";
import { windows1252 } from "../../files/text/encoding.js";
import { encodingProblem, type TableHandlers } from "../../table.js";
import { RecordTable } from "../json/records.js";

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
  select cast(name as blob) from sqlite_master as it
  where type = 'table' and name not like 'sqlite\\_%' escape '\\' and sql not like 'create virtual %'
    and not exists (
      select 1 from sqlite_master as words
      where words.sql like 'create virtual %' and it.name like words.name || '\\_%' escape '\\')
  order by rowid`;

function tablesOf(database: Database, limits: ReadLimits): SqliteTable[] {
  return database
    .prepare(TABLES)
    .raw()
    .all()
    .flatMap((row) => {
      const [name = ""] = textsOf(row, () => {});
      const from = `from ${quoted(name)}`;
      if (database.prepare(`select 1 ${from} limit 1`).get() === undefined) return [];
      return [
        {
          name,
          read: async (handlers) => readRows(database, name, limits, handlers),
        },
      ];
    });
}

function readRows(database: Database, name: string, limits: ReadLimits, handlers: TableHandlers): number {
  const table = new RecordTable(limits, handlers);
  let isTold = false;
  const onOtherEncoding = (): void => {
    if (!isTold) handlers.onProblem(encodingProblem("Windows-1252"));
    isTold = true;
  };
  try {
    const columns = database
      .prepare("select cast(name as blob) from pragma_table_info(?)")
      .raw()
      .all(name)
      .flatMap((row) => textsOf(row, onOtherEncoding));
    table.push(columns, 0);
    table.end();
    const asBytes = columns.map((column) => `cast(${quoted(column)} as blob)`).join(", ");
    let line = 0;
    if (!table.stopped)
      for (const row of database
        .prepare(`select ${asBytes} from ${quoted(name)}`)
        .raw()
        .iterate()) {
        table.push(textsOf(row, onOtherEncoding), ++line);
        if (table.stopped) break;
      }
  } catch (cause) {
    throw damaged(cause);
  }
  return table.rows;
}

/** The texts of a row's bytes; "" where there are none. */
function textsOf(row: unknown, onOtherEncoding: () => void): string[] {
  if (!Array.isArray(row)) return [];
  return row.map((bytes: unknown) => {
    if (!(bytes instanceof Uint8Array)) return "";
    if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
    onOtherEncoding();
    return windows1252(Buffer.from(bytes));
  });
}

/** As SQL names a table or a column. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** What SQLite itself says, which may be of a reader's own fault no more. */
function damaged(cause: unknown): InputRefused {
  if (cause instanceof InputRefused) return cause;
  return new InputRefused("damaged-file", cause instanceof Error ? cause.message : String(cause), { cause });
}
