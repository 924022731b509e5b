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
  type Packing,
  startTmdb,
  type Tmdb,
  TOKEN,
  type World,
} from "../../../standins/tmdb/index.js";

const QUICK = { timeout: 30_000, backOff: [1, 1], longestWait: 3_000 };
const DAY = 86_400_000;
const START = Date.parse("2026-11-10T09:00:00Z");
const DETAIL = /^\/3\/movie\/(\d+)\?/u;

let folder: string;
let films: Map<number, Film>;
let changed: Map<string, (number | null)[]>;
let listed: World["listed"];
let packing: Packing;
let fault: (path: string) => Fault | undefined;
let tmdb: Tmdb;
let since: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "claqueta-outage-"));
  films = new Map(range(1, 70).map((id) => [id, filmFrom(id)]));
  changed = new Map();
  listed = () => films.values();
  packing = "file";
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
      packing: () => packing,
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
    expect(count).toBe(70);
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
  it("of one day with more than 500 pages are served in part, and what is old is asked for besides", async () => {
    await run(0);
    // Most are of films that nobody wants; the last ten are not served.
    changed.set(dayAt(0), [...range(1001, 1490), ...range(1, 20)]);
    for (const id of range(1, 20)) films.set(id, filmFrom(id, { title: `Renamed ${id}` }));
    const { failure, notes } = await run(1);
    expect(failure).toBeUndefined();
    expect(notes?.map(({ es }) => es)).toEqual([
      `TMDB: el ${dayAt(0)} tiene más cambios de los que da; se pregunta por 60 películas más`,
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

describe("the day's list", () => {
  it.each<Packing>(["none", "transport", "both", "twice"])(
    "is read however it is packed: %s",
    async (how) => {
      packing = how;
      expect((await run(0)).failure).toBeUndefined();
      expect(await catalog()).toEqual(right());
    },
  );

  it("without the id of a film costs nothing but that line, which is counted", async () => {
    listed = () => [{ id: null, popularity: 3 }, ...films.values()];
    const { failure, notes } = await run(0);
    expect(failure).toBeUndefined();
    expect(notes?.map(({ es }) => es)).toEqual(["TMDB: 1 líneas de la lista no nombran ninguna película"]);
    expect(await catalog()).toEqual(right());
  });

  it.each<[string, Fault | undefined]>([
    ["is not there", undefined],
    ["is a page for people", { kind: "html", status: 404 }],
    ["has an error", { kind: "status", status: 500 }],
  ])("that %s keeps nobody from asking for changes", async (_, told) => {
    await run(0);
    if (told === undefined) listed = () => undefined;
    fault = (path) => (path.includes("/exports/") ? told : undefined);
    changed.set(dayAt(3), [5]);
    films.set(5, filmFrom(5, { title: "Renamed" }));
    const { failure, asOf } = await run(4);
    expect(failure?.words.en).toMatch(/no list of films|\(500\)/u);
    expect(asOf).toBe(dayAt(3));
    expect(asked(DETAIL)).toEqual(["5"]);
    expect(await catalog()).toEqual(right());
  });

  it("much shorter than the one before is kept out, and fetched again where it is mended that day", async () => {
    await run(0);
    const half = [...films.values()].slice(0, 35);
    listed = () => half;
    changed.set(dayAt(7), [5]);
    films.set(5, filmFrom(5, { title: "Renamed" }));
    expect((await run(8)).failure?.words.es).toContain("tiene 35 películas, y la anterior 70");
    expect(asked(DETAIL)).toEqual(["5"]);
    expect((await run(8)).failure).toBeDefined();
    listed = () => films.values();
    expect((await run(8)).failure).toBeUndefined();
    expect(await catalog()).toEqual(right());
  });

  it("much shorter than the one before is believed where another day's has its size", async () => {
    await run(0);
    const half = [...films.values()].slice(0, 35);
    listed = () => half;
    remove(69, 70);
    await run(8);
    expect(asked(DETAIL)).toEqual([]);
    expect((await run(9)).failure).toBeUndefined();
    // TMDB is asked for each that it lacks: those that it has are kept.
    expect(asked(DETAIL)).toHaveLength(35);
    expect(await catalog()).toEqual(right());
    listed = () => half.slice(0, 20);
    expect((await run(10)).failure).toBeDefined();
    listed = () => half.slice(0, 10);
    expect((await run(11)).failure).toBeDefined();
  });
});

describe("alternative titles", () => {
  it("are those that people use, by their kind", async () => {
    const alternatives = [
      { iso_3166_1: "MX", title: "Short", type: "Short title" },
      { iso_3166_1: "MX", title: "Proyecto Azul", type: "Working Title" },
      { iso_3166_1: "US", title: "The Blue Sky", type: "literal English translation" },
      { iso_3166_1: "US", title: "Aoi Sora", type: "romanization" },
      { iso_3166_1: "MX", title: "Cielo azul", type: "" },
      { iso_3166_1: "ES", title: "Rodaje de azul", type: "título de rodaje" },
    ];
    films = new Map([[7, filmFrom(7, { alternatives })]]);
    await run(0);
    const { films: read } = await readCatalog([join(folder, "films.jsonl")], { report: new BuildReport() });
    const film = read.get(7);
    expect(film?.titleEs419).toBe("Cielo azul");
    expect(film?.aka).toEqual(["Film number 7 (AR)", "Short", "Aoi Sora"]);
  });
});

describe("a day of TMDB with an hour of HTML 404s, 600 pages of changes, a null id and a halved list", () => {
  it("ends with the right catalogue the day after", async () => {
    await run(0);
    // Three days were missed: their changes fill 600 pages, most of them with films that nobody wants.
    changed.set(dayAt(0), range(1_001, 1_250));
    changed.set(dayAt(1), [null, ...range(2_001, 2_170), ...range(1, 30)]);
    changed.set(dayAt(2), [...range(3_001, 3_119), ...range(31, 60)]);
    for (const id of range(1, 60)) films.set(id, filmFrom(id, { title: `Renamed ${id}` }));
    for (const id of range(71, 80)) films.set(id, filmFrom(id));
    remove(9, 10);
    const half = [...films.values()].slice(0, 55);
    const before = await catalog();
    listed = (day) => (day === dayAt(3) ? half : films.values());
    fault = (path) => (DETAIL.test(path) ? { kind: "html", status: 404 } : undefined);
    const bad = await run(3, {}, range(1, 70));
    expect(bad.failure?.words.es).toMatch(/tiene 55 películas.+no llegaron/u);
    expect(await catalog()).toEqual(before);
    // The window of three days says that it has too much; each half gives all it has.
    expect(asked(CHANGES).length).toBeGreaterThan(600);
    fault = () => undefined;
    const good = await run(4, {}, range(1, 70));
    expect(good.failure).toBeUndefined();
    expect(await catalog()).toEqual(right());
  });
});
