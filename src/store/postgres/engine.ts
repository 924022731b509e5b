/** PostgreSQL, for several processes. */
import { Kysely, PostgresDialect, sql } from "kysely";
import { type Engine, POSTGRES_SCHEMA, type Queries, type Work } from "../engine.js";
import type { Tables } from "../tables.js";
import { metAnother, postgresCode } from "./codes.js";
import { APPLICATION, openPool, PROGRAM } from "./pool.js";

/** How often a transaction that met another is run. */
const TRIES = 4;

/** The lock that whoever changes tables holds; no other program's, by chance. */
const SCHEMA_LOCK = "claqueta schema";

export class PostgresEngine implements Engine {
  readonly kind = "postgres";
  readonly #url: string;
  readonly #db: Queries;

  /** Connects when it is asked something. */
  constructor(url: string) {
    this.#url = url;
    this.#db = queriesOf(url);
  }

  read<T>(work: Work<T>): Promise<T> {
    return work(this.#db);
  }

  async snapshot<T>(work: Work<T>): Promise<T> {
    return patiently(this.#url, (db) =>
      db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work),
    );
  }

  write<T>(work: Work<T>): Promise<T> {
    return again(() => this.#db.transaction().execute(work));
  }

  statement<T>(work: Work<T>): Promise<T> {
    return again(() => work(this.#db));
  }

  async alone<T>(work: Work<T>): Promise<T> {
    return patiently(this.#url, (db) =>
      db.transaction().execute(async (transaction) => {
        await this.exclusively(transaction, SCHEMA_LOCK);
        await transaction.schema.createSchema(POSTGRES_SCHEMA).ifNotExists().execute();
        return work(transaction);
      }),
    );
  }

  async exclusively(db: Queries, name: string): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
  }

  async ping(): Promise<void> {
    await sql`select 1`.execute(this.#db);
  }

  async version(): Promise<number> {
    const { rows: tables } = await sql`
      select 1 from pg_tables where schemaname = ${POSTGRES_SCHEMA} and tablename = 'schema_versions'`.execute(
      this.#db,
    );
    if (tables.length === 0) return 0;
    const { rows } = await sql<{ version: number | null }>`
      select max(version) as version from schema_versions`.execute(this.#db);
    return rows[0]?.version ?? 0;
  }

  async inUse(): Promise<boolean> {
    const { rows } = await sql`
      select 1 from pg_stat_activity
      where datname = current_database() and application_name like ${`${PROGRAM}%`}
        and application_name <> ${APPLICATION}`.execute(this.#db);
    return rows.length > 0;
  }

  async damages(): Promise<readonly string[]> {
    // It checks itself what it reads; an index that was not finished it keeps, and does not use.
    const { rows } = await sql<{ name: string }>`
      select indexrelid::regclass::text as name from pg_index where not indisvalid`.execute(this.#db);
    return rows.map(({ name }) => `invalid index ${name}`);
  }

  codeOf(error: unknown) {
    return postgresCode(error);
  }

  async close(): Promise<void> {
    await this.#db.destroy();
  }
}

/** What met another transaction is run again. */
async function again<T>(run: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await run();
    } catch (error) {
      if (tried >= TRIES || !metAnother(error)) throw error;
    }
  }
}

function queriesOf(url: string, patient = false): Queries {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(url, patient) }) });
}

/** On a connection of its own, without a limit of time. */
async function patiently<T>(url: string, work: Work<T>): Promise<T> {
  const db = queriesOf(url, true);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}
