/** A step of the schema: from the version before to the next. Once published it is never changed. */
import type { Kysely } from "kysely";

/** What a column type is called, where the engines differ. */
export interface Dialect {
  readonly engine: "sqlite" | "postgres";
  /** Holds milliseconds since 1970. */
  readonly time: "integer" | "bigint";
  /** What stands behind a table's columns. */
  readonly tableEnd: string;
}

export const DIALECTS: Readonly<Record<Dialect["engine"], Dialect>> = {
  // STRICT: a column holds what it says. Rows lie in order of their keys, which are texts.
  sqlite: { engine: "sqlite", time: "integer", tableEnd: "strict, without rowid" },
  postgres: { engine: "postgres", time: "bigint", tableEnd: "" },
};

/** A migration knows tables only as they were then: nothing of today's types. */
export type MigrationDb = Kysely<Readonly<Record<string, never>>>;

export type Migration = (db: MigrationDb, dialect: Dialect) => Promise<void>;
