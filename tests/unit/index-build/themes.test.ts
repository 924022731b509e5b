/** What a build says of our own themes. */
import { describe, expect, it } from "vitest";
import { reportThemes } from "../../../index-build/merge/themes.js";
import type { FilmRecord, KeywordTheme } from "../../../index-build/records.js";
import { BuildReport } from "../../../index-build/report.js";

const theme = (es: string, keywords: readonly string[], said: readonly string[] = []): KeywordTheme => ({
  es,
  en: `${es} in English`,
  said: { es: said, en: [] },
  keywords,
});

function told(themes: readonly KeywordTheme[], borne: readonly string[]) {
  const report = new BuildReport();
  const film = { keywords: borne.map((name, id) => ({ id, name })) } as unknown as FilmRecord;
  reportThemes(themes, new Map([[1, film]]), "themes.json", report);
  return report.entries().map(({ code, detail }) => [code, detail]);
}

const MANY = Array.from({ length: 9 }, (_, at) => `keyword ${at}`);

describe("themes", () => {
  it("that share no name and of which all keywords are borne are not told of", () => {
    expect(told([theme("tiburones", MANY), theme("piratas", MANY)], MANY)).toEqual([]);
  });

  it("that share a further name, in whatever number, are", () => {
    const shared = [theme("piratas", MANY, ["tiburones"]), theme("peces", MANY, ["un tiburón"])];
    expect(told(shared, MANY)).toEqual([["theme-name-shared", "tiburones: piratas, peces"]]);
  });

  it("of which one is called so first of all are not", () => {
    expect(told([theme("peces", MANY, ["un tiburón"]), theme("tiburones", MANY)], MANY)).toEqual([]);
  });

  it("have a keyword that no film bears, which is told", () => {
    expect(told([theme("tiburones", [...MANY, "shrak"])], MANY)).toEqual([
      ["unknown-theme-keyword", "shrak"],
    ]);
  });

  it("have keywords that small sources lack, which is nothing to tell of", () => {
    expect(told([theme("tiburones", MANY)], ["keyword 1"])).toEqual([]);
  });
});
