/** Brings a database to a version of the schema, whatever version it is at, and only forward. */
import { sql } from "kysely";
import type { Engine, Queries } from "../engine.js";
import { newerSchema, SCHEMA_VERSION } from "../version.js";
import { MIGRATIONS } from "./index.js";
import { DIALECTS } from "./migration.js";

/** Where it is told which version there is; the engines read it too. */
const VERSIONS = "schema_versions";

/**
 * Of several processes that migrate at once one does it, and the others find it done.
 * @param to SCHEMA_VERSION unless said
 * @throws OperatorError where the schema is of a newer program
 */
export async function migrate(engine: Engine, to = SCHEMA_VERSION): Promise<void> {
  await engine.alone((db) => migrateWithin(engine, db, to));
}

/** The same within a transaction of `Engine.alone`. */
export async function migrateWithin(engine: Engine, db: Queries, to = SCHEMA_VERSION): Promise<void> {
  await db.schema
    .createTable(VERSIONS)
    .ifNotExists()
    .addColumn("version", "integer", (column) => column.primaryKey())
    .addColumn("at", DIALECTS[engine.kind].time, (column) => column.notNull())
    .execute();
  const { rows } = await sql<{ version: number | null }>`
    select max(version) as version from ${sql.table(VERSIONS)}`.execute(db);
  const found = rows[0]?.version ?? 0;
  if (found > SCHEMA_VERSION) throw newerSchema(found);
  for (const [at, migration] of MIGRATIONS.entries()) {
    const version = at + 1;
    if (version <= found || version > to) continue;
    await migration(db.withTables<Readonly<Record<string, never>>>(), DIALECTS[engine.kind]);
    await sql`insert into ${sql.table(VERSIONS)} values (${version}, ${Date.now()})`.execute(db);
  }
}
