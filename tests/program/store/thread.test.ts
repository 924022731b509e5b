/** The store as the program has it, in a thread of its own, does what every store must. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openStore } from "../../../src/store/open.js";
import { memoryFolder } from "../../support/store/folder.js";
import { at } from "../../support/store/given.js";
import { storeCases } from "../../support/store/store.case.js";

storeCases(() => openStore({ folder: memoryFolder() }));

describe("the thread", () => {
  it("tells what is away, what nobody can mend, and that it is closed", async () => {
    const folder = memoryFolder();
    mkdirSync(join(folder, "store.sqlite"));
    const store = await openStore({ folder });
    expect(await store.health()).toMatchObject({ engine: "sqlite", state: "away", code: "broken" });
    const refused = { name: "StoreUnavailable", code: "broken" };
    await expect(store.ratings.set("discord:1", 862, 9, at(1))).rejects.toMatchObject(refused);
    await store.close();
    expect(await store.health()).toMatchObject({ state: "away", code: "closed" });
    await expect(store.ratings.all("discord:1")).rejects.toMatchObject({ code: "closed" });
    const wrong = openStore({ folder, databaseUrl: "mysql://user:hidden@host/base" });
    await expect(wrong).rejects.toMatchObject({
      name: "OperatorError",
      message: expect.not.stringContaining("hidden"),
    });
  });

  it("tells a bug as one, and goes on", async () => {
    const store = await openStore({ folder: memoryFolder() });
    await expect(store.ratings.set("discord:1", 862, 11, at(1))).rejects.toThrow(/CHECK constraint/u);
    await expect(store.privacy.rows("no such table", { from: 0, size: 1 })).rejects.toThrow("no such table");
    await store.ratings.set("discord:1", 862, 10, at(1));
    expect(await store.ratings.get("discord:1", 862)).toMatchObject({ score: 10, at: at(1) });
    await store.close();
  });
});
