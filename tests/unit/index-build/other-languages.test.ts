import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCatalog } from "../../../index-build/build.js";
import { otherChineseForms } from "../../../index-build/clean/texts/chinese.js";
import {
  DATA_FOLDER,
  readNamesInOtherLanguages,
} from "../../../index-build/read/sources/tables/other-languages.js";
import { BuildReport } from "../../../index-build/report.js";
import { filmOf, folderWith, moviesCsv } from "../../support/source-files.js";

const ours = await readNamesInOtherLanguages();

describe("Chinese titles", () => {
  it.each([
    ["臥虎藏龍", ["wo hu cang long", "卧虎藏龙"]],
    ["卧虎藏龙", ["wo hu cang long", "臥虎藏龍"]],
    ["花樣年華", ["hua yang nian hua", "花样年华"]],
    ["英雄", ["ying xiong"]],
    ["葉問2", ["ye wen 2", "叶问2"]],
    ["Hero", []],
  ])("%s is also %j", (title, forms) => {
    expect(otherChineseForms(title, ours.chinese)).toEqual(forms);
  });
});

describe("names in other languages", () => {
  it("become further names of a film, once each", async () => {
    const hero = { id: "79", title: "Hero", original_title: "英雄", original_language: "zh" };
    const chihiro = {
      id: "129",
      title: "Spirited Away",
      original_title: "千と千尋の神隠し",
      original_language: "ja",
    };
    const report = new BuildReport();
    const source = folderWith({ "movies.csv": moviesCsv(hero, chihiro, { id: "2", title: "Other" }) });
    const catalog = await readCatalog([source], { report, otherLanguages: ours });
    expect(filmOf(catalog, 79).aka).toEqual(["Ying hung", "ying xiong"]);
    expect(filmOf(catalog, 129).aka).toContain("Sen to Chihiro no kamikakushi");
    expect(filmOf(catalog, 2).aka).toEqual([]);
    expect(report.files().map(({ file }) => file)).toContain("romanised-titles.json");
  });

  it("tells each film once, and no name twice", () => {
    for (const [id, names] of ours.byFilm) {
      const lower = names.map((name) => name.toLowerCase());
      expect(new Set(lower).size, `names of ${id}`).toBe(lower.length);
    }
    expect(ours.byFilm.size).toBeGreaterThan(700);
  });

  it("refuses a table that is missing or damaged", async () => {
    await expect(readNamesInOtherLanguages(join(DATA_FOLDER, "none"))).rejects.toThrow("ENOENT");
    const folder = folderWith({
      "romanised-titles.json": '{"format":"claqueta-names/1","films":[{"id":1}]}',
    });
    await expect(readNamesInOtherLanguages(folder)).rejects.toThrow("names");
  });
});
