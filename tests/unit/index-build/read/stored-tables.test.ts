/** Tables as programs keep them: Arrow's files and streams (Feather), and SQLite's databases. */
import { Buffer } from "node:buffer";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import {
  CompressionType,
  compressionRegistry,
  Field,
  Float32,
  Int32,
  List,
  RecordBatchFileWriter,
  RecordBatchStreamWriter,
  Struct,
  Table,
  TimestampMillisecond,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import Database from "libsql";
import { describe, expect, test } from "vitest";
import { randomNumbers } from "../../../../bench/tools/random.js";
import { lz4Of, zstdOf } from "../../../support/packed.js";
import { type ReadTables, readTables } from "../../../support/read-tables.js";
import { filmOf, folderWith, moviesCsv, placesOf, readFolder, zipOf } from "../../../support/source-files.js";

function read(contents: Buffer): Promise<ReadTables> {
  return readTables(join(folderWith({ file: contents }), "file"));
}

describe("Arrow", () => {
  const genres = new List(
    new Field("item", new Struct([new Field("id", new Int32()), new Field("name", new Utf8())])),
  );
  const films = (from: number): Table =>
    new Table({
      id: vectorFromArray([from, from + 1]),
      title: vectorFromArray(["Volver", "Ágora"], new Utf8()),
      mean: vectorFromArray([7.1, null], new Float32()),
      genres: vectorFromArray([[{ id: 18, name: "Drama" }], null], genres),
      day: vectorFromArray(
        [new Date("2006-03-16"), new Date("2009-10-09T10:30:00Z")],
        new TimestampMillisecond(),
      ),
    });
  const table = films(219).concat(films(221));
  const ROWS = [219, 221].flatMap((id) => [
    [String(id), "Volver", "7.1", '[{"id":18,"name":"Drama"}]', "2006-03-16"],
    [String(id + 1), "Ágora", "", "", "2009-10-09 10:30:00"],
  ]);
  const file = (compressionType?: CompressionType): Buffer =>
    Buffer.from(
      RecordBatchFileWriter.writeAll(
        table,
        compressionType === undefined ? {} : { compressionType },
      ).toUint8Array(true),
    );

  test("a file of several batches, on disk and packed", async () => {
    for (const contents of [file(), gzipSync(file()), zipOf({ "m.feather": file() })]) {
      const { tables, told } = await read(contents);
      expect(tables.map(({ header, rows }) => [header, ...rows])).toEqual([
        [["id", "title", "mean", "genres", "day"], ...ROWS],
      ]);
      expect(told).toEqual([]);
    }
  });

  test("a stream", async () => {
    const stream = RecordBatchStreamWriter.writeAll(table).toUint8Array(true);
    expect((await read(Buffer.from(stream))).tables[0]?.rows).toEqual(ROWS);
  });

  test.each([
    ["LZ4, as pandas writes it", CompressionType.LZ4_FRAME, lz4Of],
    ["zstd", CompressionType.ZSTD, zstdOf],
  ])("packed with %s", async (_, type, encode) => {
    compressionRegistry.set(type, { encode: (bytes) => encode(Buffer.from(bytes)) });
    expect(await read(file(type))).toMatchObject({ tables: [{ rows: ROWS }], told: [] });
  });

  test("damaged, cut short, too large a batch or of the first version is told", async () => {
    const damaged = file();
    damaged.fill(0xff, 24, 80);
    const { catalog, report } = await readFolder({
      "a.feather": damaged,
      "b.feather": file().subarray(0, 300),
      "c.feather": Buffer.from("FEA1\0\0\0\0"),
      "good.csv": moviesCsv({ id: "219", title: "Volver" }),
    });
    expect(placesOf(report, "damaged-file")).toEqual(["a.feather:", "b.feather:"]);
    expect(placesOf(report, "foreign-format")).toEqual(["c.feather:"]);
    expect([...catalog.films.keys()]).toEqual([219]);
    const path = join(folderWith({ file: file() }), "file");
    expect((await readTables(path, { rowGroupBytes: 10 })).told).toEqual(["too-large"]);
  });
});

describe("SQLite", () => {
  function database(folder: string, script: string): void {
    const made = new Database(join(folder, "cine.db"));
    made.exec(script);
    made.close();
  }

  test("each table is one of the source, and nothing is left beside the file", async () => {
    const folder = folderWith();
    database(
      folder,
      `create table movies (id integer primary key, title text, vote_average real, budget, overview text);
       insert into movies values (219, 'Volver', 7.1, 9400000, 'x'), (220, 'Ágora', 7.0, null, '');
       create table "order" (empty text); create table genres (id integer, name text);
       insert into genres values (1, 'Comedia'), (12, 'Drama');
       create table movie_genres (movie_id integer, genre_id integer);
       insert into movie_genres values (219, 1), (219, 12);
       create virtual table words using fts5 (title); insert into words values ('Volver');`,
    );
    const { tables, told } = await readTables(join(folder, "cine.db"));
    expect(tables.map(({ name }) => name)).toEqual(["file!/movies", "file!/genres", "file!/movie_genres"]);
    expect(tables[0]).toMatchObject({
      header: ["id", "title", "vote_average", "budget", "overview"],
      rows: [
        ["219", "Volver", "7.1", "9400000", "x"],
        ["220", "Ágora", "7.0", "", ""],
      ],
    });
    expect(told).toEqual([]);
    expect(readdirSync(folder)).toEqual(["cine.db"]);
  });

  test("one in use: what is not yet in its file counts, and its files stay as they are", async () => {
    const folder = folderWith();
    const open = new Database(join(folder, "cine.db"));
    open.exec("pragma journal_mode = wal; create table movies (id integer, title text)");
    open.exec("insert into movies values (219, 'Volver')");
    const before = readdirSync(folder);
    expect(before).toContain("cine.db-wal");
    expect((await readTables(join(folder, "cine.db"))).tables[0]?.rows).toEqual([["219", "Volver"]]);
    expect(readdirSync(folder)).toEqual(before);
    open.close();
  });

  test("texts that are not UTF-8 are read as Windows has them", async () => {
    const folder = folderWith();
    database(
      folder,
      `create table movies (id integer, title text, "año" integer);
       insert into movies values (219, 'Volver', 2006), (220, cast(x'c1676f7261' as text), 2009);`,
    );
    const { tables, told } = await readTables(join(folder, "cine.db"));
    expect(tables[0]).toMatchObject({
      header: ["id", "title", "año"],
      rows: [
        ["219", "Volver", "2006"],
        ["220", "Ágora", "2009"],
      ],
    });
    expect(told).toEqual(["windows-1252"]);
  });

  test("whatever is damaged in it, it is read as far as it goes or told", async () => {
    const folder = folderWith();
    database(
      folder,
      "create table movies (id, title); insert into movies values (219, 'Volver'), (220, 'Ágora')",
    );
    const whole = readFileSync(join(folder, "cine.db"));
    const random = randomNumbers(3);
    for (let round = 0; round < 60; round++) {
      const spoilt = Buffer.from(whole);
      for (let byte = 0; byte < 1 + round; byte++)
        spoilt[16 + Math.floor(random() * (spoilt.length - 16))] = Math.floor(random() * 256);
      const { tables, told } = await readTables(join(folderWith({ file: spoilt }), "file"));
      expect(tables.length + told.length).toBeGreaterThan(0);
    }
  });

  test("is read as films, also from an archive; a damaged one costs no other", async () => {
    const folder = folderWith();
    database(
      folder,
      "create table movies (id, title, overview); insert into movies values (219, 'Volver', 'x')",
    );
    const bytes = readFileSync(join(folder, "cine.db"));
    const damaged = Buffer.from(bytes);
    damaged.fill(0xff, 100);
    const { catalog, report } = await readFolder({
      "a.zip": zipOf({ "cine.sqlite": bytes }),
      "b.db": damaged,
      "c.db-wal": "x",
    });
    expect(filmOf(catalog, 219).title).toBe("Volver");
    expect(placesOf(report, "damaged-file")).toEqual(["b.db:"]);
    expect(placesOf(report, "other-file")).toEqual(["c.db-wal:"]);
  });

  test("whose films go by an id of their own, and whose directors have a table", async () => {
    const folder = folderWith();
    database(
      folder,
      `create table directors (name text, id integer, gender integer, uid integer, department text);
       insert into directors values ('Pedro Almodóvar', 4762, 2, 309, 'Directing');
       create table movies (id integer, title text, budget integer, uid integer, director_id integer);
       insert into movies values (43597, 'Volver', 9400000, 219, 4762);`,
    );
    const { catalog } = await readFolder({ "movies.sqlite": readFileSync(join(folder, "cine.db")) });
    expect([...catalog.films.keys()]).toEqual([219]);
    expect(filmOf(catalog, 219).crew.map(({ person, job }) => [person.name, job])).toEqual([
      ["Pedro Almodóvar", "Director"],
    ]);
  });
});
