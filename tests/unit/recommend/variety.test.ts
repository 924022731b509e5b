/** Two of one director and two of one franchise in each five, and nothing lost. */
import { describe, expect, it } from "vitest";
import type { Catalog } from "../../../src/catalog/catalog.js";
import { filmRow } from "../../../src/catalog/rows.js";
import { varied } from "../../../src/recommend/variety.js";

/** Films by their director and collection; 0 is none. */
function filmsOf(
  ...films: readonly (readonly [director: number, collection: number])[]
): Pick<Catalog, "films"> {
  const directors = {
    get: (row: number) => films.slice(row, row + 1).flatMap(([director]) => (director === 0 ? [] : director)),
  };
  const collection = { get: (row: number) => films[row]?.[1] || undefined };
  return { films: { directors, collection } } as unknown as Pick<Catalog, "films">;
}

function order(tables: Pick<Catalog, "films">, count: number): number[] {
  return [
    ...varied(
      tables,
      Array.from({ length: count }, (_, row) => filmRow(row)),
      (row) => row,
      5,
    ),
  ];
}

describe("varied", () => {
  it("keeps the order where nothing repeats", () => {
    expect(order(filmsOf([1, 0], [2, 0], [3, 0]), 3)).toEqual([0, 1, 2]);
  });

  it("moves the third of a director to the next five", () => {
    const tables = filmsOf([1, 0], [1, 0], [1, 0], [2, 0], [3, 0], [4, 0], [5, 0]);
    expect(order(tables, 7)).toEqual([0, 1, 3, 4, 5, 2, 6]);
  });

  it("moves the third of a franchise to the next five, whoever directed it", () => {
    const tables = filmsOf([1, 9], [2, 9], [3, 9], [4, 0], [5, 0], [6, 0]);
    expect(order(tables, 6)).toEqual([0, 1, 3, 4, 5, 2]);
  });

  it("gives every film once, where all are alike too", () => {
    const tables = filmsOf(...Array.from({ length: 9 }, () => [1, 1] as const));
    expect(order(tables, 9).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
