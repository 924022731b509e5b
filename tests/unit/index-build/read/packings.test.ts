/** What a file is packed with is told by its bytes, and every packing keeps within the limits. */
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { ReadLimits } from "../../../../index-build/read/files/limits.js";
import { BZIP2, LZ4, lz4Of, tarOf, UNPACKED, XZ, zstdOf } from "../../../support/packed.js";
import { type ReadTables, readTables } from "../../../support/read-tables.js";
import { folderWith, moviesCsv, placesOf, readFolder, zipOf } from "../../../support/source-files.js";

const ROWS = [
  ["1", "Volver"],
  ["2", "Hable con ella"],
];

function read(contents: string | Buffer, limits?: Partial<ReadLimits>): Promise<ReadTables> {
  return readTables(join(folderWith({ "file.dat": contents }), "file.dat"), limits);
}

describe.each([
  ["bzip2", BZIP2],
  ["xz", XZ],
  ["zstd", zstdOf(UNPACKED)],
  ["LZ4", LZ4],
  ["LZ4 of several blocks", lz4Of(UNPACKED)],
])("%s", (_, packed) => {
  test("is read, alone, twice over and in an archive", async () => {
    for (const file of [packed, gzipSync(packed), tarOf({ "a.csv": packed }), zipOf({ "a.csv.x": packed })]) {
      const { tables, told } = await read(file);
      expect(tables.map(({ rows }) => rows)).toEqual([ROWS]);
      expect(told).toEqual([]);
    }
  });

  test("several, one after the other, are one text", async () => {
    const { tables } = await read(Buffer.concat([packed, packed]));
    expect(tables[0]?.rows).toHaveLength(5);
  });

  test("cut short is told", async () => {
    const { told } = await read(packed.subarray(0, packed.length - 12));
    expect(told).toEqual(["truncated"]);
  });

  test("damaged is told", async () => {
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, packed.length - 24, packed.length - 16);
    expect((await read(damaged)).told.length).toBeGreaterThan(0);
  });

  test("is refused where it unpacks to more than may be", async () => {
    expect(await read(packed, { unpackedBytes: 20 })).toMatchObject({ told: ["too-large"] });
    const { told } = await read(packed, { expansionGrace: 10, expansionRatio: 0.1 });
    expect(told).toEqual(["expands-too-far"]);
  });
});

/** What `lz4 -B4 -BD` makes of ten rows, repeated: blocks of 64 KB that go on with the one before. */
const LZ4_OF_PATTERN = Buffer.from(
  "BCJNGERAXkEBAAD0BGlkLHRpdGxlCjAsVm9sdmVyCjEJABQyCQAUMwkAFDQJABQ1CQAUNgkAFDcJABQ4CQAUOQkAD1oA/////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////4VQVm9sdmUKAQAAD/D//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////+hQMixWb2z6AAAA5HZlcgozLFZvbHZlcgo0CQAUNQkAFDYJABQ3CQAUOAkAFDkJABQwCQAUMQkAFDIJAA9aAP//////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////clBsdmVyCgAAAAAtMGI9",
  "base64",
);

describe("tar", () => {
  test("its files in their order; others are left alone, and a cut costs no more than what is missing", async () => {
    const whole = tarOf({ "a.csv": UNPACKED, "README.md": "# x", "b/c.txt": UNPACKED });
    const { tables, told } = await read(whole);
    expect(tables.map(({ name }) => name)).toEqual(["file!/a.csv", "file!/b/c.txt"]);
    expect(told).toEqual(["other-file"]);
    const cut = await read(whole.subarray(0, 4 * 512 + 520));
    expect(cut.tables[0]?.rows).toEqual(ROWS);
    expect(cut.told).toContain("truncated");
  });

  test("an entry that cannot be read costs no other", async () => {
    const { tables, told } = await read(tarOf({ "a.csv": Buffer.from("%PDF-1.7"), "b.csv": UNPACKED }));
    expect(tables.map(({ name }) => name)).toEqual(["file!/b.csv"]);
    expect(told).toEqual(["foreign-format"]);
  });
});

test("packings in packings are unpacked up to a depth", async () => {
  let packed = Buffer.from(UNPACKED);
  for (let depth = 0; depth < 6; depth++) packed = gzipSync(packed);
  expect((await read(packed)).tables[0]?.rows).toEqual(ROWS);
  expect((await read(gzipSync(packed))).told).toEqual(["packed-too-deep"]);
});

test("a bomb in a bomb is measured by its outermost bytes", async () => {
  const inner = gzipSync(Buffer.alloc(20_000_000));
  const { told } = await read(gzipSync(inner), { expansionGrace: 100_000, expansionRatio: 1200 });
  expect(told).toEqual(["expands-too-far"]);
});

describe("what is no table is named, with what to do", () => {
  test.each([
    ["a page of a failed download", "<!DOCTYPE html>\n<html><body>Sign in</body></html>", "web-page", ""],
    ["a pointer of Git LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:1\n", "lfs-pointer", ""],
    ["an old workbook cut short", Buffer.from("d0cf11e0a1b11ae100", "hex"), "damaged-file", "OLE"],
    ["the first Feather", Buffer.from("FEA1\0\0\0\0"), "foreign-format", "Feather 1"],
    ["NumPy", Buffer.from("\x93NUMPY\x01\0v\0", "latin1"), "foreign-format", "NumPy"],
    ["a pickle", Buffer.from("80049500", "hex"), "foreign-format", "pickle"],
    ["bytes of nobody", Buffer.from([1, 2, 3, 0, 0, 4, 5, 6, 7, 8, 1, 2, 3, 4]), "not-text", ""],
  ] as const)("%s", async (_, contents, code, detail) => {
    const { catalog, report } = await readFolder({
      "films.csv": contents,
      "good.csv": moviesCsv({ id: "219", title: "Volver" }),
    });
    expect(placesOf(report, code)).toEqual(["films.csv:"]);
    expect(report.entries(code)[0]?.detail ?? "").toBe(detail);
    expect([...catalog.films.keys()]).toEqual([219]);
  });
});

test("LZ4 that points back over blocks, and into what it writes", async () => {
  const { tables, told } = await read(LZ4_OF_PATTERN);
  expect(tables[0]?.rows).toEqual(Array.from({ length: 20_000 }, (_, at) => [String(at % 10), "Volver"]));
  expect(told).toEqual([]);
});
