/** Backups and migrations of the store over PostgreSQL, and processes that migrate at once. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "../../../src/store/migrations/migrate.js";
import { PostgresEngine } from "../../../src/store/postgres/engine.js";
import { SCHEMA_VERSION } from "../../../src/store/version.js";
import { NO_POSTGRES, type Postgres, startPostgres } from "../../../standins/postgres/index.js";
import { backupCases } from "../../support/store/backup.case.js";
import { emptyEngine } from "../../support/store/engines.js";

describe.skipIf(NO_POSTGRES)(`PostgreSQL ${NO_POSTGRES ?? ""}`, () => {
  let server: Postgres | undefined;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.remove());

  backupCases(() => emptyEngine(server), emptyEngine);

  it("is migrated once by three that start at once", async () => {
    const url = (await server?.database()) ?? "";
    const engines = [1, 2, 3].map(() => new PostgresEngine(url));
    await Promise.all(engines.map((engine) => migrate(engine)));
    for (const engine of engines) expect(await engine.version()).toBe(SCHEMA_VERSION);
    await Promise.all(engines.map((engine) => engine.close()));
  });
});
