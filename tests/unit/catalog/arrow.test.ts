import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeTable } from "../../../index-build/write/encode/arrow.js";
import { readTable } from "../../../src/catalog/arrow/table.js";
import type { TableSchema } from "../../../src/catalog/column-kinds.js";

const shape = {
  id: "int32",
  runtime: "int32?",
  budget: "float64?",
  day: "date?",
  adult: "uint8",
  title: "utf8",
  original: "utf8?",
  cast: "int32[]",
  films: "films[]",
  bytes: "uint8[]",
  scores: "float32[]",
  aka: "utf8[]",
} as const satisfies TableSchema;

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const text = fc.string({ unit: "grapheme" });
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const row = fc.record({
  id: int32,
  runtime: optional(int32),
  budget: optional(fc.double({ noNaN: true })),
  day: optional(int32),
  adult: fc.constantFrom(0, 1),
  title: text,
  original: optional(text),
  cast: fc.array(int32),
  films: fc.array(fc.nat(70_000)),
  bytes: fc.array(fc.nat(255)),
  scores: fc.array(fc.float({ noNaN: true })),
  aka: fc.array(text),
});

describe("a table written and read", () => {
  it("holds what was written, in every kind of column", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const column = <Name extends keyof (typeof rows)[number]>(name: Name) =>
          rows.map((cells) => cells[name]);
        const bytes = encodeTable(shape, {
          id: column("id"),
          runtime: column("runtime"),
          budget: column("budget"),
          day: column("day"),
          adult: column("adult"),
          title: column("title"),
          original: column("original"),
          cast: column("cast"),
          films: column("films"),
          bytes: column("bytes"),
          scores: column("scores"),
          aka: column("aka"),
        });
        const table = readTable(bytes, shape);
        expect(table.rowCount).toBe(rows.length);
        rows.forEach((cells, i) => {
          expect({
            id: table.id[i],
            runtime: table.runtime.get(i),
            budget: table.budget.get(i),
            day: table.day.get(i),
            adult: table.adult[i],
            title: table.title.get(i),
            original: table.original.get(i),
            cast: [...table.cast.get(i)],
            films: [...table.films.get(i)],
            bytes: [...table.bytes.get(i)],
            scores: [...table.scores.get(i)],
            aka: table.aka.get(i),
          }).toEqual(cells);
        });
      }),
    );
  });

  it("holds rows in two bytes where all of a column fit", () => {
    const widthOf = (row: number) =>
      readTable(encodeTable({ films: "films[]" }, { films: [[1, row]] }), { films: "films[]" }).films.values
        .BYTES_PER_ELEMENT;
    expect([widthOf(65_535), widthOf(65_536)]).toEqual([2, 4]);
  });

  it("refuses what is no Arrow file", () => {
    expect(() => readTable(new Uint8Array(0), { title: "utf8" })).toThrow("not an Arrow file");
    expect(() => readTable(Buffer.from("titles, years"), { title: "utf8" })).toThrow("not an Arrow file");
  });

  it("is the same bytes for the same cells", () => {
    const encode = () => encodeTable({ title: "utf8" }, { title: ["Roma", "Volver"] });
    expect(Buffer.compare(encode(), encode())).toBe(0);
  });

  it("names the column that is not as expected", () => {
    const bytes = encodeTable({ title: "utf8" }, { title: ["Roma"] });
    expect(() => readTable(bytes, { title: "int32" })).toThrow("column title is Utf8, expected Int32");
    expect(() => readTable(bytes, { name: "utf8" })).toThrow("column name is missing");
  });

  it("refuses columns of different lengths", () => {
    expect(() => encodeTable({ a: "int32", b: "int32" }, { a: [1, 2], b: [1] })).toThrow(
      "column b has 1 rows",
    );
  });
});
