/** Kysely over a file; it is loaded when the first query is made, because opening a file can do without. */
import type { Queries } from "../engine.js";
import type { Tables } from "../tables.js";
import type { SqliteFile } from "./database.js";

export async function openQueries(file: SqliteFile): Promise<Queries> {
  const { Kysely, SqliteDialect } = await import("kysely");
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: file }) });
}
