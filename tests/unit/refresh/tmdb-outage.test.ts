/** Days on which TMDB errs: what is believed of them, and that the catalogue is the right one once they are over. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCatalog } from "../../../index-build/build.js";
import { BuildReport } from "../../../index-build/report.js";
import type { Catalog } from "../../../src/catalog/catalog.js";
import type { Fetched } from "../../../src/refresh/sources/source.js";
import { type TmdbSettings, TmdbSource } from "../../../src/refresh/sources/tmdb/source.js";
import {
  type Fault,
  type Film,
  filmFrom,
  startTmdb,
  type Tmdb,
  TOKEN,
  type World,
} from "../../../standins/tmdb/index.js";

const QUICK = { timeout: 2_000, backOff: [1, 1], longestWait: 3_000 };
const DAY = 86_400_000;
const START = Date.parse("2026-11-10T09:00:00Z");
const DETAIL = /^\/3\/movie\/(\d+)\?/u;

let folder: string;
let films: Map<number, Film>;
let changed: Map<string, (number | null)[]>;
let listed: World["listed"];
let fault: (path: string) => Fault | undefined;
let tmdb: Tmdb;
let since: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "claqueta-outage-"));
  films = new Map(range(1, 200).map((id) => [id, filmFrom(id)]));
  changed = new Map();
  listed = () => films.values();
  fault = () => undefined;
  since = 0;
  tmdb = await startTmdb({
    limit: 100_000,
    perPage: 1,
    fault: (path) => fault(path),
    world: {
      get films() {
        return films;
      },
      listed: (day) => listed(day),
      changed: (day) => changed.get(day) ?? [],
    },
  });
});
afterEach(async () => {
  await tmdb.close();
  rmSync(folder, { recursive: true, force: true });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function dayAt(day: number): string {
  return new Date(START + day * DAY).toISOString().slice(0, 10);
}

/** A run on the `day`-th day, with a catalogue of these films in use. */
function run(day: number, settings: Partial<TmdbSettings> = {}, catalog: number[] = []): Promise<Fetched> {
  since = tmdb.log.length;
  const all = {
    token: TOKEN,
    region: "ES",
    apiUrl: tmdb.url,
    filesUrl: tmdb.url,
    rate: 100_000,
    films: 10_000,
    requests: 10_000,
    ...settings,
  };
  const held = { films: { id: Int32Array.from(catalog), rowCount: catalog.length } } as unknown as Catalog;
  return new TmdbSource(all, folder, QUICK).fetch({
    now: new Date(START + day * DAY),
    signal: new AbortController().signal,
    mark: undefined,
    catalog: () => held,
    progress: () => undefined,
  });
}

/** What the last run asked for. */
function asked(pattern: RegExp): string[] {
  return tmdb.log.slice(since).flatMap(({ path }) => pattern.exec(path)?.[1] ?? []);
}

/** Titles of the films that an index would have, by id. */
async function catalog(): Promise<Map<number, string>> {
  const { films: read } = await readCatalog([join(folder, "films.jsonl")], { report: new BuildReport() });
  return new Map([...read].map(([id, { title }]) => [id, title]));
}

/** What it should have. */
const right = () => new Map([...films].map(([id, { title }]) => [id, title]));

function remove(...ids: number[]): void {
  for (const id of ids) films.delete(id);
}

describe("a 404", () => {
  it("that is a page for people buries no film, and is asked for again", async () => {
    await run(0);
    changed.set(dayAt(0), range(1, 10));
    fault = (path) => (DETAIL.test(path) ? { kind: "html", status: 404 } : undefined);
    const { failure, count } = await run(1);
    expect(failure?.words.es).toContain("10 películas no llegaron");
    expect(count).toBe(200);
    expect(await catalog()).toEqual(right());
    fault = () => undefined;
    films.set(3, filmFrom(3, { title: "Renamed" }));
    expect((await run(1)).failure).toBeUndefined();
    expect(new Set(asked(DETAIL))).toEqual(new Set(range(1, 10).map(String)));
    expect(await catalog()).toEqual(right());
  });

  it("with another code of TMDB's buries none either", async () => {
    await run(0);
    changed.set(dayAt(0), [7]);
    fault = (path) => (DETAIL.test(path) ? { kind: "status", status: 404 } : undefined);
    await run(1);
    expect(await catalog()).toEqual(right());
  });

  it("buries a film in TMDB's own words, and one that the day's list lacks too", async () => {
    await run(0);
    changed.set(dayAt(0), [7, 8]);
    listed = () => [...films.values(), filmFrom(7)];
    remove(7, 8);
    fault = (path) => (/movie\/8\?/u.test(path) ? { kind: "html", status: 404 } : undefined);
    expect((await run(1)).failure).toBeUndefined();
    expect(await catalog()).toEqual(right());
  });
});

describe("many films that are gone at once", () => {
  it("are kept, said so, and asked for again: where they are there, nothing was lost", async () => {
    await run(0);
    const before = films;
    changed.set(dayAt(0), range(1, 60));
    films = new Map([...before].filter(([id]) => id > 60));
    listed = () => before.values();
    expect((await run(1)).failure?.words).toEqual({
      es: expect.stringContaining("60 películas más"),
      en: expect.stringContaining("60 further films"),
    });
    expect(await catalog()).toEqual(new Map([...before].map(([id, { title }]) => [id, title])));
    // The same day it would say the same.
    expect((await run(1)).failure).toBeDefined();
    expect(asked(DETAIL)).toEqual([]);
    films = before;
    expect((await run(2)).failure).toBeUndefined();
    expect(asked(DETAIL)).toHaveLength(60);
    expect(await catalog()).toEqual(right());
  });

  it("are buried a part at a time where another day says the same", async () => {
    await run(0);
    changed.set(dayAt(0), range(1, 60));
    const before = films;
    films = new Map([...before].filter(([id]) => id > 60));
    listed = () => before.values();
    await run(1);
    expect((await run(2)).failure?.words.es).toContain("10 películas más");
    expect((await run(3)).failure).toBeUndefined();
    expect(await catalog()).toEqual(right());
  });

  it("are not asked for again after a kill that day, nor forgotten", async () => {
    await run(0);
    changed.set(dayAt(0), [1, 2, 3]);
    remove(1, 2);
    // Nothing that comes ends the run, but what was said before is kept.
    fault = (path) => (/movie\/3\?/u.test(path) ? { kind: "status", status: 401 } : undefined);
    await expect(run(1)).rejects.toThrow("401");
    expect(existsSync(join(folder, "withdrawals.jsonl"))).toBe(true);
    fault = () => undefined;
    await run(1);
    expect(asked(DETAIL)).toEqual(["3"]);
    expect(await catalog()).toEqual(right());
  });
});

const CHANGES = /changes\?start_date=(.+&end_date=.+&page=\d+)$/u;

describe("changes", () => {
  it("of more than 500 pages are asked for in shorter windows, and all of them come", async () => {
    films = new Map(range(1, 600).map((id) => [id, filmFrom(id)]));
    await run(0, { films: 600 });
    changed.set(dayAt(0), range(1, 250));
    changed.set(dayAt(1), range(251, 400));
    changed.set(dayAt(2), range(401, 600));
    for (const id of films.keys()) films.set(id, filmFrom(id, { title: `Renamed ${id}` }));
    expect(await run(3)).toMatchObject({ failure: undefined, asOf: dayAt(2) });
    // The whole window says that it has too much, and then each half is asked for.
    expect(asked(CHANGES)).toHaveLength(601);
    expect(await catalog()).toEqual(right());
  });

  it("of one day with more than 500 pages are served in part, and what is old is asked for besides", async () => {
    films = new Map(range(1, 520).map((id) => [id, filmFrom(id)]));
    await run(0, { films: 520 });
    changed.set(dayAt(0), range(1, 510));
    for (const id of range(1, 510)) films.set(id, filmFrom(id, { title: `Renamed ${id}` }));
    const { failure, notes } = await run(1);
    expect(failure).toBeUndefined();
    expect(notes?.map(({ es }) => es)).toEqual([
      `TMDB: el ${dayAt(0)} tiene más cambios de los que da; se pregunta por 20 películas más`,
    ]);
    expect(asked(CHANGES)).toHaveLength(500);
    expect(await catalog()).toEqual(right());
  });

  it("without an id cost nothing but themselves, and are counted", async () => {
    await run(0);
    changed.set(dayAt(0), [null, 5, 6]);
    films.set(6, filmFrom(6, { title: "Renamed" }));
    const { failure, notes } = await run(1);
    expect(failure).toBeUndefined();
    expect(notes?.map(({ en }) => en)).toEqual(["TMDB: 1 changes name no film"]);
    expect(await catalog()).toEqual(right());
  });
});
