/** The look-ups of a catalogue that need no search. */
import { describe, expect, it } from "vitest";
import { encodeTable } from "../../../index-build/write/encode/arrow.js";
import { readTable } from "../../../src/catalog/arrow/table.js";
import {
  type Catalog,
  filmById,
  filmByImdb,
  idOf,
  oncePerCatalog,
  rowById,
} from "../../../src/catalog/catalog.js";

const filmShape = { id: "int32", imdb: "int32?" } as const;
const namedShape = { id: "int32", name: "utf8" } as const;

const films = readTable(
  encodeTable(filmShape, { id: [30, 10, 20], imdb: [undefined, 5, 4] }),
  filmShape,
) as unknown as Catalog["films"];
const orderShape = { byId: "films", byImdb: "films" } as const;
const filmOrder = readTable(encodeTable(orderShape, { byId: [1, 2, 0], byImdb: [2, 1, -1] }), orderShape);

describe("films by id", () => {
  it("are found by TMDB's and by IMDb's, or not at all", () => {
    const tables = { films, filmOrder };
    expect([10, 20, 30, 0, 15, 40].map((id) => filmById(tables, id))).toEqual([
      1,
      2,
      0,
      undefined,
      undefined,
      undefined,
    ]);
    expect([4, 5, 3, 6, 0, -1].map((imdb) => filmByImdb(tables, imdb))).toEqual([
      2,
      1,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("things by id", () => {
  const ids = [31, -2_142_126_609, 2_147_483_647];
  const table = readTable(encodeTable(namedShape, { id: ids, name: ["a", "b", "c"] }), namedShape);

  it("are found whatever 32 bits hold, and give theirs back", () => {
    expect(ids.map((id) => rowById(table, id))).toEqual([0, 1, 2]);
    expect([0, 1, 2].map((row) => idOf(table, row))).toEqual(ids);
  });

  it("are none for what pads the file, and for what 32 bits do not hold", () => {
    expect(rowById(table, 0)).toBeUndefined();
    expect(rowById(table, 31 + 2 ** 32)).toBeUndefined();
    expect(() => idOf(table, 3)).toThrow(RangeError);
  });
});

describe("oncePerCatalog", () => {
  it("computes once for each catalogue, and keeps what is undefined too", () => {
    let computed = 0;
    const version = oncePerCatalog(({ folder }) => {
      computed++;
      return folder === "" ? undefined : folder;
    });
    const [one, other] = [{ folder: "one" }, { folder: "" }] as Catalog[];
    for (const catalog of [one, other, one, other]) if (catalog) version(catalog);
    expect(computed).toBe(2);
    expect(one && version(one)).toBe("one");
    expect(other && version(other)).toBeUndefined();
  });
});
