/** A running program takes over new versions, never goes back, and keeps the last good one. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pointTo } from "../../../src/catalog/versions/versions.js";
import { Adoption } from "../../../src/refresh/adoption.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "claqueta-adoption-"));
  for (const name of ["v1", "v2", "v3"]) {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, "manifest.json"), "{}");
  }
  pointTo(root, "v1");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function adopting(load: (version: string) => Promise<string>) {
  const told: string[] = [];
  const adoption = new Adoption({
    root,
    version: "v1",
    first: "one",
    load,
    every: 1e9,
    onAdopted: (version) => told.push(`adopted ${version}`),
    onFault: (version, error) => told.push(`${version}: ${(error as Error).message}`),
  });
  return { adoption, told };
}

describe("adopting versions", () => {
  it("loads what the pointer names and swaps it in one step", async () => {
    const { adoption, told } = adopting(async (version) => `loaded ${version}`);
    await adoption.look();
    expect(adoption.current).toBe("one");
    pointTo(root, "v2");
    await adoption.look();
    expect([adoption.current, adoption.version]).toEqual(["loaded v2", "v2"]);
    pointTo(root, "v1");
    await adoption.look();
    expect(adoption.current).toBe("loaded v1");
    expect(told).toEqual(["adopted v2", "adopted v1"]);
    adoption.stop();
  });

  it("does not let a slow load overtake a later one", async () => {
    const finish = new Map<string, () => void>();
    const { adoption, told } = adopting(
      (version) => new Promise((resolve) => finish.set(version, () => resolve(version))),
    );
    pointTo(root, "v2");
    const slow = adoption.look();
    pointTo(root, "v3");
    const second = adoption.look();
    finish.get("v2")?.();
    await Promise.all([slow, second]);
    const third = adoption.look();
    finish.get("v3")?.();
    await third;
    expect(told).toEqual(["adopted v2", "adopted v3"]);
    expect(adoption.current).toBe("v3");
    adoption.stop();
  });

  it("keeps the last good version where a new one does not load, says so once, and tries again later", async () => {
    let good = false;
    let tries = 0;
    const { adoption, told } = adopting(async (version) => {
      tries++;
      if (!good) throw new Error("damaged");
      return version;
    });
    pointTo(root, "v2");
    for (let look = 0; look < 31; look++) await adoption.look();
    expect(adoption.current).toBe("one");
    expect(told).toEqual(["v2: damaged"]);
    expect(tries).toBe(2);
    good = true;
    for (let look = 0; look < 31; look++) await adoption.look();
    expect(adoption.current).toBe("v2");
    adoption.stop();
  });

  it("goes at once to a version that is named after a faulty one", async () => {
    const { adoption } = adopting(async (version) => {
      if (version === "v2") throw new Error("damaged");
      return version;
    });
    pointTo(root, "v2");
    await adoption.look();
    pointTo(root, "v3");
    await adoption.look();
    expect(adoption.current).toBe("v3");
    adoption.stop();
  });

  it("ignores a pointer that is torn, gone or leads elsewhere", async () => {
    const { adoption, told } = adopting(async (version) => version);
    for (const text of ["", "../v2\n", ".v2"]) {
      writeFileSync(join(root, "CURRENT"), text);
      await adoption.look();
    }
    rmSync(join(root, "CURRENT"));
    await adoption.look();
    expect([adoption.current, told]).toEqual(["one", []]);
    adoption.stop();
  });

  it("notices by itself", async () => {
    const adopted = new Promise<string>((resolve) => {
      new Adoption({ root, version: "v1", first: "one", load: async (v) => v, every: 5, onAdopted: resolve });
    });
    const keepAlive = setInterval(() => undefined, 50);
    pointTo(root, "v2");
    expect(await adopted).toBe("v2");
    clearInterval(keepAlive);
  });
});
