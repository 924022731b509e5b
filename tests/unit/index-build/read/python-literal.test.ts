import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  PythonLiteralError,
  type PythonValue,
  parsePythonLiteral,
} from "../../../../index-build/read/formats/python/literal.js";

const parsed = (text: string): unknown => plain(parsePythonLiteral(text));

/** Maps as lists of pairs, to compare. */
function plain(value: PythonValue): unknown {
  if (value instanceof Map) return { dict: [...value].map(([key, one]) => [key, plain(one)]) };
  return Array.isArray(value) ? value.map(plain) : value;
}

describe("parsePythonLiteral", () => {
  test.each([
    ["None", null],
    ["True", true],
    ["False", false],
    [" 12 ", 12],
    ["-0", 0],
    ["00", 0],
    ["+7", 7],
    ["- 7", -7],
    ["1_000", 1000],
    ["0xFF", 255],
    ["0o17", 15],
    ["0b101", 5],
    ["9007199254740993", 9007199254740993n],
    ["-9007199254740993", -9007199254740993n],
    ["1.5", 1.5],
    ["-.5e-3", -0.0005],
    ["5.", 5],
    ["1e6", 1_000_000],
    ["07.5", 7.5],
    ["''", ""],
    [`"Ocean's"`, "Ocean's"],
    [`'say "no"'`, 'say "no"'],
    [`'it\\'s'`, "it's"],
    [`"""a "b" c"""`, 'a "b" c'],
    [`'''a\nb'''`, "a\nb"],
    [String.raw`'\n\t\\\'\"\a\b\f\v\r'`, "\n\t\\'\"\u0007\b\f\v\r"],
    [String.raw`'\x41\u00e9\U0001F600\101\0'`, "Aé😀A\0"],
    [String.raw`'\d'`, String.raw`\d`],
    ["'a\\\nb'", "ab"],
    [String.raw`r'\n'`, String.raw`\n`],
    [String.raw`R'a\'b'`, String.raw`a\'b`],
    ["u'é'", "é"],
    ["'a' 'b'\n'c'", "abc"],
    ["[]", []],
    ["[1, [2, 'x'],]", [1, [2, "x"]]],
    ["()", []],
    ["(1,)", [1]],
    ["(1)", 1],
    ["(1, 2)", [1, 2]],
    ["{}", { dict: [] }],
    [
      "{'a': 1, 2: None,}",
      {
        dict: [
          ["a", 1],
          [2, null],
        ],
      },
    ],
    [
      "[{'id': 1, 'name': 'a'}, {'id': 2, 'name': 'b'}, {'idx': 3}]",
      [
        {
          dict: [
            ["id", 1],
            ["name", "a"],
          ],
        },
        {
          dict: [
            ["id", 2],
            ["name", "b"],
          ],
        },
        { dict: [["idx", 3]] },
      ],
    ],
    ["{'__proto__': {'constructor': 1}}", { dict: [["__proto__", { dict: [["constructor", 1]] }]] }],
  ])("%s", (text, value) => {
    expect(parsed(text)).toEqual(value);
  });

  test.each([
    ["", 0],
    ["nan", 0],
    ["true", 0],
    ["[1, 2", 5],
    ["[1 2]", 3],
    ["[,]", 1],
    ["{'a' 1}", 5],
    ["{'a': 1 'b': 2}", 8],
    ["{[1]: 2}", 4],
    ["'abc", 4],
    ["'a\nb'", 2],
    ["'''abc'", 7],
    [String.raw`'\x4'`, 1],
    [String.raw`'\UFFFFFFFF'`, 1],
    [String.raw`'\N{BULLET}'`, 1],
    ["1 2", 2],
    ["01", 0],
    ["1_", 0],
    ["1..2", 0],
    ["0x", 0],
    ["b'a'", 0],
    ["1+2j", 1],
    ["__import__('os')", 0],
    [`${"[".repeat(33)}${"]".repeat(33)}`, 32],
  ])("refuses %j at %i", (text, position) => {
    expect(() => parsePythonLiteral(text)).toThrow(PythonLiteralError);
    try {
      parsePythonLiteral(text);
    } catch (error) {
      expect((error as PythonLiteralError).position).toBe(position);
    }
  });

  const key = fc.oneof(fc.string({ unit: "binary" }), fc.integer(), fc.boolean(), fc.constant(null));
  const { value } = fc.letrec<{ value: PythonValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small", maxDepth: 6 },
      fc.string({ unit: "binary" }),
      fc.string(),
      fc.integer(),
      fc
        .bigInt({ min: -(2n ** 80n), max: 2n ** 80n })
        .map((big) => (Number.isSafeInteger(Number(big)) ? Number(big) : big)),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Number.isInteger(number)),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 5 }),
      fc.array(fc.tuple(key, tie("value")), { maxLength: 5 }).map((pairs): PythonValue => new Map(pairs)),
    ),
  }));

  test("reads back what repr() writes", () => {
    fc.assert(
      fc.property(value, (original) => {
        expect(parsePythonLiteral(repr(original))).toEqual(original);
      }),
      { numRuns: 500 },
    );
  });

  test("any text is read or refused, never anything else", () => {
    const piece = fc.constantFrom(
      "'",
      '"',
      "[",
      "]",
      "{",
      "}",
      "(",
      ")",
      ",",
      ":",
      "\\",
      "\n",
      "1",
      "_",
      "e",
      ".",
      "-",
      "None",
      "u",
      "x",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          parsePythonLiteral(pieces.join(""));
        } catch (error) {
          expect(error).toBeInstanceOf(PythonLiteralError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

/** As Python's repr() writes a value. */
function repr(value: PythonValue): string {
  if (value === null) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (typeof value === "string") return reprString(value);
  if (Array.isArray(value)) return `[${value.map(repr).join(", ")}]`;
  if (value instanceof Map)
    return `{${[...value].map(([key, one]) => `${repr(key)}: ${repr(one)}`).join(", ")}}`;
  return String(value);
}

function reprString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = [...text].map((char) => {
    const code = char.codePointAt(0) ?? 0;
    if (char === "\\" || char === quote) return `\\${char}`;
    if (char === "\n") return "\\n";
    if (char === "\r") return "\\r";
    if (char === "\t") return "\\t";
    if (code < 0x20 || (code >= 0x7f && code < 0xa1)) return `\\x${code.toString(16).padStart(2, "0")}`;
    if (code >= 0xd800 && code <= 0xdfff) return `\\u${code.toString(16).padStart(4, "0")}`;
    return char;
  });
  return `${quote}${escaped.join("")}${quote}`;
}
