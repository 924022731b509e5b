/** What the repositories need of a database, whichever it is. */
import type { Kysely } from "kysely";
import type { UnavailableCode } from "./errors.js";
import type { Tables } from "./tables.js";

/** In PostgreSQL the tables lie in a schema of their own, so that a database may be shared. */
export const POSTGRES_SCHEMA = "claqueta";

/** Queries within a transaction, or outside of any. */
export type Queries = Kysely<Tables>;

export type Work<T> = (db: Queries) => Promise<T>;

export interface Engine {
  readonly kind: "sqlite" | "postgres";
  /** Queries that change nothing; each sees what was committed before it. */
  read<T>(work: Work<T>): Promise<T>;
  /** All queries of the work see one state. Does not keep anybody from writing, and may take long. */
  snapshot<T>(work: Work<T>): Promise<T>;
  /** One transaction, on the disk once fulfilled. The work may run again where it met another. */
  write<T>(work: Work<T>): Promise<T>;
  /** The same for a single statement that changes something: in PostgreSQL one round trip instead of three. */
  statement<T>(work: Work<T>): Promise<T>;
  /** One transaction that may take long and change tables, while no other of these runs, in any process. */
  alone<T>(work: Work<T>): Promise<T>;
  /** Within `write`: one after the other, for all that give the same name, until the transaction ends. */
  exclusively(db: Queries, name: string): Promise<void>;
  /** Rejects where the database does not answer. */
  ping(): Promise<void>;
  /** The version of the schema, 0 where there is none. */
  version(): Promise<number>;
  /** Whether another process has it open. */
  inUse(): Promise<boolean>;
  /** Everything that the engine itself finds damaged, in its own words. */
  damages(): Promise<readonly string[]>;
  /** What an error says of the database; undefined where it is a bug of ours. */
  codeOf(error: unknown): UnavailableCode | undefined;
  close(): Promise<void>;
}
