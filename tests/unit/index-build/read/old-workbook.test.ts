/** Excel 97-2003 workbooks (.xls), told by their bytes. */
import { Buffer } from "node:buffer";
import { join } from "node:path";
import { expect, test } from "vitest";
import { randomNumbers } from "../../../../bench/tools/random.js";
import { InputRefused } from "../../../../index-build/read/files/broken-input.js";
import { RecordBytes } from "../../../../index-build/read/formats/spreadsheet/xls/texts.js";
import { OLD_WORKBOOK } from "../../../support/old-workbook.js";
import { readTables } from "../../../support/read-tables.js";
import { folderWith, moviesCsv, placesOf, readFolder, zipOf } from "../../../support/source-files.js";

test("texts, numbers, days, truths, errors and gaps, each sheet a table", async () => {
  for (const contents of [OLD_WORKBOOK, zipOf({ "libro.xls": OLD_WORKBOOK })]) {
    const { tables, told } = await readTables(join(folderWith({ file: contents }), "file"));
    expect(tables.map(({ name }) => name.replace(/^.*!\//u, ""))).toEqual(["Películas", "Otra"]);
    expect(tables[0]).toMatchObject({
      header: ["id", "title", "day", "mean", "adult", "long", "wide"],
      rows: [
        ["219", "Volver", "2006-03-16", "7.1", "False", "Una palabra larga ñ", "Ωmega 東京"],
        ["123456.78", "Ágora", "2006-03-16 12:00:00", "", "", "x", ""],
      ],
    });
    expect(tables[1]).toMatchObject({ header: ["a", "b"], rows: [["1", "2"]] });
    expect(told).toEqual([]);
  }
});

test("a damaged one, or another document of Microsoft's, is told and costs no other", async () => {
  const renamed = Buffer.from(OLD_WORKBOOK);
  const name = Buffer.from("Workbook", "utf16le");
  renamed.set(Buffer.from("WordDocu", "utf16le"), renamed.indexOf(name));
  const { catalog, report } = await readFolder({
    "a.xls": OLD_WORKBOOK.subarray(0, 700),
    "b.xls": renamed,
    "good.csv": moviesCsv({ id: "219", title: "Volver" }),
  });
  expect(placesOf(report, "damaged-file")).toEqual(["a.xls:"]);
  expect(placesOf(report, "foreign-format")).toEqual(["b.xls:"]);
  expect([...catalog.films.keys()]).toEqual([219]);
});

test("a text that goes on in the next record, where its letters may take two bytes each", () => {
  const narrow = Buffer.concat([Buffer.from([7, 0, 0]), Buffer.from("Años", "latin1")]);
  const wide = Buffer.concat([Buffer.from([1]), Buffer.from(" 東京", "utf16le"), Buffer.from([2, 0, 0])]);
  const bytes = new RecordBytes([narrow, wide, Buffer.from([0, 0x41, 0x42])]);
  expect(bytes.text()).toBe("Años 東京");
  expect(bytes.text()).toBe("AB");
  expect(bytes.isAtEnd).toBe(true);
});

test("whatever is damaged in it, it is read as far as it goes or told, and never breaks off the rest", async () => {
  const random = randomNumbers(7);
  for (let round = 0; round < 300; round++) {
    const spoilt = Buffer.from(OLD_WORKBOOK);
    for (let byte = 0; byte < 1 + (round % 40); byte++)
      spoilt[8 + Math.floor(random() * (spoilt.length - 8))] = Math.floor(random() * 256);
    const cut =
      round % 3 === 0 ? spoilt.subarray(0, 64 * Math.floor(random() * (spoilt.length / 64))) : spoilt;
    const read = readTables(join(folderWith({ file: cut }), "file"));
    await read.catch((error: unknown) => expect(error).toBeInstanceOf(InputRefused));
  }
});
