/** Connections to PostgreSQL: none waits for long, and one that was lost is not used again. */
import { randomBytes } from "node:crypto";
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import pg from "pg";
import { POSTGRES_SCHEMA } from "../engine.js";
import { wholeText } from "../whole-text.js";
import { isLost } from "./codes.js";

/** What connections of ours are called, and those of this process. */
export const PROGRAM = "claqueta";
export const APPLICATION = `${PROGRAM} ${randomBytes(6).toString("hex")}`;

const CONNECTIONS = 10;
/** Milliseconds for a connection to be made or to become free. */
const CONNECT_TIMEOUT = 2_000;
/** Milliseconds that the server gives a query. */
const STATEMENT_TIMEOUT = 5_000;
/** Milliseconds after which the server is taken not to answer any more. */
const ANSWER_TIMEOUT = 7_000;

/** An acknowledged write is on the disk, whatever the database is set to otherwise. */
const SETUP = `
  set search_path to ${POSTGRES_SCHEMA};
  set statement_timeout to ${STATEMENT_TIMEOUT};
  set idle_in_transaction_session_timeout to 30000;
  select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`;

/** The number that PostgreSQL has for bigint. Ours are milliseconds and counts, which a number holds. */
const BIGINT = 20;

const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: "text" | "binary") =>
    type === BIGINT && format !== "binary" ? Number : pg.types.getTypeParser(type, format),
};

/** @param patient whether a query may take as long as it takes */
export function openPool(url: string, patient = false): PostgresPool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: APPLICATION,
    max: patient ? 1 : CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    idleTimeoutMillis: 60_000,
    query_timeout: patient ? undefined : ANSWER_TIMEOUT,
    keepAlive: true,
    allowExitOnIdle: true,
    types: TYPES,
  });
  // A connection that is lost while nobody uses it: the next query has another.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    // Goes first of all that is asked of it. Where it fails, so does what follows.
    const setup = patient ? `${SETUP}; set statement_timeout to 0` : SETUP;
    client.query(setup).catch(() => undefined);
  });
  return {
    connect: async () => new Connection(await pool.connect()),
    end: () => pool.end(),
  };
}

/** Remembers whether the connection was lost, which kysely's driver would not. */
class Connection implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  #lost: unknown;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    asked: string | PostgresCursor<R>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof asked !== "string") throw new TypeError("there are no cursors here");
    return this.#ask(asked, values);
  }

  release(): void {
    this.#client.release(this.#lost !== undefined);
  }

  async #ask<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    // Taking back what was begun would only wait for the same again.
    if (this.#lost !== undefined) throw this.#lost;
    try {
      const { command, rowCount, rows } = await this.#client.query(text, values.map(wholeText));
      return { command: isCounted(command) ? command : "SELECT", rowCount: rowCount ?? 0, rows };
    } catch (error) {
      if (isLost(error)) this.#lost = error;
      throw error;
    }
  }
}

type Command = PostgresQueryResult<unknown>["command"];

const COUNTED: ReadonlySet<string> = new Set<Command>(["INSERT", "UPDATE", "DELETE", "MERGE"]);

function isCounted(command: string): command is Command {
  return COUNTED.has(command);
}
