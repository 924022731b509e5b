import { describe, expect, it } from "vitest";
import { Bounded } from "../../../../src/adapters/http/bounded.js";

describe("a bounded map", () => {
  it("keeps what is used, and forgets the rest", () => {
    const kept = new Bounded<number>(100);
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
    const kept = new Bounded<number>(100);
    kept.set("other", 1, 10);
    for (let at = 0; at < 100; at++) kept.set("same", at, 30);
    expect(kept.get("same")).toBe(99);
    expect(kept.get("other")).toBe(1);
  });

  it("does not hold what is too large, nor anything where there is no room", () => {
    const kept = new Bounded<number>(100);
    kept.set("large", 1, 51);
    expect(kept.get("large")).toBeUndefined();
    const none = new Bounded<number>(0);
    none.set("any", 1, 1);
    expect(none.get("any")).toBeUndefined();
  });
});
