/** Leases on a disk that is full: it is told, and nothing is left that others would have to wait for. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { FileLeases } from "../../../src/refresh/run/lease.js";
import { EMPTY_STATE, readState, writeState } from "../../../src/refresh/run/state.js";
import { smallDisk } from "../../support/small-disk.js";

const folder = mkdtempSync(join(tmpdir(), "claqueta-full-disk-"));
const disk = smallDisk(folder, 1);
afterAll(() => {
  disk?.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(disk === undefined)("a lease on a full disk", () => {
  const leases = () => new FileLeases(join(folder, "lease"));

  it("is not given, which is told, and is there as soon as there is room", () => {
    leases().take()?.release();
    disk?.fill();
    const full = {
      words: {
        es: expect.stringContaining(`No queda sitio para escribir en ${folder} (ENOSPC)`),
        en: expect.stringContaining(`no room left to write in ${folder} (ENOSPC)`),
      },
    };
    expect(() => leases().take()).toThrow(expect.objectContaining(full));
    expect(() => leases().take()).toThrow(expect.objectContaining(full));
    expect(readdirSync(join(folder, "lease"))).toEqual(["1"]);
    disk?.free();
    expect(leases().take()?.fence).toBe(2);
  });

  it("tells of what a run remembers as well", () => {
    disk?.fill();
    expect(() => writeState(folder, EMPTY_STATE)).toThrow(
      expect.objectContaining({ words: { es: expect.stringContaining(folder), en: expect.any(String) } }),
    );
    disk?.free();
    writeState(folder, EMPTY_STATE);
    expect(readState(folder)).toEqual(EMPTY_STATE);
  });

  it("that cannot be given back ends with its term", () => {
    const held = new FileLeases(join(folder, "other"), () => 1_000).take();
    disk?.fill();
    held?.release();
    disk?.free();
    expect(new FileLeases(join(folder, "other"), () => 1_000).take()).toBeUndefined();
    expect(new FileLeases(join(folder, "other"), () => 61_001).take()?.fence).toBe(2);
  });
});
