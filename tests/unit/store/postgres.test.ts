/** The store over PostgreSQL does what every store must. */
import { afterAll, beforeAll, describe } from "vitest";
import { openStoreHere } from "../../../src/store/opening/here.js";
import { NO_POSTGRES, type Postgres, startPostgres } from "../../../standins/postgres/index.js";
import { storeCases } from "../../support/store/store.case.js";

describe.skipIf(NO_POSTGRES)(`PostgreSQL ${NO_POSTGRES ?? ""}`, () => {
  let server: Postgres | undefined;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.remove());

  storeCases(async () => openStoreHere({ folder: "", databaseUrl: await server?.database() }));
});
