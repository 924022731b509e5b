/**
 * A day of TMDB of full size: the list of a million ids, 5,000 changed films. At the program's pace of 20 requests a
 * second it takes about six minutes.
 *
 * `REFRESH_BENCH_CHANGED` is another number of changed films.
 */
import type { Logged } from "../../standins/tmdb/index.js";
import { withTemporaryFolder } from "../tools/data/bench-data.js";
import { duration, printTable } from "../tools/table.js";
import { type Day, DETAIL, playDay } from "./tmdb-day.js";

const SIZE = {
  listed: 1_000_000,
  stored: 12_000,
  changed: Number(process.env.REFRESH_BENCH_CHANGED ?? 5_000),
  withdrawnEvery: 50,
  faultEvery: 100,
  waitsForLease: true,
};

export async function benchRefresh(): Promise<void> {
  await withTemporaryFolder(async (root) => report(await playDay(root, SIZE)));
}

function report({
  log,
  milliseconds,
  peak,
  wrong,
  killed,
  last,
  wrongFilms,
  keptFilms,
  repeated,
}: Day): void {
  const details = log.filter(({ path }) => DETAIL.test(path));
  const faults = log.filter(({ status }) => status === 0 || status >= 429 || status === 401).length;
  const again = details.length - new Set(details.map(({ path }) => path)).size;
  const rows: [string, string, string][] = [
    ["ids listed, films wanted, changed", `${SIZE.listed}, ${SIZE.stored}, ${SIZE.changed}`, ""],
    [
      `time, with a kill −9 in the middle (${killed.code === null ? "done" : "too late"}) and its lease run out`,
      duration(milliseconds),
      "",
    ],
    ["requests: lists, pages of changes, details", countsOf(log), ""],
    ["errors met: 401, 429, 5xx, cut off, no JSON, no gzip", String(faults), ""],
    ["films asked for again, after an error or under way at the kill", String(again), ""],
    ["films answered well more than once", String(repeated.length), "≤ 8: under way at the kill"],
    ["most requests in any second", String(peak), "≤ 20"],
    [
      "films that are wrong in the catalogue, withdrawn ones still there",
      `${wrongFilms.length}, ${keptFilms.length}`,
      "0, 0",
    ],
    [
      "a wrong token",
      `exit ${wrong.code}: ${/TMDB_TOKEN[^\n]*/u.exec(wrong.said)?.[0] ?? wrong.said}`,
      "refused at once",
    ],
    ["peak memory of the process that fetches and checks", `${last.peakMb.toFixed(0)} MB`, ""],
  ];
  printTable(rows.map(([what, measured, target]) => ({ what, measured, target })));
  process.stdout.write(`  ${last.said.trim().split("\n").at(-1) ?? ""}\n`);
}

function countsOf(log: readonly Logged[]): string {
  const count = (part: RegExp) => log.filter(({ path }) => part.test(path)).length;
  return `${count(/exports/u)}, ${count(/changes/u)}, ${count(DETAIL)}`;
}
