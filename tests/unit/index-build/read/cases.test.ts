/** Files as people have them, where they are at hand: what of them is read, row by row. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { READ_LIMITS } from "../../../../index-build/read/files/limits.js";
import { openInputs } from "../../../../index-build/read/files/open.js";
import { readCsv } from "../../../../index-build/read/formats/csv/csv.js";
import { headerNames } from "../../../../index-build/read/formats/csv/header-names.js";
import { readJsonTable } from "../../../../index-build/read/formats/json/table.js";
import type { TableHandlers } from "../../../../index-build/read/table.js";

const CASES = join(import.meta.dirname, "../../../../../shared/cases/data");

/** By kind: how many films, and what is told on the way. */
const KINDS: readonly (readonly [kind: string, rows: number, told: readonly string[]])[] = [
  ["semicolon", 60, []],
  ["excel-es", 60, []],
  ["tab-csv", 60, []],
  ["sep-line", 60, []],
  ["spaced-headers", 60, []],
  ["camel-headers", 60, []],
  ["utf16", 60, []],
  ["cp1252", 60, ["windows-1252"]],
  ["cr-only", 60, []],
  ["gz-is-plain", 502, []],
  ["csv-is-zip", 502, []],
  ["gz-double", 502, []],
  ["json-records", 60, []],
  ["parquet", 60, []],
  ["xlsx", 60, []],
  ["pandas-escapechar", 60, []],
  ["pandas-resave", 502, []],
];

interface ReadTable {
  readonly rows: Map<string, string>[];
  readonly told: string[];
}

async function tablesOf(folder: string): Promise<ReadTable> {
  const rows: Map<string, string>[] = [];
  const told: string[] = [];
  const handlers: TableHandlers = {
    onHeader(header) {
      const names = headerNames(header);
      return (cells) => rows.push(new Map(cells.map((cell, place) => [names[place] ?? "", cell])));
    },
    onProblem: ({ code }) => told.push(code),
  };
  for (const name of readdirSync(folder)) {
    const file = { path: join(folder, name), name };
    const tell = (code: string): unknown => told.push(code);
    for await (const input of openInputs(file, READ_LIMITS, tell, (_, { reason }) => tell(reason))) {
      if (input.form === "table") await input.read(handlers);
      else if (name.endsWith(".json")) await readJsonTable(input.open(), READ_LIMITS, handlers);
      else await readCsv(input.open(), READ_LIMITS, handlers);
    }
  }
  return { rows, told };
}

test.skipIf(!existsSync(CASES)).each(KINDS)("%s", async (kind, count, problems) => {
  const { rows, told } = await tablesOf(join(CASES, kind));
  expect(told).toEqual(problems);
  expect(rows).toHaveLength(count);
  const inception = rows.find((row) => /^27205(?:[.,]0)?$/u.test(row.get("id") ?? ""));
  expect(inception?.get("title")).toMatch(/^(?:Inception|Amélie)$/u);
  expect(inception?.get("overview")).toMatch(/^(?:Cobb, a skilled thief|A film called "X", nice\.)/u);
  expect(inception?.get("genres")).toMatch(/['"]name['"]:\s*['"]Mystery['"]/u);
  for (const row of rows) expect(row.get("title")).not.toMatch(/\uFFFD|\uFFFF/u);
});
