import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import papa from "papaparse";
import { describe, expect, test } from "vitest";
import { readCatalog } from "../../../../index-build/build.js";
import { BuildReport } from "../../../../index-build/report.js";
import { csv, folderWith, readFolder } from "../../../support/source-files.js";

const title = {
  id: "s12",
  type: "movie",
  title: "Volver",
  directors: ["Pedro Almodóvar"],
  cast: ["Penélope Cruz", "Carmen Maura"],
  year: 2006,
  maturity: "R",
  minutes: 121,
  genres: ["Dramas", "International Movies"],
  added: "2019-02-03",
  score: 88,
};
const series = { id: "s7", type: "series", title: "Merlí", year: 2015, seasons: 3, genres: [] };
const streaming = (titles: readonly unknown[], head: object = {}): string =>
  JSON.stringify({
    format: "claqueta-streaming/1",
    platform: "netflix",
    region: "US",
    asOf: "2021-09-25",
    ...head,
    titles,
  });

describe("our own streaming titles", () => {
  test("are records like the dataset's, with what is unknown left out", async () => {
    const { catalog, report } = await readFolder({ "streaming.json": streaming([title, series]) });
    expect(catalog.platformTitles).toEqual([
      {
        id: "ns7",
        platform: "netflix",
        region: "US",
        type: "series",
        title: "Merlí",
        directors: [],
        cast: [],
        countries: [],
        releaseYear: 2015,
        maturity: "G",
        durationInt: 3,
        durationType: "season",
        genres: [],
      },
      {
        id: "ns12",
        platform: "netflix",
        region: "US",
        type: "movie",
        title: "Volver",
        directors: ["Pedro Almodóvar"],
        cast: ["Penélope Cruz", "Carmen Maura"],
        countries: [],
        dateAdded: "2019-02-03",
        releaseYear: 2006,
        maturity: "R",
        durationInt: 121,
        durationType: "min",
        genres: ["Dramas", "International Movies"],
        score: 88,
      },
    ]);
    expect(report.files()).toMatchObject([
      { file: "streaming.json", kind: "starter-streaming", rows: 2, kept: 2 },
    ]);
    expect(report.codes()).toEqual([]);
  });

  test("are safe to show, each name once", async () => {
    const { catalog } = await readFolder({
      "streaming.json": streaming([
        {
          ...title,
          title: " Vol\u202ever ",
          cast: ["Ana  Torrent", "Ana Torrent", "\u200b"],
          maturity: "\u200b",
        },
      ]),
    });
    expect(catalog.platformTitles).toMatchObject([{ title: "Volver", cast: ["Ana Torrent"], maturity: "G" }]);
  });

  test.each([
    [{ id: "12" }, 'title 12: id: "12"'],
    [{ id: 12 }, "titles[0]: id: 12"],
    [{ type: "film" }, 'title s12: type: "film"'],
    [{ title: " " }, 'title s12: title: " "'],
    [{ title: "\u200b" }, 'title s12: title: ""'],
    [{ year: "2006" }, 'title s12: year: "2006"'],
    [{ year: 206 }, "title s12: year: 206"],
    [{ minutes: 0 }, "title s12: minutes: 0"],
    [{ seasons: 2 }, "title s12: seasons"],
    [{ description: "…" }, "title s12: description"],
    [{ added: "2019-02-30" }, 'title s12: added: "2019-02-30"'],
    [{ added: "2021-09-26" }, "title s12: added: 2021-09-26 > asOf: 2021-09-25"],
    [{ score: 0 }, "title s12: score: 0"],
    [{ score: 101 }, "title s12: score: 101"],
    [{ genres: undefined }, "title s12: genres: —"],
    [
      { cast: Array(9).fill("Ana") },
      'title s12: cast: ["Ana","Ana","Ana","Ana","Ana","Ana","Ana","Ana","Ana"]',
    ],
    [{ directors: [""] }, 'title s12: directors.0: ""'],
  ])("a title with %j is refused by id and field, the others are kept", async (wrong, problem) => {
    const { catalog, report } = await readFolder({
      "streaming.json": streaming([{ ...title, ...wrong }, series]),
    });
    expect(catalog.platformTitles.map(({ id }) => id)).toEqual(["ns7"]);
    expect(report.entries("bad-streaming-title")).toMatchObject([
      { file: "streaming.json", detail: problem },
    ]);
    expect(report.files()).toMatchObject([{ rows: 2, kept: 1 }]);
  });

  test.each([
    [{ platform: "blockbuster" }, /^platform: "blockbuster"$/],
    [{ region: "usa" }, /^region: "usa"$/],
    [{ asOf: "2021" }, /^asOf: "2021"$/],
    [{ by: "me" }, /^by$/],
  ])("a file with %j is refused", async (wrong, problem) => {
    const { catalog, report } = await readFolder({ "streaming.json": streaming([title], wrong) });
    expect(catalog.platformTitles).toEqual([]);
    expect(report.files()).toEqual([]);
    expect(report.entries("bad-json").map(({ detail }) => detail)).toEqual([expect.stringMatching(problem)]);
  });

  test("an id that stands twice counts once, where it first stood", async () => {
    const { catalog, report } = await readFolder({
      "a.json": streaming([title, { ...title, title: "Again" }]),
      "b.json": streaming([{ ...title, title: "And again" }]),
    });
    expect(catalog.platformTitles.map(({ title: name }) => name)).toEqual(["Volver"]);
    expect(report.count("duplicate-platform-title")).toBe(2);
  });
});

describe("beside the platform's whole catalogue", () => {
  const header = [
    ...["show_id", "type", "title", "director", "cast", "country", "date_added", "release_year"],
    ...["rating", "duration", "listed_in", "description", "score"],
  ];
  const row = (id: string, name: string): string[] => [
    id,
    "Movie",
    name,
    "",
    "",
    "",
    "",
    "2006",
    "",
    "90 min",
    "Dramas",
    "",
    "50",
  ];
  const dataset = () =>
    folderWith({ "netflix_titles.csv": csv(header, [row("s12", "To Return"), row("s90", "Volver")]) });
  const starter = () =>
    folderWith({
      "streaming-hulu.json": streaming([title], { platform: "hulu" }),
      "streaming-netflix.json": streaming([title, series]),
    });

  test.each([
    ["first", () => [dataset(), starter()]],
    ["last", () => [starter(), dataset()]],
  ])("the catalogue counts, as a whole, where it is read %s", async (_, sources) => {
    const report = new BuildReport();
    const catalog = await readCatalog(sources(), { report });
    expect(catalog.platformTitles.map(({ id, title: name }) => [id, name])).toEqual([
      ["hs12", "Volver"],
      ["ns12", "To Return"],
      ["ns90", "Volver"],
    ]);
    expect(report.entries("starter-streaming-unused")).toMatchObject([
      { file: "streaming-netflix.json", detail: "netflix" },
    ]);
    expect(report.count("duplicate-platform-title")).toBe(0);
  });

  test("a catalogue of which nothing could be read takes nobody's place", async () => {
    const report = new BuildReport();
    const broken = folderWith({ "netflix_titles.csv": csv(header, [row("?", "To Return")]) });
    const catalog = await readCatalog([broken, starter()], { report });
    expect(catalog.platformTitles.map(({ id }) => id)).toEqual(["hs12", "ns7", "ns12"]);
    expect(report.count("starter-streaming-unused")).toBe(0);
  });
});

const STARTER = join(import.meta.dirname, "../../../../data/starter");
const PLATFORMS = ["amazon", "disney", "hulu", "netflix"] as const;
type PlatformName = (typeof PLATFORMS)[number];

interface Entry {
  readonly id: string;
  readonly type: "movie" | "series";
  readonly title: string;
  readonly directors?: readonly string[];
  readonly cast?: readonly string[];
  readonly year: number;
  readonly maturity?: string;
  readonly minutes?: number;
  readonly seasons?: number;
  readonly genres: readonly string[];
  readonly added?: string;
  readonly score?: number;
}

const fileOf = (platform: PlatformName): string => join(STARTER, `streaming-${platform}.json`);
const entriesOf = (platform: PlatformName): Entry[] =>
  (JSON.parse(readFileSync(fileOf(platform), "utf8")) as { titles: Entry[] }).titles;

describe("the files in data/starter", () => {
  test("are read without a word of complaint", async () => {
    const report = new BuildReport();
    const { platformTitles } = await readCatalog([STARTER], { report });
    const files = report.files().filter(({ kind }) => kind === "starter-streaming");
    expect(files.map(({ rows, kept }) => rows - kept)).toEqual([0, 0, 0, 0]);
    expect(platformTitles).toHaveLength(files.reduce((sum, { rows }) => sum + rows, 0));
    expect(report.count("duplicate-platform-title")).toBe(0);
  });

  test("are small", () => {
    const bytes = PLATFORMS.reduce((sum, platform) => sum + statSync(fileOf(platform)).size, 0);
    expect(bytes).toBeLessThan(700_000);
  });

  test.each(PLATFORMS)("%s: in order, each once, of every year since 1990", (platform) => {
    const entries = entriesOf(platform);
    const number = ({ id }: Entry): number => Number(id.slice(1));
    expect(entries).toEqual([...entries].sort((a, b) => a.year - b.year || number(a) - number(b)));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    const years = new Set(entries.map(({ year }) => year));
    for (let year = 1990; year <= 2021; year++) expect(years, `${platform} ${year}`).toContain(year);
    // The bot tells the newest day of the titles as the data's.
    const { asOf } = JSON.parse(readFileSync(fileOf(platform), "utf8")) as { asOf: string };
    expect(
      entries
        .flatMap(({ added }) => added ?? [])
        .sort()
        .at(-1),
    ).toBe(asOf);
  });

  test.each(PLATFORMS)("%s: one title a line, keys in one order", (platform) => {
    const lines = readFileSync(fileOf(platform), "utf8").split("\n");
    const entries = entriesOf(platform);
    expect(lines.filter((line) => line.startsWith('    { "id"'))).toHaveLength(entries.length);
    const order = "id type title directors cast year maturity minutes seasons genres added score".split(" ");
    for (const entry of entries) {
      expect(Object.keys(entry)).toEqual(order.filter((key) => key in entry));
      // Facts, no sentences.
      for (const [key, value] of Object.entries(entry))
        for (const text of [value].flat())
          expect(String(text).length, `${entry.id} ${key}`).toBeLessThan(100);
    }
  });
});

const DATA = join(import.meta.dirname, "../../../../../shared/data/platforms");
const absent = !existsSync(DATA);
const CSV: Record<PlatformName, string> = {
  amazon: "amazon_prime_titles.csv.gz",
  disney: "disney_plus_titles.csv.gz",
  hulu: "hulu_titles.csv.gz",
  netflix: "netflix_titles.csv.gz",
};

/** Amazon has this one genre with commas in its name. */
const ARTS = "Arts, Entertainment, and Culture";

const skipped = absent ? " (skipped: ../shared/data is not here)" : "";
describe.skipIf(absent)(`the facts, by the source${skipped}`, () => {
  test.each(PLATFORMS)("%s: every one is the source's", async (platform) => {
    const file = join(DATA, CSV[platform]);
    const text = gunzipSync(readFileSync(file)).toString("utf8");
    const { data } = papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    const rows = new Map(data.map((row) => [row.show_id, row]));
    const { platformTitles } = await readCatalog([file], { report: new BuildReport() });
    const records = new Map(platformTitles.map((record) => [record.id, record]));
    for (const entry of entriesOf(platform)) {
      const id = `${platform.charAt(0)}${entry.id}`;
      const row = rows.get(entry.id);
      const record = records.get(id);
      if (row === undefined || record === undefined) throw new Error(`${id} is not in the source`);
      const { directors = [], cast = [], minutes, seasons, maturity = "G" } = entry;
      // Three rows of Hulu's have the description where the director should be: a sentence, and nobody's name.
      const namesDirectors = row.director !== row.description;
      expect({ ...entry, directors, cast, maturity, genres: entry.genres.join(", ") }, id).toEqual({
        ...entry,
        type: record.type,
        title: record.title,
        directors: namesDirectors ? record.directors : [],
        cast: record.cast.slice(0, 8),
        year: record.releaseYear,
        maturity: record.maturity,
        genres: record.genres.join(", "),
      });
      expect([entry.added, entry.score], id).toEqual([record.dateAdded, record.score]);
      expect([minutes, seasons], id).toEqual([
        record.durationType === "min" ? record.durationInt : undefined,
        record.durationType === "season" ? record.durationInt : undefined,
      ]);
      // And by the cells themselves, whatever our reader makes of them.
      expect([row.type, row.release_year, row.score, row.listed_in], id).toEqual([
        entry.type === "movie" ? "Movie" : "TV Show",
        String(entry.year),
        String(entry.score),
        entry.genres.join(", "),
      ]);
      const written = [row.duration, row.rating].filter((cell) => /^\d+ (?:min|Seasons?)$/.test(cell ?? ""));
      const counts = written.map((cell) => Number.parseInt(cell ?? "", 10));
      expect(counts, id).toEqual([minutes ?? seasons].filter((count) => count !== undefined));
      const people = `${row.director}, ${row.cast}`.replace(/\s+/g, " ");
      for (const name of [...directors, ...cast]) expect(people, id).toContain(withoutSuffix(name));
      expect(
        entry.genres.filter((genre) => genre.includes(",") && genre !== ARTS),
        id,
      ).toEqual([]);
    }
  });
});

/** The source parts a suffix from its name with a comma. */
function withoutSuffix(name: string): string {
  return name.replace(/ (?:jr|sr|ph\.?d|m\.?d|i{2,3}|iv)\.?$/iu, "");
}
