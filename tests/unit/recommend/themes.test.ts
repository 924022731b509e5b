/** Keywords that mean the same are one theme. */
import { describe, expect, it } from "vitest";
import { themesOf } from "../../../src/recommend/features/themes.js";

type Tables = Parameters<typeof themesOf>[0];

/** Lists of rows by row. */
function lists(all: readonly (readonly number[])[]): { get(row: number): readonly number[] } {
  return { get: (row) => all[row] ?? [] };
}

describe("themes of films", () => {
  it("are those of their keywords, each once", () => {
    const tables = {
      films: { rowCount: 3, keywords: lists([[0, 1, 2], [], [2, 3]]) },
      keywords: { rowCount: 4 },
      themes: {
        rowCount: 2,
        keywords: lists([
          [0, 1],
          [1, 2],
        ]),
      },
    } as unknown as Tables;
    const { offsets, values } = themesOf(tables);
    const of = (film: number) => [...values.slice(offsets[film], offsets[film + 1])];
    expect([of(0), of(1), of(2)]).toEqual([[0, 1], [], [1]]);
  });
});
