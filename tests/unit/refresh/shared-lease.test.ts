/** Of several processes over one database one refreshes at a time, whichever folders they have. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SharedLeases, type SharedLeasesOptions } from "../../../src/app/store/refresh-leases.js";
import { FileLeases } from "../../../src/refresh/run/lease.js";
import { StoreUnavailable } from "../../../src/store/errors.js";
import { openStoreHere } from "../../../src/store/opening/here.js";
import type { Repositories, Store } from "../../../src/store/port.js";
import { memoryFolder } from "../../support/store/folder.js";

const folder = memoryFolder();
let store: Store;
let count = 0;
beforeAll(async () => {
  store = await openStoreHere({ folder });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const newFolder = () => join(folder, `leases${++count}`);
const never = new AbortController().signal;

/** @param own the data folder of the process */
function process(
  own = newFolder(),
  options: Partial<SharedLeasesOptions> = {},
  stored: Repositories["leases"] = store.leases,
) {
  const given = { waits: false, signal: never, lookEvery: 20, ...options };
  return new SharedLeases(new FileLeases(own), stored, given);
}

describe("leases of processes over one database", () => {
  it("are one for all of them, and of one folder still one where the database is away", async () => {
    const own = newFolder();
    const first = await process(own).take();
    expect(await process().take()).toBeUndefined();
    first?.assertHeld();
    await first?.release();
    const second = await process().take();
    expect(second).toBeDefined();
    await second?.release();

    const away = { ...store.leases, take: () => Promise.reject(new StoreUnavailable("away")) };
    const alone = await process(own, {}, away).take();
    expect(alone).toBeDefined();
    expect(await process(own, {}, away).take()).toBeUndefined();
    // Of the database it is free, of the folder not: then it is nobody's.
    expect(await process(own).take()).toBeUndefined();
    const elsewhere = await process().take();
    expect(elsewhere).toBeDefined();
    for (const lease of [alone, elsewhere]) await lease?.release();
  });

  it("are waited for by whoever does what the clock asks, until told to end", async () => {
    const held = await process().take();
    let waited = false;
    const next = process(newFolder(), { waits: true }).take();
    void next.then(() => {
      waited = true;
    });
    const told = new AbortController();
    const ended = process(newFolder(), { waits: true, signal: told.signal }).take();
    told.abort();
    expect(await ended).toBeUndefined();
    expect(waited).toBe(false);
    await held?.release();
    await (await next)?.release();
  });

  it("pass to another when whoever holds them shows no sign of life, who then has lost them", async () => {
    // Never renewed: as that of a process that was killed or hangs.
    const dead = { ...store.leases, renew: () => new Promise<never>(() => undefined) };
    const held = await process(newFolder(), { term: 60 }, dead).take();
    const next = await process(newFolder(), { waits: true }).take();
    expect(next).toBeDefined();
    await held?.release();
    // What a late one gives back is no longer its own.
    expect(await process().take()).toBeUndefined();
    await next?.release();
  });

  it("are lost where the store says so", async () => {
    const lost = { ...store.leases, renew: async () => undefined };
    const held = await process(newFolder(), { term: 30 }, lost).take();
    await new Promise<void>((resolve) => held?.lost.addEventListener("abort", () => resolve()));
    expect(() => held?.assertHeld()).toThrow("Another process refreshes the data");
    await held?.release();
  });
});
