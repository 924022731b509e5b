/** A file of SQLite, as durable as it can be. */
import Database from "libsql";
import type { UnavailableCode } from "../errors.js";
import { wholeText } from "../whole-text.js";

/** Milliseconds to wait for another process that writes. */
const BUSY_TIMEOUT = 5_000;

/** More would be a query with a list written into it: it is prepared anew. */
const STATEMENTS_KEPT = 300;

/** What kysely's driver asks of a statement. */
export interface Statement {
  readonly reader: boolean;
  all(parameters: readonly unknown[]): unknown[];
  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(parameters: readonly unknown[]): IterableIterator<unknown>;
}

export class SqliteFile {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Statement>();

  /** Makes the file where there is none. */
  constructor(file: string) {
    this.#database = new Database(file);
    this.#database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT}`);
    this.#database.exec("pragma journal_mode = wal");
    // In WAL mode anything less may lose what was acknowledged when power fails.
    this.#database.exec("pragma synchronous = full");
    this.#database.exec("pragma foreign_keys = on");
    // Deleted is deleted: not to be found in the file any more.
    this.#database.exec("pragma secure_delete = on");
  }

  prepare(text: string): Statement {
    const known = this.#statements.get(text);
    if (known) return known;
    const prepared = this.#database.prepare(text);
    const statement: Statement = {
      reader: prepared.reader,
      all: (parameters) => prepared.all(storable(parameters)),
      run: (parameters) => prepared.run(storable(parameters)),
      iterate: (parameters) => prepared.iterate(storable(parameters)),
    };
    if (this.#statements.size >= STATEMENTS_KEPT) this.#statements.clear();
    this.#statements.set(text, statement);
    return statement;
  }

  exec(text: string): void {
    this.#database.exec(text);
  }

  /** Whether no other connection has the file open: only then can its way of keeping a log be changed. */
  isAlone(): boolean {
    this.#database.exec("pragma busy_timeout = 0");
    try {
      this.#database.exec("pragma journal_mode = delete");
      return true;
    } catch (error) {
      if (sqliteCode(error) === "busy") return false;
      throw error;
    } finally {
      this.#database.exec("pragma journal_mode = wal");
      this.#database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT}`);
    }
  }

  get inTransaction(): boolean {
    return this.#database.inTransaction;
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }
}

/** @throws TypeError for what is neither text, number nor null: the library would end the whole process at it */
function storable(values: readonly unknown[]): (string | number | null)[] {
  return values.map((given) => {
    const value = wholeText(given);
    if (typeof value === "string" || typeof value === "number" || value === null) return value;
    throw new TypeError(`a query was given a ${typeof value}`);
  });
}

/** SQLite's own numbers of what went wrong: the lowest byte says of which kind it is. */
const KINDS: ReadonlyMap<number, UnavailableCode> = new Map([
  [3, "broken"], // may not be opened
  [5, "busy"],
  [6, "busy"],
  [7, "broken"], // no memory
  [8, "broken"], // may not be written
  [10, "broken"], // reading or writing failed
  [11, "broken"], // damaged
  [13, "full"],
  [14, "broken"], // cannot be opened
  [26, "broken"], // no database
]);

/** The file of shared memory could not be made larger. */
const SHARED_MEMORY_SIZE = 4874;

/** What an error of the library says; undefined for anything else. */
export function sqliteCode(error: unknown): UnavailableCode | undefined {
  if (!(error instanceof Error)) return undefined;
  if (!(error instanceof Database.SqliteError)) {
    return error.message.includes("Unable to open connection") ? "broken" : undefined;
  }
  const { rawCode = 0 } = error;
  return rawCode === SHARED_MEMORY_SIZE ? "full" : KINDS.get(rawCode & 0xff);
}
