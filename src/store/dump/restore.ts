/** Puts a backup in the place of what is stored: all of it, or nothing. */
import { sql } from "kysely";
import { OperatorError } from "../../words.js";
import type { Engine, Queries } from "../engine.js";
import { migrateWithin } from "../migrations/migrate.js";
import { tablesOf } from "../repositories/tables-of.js";
import { newerSchema, SCHEMA_VERSION } from "../version.js";
import { checkBackup, linesIn } from "./backup.js";
import { type Counts, readBackup } from "./format.js";

/** Rows that are written at once. */
const ROWS = 500;

/**
 * One of an earlier version is brought up to date on the way. Whoever has the store open sees it change at once.
 * @returns how many rows of each table it held
 * @throws OperatorError for a backup that is none, damaged or newer: then nothing was changed
 */
export async function restore(engine: Engine, file: string): Promise<Counts> {
  const counts = await checkBackup(file);
  await engine.alone(async (db) => {
    for (const { name } of await tablesOf(db)) await drop(engine, db, name);
    await fill(engine, db, file);
    await migrateWithin(engine, db);
  });
  return counts;
}

async function drop(engine: Engine, db: Queries, table: string): Promise<void> {
  const others = engine.kind === "postgres" ? sql`cascade` : sql``;
  await sql`drop table if exists ${sql.table(table)} ${others}`.execute(db);
}

async function fill(engine: Engine, db: Queries, file: string): Promise<void> {
  let table: { readonly name: string; readonly columns: readonly string[] } | undefined;
  let waiting: (readonly (string | number | null)[])[] = [];
  const insert = async () => {
    if (!table || waiting.length === 0) return;
    const columns = sql.join(table.columns.map((column) => sql.ref(column)));
    const rows = sql.join(waiting.map((row) => sql`(${sql.join(row)})`));
    await sql`insert into ${sql.table(table.name)} (${columns}) values ${rows}`.execute(db);
    waiting = [];
  };
  for await (const part of readBackup(linesIn(file))) {
    if ("schema" in part) {
      if (part.schema > SCHEMA_VERSION) throw newerSchema(part.schema);
      await migrateWithin(engine, db, part.schema);
    } else if ("table" in part) {
      await insert();
      table = { name: part.table, columns: part.columns };
      const found = (await tablesOf(db)).find(({ name }) => name === part.table);
      const known = new Set(found?.columns.map(({ name }) => name));
      if (!part.columns.every((column) => known.has(column))) throw unknownTable(part.table);
    } else if ("row" in part) {
      waiting.push(part.row);
      if (waiting.length >= ROWS) await insert();
    } else await insert();
  }
}

function unknownTable(name: string): OperatorError {
  return new OperatorError({
    es: `La copia tiene una tabla que este programa no conoce (${name})`,
    en: `The backup has a table that this program does not know (${name})`,
  });
}
