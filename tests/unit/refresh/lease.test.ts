/** Of several processes on one data folder, one refreshes. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FileLeases } from "../../../src/refresh/run/lease.js";

let folder: string;
let time = 1_000_000;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "claqueta-lease-")), "lease");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

const leases = (term = 60_000) => new FileLeases(folder, () => time, term);

describe("the lease", () => {
  it("is given to one, and with a higher number to the next", () => {
    const first = leases().take();
    expect(first?.fence).toBe(1);
    expect(leases().take()).toBeUndefined();
    first?.assertHeld();
    first?.release();
    expect(() => first?.assertHeld()).toThrow("lost");
    const second = leases().take();
    expect(second?.fence).toBe(2);
    expect(readdirSync(folder)).toEqual(["2"]);
    second?.release();
  });

  it("passes on when its holder shows no sign of life, who then may do nothing more", () => {
    const dead = leases().take();
    time += 60_001;
    const next = leases().take();
    expect(next?.fence).toBe(2);
    expect(() => dead?.assertHeld()).toThrow("lost");
    // A late release does not give back what somebody else holds.
    dead?.release();
    expect(leases().take()).toBeUndefined();
    next?.assertHeld();
  });

  it("stays with whoever renews it, and tells when it is lost", () => {
    vi.useFakeTimers();
    try {
      const own = () => new FileLeases(folder, () => Date.now(), 90);
      const held = own().take();
      vi.advanceTimersByTime(250);
      held?.assertHeld();
      expect(own().take()).toBeUndefined();
      writeFileSync(join(folder, "9"), JSON.stringify({ holder: "somebody else", until: Date.now() + 1e6 }));
      expect(held?.lost.aborted).toBe(false);
      vi.advanceTimersByTime(90);
      expect(held?.lost.aborted).toBe(true);
      expect(() => held?.assertHeld()).toThrow("lost");
    } finally {
      vi.useRealTimers();
    }
  });

  it("counts a file that is just being written as held, for a term", () => {
    leases().take()?.release();
    writeFileSync(join(folder, "2"), "");
    time = Date.now();
    expect(leases().take()).toBeUndefined();
    time += 70_000;
    expect(leases().take()?.fence).toBe(3);
  });

  it("is given to one of many that ask at once", () => {
    const taken = Array.from({ length: 20 }, () => leases().take()).filter((lease) => lease !== undefined);
    expect(taken).toHaveLength(1);
  });
});
