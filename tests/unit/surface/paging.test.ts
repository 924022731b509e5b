import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLocale, SPANISH } from "../../../src/chat/locale.js";
import { pageOf, rangeWords } from "../../../src/surface/paging.js";

const items = (count: number) => Array.from({ length: count }, (_, at) => at);

describe("pages", () => {
  it("hold every item once, in order", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 40 }), fc.nat(40), (count, size, more) => {
        const unbroken = size + more;
        const first = pageOf(items(count), 0, size, unbroken);
        const pages = items(first.count).map((index) => pageOf(items(count), index, size, unbroken));
        expect(pages.flatMap((page) => page.items)).toEqual(items(count));
        for (const [at, page] of pages.entries()) {
          expect(page).toMatchObject({ index: at, count: first.count, total: count, start: at * size });
          expect(page.items.length).toBeLessThanOrEqual(first.count === 1 ? unbroken : size);
        }
      }),
    );
  });

  it("are there for any index: whoever asks may have made it up", () => {
    const index = fc.oneof(fc.double({ noNaN: true }), fc.integer(), fc.constant(Number.POSITIVE_INFINITY));
    fc.assert(
      fc.property(fc.nat(100), index, (count, asked) => {
        const page = pageOf(items(count), asked, 10);
        expect(page.index).toBeGreaterThanOrEqual(0);
        expect(page.index).toBeLessThan(page.count);
        expect(page.items.length > 0 || count === 0).toBe(true);
      }),
    );
    expect(pageOf(items(25), 99, 10)).toMatchObject({ index: 2, items: [20, 21, 22, 23, 24] });
  });

  it("are one where the list is only a little longer", () => {
    expect(pageOf(items(12), 0, 10, 12)).toMatchObject({ count: 1, items: items(12) });
    expect(pageOf(items(13), 1, 10, 12)).toMatchObject({ count: 2, items: [10, 11, 12] });
  });

  it("say which part of the whole they are, in the reader's language", () => {
    const page = pageOf(items(2000), 199, 10);
    expect(rangeWords(page, SPANISH)).toMatch(/^1\.?991–2\.?000 de 2\.?000$/u);
    expect(rangeWords(page, parseLocale("en"))).toBe("1,991–2,000 of 2,000");
  });
});
