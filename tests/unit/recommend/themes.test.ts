/** Keywords that mean the same are one theme. */
import { describe, expect, it } from "vitest";
import type { FilmLists } from "../../../src/recommend/features/learned.js";
import { themesOf } from "../../../src/recommend/features/themes.js";

type Tables = Parameters<typeof themesOf>[0];

/** Lists of rows by row, one after the other. */
function lists(all: readonly (readonly number[])[]): FilmLists {
  const offsets = [0];
  for (const list of all) offsets.push((offsets.at(-1) ?? 0) + list.length);
  return { offsets: Int32Array.from(offsets), values: Int32Array.from(all.flat()) };
}

describe("themes of films", () => {
  it("are those of their keywords, each once", () => {
    const tables = {
      films: { rowCount: 3, keywords: lists([[0, 1, 2], [], [2, 3]]) },
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
