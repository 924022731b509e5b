import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseNestedCell } from "../../../../index-build/read/formats/python/cell.js";
import type { PythonValue } from "../../../../index-build/read/formats/python/literal.js";

/** Maps as objects, to compare. */
function plain(value: PythonValue | undefined): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, one]) => [String(key), plain(one)]));
  return Array.isArray(value) ? value.map(plain) : value;
}

const read = (text: string): unknown => plain(parseNestedCell(text).value);
const film = [{ id: 28, name: "Action" }];

describe("parseNestedCell", () => {
  test.each([
    ["[{'id': 28, 'name': 'Action'}]", film],
    ['[{"id": 28, "name": "Action"}]', film],
    [
      '[{"id": 28, "name": "A\\/B \\u00e9 \\ud83d\\ude00", "x": null, "y": true, "z": NaN}]',
      [{ id: 28, name: "A/B é 😀", x: null, y: true, z: null }],
    ],
    [
      "[{'id': nan, 'name': 'Action', 'x': inf, 'y': -inf}]",
      [{ id: null, name: "Action", x: null, y: null }],
    ],
    ["array([{'id': 28, 'name': 'Action'}], dtype=object)", film],
    ["array(['Action', 'Crime'], dtype='<U9')", ["Action", "Crime"]],
    ["['Action' 'Crime'\n 'Drama']", ["Action", "Crime", "Drama"]],
    ["[{'id': 28, 'name': 'Action'}\n {'id': 80, 'name': 'Crime'}]", [...film, { id: 80, name: "Crime" }]],
    ["{'Action', 'Crime'}", ["Action", "Crime"]],
    ["set()", []],
    ["('Action', 'Crime')", ["Action", "Crime"]],
    ["[Row(id=28, name='Action')]", film],
    ["[OrderedDict([('id', 28), ('name', 'Action')])]", film],
    [
      "[{'day': Timestamp('2010-07-14 00:00:00'), 'on': datetime.date(2010, 7, 14)}]",
      [{ day: "2010-07-14 00:00:00", on: "2010-7-14" }],
    ],
    ["[np.str_('Action'), np.float64(7.5), np.nan, ...]", ["Action", 7.5, null, null]],
    ["['C:\\users', 'a\\N']", ["C:\\users", "a\\N"]],
    ["['two\nlines']", ["two\nlines"]],
  ])("%j", (text, value) => {
    expect(parseNestedCell(text).problem).toBeUndefined();
    expect(read(text)).toEqual(value);
  });

  test.each([
    ["[{'id': 28, 'name': 'Action'}, {'id': 80, 'na", film],
    ["[{'id': 28, 'name': 'Action'}, oops", film],
    ["array([{'id': 28, 'name': 'Action'}, {'id'", film],
    ["[{'id': 28", undefined],
    ["{'id': 28, 'parts': [1, 2", undefined],
    ["[Action, Crime]", undefined],
  ])("of %j what is whole is kept, and what is wrong is said", (text, value) => {
    expect(read(text)).toEqual(value);
    expect(parseNestedCell(text).problem).toBeDefined();
  });

  const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: false });

  test("any JSON is read as JSON", () => {
    fc.assert(
      fc.property(json, (value) => {
        const list = [value];
        const expected: unknown = JSON.parse(JSON.stringify(list).replaceAll("-0,", "0,"));
        const text = JSON.stringify(list);
        fc.pre(!text.includes("__proto__") && !/-0\b|\d{16,}|e[+-]?\d/u.test(text) && !text.includes("{}"));
        expect(read(text)).toEqual(expected);
      }),
    );
  });

  test("cut anywhere, the whole items before the cut are there", () => {
    const items = fc.array(fc.record({ id: fc.nat(), name: fc.string() }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(items, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const text = JSON.stringify(list);
        const cut = text.slice(0, Math.floor(share * text.length));
        const { value = [] } = parseNestedCell(cut);
        const kept = Array.isArray(value) ? value.map(plain) : [plain(value)];
        expect(kept).toEqual(list.slice(0, kept.length));
      }),
    );
  });

  test("any text at all is read without failing", () => {
    const piece = fc.constantFrom(
      "[",
      "]",
      "{",
      "}",
      "(",
      ")",
      "'",
      '"',
      ",",
      ":",
      "a",
      "nan",
      "1",
      ".",
      "-",
      "=",
      "\\",
      " ",
      "array(",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        parseNestedCell(pieces.join(""));
      }),
      { numRuns: 2000 },
    );
  });
});
