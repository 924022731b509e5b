/** Files that were split: what lies in several of them is read as one. */
import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { csv, filmOf, placesOf, readFolder, zipOf } from "../../../support/source-files.js";

const HEADER = ["id", "title", "genres", "vote_count"];
const films = Array.from({ length: 9 }, (_, at) => [
  String(219 + at),
  `Título, ${at}`,
  "Drama",
  String(100 + at),
]);
const whole = csv(HEADER, films);
const lines = whole.split("\n").slice(0, -1);
const text = (from: number, to: number): string => `${lines.slice(from, to).join("\n")}\n`;
const parts = [text(0, 4), text(4, 7), text(7, 10)] as const;

describe("only the first has the header", () => {
  test.each([
    ["movies_part1.csv", "movies_part2.csv", "movies_part3.csv"],
    ["movies.csv", "movies_2.csv", "movies_3.csv"],
    ["movies.csv", "movies (2).csv", "movies (3).csv"],
    ["peliculas_parte_1_de_3.csv", "peliculas_parte_2_de_3.csv", "peliculas_parte_3_de_3.csv"],
    ["movies_aa.csv", "movies_ab.csv", "movies_ac.csv"],
    ["m/part-00000-ab12-c000.csv", "m/part-00001-ab12-c000.csv", "m/part-00002-ab12-c000.csv"],
  ])("%s, %s, %s", async (...names) => {
    const { catalog, report } = await readFolder(
      Object.fromEntries(names.map((name, at) => [name, parts[at] ?? ""])),
    );
    expect(catalog.films.size).toBe(9);
    expect(filmOf(catalog, 223)).toMatchObject({ title: "Título, 4", genres: ["Drama"], voteCount: 104 });
    expect(placesOf(report, "file-in-parts").sort()).toEqual([`${names[1]}:`, `${names[2]}:`].sort());
  });

  test("packed, in an archive", async () => {
    const { catalog } = await readFolder({
      "all.zip": zipOf({ "m_1.csv": parts[0], "m_2.csv": gzipSync(parts[1]), "m_3.csv": parts[2] }),
    });
    expect(catalog.films.size).toBe(9);
  });

  test("each has it", async () => {
    const { catalog, report } = await readFolder({
      "movies_part1.csv": parts[0],
      "movies_part2.csv": `${lines[0]}\n${parts[1]}${parts[2]}`,
    });
    expect(catalog.films.size).toBe(9);
    expect(report.count("file-in-parts")).toBe(0);
  });

  test("a file of another header that is not known is no piece", async () => {
    const { catalog, report } = await readFolder({ "data1.csv": whole, "data2.csv": "a,b,c,d\n1,2,3,4\n" });
    expect(catalog.films.size).toBe(9);
    expect(report.entries("unknown-header")).toMatchObject([{ file: "data2.csv" }]);
    expect(report.count("file-in-parts")).toBe(0);
  });
});

describe("cut at any byte", () => {
  const bytes = Buffer.from(whole);
  const cuts = (all: Buffer): Buffer[] => [all.subarray(0, 101), all.subarray(101, 150), all.subarray(150)];

  test.each([
    ["movies.csv.001", "movies.csv.002", "movies.csv.003"],
    ["movies.csv.part1", "movies.csv.part2", "movies.csv.part3"],
    ["movies.csv.aa", "movies.csv.ab", "movies.csv.ac"],
    ["xaa", "xab", "xac"],
  ])("%s, %s, %s", async (...names) => {
    for (const all of [bytes, gzipSync(bytes), zipOf({ "movies.csv": whole })]) {
      const pieces = cuts(all);
      const { catalog, report } = await readFolder(
        Object.fromEntries(names.map((name, at) => [name, pieces[at] ?? ""])),
      );
      expect([...catalog.films.values()].map(({ title }) => title)).toEqual(films.map(([, title]) => title));
      expect(placesOf(report, "file-in-parts")).toEqual([`${names[1]}:`, `${names[2]}:`]);
    }
  });

  test("a piece that is missing ends the file before it", async () => {
    const [first = "", , third = ""] = cuts(bytes);
    const { catalog, report } = await readFolder({ "m.csv.001": first, "m.csv.003": third });
    expect(catalog.films.size).toBeLessThan(9);
    expect(report.count("file-in-parts")).toBe(0);
  });
});

describe("cut in the middle of a row, as files of which only the first has the header", () => {
  const rows = films.map(([id = "", title = ""], at) => [
    id,
    title,
    `One,\ntwo "three"\n${at}`,
    `0${(at % 9) + 1}/0${9 - at}/2006`,
  ]);
  const text = csv(
    ["id", "title", "overview", "release_date"],
    [["218", "Antes", "x", "25/12/2005"], ...rows],
  );
  const bytes = Buffer.from(text);

  async function told(...pieces: readonly Buffer[]): Promise<string[]> {
    const names = ["movies_part1.csv", "movies_part2.csv", "movies_part3.csv"];
    const { catalog } = await readFolder(
      Object.fromEntries(pieces.map((piece, at) => [names[at] ?? "", piece])),
    );
    return [...catalog.films.values()].map(({ id, title, overview, releaseDate }) =>
      [id, title, overview, releaseDate].join(),
    );
  }

  test("at any byte after the first rows", async () => {
    const whole = await told(bytes);
    expect(whole[1]).toBe('219,Título, 0,One, two "three" 0,2006-09-01');
    for (let cut = 120; cut < bytes.length - 60; cut += 11) {
      const pieces = [bytes.subarray(0, cut), bytes.subarray(cut, cut + 50), bytes.subarray(cut + 50)];
      expect(await told(...pieces), `at ${cut}`).toEqual(whole);
    }
  });

  test("whole rows whose last has no end of line", async () => {
    const ends = [text.indexOf("\n222,"), text.indexOf("\n225,")];
    const lines = [
      text.slice(0, ends[0]),
      text.slice((ends[0] ?? 0) + 1, ends[1]),
      text.slice((ends[1] ?? 0) + 1),
    ];
    expect(await told(...lines.map((one) => Buffer.from(one)))).toEqual(await told(bytes));
  });
});
