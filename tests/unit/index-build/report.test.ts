import { describe, expect, test } from "vitest";
import { BuildReport, REPORT_CODES } from "../../../index-build/report.js";
import { printReport } from "../../../index-build/report-lines.js";
import { CODE_WORDS } from "../../../index-build/report-words.js";
import { readStoredReport } from "../../../index-build/stored-report.js";
import { folderWith } from "../../support/source-files.js";

test("every code has its words", () => {
  for (const code of REPORT_CODES) {
    expect(CODE_WORDS[code].es).not.toBe("");
    expect(CODE_WORDS[code].en).not.toBe(CODE_WORDS[code].es);
  }
});

test("all are counted, the first are kept", () => {
  const report = new BuildReport(2);
  for (const line of [1, 2, 3]) report.add("bad-id", { file: "a.csv", line });
  report.add("other-file", { file: "b" });
  expect(report.codes()).toEqual([
    { code: "bad-id", severity: "refused", count: 3 },
    { code: "other-file", severity: "left-alone", count: 1 },
  ]);
  expect(report.entries().map(({ line }) => line)).toEqual([1, 2, undefined]);
  expect(JSON.parse(JSON.stringify(report))).toEqual({
    files: [],
    counts: report.codes(),
    entries: [
      { severity: "refused", code: "bad-id", file: "a.csv", line: 1 },
      { severity: "refused", code: "bad-id", file: "a.csv", line: 2 },
      { severity: "left-alone", code: "other-file", file: "b" },
    ],
  });
});

test("what comes from outside is short and harmless", () => {
  const report = new BuildReport();
  report.add("bad-id", { file: "a\u001b[2J.csv", line: 3, column: "id", detail: `\u202e${"x".repeat(500)}` });
  const [entry] = report.entries();
  expect(entry?.detail).toBe(`${"x".repeat(120)}…`);
  expect(printReport(report, "es").join("")).not.toMatch(/[\p{Cc}\u202e]/u);
});

test("the printed form, in both languages", () => {
  const report = new BuildReport();
  report.addFile({ file: "movies.csv", kind: "movies", rows: 45_466, kept: 45_466, sha256: "0" });
  report.add("shifted-row", { file: "movies.csv", line: 19_738, detail: "82663" });
  for (const line of [1, 2, 3, 4])
    report.add("bad-date", { file: "movies.csv", line, column: "release_date", detail: "x" });
  expect(printReport(report, "es")).toEqual([
    "Archivos leídos:",
    "  movies.csv · películas · filas: 45.466",
    "Arreglado:",
    "  1 × fila partida en dos por un salto de línea, unida con la anterior",
    "      movies.csv:19738 82663",
    "Atención:",
    "  4 × fecha ilegible o imposible: es desconocida",
    "      movies.csv:1 release_date: x",
    "      movies.csv:2 release_date: x",
    "      movies.csv:3 release_date: x",
    "      … y más",
  ]);
  expect(printReport(report, "en")[1]).toBe("  movies.csv · films · rows: 45,466");
});

describe("a stored report", () => {
  const stored = (report: unknown): string =>
    folderWith({ "v1.report.json": JSON.stringify({ version: "v1", report }) });

  test("is shown as it was when the index was built", () => {
    const report = new BuildReport();
    report.addFile({ file: "movies.csv", kind: "movies", rows: 2, kept: 1, sha256: "0" });
    report.add("bad-id", { file: "movies.csv", line: 3, column: "id", detail: "x" });
    const read = readStoredReport(stored(report), "v1");
    expect(read && printReport(read, "es")).toEqual(printReport(report, "es"));
  });

  test("of another version of the program leaves out what has no words here", () => {
    const counts = [
      { code: "from-the-future", severity: "warning", count: 1 },
      { code: "bad-id", severity: "refused", count: 2 },
    ];
    expect(readStoredReport(stored({ files: [], counts, entries: [] }), "v1")?.codes()).toEqual([counts[1]]);
  });

  test("that is gone or no report is none", () => {
    expect(readStoredReport(folderWith(), "v1")).toBeUndefined();
    expect(readStoredReport(stored("x"), "v1")).toBeUndefined();
  });
});
