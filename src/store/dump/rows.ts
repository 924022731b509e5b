/** All rows of a table, in order of its key, some at a time. */
import { sql } from "kysely";
import type { Queries } from "../engine.js";
import type { StoredRow } from "../port.js";
import { KEYS, type TableName } from "../tables.js";

const ROWS = 1_000;

/** What a table's rows are told apart by; all of its columns where it is of another version. */
export function keyOf(table: string, columns: readonly string[]): readonly string[] {
  const key: readonly string[] | undefined = isTable(table) ? KEYS[table] : undefined;
  return key?.every((column) => columns.includes(column)) ? key : columns;
}

export function isTable(name: string): name is TableName {
  return Object.hasOwn(KEYS, name);
}

export async function* rowsOf(
  db: Queries,
  table: string,
  columns: readonly string[],
): AsyncGenerator<StoredRow> {
  const key = keyOf(table, columns);
  const names = sql.join(key.map((column) => sql.ref(column)));
  let after: StoredRow | undefined;
  do {
    const last = after;
    // Where the last part ended, so that no row is counted over again.
    const rest = last
      ? sql`where (${names}) > (${sql.join(key.map((column) => last[column] ?? null))})`
      : sql``;
    const { rows }: { rows: StoredRow[] } = await sql<StoredRow>`
      select * from ${sql.table(table)} ${rest} order by ${names} limit ${ROWS}`.execute(db);
    yield* rows;
    after = rows.length < ROWS ? undefined : rows.at(-1);
  } while (after);
}
