/**
 * A backup of a store as it was at an earlier version, with rows in every table. Once a version is published, its backup
 * lies in tests/fixtures/store and must stay what it is: it is what people have.
 */
import { sql } from "kysely";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import { backUp } from "../../../src/store/dump/backup.js";
import type { Queries } from "../../../src/store/engine.js";
import { migrate } from "../../../src/store/migrations/migrate.js";
import { tablesOf } from "../../../src/store/repositories/tables-of.js";
import { emptyEngine } from "./engines.js";

export const fixtureOf = (version: number) => `${PACKAGE_ROOT}/tests/fixtures/store/version-${version}.jsonl`;

export async function writeVersion(version: number, file: string): Promise<void> {
  const engine = await emptyEngine();
  await migrate(engine, version);
  await engine.write(fill);
  await backUp(engine, file, new Date(Date.UTC(2026, 10, 29)));
  await engine.close();
}

/** Three rows a table, whose every cell says where it is from. */
async function fill(db: Queries): Promise<void> {
  const tables = (await tablesOf(db)).filter(({ name }) => name !== "schema_versions");
  // Nights before what refers to them.
  for (const { name, columns } of tables.sort((one, other) => (one.name > other.name ? -1 : 1))) {
    for (const number of [1, 2, 3]) {
      const cells = columns.map((column) => {
        if (column.name === "night") return `nights.id ${number}`;
        if (column.isNullable && number === 3) return null;
        return column.dataType.toLowerCase() === "text" ? `${name}.${column.name} ${number}` : number;
      });
      const names = sql.join(columns.map((column) => sql.ref(column.name)));
      await sql`insert into ${sql.table(name)} (${names}) values (${sql.join(cells)})`.execute(db);
    }
  }
}
