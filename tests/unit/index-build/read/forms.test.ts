/** Forms of a table that are no delimited text: JSON, Parquet, spreadsheets. Each gives the cells a CSV would. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parquetWriteFile } from "hyparquet-writer";
import { describe, expect, test } from "vitest";
import { readTables } from "../../../support/read-tables.js";
import {
  csv,
  filmOf,
  folderWith,
  moviesCsv,
  placesOf,
  readFolder,
  zipOf,
} from "../../../support/source-files.js";

async function read(contents: string | Buffer): Promise<{ rows: string[][]; told: string[] }> {
  const { tables, told } = await readTables(join(folderWith({ file: contents }), "file"));
  return { rows: tables.flatMap(({ header, rows }) => [header, ...rows]), told };
}

const FILMS = [
  {
    id: 1,
    title: "Volver",
    genres: [{ id: 18, name: "Drama" }],
    adult: false,
    runtime: 121.5,
    tagline: null,
  },
  { id: 2, title: 'Dijo "no" {', genres: [], adult: true, runtime: 90, tagline: "ñ" },
];
const TABLE = [
  ["id", "title", "genres", "adult", "runtime", "tagline"],
  ["1", "Volver", '[{"id":18,"name":"Drama"}]', "false", "121.5", ""],
  ["2", 'Dijo "no" {', "[]", "true", "90", "ñ"],
];
const COLUMNS = Object.keys(FILMS[0] ?? {});
const byColumn = (rows: readonly object[]): object =>
  Object.fromEntries(
    COLUMNS.map((column) => [
      column,
      Object.fromEntries(rows.map((row, index) => [index, new Map(Object.entries(row)).get(column)])),
    ]),
  );

describe("JSON", () => {
  test.each([
    ["a list of records", JSON.stringify(FILMS)],
    ["a list, laid out over lines", JSON.stringify(FILMS, null, 2)],
    ["a record a line", FILMS.map((film) => JSON.stringify(film)).join("\n")],
    [
      "records over several lines, one after the other",
      FILMS.map((film) => JSON.stringify(film, null, 2)).join("\n"),
    ],
    ["records without anything between them", FILMS.map((film) => JSON.stringify(film)).join("")],
    ["pandas, columns", JSON.stringify(byColumn(FILMS))],
    ["pandas, index", JSON.stringify({ ...FILMS })],
    [
      "pandas, split",
      JSON.stringify({ columns: COLUMNS, index: [0, 1], data: FILMS.map((film) => Object.values(film)) }),
    ],
    ["pandas, table", JSON.stringify({ schema: { fields: [] }, data: FILMS })],
    ["a page of an answer", JSON.stringify({ page: 1, results: FILMS, total_pages: 1 })],
    ["lists, the first of names", JSON.stringify([COLUMNS, ...FILMS.map((film) => Object.values(film))])],
  ])("%s", async (_, text) => {
    expect(await read(text)).toEqual({ rows: TABLE, told: [] });
    expect(await read(gzipSync(`\uFEFF${text}\n`))).toEqual({ rows: TABLE, told: [] });
  });

  test("one record is a table of one row", async () => {
    expect((await read('{"id": 5, "title": "Ágora"}')).rows).toEqual([
      ["id", "title"],
      ["5", "Ágora"],
    ]);
  });

  test("what Python and MongoDB write", async () => {
    const text =
      '{"_id": {"$oid": "a1"}, "votes": {"$numberInt": "7"}, "mean": NaN, "title": "NaN, Infinity"}\n';
    expect((await read(text)).rows[1]).toEqual(["a1", "7", "", "NaN, Infinity"]);
  });

  test("keys that later records have too", async () => {
    expect((await read('[{"id": 1}, {"id": 2, "title": "b"}]')).rows).toEqual([
      ["id", "title"],
      ["1", ""],
      ["2", "b"],
    ]);
  });

  test("a broken line costs itself alone, a cut the record it ends in", async () => {
    const lines = '{"id": 1}\n{"id": "2\n{"id": 3}\n';
    expect(await read(lines)).toEqual({ rows: [["id"], ["1"], ["3"]], told: ["bad-line"] });
    expect(await read('[{"id": 1}, {"id": 2}, {"id"')).toEqual({
      rows: [["id"], ["1"], ["2"]],
      told: ["truncated"],
    });
  });

  test.each([
    ["{ ", "bad-json"],
    ["[1, 2]", "unknown-json"],
    ["[]", "unknown-json"],
  ])("%j is no table, and not called empty", async (text, code) => {
    expect((await read(text)).told).toEqual([code]);
  });

  test("is read as films like the dataset's own file", async () => {
    const header = moviesCsv({}).split("\n")[0]?.split(",") ?? [];
    const record = Object.fromEntries(header.map((column) => [column, ""]));
    const film = { ...record, id: 219, title: "Volver", genres: [{ id: 18, name: "Drama" }], vote_count: 9 };
    const { catalog, report } = await readFolder({ "films.json": JSON.stringify([film]) });
    expect(filmOf(catalog, 219)).toMatchObject({ title: "Volver", genres: ["Drama"], voteCount: 9 });
    expect(report.codes()).toEqual([]);
  });
});

describe("Parquet", () => {
  const columnData = [
    { name: "id", data: [1n, 2n, 3n], type: "INT64" as const },
    { name: "title", data: ["Volver", "Ágora", null], type: "STRING" as const },
    { name: "mean", data: [7.5, Number.NaN, null], type: "DOUBLE" as const },
    { name: "adult", data: [false, true, null], type: "BOOLEAN" as const },
    {
      name: "day",
      data: [new Date("2006-03-16"), new Date("2006-03-16T10:30:00Z"), null],
      type: "TIMESTAMP" as const,
    },
    { name: "genres", data: [[{ id: 18, name: "Drama" }], [], null], type: "JSON" as const },
  ];

  function parquet(): Buffer {
    const filename = join(folderWith(), "table.parquet");
    parquetWriteFile({ filename, columnData, rowGroupSize: 2 });
    return readFileSync(filename);
  }

  const ROWS = [
    ["id", "title", "mean", "adult", "day", "genres"],
    ["1", "Volver", "7.5", "false", "2006-03-16", '[{"id":18,"name":"Drama"}]'],
    ["2", "Ágora", "", "true", "2006-03-16 10:30:00", "[]"],
    ["3", "", "", "", "", ""],
  ];

  test("over several groups of rows, on disk and packed", async () => {
    expect(await read(parquet())).toEqual({ rows: ROWS, told: [] });
    expect(await read(zipOf({ "part-0": gzipSync(parquet()) }))).toEqual({ rows: ROWS, told: [] });
  });

  test("damaged, cut short or too large a group is told, and costs nothing else", async () => {
    const whole = parquet();
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 8, 80);
    const { catalog, report } = await readFolder({
      "a.parquet": whole.subarray(0, 200),
      "b.parquet": damaged,
      "good.csv": moviesCsv({ id: "219", title: "Volver" }),
    });
    expect(placesOf(report, "damaged-file")).toContain("a.parquet:");
    expect([...catalog.films.keys()]).toEqual([219]);
    const file = join(folderWith({ file: whole }), "file");
    expect((await readTables(file, { rowGroupBytes: 10 })).told).toEqual(["too-large"]);
  });
});

describe("spreadsheets", () => {
  const sheet = (rows: string): string =>
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
  const workbook = (sheets: Readonly<Record<string, string>>): Buffer => {
    const names = Object.keys(sheets);
    const tags = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
    const rels = names.map(
      (_, at) =>
        `<Relationship Id="rId${at + 1}" Type="http://x/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    );
    return zipOf({
      "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${tags.join("")}</sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<Relationships>${rels.join("")}</Relationships>`,
      "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="4"/></cellXfs></styleSheet>`,
      "xl/sharedStrings.xml": "<sst><si><t>id</t></si><si><r><t>tit</t></r><r><t>le</t></r></si></sst>",
      ...Object.fromEntries(
        names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheet(sheets[name] ?? "")]),
      ),
    });
  };

  test("Excel: shared and own texts, numbers, days, truths, errors and gaps", async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Mis películas</t></is></c></row>' +
      '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="str"><v>day</v></c><c r="D3" t="inlineStr"><is><t>adult</t></is></c></row>' +
      '<row r="4"><c r="A4"><v>862</v></c><c r="B4" t="inlineStr"><is><t>Toy &amp; Story_x000D_</t></is></c><c r="C4" s="1"><v>40373</v></c><c r="D4" t="b"><v>0</v></c></row>' +
      '<row r="5"><c r="A5" s="2"><v>7.7000000000000002</v></c><c r="C5" s="1"><v>40373.5</v></c><c r="D5" t="e"><v>#N/A</v></c></row>';
    expect(await read(workbook({ Hoja1: rows }))).toEqual({
      rows: [
        ["id", "title", "day", "adult"],
        ["862", "Toy & Story\r", "2010-07-14", "False"],
        ["7.7", "", "2010-07-14 12:00:00", ""],
      ],
      told: [],
    });
  });

  test("each sheet is a table", async () => {
    const row = (text: string): string =>
      `<row><c t="inlineStr"><is><t>id</t></is></c><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
    const file = join(folderWith({ file: workbook({ Uno: row("a"), Dos: row("b") }) }), "file");
    const { tables } = await readTables(file);
    expect(tables.map(({ name, header }) => `${name} ${header.join()}`)).toEqual([
      "file!/Uno id,a",
      "file!/Dos id,b",
    ]);
  });

  test("LibreOffice: repeated cells, values beside what is shown", async () => {
    const cell = (text: string, attributes = ""): string =>
      `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
    const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Hoja1">
      <table:table-row>${cell("id")}${cell("day")}${cell("mean")}${cell("x")}<table:table-cell table:number-columns-repeated="1020"/></table:table-row>
      <table:table-row>${cell("862", 'office:value-type="float" office:value="862"')}${cell("14/07/10", 'office:value-type="date" office:date-value="2010-07-14"')}${cell("7,7", 'office:value-type="float" office:value="7.7" table:number-columns-repeated="2"')}</table:table-row>
      <table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
    </table:table></office:spreadsheet></office:body></office:document-content>`;
    const ods = zipOf({ mimetype: "x", "content.xml": content, "META-INF/manifest.xml": "<m/>" });
    expect(await read(ods)).toEqual({
      rows: [
        ["id", "day", "mean", "x"],
        ["862", "2010-07-14", "7.7", "7.7"],
      ],
      told: [],
    });
  });

  test("a damaged or binary one is told", async () => {
    const broken = workbook({ Uno: "<row><c></row>" });
    expect((await read(broken)).told).toEqual(["damaged-file"]);
    expect((await read(zipOf({ "xl/workbook.bin": "x" }))).told).toEqual(["foreign-format"]);
  });
});

test("a header alone is a table without rows, and nothing is nothing", async () => {
  const { report } = await readFolder({
    "a.csv": csv(["cast", "crew", "id"], []),
    "b.csv": "",
    "c.csv": moviesCsv({ id: "219", title: "Volver" }),
  });
  expect(placesOf(report, "empty-file")).toEqual(["b.csv:"]);
});
