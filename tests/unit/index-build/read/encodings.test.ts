/** Texts in encodings that people still have, told by their words, and what became of letters on the way. */
import { Buffer } from "node:buffer";
import { describe, expect, test } from "vitest";
import { type Files, filmOf, type MovieCells, moviesCsv, readFolder } from "../../../support/source-files.js";

const volver: MovieCells = { id: "219", title: "Volver", vote_count: "400" };

describe("an encoding", () => {
  const cells = (title: string, overview: string): Files[string] => moviesCsv({ ...volver, title, overview });
  const polish = "Zażółć gęślą jaźń: łódź, źródło, sądzę, że mówię";
  const spanish = "Amélie y el niño: corazón, mañana, qué, pingüino";
  const encoded = (text: string, bytes: Readonly<Record<string, number>>): Buffer =>
    Buffer.from([...text].map((char) => bytes[char] ?? char.charCodeAt(0)));
  const WINDOWS_1250 = { ą: 0xb9, ć: 0xe6, ę: 0xea, ł: 0xb3, ń: 0xf1, ś: 0x9c, ź: 0x9f, ż: 0xbf };
  const MAC = { á: 0x87, é: 0x8e, í: 0x92, ó: 0x97, ú: 0x9c, ñ: 0x96, ü: 0x9f };
  const DOS = { á: 0xa0, é: 0x82, í: 0xa1, ó: 0xa2, ú: 0xa3, ñ: 0xa4, ü: 0x81 };

  test.each([
    ["Windows-1250", polish, WINDOWS_1250],
    ["Mac OS Roman", spanish, MAC],
    ["MS-DOS (850)", spanish, DOS],
  ])("%s, which the words tell", async (name, text, bytes) => {
    const { catalog, report } = await readFolder({ "m.csv": encoded(String(cells(text, text)), bytes) });
    expect(filmOf(catalog, 219)).toMatchObject({ title: text, overview: text });
    expect(report.entries("other-encoding")).toMatchObject([{ file: "m.csv", detail: name }]);
  });

  test("Windows-1252 stays what it is taken for", async () => {
    const { catalog, report } = await readFolder({
      "m.csv": Buffer.from(String(cells(spanish, "Crème brûlée à l’été")).replace("’", "\x92"), "latin1"),
    });
    expect(filmOf(catalog, 219)).toMatchObject({ title: spanish, overview: "Crème brûlée à l’été" });
    expect(report.count("windows-1252")).toBe(1);
  });

  test("UTF-8 that was read as something else and written again", async () => {
    const broken = Buffer.from(spanish).toString("latin1");
    const { catalog, report } = await readFolder({ "m.csv": String(cells(broken, "CAFÉ… “É”")) });
    expect(filmOf(catalog, 219)).toMatchObject({ title: spanish });
    expect(report.count("mojibake")).toBe(1);
    const sound = await readFolder({ "m.csv": String(cells("SÃO PAULO", "CAFÉ… “É”")) });
    expect(filmOf(sound.catalog, 219)).toMatchObject({ title: "SÃO PAULO", overview: "CAFÉ… “É”" });
  });

  test("zeros and an end of file of MS-DOS amid the text", async () => {
    const text = moviesCsv({ ...volver, budget: "9400000" }).replace("9400000", "940\0\x000000");
    const { catalog, report } = await readFolder({ "m.csv": `${text}\x1a` });
    expect(filmOf(catalog, 219).budget).toBe(9_400_000);
    expect(report.codes()).toEqual([]);
  });
});
