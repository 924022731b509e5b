/** A store that is away says so at once, and is back by itself. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "../../../src/store/migrations/migrate.js";
import { openStoreHere } from "../../../src/store/opening/here.js";
import type { Store, StoreHealth } from "../../../src/store/port.js";
import { SqliteEngine } from "../../../src/store/sqlite/engine.js";
import { NO_POSTGRES, type Postgres, startPostgres } from "../../../standins/postgres/index.js";
import { smallDisk } from "../../support/small-disk.js";
import { memoryFolder } from "../../support/store/folder.js";
import { at } from "../../support/store/given.js";

/** Until a store serves; the test's own patience ends it. */
async function backAgain(store: Store): Promise<void> {
  while ((await store.health()).state !== "ready") await setTimeout(50);
}

const asked = (store: Store) => store.ratings.set("discord:1", 862, 9, at(1));

describe("the embedded store", () => {
  it("comes up away where its folder cannot be had, and is there once it can", async () => {
    const folder = join(memoryFolder(), "store");
    writeFileSync(folder, "a file in its place");
    const told: StoreHealth[] = [];
    const store = await openStoreHere({ folder, onChange: (health) => told.push(health) });
    expect(await store.health()).toMatchObject({ engine: "sqlite", state: "away", code: "broken" });
    await expect(asked(store)).rejects.toMatchObject({ name: "StoreUnavailable", code: "broken" });
    rmSync(folder);
    await backAgain(store);
    await asked(store);
    expect(told.map(({ state }) => state)).toEqual(["away", "ready"]);
    await store.close();
  });

  it("tells a file that is no database, and does not touch it", async () => {
    const folder = memoryFolder();
    writeFileSync(join(folder, "store.sqlite"), "no database ".repeat(500));
    const store = await openStoreHere({ folder });
    await expect(asked(store)).rejects.toMatchObject({ code: "broken" });
    await store.close();
    await expect(asked(store)).rejects.toMatchObject({ code: "closed" });
  });

  it("refuses what a newer program stored, in one clear sentence", async () => {
    const folder = memoryFolder();
    const engine = new SqliteEngine(join(folder, "store.sqlite"));
    await migrate(engine);
    await engine.write((db) => sql`insert into schema_versions values (99, 0)`.execute(db));
    await engine.close();
    await expect(openStoreHere({ folder })).rejects.toMatchObject({
      name: "OperatorError",
      words: { es: expect.stringContaining("versión más nueva del programa (esquema 99") },
    });
  });

  it("keeps what one got wrong from what others write with it", async () => {
    const store = await openStoreHere({ folder: memoryFolder() });
    const outcomes = await Promise.allSettled(
      [5, 11, 7, 0, 3].map((score, film) => store.ratings.set("discord:1", film + 1, score, at(1))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    expect((await store.ratings.all("discord:1")).map(({ score }) => score)).toEqual([5, 7, 3]);
    await store.close();
  });

  it("lets two processes write at once", async () => {
    const folder = memoryFolder();
    const stores = await Promise.all([openStoreHere({ folder }), openStoreHere({ folder })]);
    await Promise.all(
      Array.from({ length: 40 }, (_, film) =>
        stores[film % 2]?.ratings.set("discord:1", film + 1, 5, at(film)),
      ),
    );
    expect(await stores[0].ratings.all("discord:1")).toHaveLength(40);
    await Promise.all(stores.map((store) => store.close()));
  });
});

const DISK_FOLDER = join(memoryFolder(), "disk");
const DISK = smallDisk(DISK_FOLDER, 1);

describe.skipIf(DISK === undefined)(
  `a full disk ${DISK === undefined ? "(skipped: none can be mounted here)" : ""}`,
  () => {
    const folder = DISK_FOLDER;
    afterAll(() => DISK?.remove());

    it("is told as such; what was acknowledged stays, and reading goes on", async () => {
      const store = await openStoreHere({ folder });
      const text = "x".repeat(20_000);
      const kept: string[] = [];
      const fill = async () => {
        for (;;) {
          const key = `key${kept.length}`;
          await store.buttons.keep(new Map([[key, text]]), at(1));
          kept.push(key);
        }
      };
      await expect(fill()).rejects.toMatchObject({ name: "StoreUnavailable", code: "full" });
      expect(kept.length).toBeGreaterThan(5);
      for (const key of kept) expect(await store.buttons.find(key, at(1))).toBe(text);
      expect(await store.health()).toMatchObject({ state: "ready" });
      await store.close();
      const again = await openStoreHere({ folder });
      expect(await again.buttons.find(kept.at(-1) ?? "", at(1))).toBe(text);
      await again.close();
    });
  },
);

describe.skipIf(NO_POSTGRES)(`PostgreSQL ${NO_POSTGRES ?? ""}`, () => {
  let server: Postgres | undefined;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.remove());

  it("may be away at the start and later: it is back by itself", async () => {
    const url = (await server?.database())?.replace("claqueta@", "claqueta:password@") ?? "";
    await server?.kill();
    const store = await openStoreHere({ folder: "", databaseUrl: url });
    expect(await store.health()).toMatchObject({ engine: "postgres", state: "away", code: "away" });
    const refused = await asked(store).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: "StoreUnavailable", code: "away" });
    expect(JSON.stringify(refused) + String(refused)).not.toMatch(/password|127\.0\.0\.1/u);
    await server?.start();
    await backAgain(store);
    await asked(store);

    await server?.kill();
    await expect(asked(store)).rejects.toMatchObject({ code: "away" });
    expect(await store.health()).toMatchObject({ state: "away" });
    await server?.start();
    await backAgain(store);
    expect(await store.ratings.get("discord:1", 862)).toMatchObject({ score: 9 });
    await store.close();
  });

  it("tells that it does not let us in, without saying whom", async () => {
    const url = (await server?.database())?.replace(/test_\d+$/u, "no_such_database") ?? "";
    const store = await openStoreHere({ folder: "", databaseUrl: url });
    expect(await store.health()).toMatchObject({ state: "away", code: "refused" });
    await store.close();
  });
});
