/** Exports as Letterboxd and IMDb make them, now and formerly, and whatever else people send in their place. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry, ReadRatings } from "../../../src/transfer/entries.js";
import { MOST_BYTES, MOST_ROWS, MOST_ROWS_IN_ALL } from "../../../src/transfer/limits.js";
import { readRatings } from "../../../src/transfer/read.js";
import { ImportRefused, type REFUSALS } from "../../../src/transfer/refusal.js";
import { zipOf } from "../../support/source-files.js";

const NOW = new Date("2026-11-29T12:00:00.000Z");
const day = (date: string) => `${date}T00:00:00.000Z`;

function read(contents: string | Uint8Array, name?: string): Promise<ReadRatings> {
  return readRatings(typeof contents === "string" ? Buffer.from(contents) : contents, { name, now: NOW });
}

/** The code of the sentence that is answered. */
async function refusal(contents: string | Uint8Array, name?: string): Promise<string> {
  const error = await read(contents, name).catch((thrown: unknown) => thrown);
  return error instanceof ImportRefused ? error.code : `not refused: ${String(error)}`;
}

async function only(contents: string, name?: string): Promise<Entry> {
  const { entries } = await read(contents, name);
  expect(entries).toHaveLength(1);
  return entries[0] ?? { title: "" };
}

const RATINGS = [
  "Date,Name,Year,Letterboxd URI,Rating",
  "2023-05-01,Alien,1979,https://boxd.it/2awY,4.5",
  '2023-05-02,"Crouching Tiger, Hidden Dragon",2000,https://boxd.it/29X2,0.5',
  '2023-05-03,"The ""Burbs",1989,https://boxd.it/1,5',
].join("\n");
const WATCHED = [
  "Date,Name,Year,Letterboxd URI",
  "2022-01-01,Alien,1979,https://boxd.it/2awY",
  "2022-01-02,Roma,2018,https://boxd.it/dOgA",
].join("\n");
const WATCHLIST = ["Date,Name,Year,Letterboxd URI", "2024-02-02,Viridiana,1961,https://boxd.it/22Cs"].join(
  "\n",
);
const DIARY = [
  "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date",
  "2024-03-03,Alien,1979,https://boxd.it/aaaa,3,Yes,,2024-03-01",
  '2024-03-05,Volver,2006,https://boxd.it/bbbb,4,,"con mamá, cine",2024-03-04',
  "2024-04-05,Volver,2006,https://boxd.it/cccc,4.5,Yes,,2024-04-04",
].join("\n");
const EXPORT = {
  "profile.csv": "Date Joined,Username\n2020-01-01,somebody\n",
  "ratings.csv": RATINGS,
  "watched.csv": WATCHED,
  "watchlist.csv": WATCHLIST,
  "diary.csv": DIARY,
  "reviews.csv": `${DIARY.replace("Rewatch,", "Rewatch,Review,").replaceAll("Yes,", "Yes,Good,")}`,
  "likes/films.csv": "Date,Name,Year,Letterboxd URI\n2020-01-01,Liked,2000,x\n",
  "deleted/diary.csv": DIARY.replaceAll("Volver", "Deleted"),
  "orphaned/ratings.csv": RATINGS.replaceAll("Alien", "Orphaned"),
  "lists/best.csv": "Letterboxd list export v7\nDate,Name\n",
};

describe("Letterboxd's export", () => {
  it("is one entry a film, of all its lists, without what was deleted, liked or listed", async () => {
    const { entries, report } = await read(zipOf(EXPORT));
    expect(entries).toHaveLength(6);
    const named = (title: string) => entries.find((entry) => entry.title === title);
    // The score of today stands in the list of ratings, whatever the diary says of a day.
    expect(named("Alien")).toMatchObject({
      year: 1979,
      rating: { score: 9, at: day("2023-05-01") },
      seen: day("2024-03-01"),
    });
    expect(named("Crouching Tiger, Hidden Dragon")?.rating?.score).toBe(1);
    expect(named('The "Burbs')?.rating?.score).toBe(10);
    expect(named("Roma")).toMatchObject({ seen: day("2022-01-02") });
    expect(named("Roma")?.rating).toBeUndefined();
    expect(named("Volver")?.rating).toEqual({ score: 9, at: day("2024-04-04") });
    expect(named("Viridiana")).toMatchObject({ wanted: day("2024-02-02") });
    expect(named("Viridiana")?.seen).toBeUndefined();
    expect(report).toMatchObject({
      source: "letterboxd",
      rated: 4,
      seen: 1,
      wanted: 1,
      rewatches: 2,
      unreadable: 0,
      leftOut: 0,
    });
    expect(report.lists).toContainEqual({ kind: "diary", rows: 3 });
  });

  it("is the same in a folder, with its lists in another order", async () => {
    const plain = await read(zipOf(EXPORT));
    const inFolder = Object.entries(EXPORT).map(
      ([name, text]) => [`letterboxd-me-2026/${name}`, text] as const,
    );
    const moved = await read(zipOf(Object.fromEntries(inFolder.reverse())));
    const sorted = ({ entries }: ReadRatings) => [...entries].sort((a, b) => a.title.localeCompare(b.title));
    expect(sorted(moved)).toEqual(sorted(plain));
    expect(moved.report.rewatches).toBe(plain.report.rewatches);
  });

  it("may be one list alone, whatever it is called", async () => {
    expect((await read(RATINGS, "descarga (3).txt")).report.rated).toBe(3);
    expect((await read(DIARY)).report).toMatchObject({ rated: 2, rewatches: 2 });
    expect((await read(WATCHED, "watched (1).csv")).report).toMatchObject({ seen: 2, wanted: 0 });
    expect((await read(WATCHLIST, "Watchlist.csv")).report).toMatchObject({ seen: 0, wanted: 1 });
    // The same columns: nothing else tells what was seen from what is wanted.
    expect(await refusal(WATCHED)).toBe("which-list");
  });
});

const IMDB =
  "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors";

describe("IMDb's export", () => {
  it("is known by its numbers; what is no film is told", async () => {
    const { entries, report } = await read(
      [
        IMDB,
        'tt0083658,8,2024-01-06,Blade Runner,Blade Runner,https://www.imdb.com/title/tt0083658/,Movie,8.1,117,1982,"Action, Drama",900000,1982-06-25,Ridley Scott',
        "tt0245429,10,2024-01-07,El viaje de Chihiro,Sen to Chihiro no kamikakushi,u,movie,8.6,124,2001,Animation,1,2001-07-20,x",
        "tt0903747,10,2020-01-01,Breaking Bad,Breaking Bad,u,TV Series,9.5,49,2008,Crime,1,2008-01-20,x",
        "tt2301451,10,2020-01-01,Ozymandias,Ozymandias,u,tvEpisode,10,47,2013,Crime,1,2013-09-15,x",
        "tt0000099,10,2020-01-01,Un clip,Un clip,u,Vídeo musical,10,4,2013,Music,1,,x",
        "tt0000012,7,2020-01-01,A short,A short,u,Short,7,1,1896,Short,1,,x",
      ].join("\r\n"),
    );
    expect(entries).toHaveLength(3);
    expect(entries[0]).toMatchObject({ imdb: 83658, rating: { score: 8, at: day("2024-01-06") } });
    expect(entries[1]).toMatchObject({ originalTitle: "Sen to Chihiro no kamikakushi", year: 2001 });
    expect(report).toMatchObject({ source: "imdb", rated: 3, notFilms: { count: 3 } });
    expect(report.notFilms.titles).toEqual(["Breaking Bad", "Ozymandias", "Un clip"]);
  });

  it("may be the watchlist, of today and with what was rated of it", async () => {
    const film = await only(
      [
        "Position,Const,Created,Modified,Description,Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors,Your Rating,Date Rated",
        "1,tt0468569,2023-07-09,2024-02-01,,The Dark Knight,u,movie,9,152,2008,Action,1,2008-07-18,x,9,2023-08-01",
      ].join("\n"),
    );
    expect(film).toMatchObject({
      imdb: 468569,
      wanted: day("2023-07-09"),
      rating: { score: 9, at: day("2023-08-01") },
    });
  });

  it("may be the one of ten years ago, in Latin letters of one byte", async () => {
    const text = [
      '"position","const","created","modified","description","Title","Title type","Directors","You rated","IMDb Rating","Runtime (mins)","Year","Genres","Num. Votes","Release Date (month/day/year)","URL"',
      '"1","tt0211915","Sat Dec 31 00:00:00 2011","","","Amélie","Feature Film","Jean-Pierre Jeunet","9","8.3","122","2001","comedy","1","2001-04-25","u"',
      '"2","tt0055601","Sun Jan  1 00:00:00 2012","","","Viridiana","Feature Film","Luis Buñuel","","8.1","90","1961","drama","1","1961-05-17","u"',
    ].join("\n");
    const { entries } = await read(Buffer.from(text, "latin1"));
    expect(entries[0]).toMatchObject({ title: "Amélie", rating: { score: 9, at: day("2011-12-31") } });
    expect(entries[1]).toMatchObject({ title: "Viridiana", wanted: day("2012-01-01") });
    expect(entries[1]?.seen).toBeUndefined();
  });
});

describe("what was saved again", () => {
  it("keeps its letters with a mark at the beginning, in two bytes, and between semicolons", async () => {
    const written = "Date;Name;Year;Letterboxd URI;Rating\r\n2023-05-01;Amélie;2001;x;4,5\r\n";
    for (const bytes of [
      Buffer.from(`\uFEFF${written}`),
      Buffer.from(`\uFEFF${written}`, "utf16le"),
      Buffer.from(written, "latin1"),
    ])
      expect((await read(bytes)).entries).toMatchObject([
        { title: "Amélie", year: 2001, rating: { score: 9 } },
      ]);
  });

  it("counts a day that is none, or is still to come, as today", async () => {
    for (const date of ["", "05/01/2023", "2023-02-31", "2030-01-01", "0001-01-01"])
      expect((await only(`Date,Name,Year,Letterboxd URI,Rating\n${date},Alien,1979,x,4`)).rating?.at).toBe(
        NOW.toISOString(),
      );
  });

  it("rounds what lies between two points, halves up, and takes no score for seen", async () => {
    const score = async (cell: string) =>
      (await only(`Title,Year,Rating10,WatchedDate\nAlien,1979,${cell},2020-01-01`)).rating?.score;
    expect(await Promise.all(["7", "7.4", "7.5", "10", "0", "11", "", "nueve"].map(score))).toEqual([
      7,
      7,
      8,
      10,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect((await only("Date,Name,Year,Letterboxd URI,Rating\n2020-01-01,Alien,1979,x,")).seen).toBe(
      day("2020-01-01"),
    );
  });

  it("tells of rows that nobody can read, and keeps the others", async () => {
    const cut = `${RATINGS}\n2023-05-04,Heat`;
    expect((await read(cut)).report).toMatchObject({ rated: 3, unreadable: 1 });
    const open = `${RATINGS}\n2023-05-04,"Heat,1995,x,4\n${"2023-05-05,Ran,1985,x,4\n".repeat(99)}`;
    expect((await read(open)).report).toMatchObject({ rated: 3, unreadable: 1 });
    const giant = `${RATINGS}\n2023-05-04,"${"x,".repeat(1_500_000)}`;
    expect((await read(giant)).report).toMatchObject({ rated: 3, unreadable: 1 });
  });

  it("has blank lines and rows without an end, however many, and lets others in between", async () => {
    const blank = `${RATINGS}${"\n \n".repeat(100_000)}2023-05-04,Heat,1995,x,4\n`;
    const endless = `${RATINGS}\n${'"a"b'.repeat(200_000)}`;
    let turns = 0;
    const others = setInterval(() => turns++);
    expect((await read(blank)).report).toMatchObject({ rated: 4, unreadable: 0 });
    expect((await read(endless)).report).toMatchObject({ rated: 3, unreadable: 1 });
    clearInterval(others);
    expect(turns).toBeGreaterThan(5);
  });

  it("has so many rows at most", async () => {
    const rows = Array.from({ length: MOST_ROWS + 7 }, (_, at) => `2023-05-04,Film ${at},2000,x,4`);
    const { report } = await read(["Date,Name,Year,Letterboxd URI,Rating", ...rows].join("\n"));
    expect(report).toMatchObject({ rated: MOST_ROWS, leftOut: 7 });
    const list = (of: number) =>
      ["Date,Name,Year,Letterboxd URI,Rating", ...rows.map((row) => row.replace("Film", `Film ${of}`))].join(
        "\n",
      );
    const lists = Object.fromEntries(Array.from({ length: 6 }, (_, of) => [`ratings${of}.csv`, list(of)]));
    expect((await read(zipOf(lists))).report).toMatchObject({
      rated: MOST_ROWS_IN_ALL,
      leftOut: 6 * rows.length - MOST_ROWS_IN_ALL,
    });
  });
});

describe("what is refused", () => {
  const PAGE = "<!DOCTYPE html>\n<html><body>Just a moment…</body></html>";

  it("is told by a sentence of its own", async () => {
    const archive = zipOf(EXPORT);
    const cases: readonly (readonly [contents: string | Uint8Array, code: keyof typeof REFUSALS])[] = [
      ["", "empty"],
      ["\uFEFF \n\n", "empty"],
      ["Date,Name,Year,Letterboxd URI,Rating\n", "empty"],
      [PAGE, "web-page"],
      [`\n  ${PAGE}`, "web-page"],
      ["Título,Nota\nAlien,9\n", "unknown-columns"],
      ["{}", "unknown-columns"],
      [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "not-text"],
      [new Uint8Array(MOST_BYTES + 1), "too-large"],
      [archive.subarray(0, archive.length / 2), "damaged"],
      [zipOf({ "foto.jpg": "x" }), "no-lists"],
      [zipOf({}), "no-lists"],
      [zipOf({ "otra.csv": "a,b\n1,2\n" }), "no-lists"],
      [zipOf({ "films.csv": WATCHED }), "which-list"],
      [zipOf({ "ratings.csv": RATINGS }, { encrypted: true }), "locked"],
      [zipOf({ "../../ratings.csv": RATINGS }), "damaged"],
      [zipOf({ "ratings.csv": "0".repeat(8_000_000) }), "expands-too-far"],
    ];
    for (const [contents, code] of cases) expect(await refusal(contents)).toBe(code);
  });

  it("is an archive that unpacks to more than it says", async () => {
    const bytes = zipOf({ "ratings.csv": `${RATINGS}${"\n".repeat(2_000_000)}` });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(RATINGS.length + 2_000_000);
    for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size)) bytes.writeUInt32LE(500, at);
    expect(await refusal(bytes)).toBe("damaged");
  });

  it("is never more than a sentence: any bytes, any damage to an export", async () => {
    const archive = zipOf(EXPORT);
    const settles = async (bytes: Uint8Array) => {
      const outcome = await read(bytes, "watched.csv").catch((error: unknown) => error);
      if (!(outcome instanceof ImportRefused)) expect(outcome).toHaveProperty("report");
    };
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => settles(bytes)),
      { numRuns: 200 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const bytes = Buffer.from(archive);
          for (const [at, value] of changes) bytes[at] = value;
          await settles(bytes);
        },
      ),
      { numRuns: 200 },
    );
  });
});
