import { describe, expect, test } from "vitest";
import { ListColumn } from "../../../../index-build/clean/lists/list-cell.js";

const namesOf = (column: ListColumn, ...cells: readonly string[]) =>
  cells.map((cell) => column.read(cell).names);

describe("ListColumn", () => {
  test.each([
    ["Action, Crime", ["Action", "Crime"]],
    ["Action|Crime", ["Action", "Crime"]],
    ["Action; Crime", ["Action", "Crime"]],
    ["Action", ["Action"]],
    ["['Action', 'Crime']", ["Action", "Crime"]],
    ["[Action, Crime]", ["Action", "Crime"]],
    ["'Action', 'Crime'", ["Action", "Crime"]],
    ["['Action', nan, 'nan', None, 'NULL']", ["Action"]],
    ["nan", []],
    ["\\N", []],
    ["[]", []],
    ["", []],
  ])("%j", (cell, names) => expect(namesOf(new ListColumn("things"), cell)).toEqual([names]));

  test("a comma within a name is no mark where the column has another", () => {
    const column = new ListColumn("companies");
    expect(namesOf(column, "Pixar|Disney", "Fox|Universal", "Metro, Goldwyn and Mayer")).toEqual([
      ["Pixar", "Disney"],
      ["Fox", "Universal"],
      ["Metro, Goldwyn and Mayer"],
    ]);
  });

  test("a legal form belongs to the company before it, Jr. to the person", () => {
    expect(namesOf(new ListColumn("companies"), "Pixar, Inc., Fox, Acme, S.A.")).toEqual([
      ["Pixar Inc.", "Fox", "Acme S.A."],
    ]);
    expect(namesOf(new ListColumn("people"), "Robert Downey, Jr., Ana")).toEqual([
      ["Robert Downey Jr.", "Ana"],
    ]);
  });

  test("hyphens between names that have them themselves: only what is sure", () => {
    const column = new ListColumn("people", "-");
    expect(column.read("Tom Hardy-Ken Watanabe")).toMatchObject({
      names: ["Tom Hardy", "Ken Watanabe"],
      lost: 0,
    });
    expect(column.read("Jean-Claude Van Damme-Ana Sol-Bo Li")).toMatchObject({
      names: ["Ana Sol", "Bo Li"],
      lost: 2,
    });
  });

  test("numbers in a list are lost, and counted", () => {
    expect(new ListColumn("things").read("[28, 'Crime', 12]")).toMatchObject({ names: ["Crime"], lost: 2 });
    expect(new ListColumn("companies").read("0.065736")).toMatchObject({ names: [], lost: 1 });
  });

  test("a cell that was cut keeps its whole items, and says so", () => {
    const { dicts, problem } = new ListColumn("people").read("[{'id': 1, 'name': 'Ana'}, {'id': 2, 'na");
    expect(dicts).toHaveLength(1);
    expect(problem).toBeDefined();
  });
});
