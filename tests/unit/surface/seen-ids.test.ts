import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SeenIds } from "../../../src/surface/seen-ids.js";

describe("seen ids", () => {
  it("are new once", () => {
    const seen = new SeenIds<string>();
    expect(["a", "b", "a", "__proto__", "__proto__", ""].map((id) => seen.isNew(id))).toEqual([
      true,
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it("stay seen for at least half as many others as are remembered, be they many or few", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.array(fc.nat(200)), (capacity, before) => {
        const seen = new SeenIds<number>(capacity);
        for (const id of before) seen.isNew(id);
        seen.isNew(-1);
        for (let other = 0; other < Math.floor(capacity / 2) - 1; other++) seen.isNew(1000 + other);
        expect(seen.isNew(-1)).toBe(false);
      }),
    );
  });

  it("are forgotten in the end", () => {
    const seen = new SeenIds<number>(10);
    seen.isNew(-1);
    for (let id = 0; id < 20; id++) seen.isNew(id);
    expect(seen.isNew(-1)).toBe(true);
  });
});
