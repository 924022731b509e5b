/** Corrupt and shrunken feeds: all are refused, whatever is wrong with them, and the last good version stays. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openCatalog } from "../../../src/catalog/open.js";
import { currentVersion, storedVersions } from "../../../src/catalog/versions/versions.js";
import { readGolden } from "../../../src/refresh/gates/golden.js";
import { readState } from "../../../src/refresh/run/state.js";
import { zipOf } from "../../support/source-files.js";
import { FEED_FILMS, type Feed, type FeedFilm, feedOf, filmAt, refreshed, writeFeed } from "./feed.js";

// Each refresh builds an index: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const place = mkdtempSync(join(tmpdir(), "claqueta-feeds-"));
const root = join(place, "index");
const folder = join(place, "feed");
const env = { SOURCES: `folder:${folder}` };
let good: string | undefined;

beforeAll(async () => {
  writeFeed(folder, feedOf());
  const report = await refreshed(root, env);
  expect(report).toMatchObject({ outcome: "published", failures: [] });
  good = currentVersion(root);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

type Cell = keyof FeedFilm["movie"];

const text = (feed: Feed, name: string) => String(feed[name]);
const changed = (change: (film: FeedFilm, at: number) => FeedFilm) => feedOf(FEED_FILMS.map(change));
const withCell = (cell: Cell, value: (film: FeedFilm, at: number) => string) =>
  changed((film, at) => ({ ...film, movie: { ...film.movie, [cell]: value(film, at) } }));
const next = (at: number) => filmAt((at + 1) % FEED_FILMS.length).movie;
const without = (name: string): Feed =>
  Object.fromEntries(Object.entries(feedOf()).filter(([file]) => file !== name));
const movies = (change: (csv: string) => string | Buffer): Feed => {
  const feed = feedOf();
  return { ...feed, "movies.csv": change(text(feed, "movies.csv")) };
};

const cutInHalf = (csv: string) => csv.slice(0, csv.length / 2);
const packed = (csv: string) => gzipSync(csv);
const withoutColumn = (name: string) => (csv: string) =>
  csv.replace(new RegExp(`,${name}(?=[,\n])`, "u"), `,old_${name}`);

const KINDS: readonly [name: string, feed: () => Feed][] = [
  ["5% of the films are missing", () => feedOf(FEED_FILMS.slice(Math.ceil(FEED_FILMS.length * 0.05)))],
  ["half of the films are missing", () => feedOf(FEED_FILMS.filter((_, at) => at % 2 === 0))],
  ["the films file is cut off", () => movies(cutInHalf)],
  ["the films file is empty", () => movies(() => "")],
  ["the films file has only its header", () => movies((csv) => csv.slice(0, csv.indexOf("\n") + 1))],
  ["the films file is missing", () => without("movies.csv")],
  ["there is no file at all", () => ({})],
  ["an error page lies in the films file's place", () => movies(() => "<!doctype html><h1>503</h1>")],
  [
    "the films file is noise",
    () => movies((csv) => Buffer.from(csv).map((byte, at) => byte ^ (at * 7)) as Buffer),
  ],
  [
    "the packed films file is cut off",
    () => ({
      ...without("movies.csv"),
      "movies.csv.gz": packed(text(feedOf(), "movies.csv")).subarray(0, 3000),
    }),
  ],
  ["the archive is cut off", () => ({ "all.zip": zipOf(feedOf()).subarray(0, 9000) })],
  ["a column is missing", () => movies(withoutColumn("runtime"))],
  ["the votes are missing", () => movies(withoutColumn("vote_count"))],
  ["a column is empty", () => withCell("runtime", () => "")],
  ["all days of release are the same slip", () => withCell("release_date", () => "31/02/2017")],
  ["all votes are 0", () => withCell("vote_count", () => "0")],
  ["the summaries are gone", () => withCell("overview", () => "")],
  ["titles have moved to the film after", () => withCell("title", (_, at) => next(at).title ?? "")],
  [
    "days have moved by ten years",
    () => withCell("release_date", ({ movie }) => `19${(movie.release_date ?? "").slice(2)}`),
  ],
  ["ids are those of other films", () => withCell("id", (_, at) => next(at).id ?? "")],
  [
    "every film stands there twice, under another id",
    () =>
      feedOf(
        FEED_FILMS.flatMap((film) => [film, { ...film, movie: { ...film.movie, id: `9${film.movie.id}` } }]),
      ),
  ],
  ["the people are missing", () => without("credits.csv")],
  [
    "the people are those of no film",
    () => ({ ...feedOf(), "credits.csv": text(feedOf(), "credits.csv").replace(/,(\d+)\n/gu, ",77$1\n") }),
  ],
  ["the themes are missing", () => without("keywords.csv")],
  ["the quotes are lost", () => movies((csv) => csv.replaceAll('"', ""))],
];

/** What is written otherwise, and says the same. */
const SPELLINGS: readonly (readonly [what: string, feed: () => Feed])[] = [
  ["everything is written in UTF-16", () => movies((csv) => Buffer.from(csv, "utf16le"))],
  [
    "cells are separated otherwise",
    () => movies((csv) => Papa.unparse(Papa.parse<string[]>(csv).data, { delimiter: ";" })),
  ],
];

describe("a feed in which", () => {
  it.each(KINDS)("%s is refused", async (_, feed) => {
    writeFeed(folder, feed());
    const report = await refreshed(root, env);
    expect(["refused", "failed"]).toContain(report.outcome);
    expect(report.failures.length).toBeGreaterThan(0);
    expect(currentVersion(root)).toBe(good);
    expect(openCatalog(root).films.rowCount).toBe(FEED_FILMS.length);
    expect(storedVersions(root).map(({ name }) => name)).toEqual([good]);
    // The operator finds out why.
    expect(readState(root).lastFailure?.es).toContain(report.failures[0]?.es);
  });

  it.each(SPELLINGS)("%s is taken, and changes no film", async (_, feed) => {
    writeFeed(folder, feed());
    const report = await refreshed(root, env);
    expect(report.failures).toEqual([]);
    expect(report.difference).toMatchObject({ added: 0, removed: 0 });
    expect(openCatalog(root).films.rowCount).toBe(FEED_FILMS.length);
  });

  it("nothing is wrong is taken, though a few films are gone and others new", async () => {
    const [gone, other] = FEED_FILMS.filter(
      ({ movie }) => !readGolden().some(({ film }) => String(film) === movie.id),
    );
    if (gone === undefined || other === undefined) throw new Error("every film is golden");
    const kept = FEED_FILMS.filter((film) => film !== gone);
    const fresh = { ...other, movie: { ...other.movie, id: "999001", title: "Nueva" } };
    writeFeed(folder, feedOf([...kept, fresh]));
    const report = await refreshed(root, env);
    expect(report).toMatchObject({
      outcome: "published",
      difference: { added: 1, removed: 1 },
      failures: [],
    });
    expect(currentVersion(root)).not.toBe(good);
    expect(readState(root).lastFailure).toBeNull();
  });

  it("half the films are missing is taken where that is meant to be", async () => {
    writeFeed(folder, feedOf(FEED_FILMS.filter((_, at) => at % 2 === 0)));
    expect(await refreshed(root, env)).toMatchObject({ outcome: "refused" });
    expect(await refreshed(root, env, { force: true, dryRun: true })).toMatchObject({ outcome: "tried" });
    expect(await refreshed(root, env, { force: true })).toMatchObject({ outcome: "published" });
  });
});
