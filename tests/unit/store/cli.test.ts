/** `npm run store`: what the operator asks, and what they are told. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseLocale } from "../../../src/chat/locale.js";
import { type Arguments, readArguments, runStore } from "../../../src/cli/store.js";
import { openStoreHere } from "../../../src/store/opening/here.js";
import type { StorePlace } from "../../../src/store/place.js";
import { SCHEMA_VERSION } from "../../../src/store/version.js";
import { memoryFolder } from "../../support/store/folder.js";
import { at } from "../../support/store/given.js";

/** What it says. */
async function said(
  asked: Arguments,
  place: StorePlace,
  tag = "es",
): Promise<{ ok: boolean; lines: string[] }> {
  const lines: string[] = [];
  const ok = await runStore(asked, place, parseLocale(tag), (line) => lines.push(line));
  return { ok, lines };
}

async function filled(): Promise<StorePlace> {
  const place = { folder: memoryFolder() };
  const store = await openStoreHere(place);
  await store.ratings.set("discord:1", 862, 9, at(1));
  await store.close();
  return place;
}

describe("npm run store", () => {
  it("reads what it is asked", () => {
    expect(readArguments(["backup", "/a"])).toEqual({ action: "backup", file: "/a" });
    expect(readArguments(["restore", "/a", "--force"])).toEqual({
      action: "restore",
      file: "/a",
      force: true,
    });
    expect(readArguments(["check"])).toEqual({ action: "check" });
    expect(readArguments(["migrate"])).toEqual({ action: "migrate" });
    for (const wrong of [
      [],
      ["backup"],
      ["restore"],
      ["check", "/a"],
      ["check", "--force"],
      ["drop"],
      ["-x"],
    ]) {
      expect(readArguments(wrong)).toBeUndefined();
    }
  });

  it("backs up, restores into an empty store, and checks", async () => {
    const place = await filled();
    const file = join(memoryFolder(), "copia.jsonl");
    expect((await said({ action: "backup", file }, place)).lines).toEqual([
      `Copia hecha y comprobada: ${file} (1 fila)`,
    ]);
    await expect(said({ action: "backup", file }, place)).rejects.toThrow("exists already");
    const other = { folder: memoryFolder() };
    expect((await said({ action: "restore", file, force: false }, other, "en")).lines).toEqual([
      "Restored: 1 row",
    ]);
    const { ok, lines } = await said({ action: "check" }, other);
    expect(ok).toBe(true);
    expect(lines[0]).toBe(`SQLite, esquema ${SCHEMA_VERSION} (este programa: ${SCHEMA_VERSION})`);
    expect(lines).toContain("  ratings: 1");
    expect(lines.at(-1)).toBe("Todo en orden.");
  });

  it("makes no store where nothing is stored yet, and says so", async () => {
    const place = { folder: join(memoryFolder(), "store") };
    const file = join(memoryFolder(), "copia.jsonl");
    for (const asked of [{ action: "check" }, { action: "backup", file }] as const) {
      await expect(said(asked, place)).rejects.toMatchObject({
        words: { es: `Aún no hay nada guardado en esta carpeta: ${place.folder}` },
      });
    }
    expect([place.folder, file].filter((path) => existsSync(path))).toEqual([]);
  });

  it("replaces nothing that is there, or open, unless it is told to", async () => {
    const place = await filled();
    const file = join(memoryFolder(), "copia.jsonl");
    await said({ action: "backup", file }, place);
    await expect(said({ action: "restore", file, force: false }, place)).rejects.toThrow("--force");
    const open = { folder: memoryFolder() };
    const store = await openStoreHere(open);
    await expect(said({ action: "restore", file, force: false }, open)).rejects.toThrow(
      "Another program has the data open",
    );
    expect(await store.ratings.all("discord:1")).toEqual([]);
    await said({ action: "restore", file, force: true }, open);
    // Whoever has it open sees what was restored.
    expect(await store.ratings.all("discord:1")).toHaveLength(1);
    await store.close();
  });

  it("migrates, and says from where to where", async () => {
    const place = { folder: memoryFolder() };
    expect((await said({ action: "migrate" }, place)).lines).toEqual([`Esquema 0 → ${SCHEMA_VERSION}.`]);
    expect((await said({ action: "migrate" }, place)).lines).toEqual([
      `Ya estaba al día (esquema ${SCHEMA_VERSION}).`,
    ]);
  });

  it("tells what is damaged", async () => {
    const place = await filled();
    const file = join(memoryFolder(), "copia.jsonl");
    await said({ action: "backup", file }, place);
    // A night that counts more events than there are: as it would be had one been lost.
    const { createHash } = await import("node:crypto");
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    const nights = lines.findIndex((line) => line.includes('"table":"nights"'));
    lines.splice(nights + 1, 0, '["n1","discord:1","discord",null,"2",null,1,null,3,null,null]');
    const end = JSON.parse(lines.pop() ?? "") as { counts: Record<string, number> };
    end.counts.nights = 1;
    const text = `${lines.join("\n")}\n`;
    const sha256 = createHash("sha256").update(text).digest("hex");
    writeFileSync(file, `${text}${JSON.stringify({ ...end, sha256 })}\n`);
    await said({ action: "restore", file, force: true }, place);
    const checked = await said({ action: "check" }, place);
    expect(checked.ok).toBe(false);
    expect(checked.lines.at(-1)).toBe("Dañado: events missing: night n1");
  });

  it("tells in a line what the operator can mend, without a secret", async () => {
    const away = { folder: "", databaseUrl: "postgres://user:obviously-fake@127.0.0.1:1/x" };
    await expect(said({ action: "check" }, away)).rejects.toMatchObject({
      words: { es: "No se puede conectar con la base de datos" },
    });
    const broken = { folder: memoryFolder() };
    mkdirSync(join(broken.folder, "store.sqlite"));
    await expect(said({ action: "check" }, broken)).rejects.toMatchObject({ name: "OperatorError" });
    await expect(said({ action: "backup", file: "/no/such/folder/x" }, await filled())).rejects.toMatchObject(
      {
        words: { es: expect.stringContaining("(ENOENT)") },
      },
    );
    await expect(said({ action: "backup", file: "/x" }, { folder: memoryFolder() })).rejects.toThrow(
      "Nothing is stored yet",
    );
  });
});
