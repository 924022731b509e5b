/** Opens the engine that a place names; what another one needs is never loaded. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { OperatorError } from "../../words.js";
import type { Engine } from "../engine.js";
import type { UnavailableCode } from "../errors.js";
import { isPostgresUrl, STORE_FILE, type StorePlace } from "../place.js";

export interface Connecting {
  readonly kind: Engine["kind"];
  connect(): Promise<Engine>;
  /** What an error of connecting says. */
  codeOf(error: unknown): UnavailableCode | undefined;
}

/** @throws OperatorError for an address that is none of PostgreSQL's; it is not shown, it may hold a password */
export function connecting({ databaseUrl, folder }: StorePlace): Connecting {
  if (databaseUrl === undefined) {
    return { kind: "sqlite", connect: () => connectSqlite(folder), codeOf: fileCode };
  }
  if (!isPostgresUrl(databaseUrl)) {
    throw new OperatorError({
      es: "DATABASE_URL: se esperaba postgres://usuario:clave@servidor/base",
      en: "DATABASE_URL: expected postgres://user:password@server/database",
    });
  }
  return {
    kind: "postgres",
    connect: async () => new (await import("../postgres/engine.js")).PostgresEngine(databaseUrl),
    codeOf: () => undefined,
  };
}

async function connectSqlite(folder: string): Promise<Engine> {
  // Nobody else on the machine has to read who voted for what.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { SqliteEngine } = await import("../sqlite/engine.js");
  return new SqliteEngine(join(folder, STORE_FILE));
}

/** What the file system says, before there is a database to ask. */
function fileCode(error: unknown): UnavailableCode | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && error.code === "ENOSPC") return "full";
  if ("syscall" in error || error.message.includes("Unable to open connection")) return "broken";
  const raw = "rawCode" in error ? Number(error.rawCode) & 0xff : 0;
  return raw === 13 ? "full" : raw === 5 ? "busy" : raw > 1 ? "broken" : undefined;
}
