import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { InputCut } from "../../../../index-build/read/files/broken-input.js";
import { READ_LIMITS, type ReadLimits } from "../../../../index-build/read/files/limits.js";
import { readCsv } from "../../../../index-build/read/formats/csv/csv.js";
import type { TableProblem } from "../../../../index-build/read/table.js";
import { chunksOf } from "../../../support/source-files.js";

interface Outcome {
  readonly header: string[];
  readonly rows: string[][];
  /** Lines of `rows`. */
  readonly lines: number[];
  /** "code:line:column" */
  readonly problems: string[];
  readonly count: number;
}

async function read(bytes: AsyncIterable<Buffer>, limits: Partial<ReadLimits> = {}): Promise<Outcome> {
  const rows: string[][] = [];
  const lines: number[] = [];
  const problems: string[] = [];
  let header: string[] = [];
  const count = await readCsv(
    bytes,
    { ...READ_LIMITS, ...limits },
    {
      onHeader(cells) {
        header = cells;
        return (row, line) => {
          rows.push(row);
          lines.push(line);
        };
      },
      onProblem({ code, line, column }: TableProblem) {
        problems.push(column === undefined ? `${code}:${line}` : `${code}:${line}:${column}`);
      },
    },
  );
  return { header, rows, lines, problems, count };
}

const small: Partial<ReadLimits> = { cellChars: 40, rowChars: 100 };

describe("readCsv", () => {
  test("rows with the lines on which they begin, whatever the line ends, with and without a byte order mark", async () => {
    const text = '\uFEFFid,name\r\n1,"two\r\nlines"\r\n2,"say ""no"""\n\n3,last';
    for (const size of [1, 2, 3, 1000]) {
      expect(await read(chunksOf(text, size))).toEqual({
        header: ["id", "name"],
        rows: [
          ["1", "two\nlines"],
          ["2", 'say "no"'],
          ["3", "last"],
        ],
        lines: [2, 4, 6],
        problems: [],
        count: 3,
      });
    }
  });

  test("an empty file has no header", async () => {
    expect(await read(chunksOf(""))).toMatchObject({ header: [], rows: [], problems: [] });
  });

  test("stops at a header that nobody wants", async () => {
    const handlers = { onHeader: () => undefined, onProblem: () => undefined };
    expect(await readCsv(chunksOf("a,b\n1,2\n"), READ_LIMITS, handlers)).toBe(0);
  });

  test("any rows come back as they were, in any chunks", async () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('"', ",", "\n", '""', " a ", "é😀"));
    const row = fc
      .tuple(cell, cell, cell)
      .filter((cells) => cells.some((one) => one.replaceAll("\r", "") !== ""));
    const rows = fc.array(row, { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 50 }), async (table, size) => {
        const cells = table.map((row) => row.map((one) => one.replaceAll("\r", "")));
        const text = Papa.unparse({ fields: ["a", "b", "c"], data: cells }, { quotes: true, newline: "\n" });
        const outcome = await read(chunksOf(text, size));
        expect(outcome.rows).toEqual(cells);
        expect(outcome.problems).toEqual([]);
        const ends = cells.map((row) => 1 + row.join("").split("\n").length - 1);
        expect(outcome.lines).toEqual(
          ends.map((_, index) => 2 + ends.slice(0, index).reduce((a, b) => a + b, 0)),
        );
      }),
    );
  });

  test("a short row is filled up, empty cells beyond the header are taken off, others cost the row", async () => {
    const outcome = await read(chunksOf("a,b,c\n1\n1,2,3,,\n1,2,3,4\n4,5,6\n"));
    expect(outcome.rows).toEqual([
      ["1", "", ""],
      ["1", "2", "3"],
      ["4", "5", "6"],
    ]);
    expect(outcome.problems).toEqual(["short-row:2", "wrong-field-count:4"]);
    expect(outcome.count).toBe(4);
  });

  test("a letter of Windows-1252 amid UTF-8 is put right, and told with its place", async () => {
    const text = Buffer.concat([
      Buffer.from("id,name\n0,Amélie\n1,Almod"),
      Buffer.from([0xf3]),
      Buffer.from("var\n2,x\n"),
    ]);
    const outcome = await read(chunksOf(text));
    expect(outcome.rows).toEqual([
      ["0", "Amélie"],
      ["1", "Almodóvar"],
      ["2", "x"],
    ]);
    expect(outcome.problems).toEqual(["not-utf8:3:1"]);
  });

  test("a cell beyond the cap costs its row", async () => {
    const outcome = await read(chunksOf(`id,name\n1,${"x".repeat(41)}\n2,ok\n`), small);
    expect(outcome.rows).toEqual([["2", "ok"]]);
    expect(outcome.problems).toEqual(["cell-too-large:2:1"]);
  });

  test.each([
    ["plain", "x".repeat(500)],
    ["quoted", `"${"x, ".repeat(300)}"`],
    ["quoted over lines", `"${'some ""words"" on a line\n'.repeat(30)}"`],
  ])("a row that does not fit in memory is read over: %s", async (_, cell) => {
    for (const size of [1, 7, 64, 5000]) {
      const outcome = await read(chunksOf(`id,name,x\n1,${cell},"a\nb"\n2,ok,y\n3,"ok",z\n`, size), small);
      expect(outcome.rows).toEqual([
        ["2", "ok", "y"],
        ["3", "ok", "z"],
      ]);
      expect(outcome.problems).toEqual(["cell-too-large:2:1"]);
      expect(outcome.lines[0]).toBe(4 + cell.split("\n").length - 1);
    }
  });

  test("10 MB in one cell cost one row and little memory", async () => {
    async function* file(): AsyncGenerator<Buffer> {
      yield Buffer.from('id,name\n1,"');
      for (let mb = 0; mb < 10; mb++) yield Buffer.alloc(1024 * 1024, "x");
      yield Buffer.from('"\n2,ok\n');
    }
    const outcome = await read(file());
    expect(outcome).toMatchObject({
      rows: [["2", "ok"]],
      lines: [3],
      problems: ["cell-too-large:2:1"],
      count: 2,
    });
  });

  describe("a quote that is never closed", () => {
    const after = Array.from({ length: 40 }, (_, index) => `${index + 3},name ${index}`);
    const rows = after.map((line) => line.split(","));

    test("costs its row, at the end of a file", async () => {
      const outcome = await read(chunksOf(`id,name\n1,ok\n2,"bad\n${after.join("\n")}\n`));
      expect(outcome.rows).toEqual([["1", "ok"], ...rows]);
      expect(outcome.lines.at(-1)).toBe(43);
      expect(outcome.problems).toEqual(["unterminated-quote:3"]);
    });

    test("costs its row, far from the end", async () => {
      const outcome = await read(chunksOf(`id,name\n2,"bad\n${after.join("\n")}\n`, 10), small);
      expect(outcome.rows).toEqual(rows);
      expect(outcome.problems).toEqual(["unterminated-quote:2"]);
    });

    test("costs its row, with quoted cells after it", async () => {
      const outcome = await read(chunksOf('id,name,x\n1,"bad,1\n2,"Good, one",2\n3,"c",3\n4,d,4\n'));
      expect(outcome.rows).toEqual([
        ["2", "Good, one", "2"],
        ["3", "c", "3"],
        ["4", "d", "4"],
      ]);
      expect(outcome.lines).toEqual([3, 4, 5]);
      expect(outcome.problems).toEqual(["unterminated-quote:2"]);
    });
  });

  test("quotes out of place within a cell are told, and the row is kept", async () => {
    const outcome = await read(chunksOf('id,name\n1,"the "big" one"\n2,b\n'));
    expect(outcome.rows[0]?.[0]).toBe("1");
    expect(outcome.rows[1]).toEqual(["2", "b"]);
    expect(outcome.problems).toEqual(["stray-quotes:2"]);
  });

  test.each(["truncated", "corrupt"] as const)(
    "bytes that are %s: the complete rows before are kept",
    async (reason) => {
      async function* file(): AsyncGenerator<Buffer> {
        yield Buffer.from('id,name\n1,a\n2,"b\nc"\n3,"hal');
        throw new InputCut(reason);
      }
      const outcome = await read(file());
      expect(outcome.rows).toEqual([
        ["1", "a"],
        ["2", "b\nc"],
      ]);
      expect(outcome.problems).toEqual([`${reason}:5`]);
    },
  );

  test("stops at the cap on rows", async () => {
    const outcome = await read(chunksOf("a,b\n1,2\n3,4\n5,6\n"), { rows: 2 });
    expect(outcome.rows).toHaveLength(2);
    expect(outcome.problems).toEqual(["too-many-rows:4"]);
  });

  test("any bytes at all are read without failing", async () => {
    const piece = fc.constantFrom('"', '""', ",", "\n", "\r\n", "a", " ", "\\", "1");
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 80 }),
        fc.integer({ min: 1, max: 9 }),
        async (pieces, size) => {
          const outcome = await read(chunksOf(`a,b,c\n${pieces.join("")}`, size), {
            cellChars: 8,
            rowChars: 16,
          });
          for (const row of outcome.rows) expect(row).toHaveLength(3);
          expect([...outcome.lines].sort((a, b) => a - b)).toEqual(outcome.lines);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
