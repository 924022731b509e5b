/**
 * Rows are numbers to the program, and rows of their table to the compiler: `npm run types` is the test of
 * that.
 */
import { describe, expect, expectTypeOf, it } from "vitest";
import { encodeTable } from "../../../index-build/write/encode/arrow.js";
import { readTable } from "../../../src/catalog/arrow/table.js";
import type { Catalog } from "../../../src/catalog/catalog.js";
import { storedAs } from "../../../src/catalog/column-kinds.js";
import {
  eachRow,
  type FilmRow,
  filmRow,
  type GenreRow,
  type PersonRow,
  rowIn,
} from "../../../src/catalog/rows.js";

describe("rows", () => {
  it("are told apart by their table", () => {
    expectTypeOf<FilmRow>().toExtend<number>();
    expectTypeOf<number>().not.toExtend<FilmRow>();
    expectTypeOf<PersonRow>().not.toExtend<FilmRow>();
    expectTypeOf(rowIn("genres", 3)).toEqualTypeOf<GenreRow>();
    expect([filmRow(7), rowIn("people", 0)]).toEqual([7, 0]);
  });

  it("of a table are what its columns take, and what columns that refer to it give", () => {
    type Films = Catalog["films"];
    expectTypeOf<Parameters<Films["title"]["get"]>>().toEqualTypeOf<[row: FilmRow]>();
    expectTypeOf<ReturnType<Films["directors"]["get"]>[number]>().toEqualTypeOf<PersonRow>();
    expectTypeOf<ReturnType<Films["genres"]["get"]>[number]>().toEqualTypeOf<GenreRow>();
    expectTypeOf<Catalog["filmKeys"]["target"][number]>().toEqualTypeOf<FilmRow>();
    expectTypeOf<ReturnType<Catalog["platformTitles"]["film"]["get"]>>().toEqualTypeOf<FilmRow | undefined>();
  });

  it("are as many as a table has, in order", () => {
    expect([...eachRow({ rowCount: 3 })]).toEqual([0, 1, 2]);
    expect([...eachRow({ rowCount: 0 })]).toEqual([]);
  });
});

describe("columns that refer to a table", () => {
  it.each([
    ["people", "int32"],
    ["collections?", "int32?"],
    ["genres[]", "row[]"],
    ["int32?", "int32?"],
    ["utf8[]", "utf8[]"],
    ["date?", "date?"],
  ] as const)("%s is stored as %s", (kind, stored) => {
    expect(storedAs(kind)).toBe(stored);
  });

  it("are written and read as the numbers they are", () => {
    const shape = { film: "films", collection: "collections?", cast: "people[]" } as const;
    const bytes = encodeTable(shape, { film: [4, 9], collection: [undefined, 1], cast: [[7, 8], []] });
    const table = readTable(bytes, shape);
    expect([...table.film]).toEqual([4, 9]);
    expect([0, 1].map((row) => table.collection.get(row))).toEqual([undefined, 1]);
    expect([0, 1].map((row) => [...table.cast.get(row)])).toEqual([[7, 8], []]);
  });
});
