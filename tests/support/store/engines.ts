/** Engines without anything above them, for tests of the schema and of backups. */
import { join } from "node:path";
import type { Engine } from "../../../src/store/engine.js";
import { PostgresEngine } from "../../../src/store/postgres/engine.js";
import { SqliteEngine } from "../../../src/store/sqlite/engine.js";
import type { Postgres } from "../../../standins/postgres/index.js";
import { memoryFolder } from "./folder.js";

/** A new, empty database. @param server PostgreSQL; the embedded engine without */
export async function emptyEngine(server?: Postgres): Promise<Engine> {
  if (server) return new PostgresEngine(await server.database());
  return new SqliteEngine(join(memoryFolder(), "store.sqlite"));
}
