import { describe, expect, it } from "vitest";
import { BoundedMap } from "../../../src/surface/bounded-map.js";

describe("a bounded map", () => {
  it("keeps what is used, and forgets the rest", () => {
    const kept = new BoundedMap<string, number>(100);
    for (let at = 0; at < 1000; at++) {
      kept.set(`k${at}`, at, 10);
      expect(kept.get("k0")).toBe(0);
      expect(kept.get(`k${at}`)).toBe(at);
    }
    const held = Array.from({ length: 1000 }, (_, at) => kept.get(`k${at}`)).filter(
      (value) => value !== undefined,
    );
    expect(held.length).toBeLessThanOrEqual(10);
    expect(kept.get("k1")).toBeUndefined();
  });

  it("counts a value once that is set again", () => {
    const kept = new BoundedMap<string, number>(100);
    kept.set("other", 1, 10);
    for (let at = 0; at < 100; at++) kept.set("same", at, 30);
    expect(kept.get("same")).toBe(99);
    expect(kept.get("other")).toBe(1);
  });

  it("does not hold what is too large, and no longer what it takes the place of", () => {
    const kept = new BoundedMap<string, number>(100);
    kept.set("large", 1, 50);
    expect(kept.get("large")).toBe(1);
    kept.set("large", 2, 51);
    expect(kept.get("large")).toBeUndefined();
  });

  it("forgets what is taken out", () => {
    const kept = new BoundedMap<string, number>(100);
    kept.set("a", 1);
    kept.delete("a");
    expect(kept.get("a")).toBeUndefined();
  });
});
