/** Texts are put in the order of their UTF-16 units, as `sort` has it, and equal ones stay as they came. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { inOrder, orderOf } from "../../../index-build/write/encode/text-order.js";

/** Many that begin alike, that are equal, that are empty, and of all scripts. */
const texts = fc.array(
  fc.oneof(
    fc.string({ unit: fc.constantFrom("a", "b", "á"), maxLength: 6 }),
    fc.string({ unit: "binary", maxLength: 4 }),
    fc.constant("the same beginning"),
  ),
  { maxLength: 200 },
);

it("is that of sort", () => {
  fc.assert(
    fc.property(texts, (all) => {
      expect(inOrder(all)).toEqual([...all].sort());
    }),
  );
});

it("leaves equal ones as they came", () => {
  fc.assert(
    fc.property(texts, (all) => {
      const order = [...orderOf(all)];
      expect([...order].sort((a, b) => a - b)).toEqual([...all.keys()]);
      for (const [i, place] of order.entries())
        if (i > 0 && all[order[i - 1] ?? 0] === all[place]) expect(order[i - 1]).toBeLessThan(place);
    }),
  );
});
