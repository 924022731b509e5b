/** Backups and migrations of the embedded store, and that what was published stays as it was. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MIGRATIONS } from "../../../src/store/migrations/index.js";
import { backupCases } from "../../support/store/backup.case.js";
import { emptyEngine } from "../../support/store/engines.js";
import { memoryFolder } from "../../support/store/folder.js";
import { fixtureOf, writeVersion } from "../../support/store/version-backup.js";

describe("a published version", () => {
  it.each(MIGRATIONS.map((_, number) => number + 1))("%i is what it was", async (version) => {
    // `STORE_FIXTURES=write` makes that of a new version; those of old ones are never made again.
    const missing = process.env.STORE_FIXTURES === "write" && !existsSync(fixtureOf(version));
    const file = missing ? fixtureOf(version) : join(memoryFolder(), "version.jsonl");
    await writeVersion(version, file);
    expect(readFileSync(file, "utf8")).toBe(readFileSync(fixtureOf(version), "utf8"));
  });
});

backupCases(emptyEngine, emptyEngine);
