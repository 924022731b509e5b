/** Columns that stay on disk: read as if they were in memory, and never anything but what was verified. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { encodeTable } from "../../../index-build/write/encode/arrow.js";
import { readTable, spansOnDisk, tableOf } from "../../../src/catalog/arrow/table.js";
import { OpenFile } from "../../../src/catalog/reading/open-file.js";
import { bytesOf, readAtOnce } from "../../../src/catalog/reading/read-file.js";
import { tableAtOnce, tableInPieces } from "../../../src/catalog/reading/verified-table.js";
import { flipByte } from "../../support/damaged-index.js";

const SHAPE = {
  id: "int32",
  plot: "utf8? on disk",
  alike: "films[] on disk",
  scores: "uint8[] on disk",
  title: "utf8",
} as const;

/** More than one piece of a reading, texts across the edges of blocks, lists of which some are empty. */
const ROWS = 1200;
const rows = Array.from({ length: ROWS }, (_, row) => row);
const plotOf = (row: number) => (row % 3 === 0 ? undefined : `${row}: ñandú ${"ü".repeat(row % 700)}`);
const alikeTo = (row: number) => rows.slice(row, row + (row % 60)).map((other) => other + 70_000);
const BYTES = encodeTable(SHAPE, {
  id: rows,
  plot: rows.map(plotOf),
  alike: rows.map(alikeTo),
  scores: rows.map((row) => alikeTo(row).map((other) => other % 256)),
  title: rows.map((row) => `título ${row}`),
});
const listed = {
  bytes: BYTES.length,
  sha256: createHash("sha256").update(BYTES).digest("hex"),
};

let root: string;
let path: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "claqueta-on-disk-"));
  mkdirSync(join(root, "version"));
  path = join(root, "version", "films.arrow");
  writeFileSync(path, BYTES);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it("leaves lists where they are, too, where there are many", () => {
  const file = new OpenFile(path);
  const spans = spansOnDisk(BYTES.length, (from, to) => BYTES.subarray(from, to), SHAPE, 0);
  const read = readAtOnce(file.descriptor, spans);
  const table = tableOf(bytesOf(file, read), SHAPE);
  expect(spans).toHaveLength(3);
  expect(read.sha256).toBe(listed.sha256);
  expect(rows.map((row) => [...table.alike.get(row as never)])).toEqual(rows.map(alikeTo));
  expect(rows.map((row) => table.scores.get(row).length)).toEqual(rows.map((row) => alikeTo(row).length));
  expect(table.title.get(1199)).toBe("título 1199");
});

describe.each([
  ["at once", async () => tableAtOnce(path, listed, SHAPE)],
  ["in pieces", () => tableInPieces(path, listed, SHAPE)],
])("a table read %s", (_, open) => {
  it("says the same as in memory", async () => {
    const table = await open();
    const inMemory = readTable(BYTES, SHAPE);
    for (const read of [table, inMemory]) {
      expect(rows.map((row) => read.plot.get(row))).toEqual(rows.map(plotOf));
      expect(rows.map((row) => read.plot.has(row))).toEqual(rows.map((row) => row % 3 !== 0));
      expect(rows.map((row) => [...read.alike.get(row as never)])).toEqual(rows.map(alikeTo));
      expect(rows.map((row) => read.scores.size(row))).toEqual(rows.map((row) => alikeTo(row).length));
      expect([...read.scores.get(59)]).toEqual(alikeTo(59).map((other) => other % 256));
      expect([read.id[7], read.title.get(1199)]).toEqual([7, "título 1199"]);
    }
  });

  it("outlives its file's name", async () => {
    const table = await open();
    rmSync(path);
    expect(table.plot.get(1199)).toBe(plotOf(1199));
  });

  it("is not read where a byte differs, wherever it stands", async () => {
    flipByte(path);
    await expect((async () => open())()).rejects.toThrow(/films\.arrow.*SHA-256/u);
    // The footer tells where the columns stand.
    const bytes = readFileSync(path);
    writeFileSync(path, Buffer.from(BYTES));
    for (const at of [bytes.length - 9, bytes.length - 40, 9]) {
      const damaged = Buffer.from(BYTES);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 0x81, at);
      writeFileSync(path, damaged);
      await expect((async () => open())()).rejects.toThrow(/films\.arrow.*SHA-256/u);
    }
    truncateSync(path, BYTES.length - 8);
    await expect((async () => open())()).rejects.toThrow(/films\.arrow.*bytes/u);
    rmSync(path);
    await expect((async () => open())()).rejects.toThrow(/films\.arrow.*(falta|missing)/u);
  });

  it("never gives what changed since", async () => {
    const table = await open();
    const bytes = Buffer.from(BYTES);
    const at = bytes.indexOf("1199: ñandú");
    bytes.write("0000", at);
    writeFileSync(path, bytes);
    expect(() => table.plot.get(1199)).toThrow(/films\.arrow/u);
    expect(table.plot.get(1)).toBe(plotOf(1));
    truncateSync(path, at);
    expect(() => table.plot.get(1199)).toThrow(/films\.arrow/u);
  });

  it("gives again what it gave a moment ago, as it was verified", async () => {
    const table = await open();
    const before = rows.slice(0, 20).map((row) => table.plot.get(row));
    writeFileSync(path, Buffer.alloc(BYTES.length));
    expect(rows.slice(0, 20).map((row) => table.plot.get(row))).toEqual(before);
    expect(() => table.plot.get(1199)).toThrow(/films\.arrow/u);
  });
});
