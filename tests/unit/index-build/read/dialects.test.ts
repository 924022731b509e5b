/** However a table is written, encoded and packed, its rows are the same. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PACKINGS } from "../../../support/packed.js";
import { readTables } from "../../../support/read-tables.js";
import { folderWith } from "../../../support/source-files.js";

const HEADER = ["id", "title", "note"];

interface Writing {
  readonly delimiter: string;
  readonly quoteAll: boolean;
  readonly escape: "doubled" | "backslash";
  readonly lineEnd: string;
  readonly namesDelimiter: boolean;
}

function written(rows: readonly string[][], writing: Writing): string {
  const { delimiter, quoteAll, lineEnd, namesDelimiter } = writing;
  const cell = (text: string): string => {
    if (!quoteAll && !text.includes(delimiter) && !/["\n\\]/u.test(text)) return text;
    const inside =
      writing.escape === "doubled"
        ? text.replaceAll('"', '""')
        : text.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
    return `"${inside}"`;
  };
  const lines = [HEADER, ...rows].map((row) => row.map(cell).join(delimiter));
  return [...(namesDelimiter ? [`sep=${delimiter}`] : []), ...lines, ""].join(lineEnd);
}

const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  "UTF-8": (text) => Buffer.from(text),
  "UTF-8 with a mark": (text) => Buffer.from(`\uFEFF${text}`),
  "UTF-16 LE": (text) => Buffer.from(text, "utf16le"),
  "UTF-16 LE with a mark": (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  "UTF-16 BE": (text) => Buffer.from(text, "utf16le").swap16(),
  "UTF-16 BE with a mark": (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
  "Windows-1252": (text) => Buffer.from(text, "latin1"),
};

const piece = fc.constantFrom(
  "a",
  "Título",
  "ñandú",
  "é",
  " ",
  ",",
  ";",
  "|",
  "\t",
  '"',
  "'",
  "[{'name': 'x'}]",
  "9",
);
const text = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(""));

test("any table, in any dialect, encoding and packing", async () => {
  const folder = folderWith();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, text), { maxLength: 12 }),
      fc.record({
        delimiter: fc.constantFrom(",", ";", "\t", "|"),
        quoteAll: fc.boolean(),
        escape: fc.constantFrom("doubled" as const, "backslash" as const),
        lineEnd: fc.constantFrom("\n", "\r\n", "\r", "\r\r\n"),
        namesDelimiter: fc.boolean(),
      }),
      fc.constantFrom(...Object.values(ENCODINGS)),
      fc.constantFrom(...Object.values(PACKINGS)),
      async (cells, writing, encode, pack) => {
        // The first row tells how quotes are escaped, as most files do sooner or later.
        const rows = [['said "no" twice', "Amélie"], ...cells].map((row, index) => [
          String(index + 1),
          ...row,
        ]);
        const file = join(folder, "file");
        writeFileSync(file, pack(encode(written(rows, writing))));
        const { tables, told } = await readTables(file);
        expect(tables.map(({ header }) => header)).toEqual([HEADER]);
        expect(tables[0]?.rows).toEqual(rows);
        expect(told.filter((code) => code !== "windows-1252")).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});

async function rowsOf(contents: string | Buffer): Promise<{ rows: string[][]; told: string[] }> {
  const { tables, told } = await readTables(join(folderWith({ file: contents }), "file"));
  return { rows: tables.flatMap(({ header, rows }) => [header, ...rows]), told };
}

describe("what spreadsheets and programs write", () => {
  test("rows quoted as a whole, of which a spreadsheet made one cell each", async () => {
    const { rows } = await rowsOf('id,title,note\n"1,""Volver, otra vez"",x"\n"2,Ágora,""y"""\n');
    expect(rows).toEqual([HEADER, ["1", "Volver, otra vez", "x"], ["2", "Ágora", "y"]]);
  });

  test("a name above the table, and rows of nothing but delimiters below it", async () => {
    const { rows, told } = await rowsOf("Mis películas;;\n;;\nid;title;note\n1;Volver;\n;;\n;;\n");
    expect([rows, told]).toEqual([[HEADER, ["1", "Volver", ""]], []]);
  });

  test("tabs without quotes, where quotes are letters", async () => {
    const { rows, told } = await rowsOf('id\ttitle\tnote\n1\t"Crocodile" Dundee\t\\N\n2\t"Rec\tx\n');
    expect([rows, told]).toEqual([[HEADER, ["1", '"Crocodile" Dundee', "\\N"], ["2", '"Rec', "x"]], []]);
  });

  test("a backslash before a quote that comes late in a large file", async () => {
    const plain = Array.from({ length: 20_000 }, (_, index) => `${index},"Film, ${index}",plain`);
    const { rows, told } = await rowsOf(`id,title,note\n${plain.join("\n")}\n9,"called \\"X\\", nice",n\n`);
    expect(rows).toHaveLength(20_002);
    expect(rows.at(-1)).toEqual(["9", 'called "X", nice', "n"]);
    expect(told).toEqual([]);
  });

  test("a backslash without quotes: MySQL's and PostgreSQL's", async () => {
    const { rows } = await rowsOf("id,title,note\n1,Yo\\, él y Raquel,a\\\nb\n");
    expect(rows).toEqual([HEADER, ["1", "Yo, él y Raquel", "a\nb"]]);
  });

  test("a list with an apostrophe and a backslash stays the list it is", async () => {
    const { rows } = await rowsOf(`id,title,note\n1,"[{'name': 'L\\'ami'}]","C:\\"\n`);
    expect(rows).toEqual([HEADER, ["1", "[{'name': 'L\\'ami'}]", "C:\\"]]);
  });

  test("Windows-1252 with its own quotes and euro", async () => {
    const bytes = Buffer.concat([
      Buffer.from("id,title,note\n1,"),
      Buffer.from([0x93, 0x80, 0x94]),
      Buffer.from(",x\n"),
    ]);
    expect(await rowsOf(bytes)).toEqual({ rows: [HEADER, ["1", "“€”", "x"]], told: ["windows-1252"] });
  });

  test("a mark that was read as Windows-1252 and written again", async () => {
    expect((await rowsOf("ï»¿id,title,note\n1,a,b\n")).rows[0]).toEqual(HEADER);
  });

  test("a header that is none for its length is told, not called empty", async () => {
    const { rows, told } = await rowsOf(
      `${Array.from({ length: 600 }, (_, index) => `c${index}`).join(",")}\n1\n`,
    );
    expect([rows, told]).toEqual([[[]], ["no-header"]]);
  });
});
