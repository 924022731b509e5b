import { describe, expect, it } from "vitest";
import { columns, tableLines } from "../../../src/surface/table.js";

describe("a table in characters of one width", () => {
  it("lines up its columns, figures to the right", () => {
    const table = {
      head: ["Mes", "Películas", "Nota"],
      rows: [
        ["enero", "5.909", "6,1"],
        ["septiembre", "312", ""],
      ],
    };
    expect(tableLines(table, 60)).toEqual([
      "Mes         Películas  Nota",
      "──────────  ─────────  ────",
      "enero           5.909   6,1",
      "septiembre        312",
    ]);
  });

  it("is no wider than it may be: the widest cells are cut, between characters", () => {
    const table = {
      head: ["Título", "Año"],
      rows: [
        ["La vida de los otros, la película", "2006"],
        ["👩".repeat(20), "1"],
      ],
    };
    const lines = tableLines(table, 20);
    for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(20);
    expect(lines[2]).toBe("La vida de lo…  2006");
    expect(lines[3]).toBe(`${"👩".repeat(6)}…      1`);
  });

  it("takes what is not as it should be: rows too short or long, line breaks, nothing at all", () => {
    expect(tableLines({ head: ["a"], rows: [["b\nc", "d"], []] }, 40)).toEqual(["a", "───  ─", "b c  d", ""]);
    expect(tableLines({ head: [], rows: [] }, 40)).toEqual(["", ""]);
    expect(columns("日本 e\u0301")).toBe(6);
  });

  it("shares out the room where there is too little for all", () => {
    const lines = tableLines({ head: ["a".repeat(50), "b".repeat(50), "c"], rows: [] }, 25);
    expect(lines[0]).toBe(`${"a".repeat(9)}…  ${"b".repeat(9)}…  c`);
  });
});
