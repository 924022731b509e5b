/** The tables that a database has, as it tells them itself. */
import type { TableMetadata } from "kysely";
import { POSTGRES_SCHEMA, type Queries } from "../engine.js";

/** In order of their names; those of others in the same database are none of ours. */
export async function tablesOf(db: Queries): Promise<TableMetadata[]> {
  const tables = await db.introspection.getTables();
  return tables
    .filter(({ schema, isView }) => !isView && (schema === undefined || schema === POSTGRES_SCHEMA))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
