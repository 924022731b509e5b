import { describe, expect, it } from "vitest";
import type { Catalog } from "../../../src/catalog/catalog.js";
import { fameOf, filmFame, isSameTitle, voteCount } from "../../../src/catalog/film.js";
import { filmRow } from "../../../src/catalog/rows.js";

describe("how well known a film is", () => {
  it("is told by its votes, and by its prominence where these are unknown", () => {
    expect(fameOf(7_770, 0)).toBe(7_770);
    expect(fameOf(12, 5)).toBe(12);
    expect([1, 2, 3, 4, 5].map((prominence) => fameOf(0, prominence))).toEqual([30, 150, 600, 2_000, 6_000]);
    expect(fameOf(0, 0)).toBe(0);
  });

  it("is measured in votes of 2017: who was counted later had longer to gather them", () => {
    expect([undefined, 1990, 2017].map((year) => fameOf(3_000, 0, year))).toEqual([3_000, 3_000, 3_000]);
    expect(fameOf(3_100, 0, 2023)).toBe(1_000);
    expect(fameOf(1, 0, 2025)).toBe(1);
    expect(fameOf(0, 3, 2025)).toBe(600);
  });

  it("is known of a whole table; votes are not made of it", () => {
    const years = [2017, undefined, undefined];
    const films = {
      voteCount: Int32Array.of(900, 0, 0),
      prominence: Uint8Array.of(0, 4, 0),
      votesYear: { get: (row: number) => years[row] },
    };
    const catalog = { films } as unknown as Catalog;
    expect([...filmFame(catalog)]).toEqual([900, 2_000, 0]);
    expect([0, 1, 2].map((row) => voteCount(catalog, filmRow(row)))).toEqual([900, undefined, 0]);
  });
});

describe("one title spelled in two ways", () => {
  it.each([
    ["El amor brujo", "El Amor Brujo"],
    ["Amelie", "Amélie"],
    ["¡Ay, Carmela!", "Ay Carmela"],
    ["Lilo & Stitch", "Lilo and Stitch"],
    ["[REC]²", "[REC] 2"],
    ["Batman", "The Batman"],
    ["WALL·E", "Wall-E"],
    ["L'Âge d'or", "L’age d’or"],
  ])("%s is %s", (one, other) => {
    expect(isSameTitle(one, other)).toBe(true);
    expect(isSameTitle(other, one)).toBe(true);
  });

  it.each([
    ["Parque Jurásico", "Jurassic Park"],
    ["Rocky", "Rocky II"],
    ["A", "The"],
    ["¿?", "…"],
    ["七人の侍", "用心棒"],
    ["Los otros", "The Others"],
  ])("%s is not %s", (one, other) => {
    expect(isSameTitle(one, other)).toBe(false);
  });
});
