import { randomBytes } from "node:crypto";
import { deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { InputCut, InputRefused } from "../../../../index-build/read/files/broken-input.js";
import { READ_LIMITS, type ReadLimits } from "../../../../index-build/read/files/limits.js";
import { type Packing, unpack } from "../../../../index-build/read/files/packing/unpack.js";
import { chunksOf } from "../../../support/source-files.js";

async function unpacked(
  packed: Buffer,
  packing: Packing,
  limits: Partial<ReadLimits> = {},
  size = 1000,
): Promise<{ bytes: Buffer; error: unknown }> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of unpack(chunksOf(packed, size), packing, { ...READ_LIMITS, ...limits }))
      pieces.push(piece);
  } catch (error) {
    return { bytes: Buffer.concat(pieces), error };
  }
  return { bytes: Buffer.concat(pieces), error: undefined };
}

/** 300 KB that pack to about half. */
const plain = Buffer.from(randomBytes(150_000).toString("hex"));

describe("unpack", () => {
  test.each([1000, 16_384, 1_000_000])("unpacks in chunks of %i", async (size) => {
    for (const [packed, packing] of [
      [gzipSync(plain), "gzip"],
      [deflateRawSync(plain), "deflate"],
    ] as const) {
      const { bytes, error } = await unpacked(packed, packing, {}, size);
      expect([bytes.equals(plain), error]).toEqual([true, undefined]);
    }
  });

  test("gzip members that stand one after the other are one text", async () => {
    const { bytes, error } = await unpacked(Buffer.concat([gzipSync("a"), gzipSync("b")]), "gzip");
    expect([bytes.toString(), error]).toEqual(["ab", undefined]);
  });

  test("an empty file is cut short", async () => {
    expect((await unpacked(Buffer.alloc(0), "gzip")).error).toMatchObject({ reason: "truncated" });
  });

  test("what follows the end is passed over", async () => {
    const { bytes, error } = await unpacked(Buffer.concat([gzipSync(plain), Buffer.alloc(40_000)]), "gzip");
    expect([bytes.equals(plain), error]).toEqual([true, undefined]);
  });

  test("a truncated file gives all that its bytes unpack to", async () => {
    const packed = gzipSync(plain);
    for (const share of [0.2, 0.5, 0.99]) {
      const { bytes, error } = await unpacked(
        packed.subarray(0, Math.floor(packed.length * share)),
        "gzip",
        {},
        1e6,
      );
      expect(error).toBeInstanceOf(InputCut);
      expect(error).toMatchObject({ reason: "truncated" });
      expect(bytes.length).toBeGreaterThan(plain.length * share * 0.9);
      expect(plain.subarray(0, bytes.length).equals(bytes)).toBe(true);
    }
  });

  test("a damaged file gives what came before the damage", async () => {
    const packed = gzipSync(plain);
    const middle = Math.floor(packed.length / 2);
    packed.fill(0xff, middle, middle + 2000);
    const { bytes, error } = await unpacked(packed, "gzip");
    expect(error).toMatchObject({ reason: "corrupt" });
    expect(bytes.length).toBeGreaterThan(plain.length * 0.3);
  });

  test("no gzip at all is damaged", async () => {
    expect((await unpacked(Buffer.from("id,title\n1,a\n"), "gzip")).error).toMatchObject({
      reason: "corrupt",
    });
  });

  test("a bomb is refused long before it is unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const { bytes, error } = await unpacked(bomb, "gzip", { expansionGrace: 1_000_000 });
    expect(error).toBeInstanceOf(InputRefused);
    expect(error).toMatchObject({ reason: "expands-too-far" });
    expect(bytes.length).toBeLessThan(20_000_000);
  });

  test("a file beyond the cap is refused", async () => {
    expect((await unpacked(gzipSync(plain), "gzip", { unpackedBytes: 1000 })).error).toMatchObject({
      reason: "too-large",
    });
  });
});
