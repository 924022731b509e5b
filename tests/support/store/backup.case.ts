/** Backups, and the schema from every version that there was, on either engine. */
import { appendFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { backUp, checkBackup } from "../../../src/store/dump/backup.js";
import { checkStore } from "../../../src/store/dump/check.js";
import { restore } from "../../../src/store/dump/restore.js";
import type { Engine } from "../../../src/store/engine.js";
import { MIGRATIONS } from "../../../src/store/migrations/index.js";
import { migrate } from "../../../src/store/migrations/migrate.js";
import { createRepositories } from "../../../src/store/repositories/index.js";
import { tablesOf } from "../../../src/store/repositories/tables-of.js";
import { KEYS } from "../../../src/store/tables.js";
import { SCHEMA_VERSION } from "../../../src/store/version.js";
import { memoryFolder } from "./folder.js";
import { at } from "./given.js";
import { fixtureOf } from "./version-backup.js";

const versions = MIGRATIONS.map((_, number) => number + 1);

/** @param empty a new, empty database @param other one of the other engine, where there is one */
export function backupCases(empty: () => Promise<Engine>, other: () => Promise<Engine>): void {
  const shape = (engine: Engine) =>
    engine.read(async (db) =>
      (await tablesOf(db)).map(({ name, columns }) => ({
        name,
        columns: columns.map((column) => [column.name, column.dataType, column.isNullable]),
      })),
    );
  const contents = (file: string) => readFileSync(file, "utf8").split("\n").slice(1);

  describe("the schema", () => {
    it.each(versions)("comes from version %i to today's with all that was in it", async (version) => {
      const [fresh, old] = [await empty(), await empty()];
      await migrate(fresh);
      const counts = await restore(old, fixtureOf(version));
      expect(await old.version()).toBe(SCHEMA_VERSION);
      expect(await shape(old)).toEqual(await shape(fresh));
      for (const [table, count] of Object.entries(counts)) expect([table, count]).toEqual([table, 3]);
      expect((await checkStore(old)).counts).toMatchObject(counts);
      await Promise.all([fresh.close(), old.close()]);
    });

    it("has every table that the program knows, and no other", async () => {
      const engine = await empty();
      await migrate(engine);
      const tables = (await shape(engine)).map(({ name }) => name);
      expect(tables).toEqual([...Object.keys(KEYS), "schema_versions"].sort());
      expect(MIGRATIONS).toHaveLength(SCHEMA_VERSION);
      await engine.close();
    });

    it("is refused where it is of a newer program", async () => {
      const engine = await empty();
      await migrate(engine);
      await engine.write((db) => sql`insert into schema_versions values (99, 0)`.execute(db));
      await expect(migrate(engine)).rejects.toMatchObject({
        name: "OperatorError",
        message: expect.stringMatching(/newer version of the program \(schema 99/u),
      });
      await expect(backUp(engine, join(memoryFolder(), "b"), at(0))).rejects.toThrow("newer version");
      // Going back to this program: the backup from before takes the place of it.
      await restore(engine, fixtureOf(SCHEMA_VERSION));
      expect(await engine.version()).toBe(SCHEMA_VERSION);
      await engine.close();
    });
  });

  describe("a backup", () => {
    it("that is made while others write restores as it was at one moment, on either engine", async () => {
      const [engine, same, foreign] = [await empty(), await empty(), await other()];
      await migrate(engine);
      const { nights, ratings } = createRepositories(engine);
      const place = { platform: "discord", chat: "1" };
      const body = JSON.stringify({ text: "línea\u2028dos\nñ 👩‍👩‍👧" });
      const events = [{ body, by: "discord:1", at: at(1) }];
      await nights.create({ id: "n", community: "discord:c", place, createdAt: at(1) }, { events });
      const many = Array.from({ length: 2_200 }, (_, film) => ({ film: film + 1, score: 5, at: at(film) }));
      await ratings.setMany("discord:1", many, 9_999);
      let writing = true;
      const writer = (async () => {
        for (let after = 1; writing; after += 1) await nights.append("n", { after, events });
      })();
      const file = join(memoryFolder(), "backup.jsonl");
      const counts = await backUp(engine, file, at(5));
      writing = false;
      await writer;
      expect(counts).toMatchObject({ nights: 1, ratings: 2_200 });
      expect(statSync(file).mode & 0o777).toBe(0o600);
      for (const target of [same, foreign]) {
        expect(await restore(target, file)).toEqual(counts);
        // The night counts as many events as came with it.
        expect(await checkStore(target)).toMatchObject({ schema: SCHEMA_VERSION, faults: [] });
        const [first] = await createRepositories(target).nights.events("n", 0);
        expect(first).toMatchObject({ body, by: "discord:1" });
        const again = join(memoryFolder(), "again.jsonl");
        await backUp(target, again, at(6));
        // Hashes are of other first lines.
        expect(contents(again).slice(0, -2)).toEqual(contents(file).slice(0, -2));
      }
      await Promise.all([engine, same, foreign].map((each) => each.close()));
    });

    it("that is damaged, cut off or none changes nothing", async () => {
      const engine = await empty();
      await restore(engine, fixtureOf(SCHEMA_VERSION));
      const before = await checkStore(engine);
      const whole = readFileSync(fixtureOf(SCHEMA_VERSION), "utf8");
      const spoilt: readonly (readonly [string, RegExp])[] = [
        [whole.replace("ratings.person 2", "ratings.person 9"), /damaged/u],
        [whole.slice(0, whole.lastIndexOf("\n", whole.length - 2) + 1), /its end is missing/u],
        [whole.slice(0, whole.length >> 1), /damaged|end is missing/u],
        [`${whole}{}\n`, /damaged/u],
        ["", /no backup/u],
        ["{}\n", /no backup/u],
        [whole.replace(`"schema":${SCHEMA_VERSION}`, '"schema":99'), /damaged/u],
      ];
      for (const [text, message] of spoilt) {
        const file = join(memoryFolder(), "spoilt.jsonl");
        writeFileSync(file, text);
        await expect(restore(engine, file)).rejects.toThrow(message);
      }
      expect(await checkStore(engine)).toEqual(before);
      await engine.close();
    });

    it("tells what it holds only where it holds all of it", async () => {
      const file = join(memoryFolder(), "more.jsonl");
      writeFileSync(file, readFileSync(fixtureOf(1)));
      expect(await checkBackup(file)).toMatchObject({ settings: 3 });
      appendFileSync(file, "[1]\n");
      await expect(checkBackup(file)).rejects.toThrow("damaged");
    });
  });
}
