/** TMDB against its stand-in: what is asked for, what is kept, and what any of its errors costs. */
import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readCatalog } from "../../../index-build/build.js";
import type { FilmRecord } from "../../../index-build/records.js";
import { BuildReport } from "../../../index-build/report.js";
import type { Catalog } from "../../../src/catalog/catalog.js";
import type { Fetched } from "../../../src/refresh/sources/source.js";
import { windowsAfter } from "../../../src/refresh/sources/tmdb/changes.js";
import { type TmdbSettings, TmdbSource } from "../../../src/refresh/sources/tmdb/source.js";
import {
  type Fault,
  type Film,
  filmFrom,
  startTmdb,
  type Tmdb,
  TOKEN,
} from "../../../standins/tmdb/index.js";

// Each refresh builds in processes of its own: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** Only what gives no answer is not waited for: a busy machine is slow to give one. */
const QUICK = { timeout: 30_000, backOff: [5, 10, 20], longestWait: 3_000 };
const DAY = 86_400_000;
const START = Date.parse("2026-11-10T09:00:00Z");

let folder: string;
let films: Map<number, Film>;
/** By day; the list is that of the films unless a day says otherwise. */
let changed: Map<string, number[]>;
let listed: (day: string) => Iterable<{ id: number; popularity: number; adult?: boolean }> | undefined;
let fault: (path: string, nth: number) => Fault | undefined;
let tmdb: Tmdb;
let day = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "claqueta-tmdb-"));
  films = new Map(Array.from({ length: 60 }, (_, at) => [at + 1, filmFrom(at + 1)]));
  changed = new Map();
  listed = () => films.values();
  fault = () => undefined;
  day = 0;
  tmdb = await startTmdb({
    limit: 10_000,
    perPage: 10,
    fault: (path, nth) => fault(path, nth),
    world: {
      get films() {
        return films;
      },
      listed: (of) => listed(of),
      changed: (of) => changed.get(of) ?? [],
    },
  });
});
afterEach(async () => {
  await tmdb.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Asked {
  readonly settings?: Partial<TmdbSettings>;
  readonly catalog?: readonly number[];
  readonly hour?: number;
  /** Milliseconds that an answer may take. */
  readonly timeout?: number;
}

/** A run on the `day`-th day. */
function run({ settings, catalog = [], hour = 9, timeout = QUICK.timeout }: Asked = {}): Promise<Fetched> {
  const all = {
    token: TOKEN,
    region: "ES",
    apiUrl: tmdb.url,
    filesUrl: tmdb.url,
    rate: 5_000,
    films: 1_000,
    requests: 10_000,
    ...settings,
  };
  const held = { films: { id: Int32Array.from(catalog), rowCount: catalog.length } } as unknown as Catalog;
  return new TmdbSource(all, folder, { ...QUICK, timeout }).fetch({
    now: new Date(START + day * DAY + (hour - 9) * 3_600_000),
    signal: new AbortController().signal,
    mark: undefined,
    catalog: () => held,
    progress: () => undefined,
  });
}

function dayAt(at: number): string {
  return new Date(START + at * DAY).toISOString().slice(0, 10);
}

/** Paths asked for since the last call. */
let from = 0;
function asked(pattern: RegExp): string[] {
  return tmdb.log.slice(from).flatMap(({ path }) => pattern.exec(path)?.[1] ?? []);
}
beforeEach(() => {
  from = 0;
});
function since(): void {
  from = tmdb.log.length;
}
const DETAIL = /^\/3\/movie\/(\d+)\?/u;
const numbers = (ids: readonly string[]) => ids.map(Number).sort((a, b) => a - b);

async function built(): Promise<{ films: ReadonlyMap<number, FilmRecord>; report: BuildReport }> {
  const report = new BuildReport();
  const catalog = await readCatalog([join(folder, "films.jsonl")], { report });
  return { films: catalog.films, report };
}

describe("what is asked of TMDB", () => {
  it("is the most popular films of the list first, and each once", async () => {
    const fetched = await run({ settings: { films: 20 }, catalog: [3, 999] });
    const popular = [...films.values()].sort((a, b) => b.popularity - a.popularity).slice(0, 20);
    // What the catalogue has is kept up to date too, where TMDB knows it.
    expect(numbers(asked(DETAIL))).toEqual([3, ...popular.map(({ id }) => id)].sort((a, b) => a - b));
    expect(fetched).toMatchObject({ count: 21, asOf: dayAt(-1), failure: undefined });
    expect([...(await built()).films.keys()]).toHaveLength(21);
    since();
    await run({ settings: { films: 20 }, catalog: [3, 999] });
    expect(asked(/(.+)/u)).toEqual([]);
  });

  it("passes over films that nobody is to be shown", async () => {
    listed = () => [
      { id: 1, popularity: 9 },
      { id: 2, popularity: 99, adult: true },
    ];
    await run();
    expect(numbers(asked(DETAIL))).toEqual([1]);
  });

  it("is, on later days, what changed since, and what is new", async () => {
    await run();
    since();
    day = 3;
    changed.set(dayAt(0), [5, 6]);
    changed.set(dayAt(2), [6, 7, 4_000]);
    changed.set(dayAt(3), [8]);
    films.set(61, filmFrom(61));
    films.set(5, filmFrom(5, { title: "Renamed" }));
    await run();
    expect(numbers(asked(DETAIL))).toEqual([5, 6, 7, 61]);
    expect(asked(/changes\?(.+)&page/u)).toEqual([`start_date=${dayAt(0)}&end_date=${dayAt(2)}`]);
    expect((await built()).films.get(5)?.title).toBe("Renamed");
    // The rest of today's changes is told tomorrow.
    since();
    day = 4;
    await run();
    expect(numbers(asked(DETAIL))).toEqual([8]);
  });

  it("keeps to windows of 14 days after a long pause", async () => {
    expect(windowsAfter("2026-11-01", "2026-11-02")).toEqual([{ from: "2026-11-02", to: "2026-11-02" }]);
    expect(windowsAfter("2026-11-02", "2026-11-02")).toEqual([]);
    await run();
    since();
    day = 40;
    for (let at = 0; at < 40; at++) changed.set(dayAt(at), [at + 1]);
    expect((await run()).failure).toBeUndefined();
    expect(asked(/changes\?(.+)&page=1$/u)).toHaveLength(3);
    expect(numbers(asked(DETAIL))).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
  });

  it("comes in the list of the day before, before eight in the morning", async () => {
    await run({ hour: 7 });
    expect(asked(/movie_ids_(\d\d_\d\d)/u)).toEqual(["11_09"]);
    since();
    await run({ hour: 8 });
    expect(asked(/movie_ids_(\d\d_\d\d)/u)).toEqual(["11_10"]);
    expect(readdirSync(folder).filter((name) => name.startsWith("movie_ids"))).toEqual([
      "movie_ids_2026-11-10.json.gz",
    ]);
  });

  it("is told in an older list where the newest is missing", async () => {
    listed = (of) => (of === dayAt(-2) ? films.values() : undefined);
    await run();
    expect((await built()).films.size).toBe(60);
    listed = () => undefined;
    day = 5;
    expect((await run()).failure?.words.en).toContain("no list of films");
  });

  it("goes on in the next run where one run may not ask for everything", async () => {
    await run();
    day = 2;
    changed.set(dayAt(1), [1, 2, 3, 4, 5, 6]);
    since();
    await run({ settings: { requests: 4 } });
    expect(asked(DETAIL)).toHaveLength(4);
    await run({ settings: { requests: 4 } });
    expect(numbers(asked(DETAIL))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("renews rows before they are 180 days old, and forgets those that are older", async () => {
    await run();
    day = 171;
    since();
    await run({ settings: { requests: 50 } });
    expect(asked(DETAIL)).toHaveLength(50);
    day = 185;
    fault = (path) => (DETAIL.test(path) ? { kind: "status", status: 500 } : undefined);
    await run();
    expect((await built()).films.size).toBe(50);
  });
});

describe("a film that TMDB has withdrawn", () => {
  it("leaves the catalogue, whatever other sources say, and may come back", async () => {
    await run();
    films.delete(9);
    changed.set(dayAt(0), [9]);
    day = 1;
    const fetched = await run();
    expect(fetched.count).toBe(59);
    expect(readFileSync(join(folder, "films.jsonl"), "utf8")).toContain(
      '{"id":9,"at":"2026-11-11T09:00:00.000Z","gone":true}',
    );
    expect((await built()).films.has(9)).toBe(false);
    since();
    day = 2;
    await run();
    expect(asked(DETAIL)).toEqual([]);
    films.set(9, filmFrom(9));
    day = 10;
    await run();
    expect((await built()).films.has(9)).toBe(true);
  });

  it("is noticed too where only the list lacks it, and kept where the list is wrong", async () => {
    await run();
    const short = [...films.values()].filter(({ id }) => id !== 9 && id !== 10);
    films.delete(9);
    listed = () => short;
    day = 8;
    since();
    await run();
    expect(numbers(asked(DETAIL))).toEqual([9, 10]);
    const { films: kept } = await built();
    expect([kept.has(9), kept.has(10)]).toEqual([false, true]);
  });
});

describe("an error of TMDB's", () => {
  const once = (pattern: RegExp, told: Fault) => (path: string, nth: number) =>
    nth === 1 && pattern.test(path) ? told : undefined;

  it.each<[string, Fault, RegExp]>([
    ["500", { kind: "status", status: 500 }, DETAIL],
    ["503 with a wait", { kind: "status", status: 503, retryAfter: "0" }, DETAIL],
    ["429 without a word", { kind: "status", status: 429 }, DETAIL],
    ["429 with a wait", { kind: "status", status: 429, retryAfter: "1" }, /movie\/7\?/u],
    ["429 until a date", { kind: "status", status: 429, retryAfter: new Date(0).toUTCString() }, DETAIL],
    ["a body cut off", { kind: "cut" }, DETAIL],
    ["half of a body", { kind: "truncated" }, DETAIL],
    ["a page in HTML", { kind: "html" }, DETAIL],
    ["no answer", { kind: "hang" }, /movie\/7\?/u],
    ["a list cut off", { kind: "cut" }, /exports/u],
    ["a list that is packed badly", { kind: "truncated" }, /exports/u],
    ["an error page for a list", { kind: "html" }, /exports/u],
    ["a page of changes cut off", { kind: "truncated" }, /changes/u],
    ["a page of changes missing once", { kind: "status", status: 502 }, /changes.*page=2/u],
  ])("that passes costs nothing: %s", async (_, told, pattern) => {
    fault = once(pattern, told);
    const impatient = told.kind === "hang" ? { timeout: 400 } : {};
    await run(impatient);
    day = 1;
    changed.set(
      dayAt(0),
      Array.from({ length: 25 }, (_unused, at) => at + 1),
    );
    films.set(3, filmFrom(3, { title: "Renamed" }));
    const fetched = await run(impatient);
    expect(fetched).toMatchObject({ count: 60, failure: undefined });
    expect((await built()).films.get(3)?.title).toBe("Renamed");
  });

  it("that stays with one film costs that film, which is asked for again", async () => {
    await run();
    changed.set(dayAt(0), [3, 4]);
    films.set(3, filmFrom(3, { title: "Renamed" }));
    fault = (path) => (/movie\/3\?/u.test(path) ? { kind: "status", status: 500 } : undefined);
    day = 1;
    expect((await run()).failure?.words.es).toBe("1 películas no llegaron: TMDB no da 3/movie/3 (500)");
    expect((await built()).films.get(3)?.title).toBe("Film number 3");
    fault = () => undefined;
    since();
    expect((await run()).failure).toBeUndefined();
    expect(asked(DETAIL)).toEqual(["3"]);
    expect((await built()).films.get(3)?.title).toBe("Renamed");
  });

  it("that stays with all films ends the run soon, and keeps what is there", async () => {
    await run();
    changed.set(
      dayAt(0),
      Array.from({ length: 60 }, (_, at) => at + 1),
    );
    fault = (path) => (DETAIL.test(path) ? { kind: "status", status: 503 } : undefined);
    day = 1;
    since();
    expect((await run()).failure?.words.en).toMatch(/films did not come/u);
    expect(new Set(asked(DETAIL)).size).toBeLessThan(30);
    expect((await built()).films.size).toBe(60);
    fault = () => undefined;
    since();
    await run();
    expect(new Set(asked(DETAIL)).size).toBe(60);
  });

  it("that stays with a page of changes uses the others, and asks for that page alone again", async () => {
    await run();
    changed.set(
      dayAt(0),
      Array.from({ length: 25 }, (_, at) => at + 1),
    );
    fault = (path) => (/changes.*page=2/u.test(path) ? { kind: "status", status: 404 } : undefined);
    day = 1;
    since();
    expect((await run()).failure?.words.es).toContain("página 2");
    expect(asked(DETAIL)).toHaveLength(15);
    fault = () => undefined;
    since();
    expect((await run()).failure).toBeUndefined();
    expect(asked(/changes.*page=(\d)/u)).toEqual(["2"]);
    expect(asked(DETAIL)).toHaveLength(10);
  });

  it("401 ends it at once, and the token is told to nobody", async () => {
    const wrong = run({ settings: { token: "wrong-secret-token" } });
    await expect(wrong).rejects.toThrow("TMDB does not accept the token in TMDB_TOKEN (401)");
    const error = await wrong.catch((reason: Error) => reason);
    const { stack } = error as Error;
    expect(`${stack} ${JSON.stringify(error)}`).not.toContain("wrong-secret");
    expect(tmdb.log.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(8);
  });

  it("a wait that is too long is not waited for", async () => {
    fault = (path) => (DETAIL.test(path) ? { kind: "status", status: 429, retryAfter: "3600" } : undefined);
    expect((await run()).failure?.words.en).toContain("(429)");
  });

  it("a list much shorter than the one before is not believed", async () => {
    await run();
    listed = () => [...films.values()].slice(0, 40);
    day = 1;
    expect((await run()).failure?.words.en).toContain("TMDB's list has 40 films, and the one before 60");
    expect((await built()).films.size).toBe(60);
  });
});

describe("what was given", () => {
  it("is there after a kill, and nothing of it is asked for twice", async () => {
    const settings = {
      token: TOKEN,
      region: "ES",
      apiUrl: tmdb.url,
      filesUrl: tmdb.url,
      rate: 20,
      films: 1000,
      requests: 1000,
    };
    const program = `
      const { TmdbSource } = await import(${JSON.stringify(join(process.cwd(), "dist/src/refresh/sources/tmdb/source.js"))});
      const context = { now: new Date(${START}), signal: new AbortController().signal, catalog: () => undefined, progress() {} };
      await new TmdbSource(${JSON.stringify(settings)}, ${JSON.stringify(folder)}).fetch(context);
    `;
    for (const end of [15, 30]) {
      const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "inherit" });
      await until(() => asked(DETAIL).length >= end);
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("close", resolve));
    }
    appendFileSync(join(folder, "films.jsonl"), '{"id":59,"at":"2026-11-10T09:0');
    const fetched = await run();
    expect(fetched.count).toBe(60);
    expect((await built()).films.size).toBe(60);
    expect((await built()).report.codes()).toEqual([]);
    // Those whose answers were under way at a kill are asked for again, and no others.
    expect(asked(DETAIL).length).toBeLessThanOrEqual(60 + 2 * 8);
    expect(asked(/exports/u).length).toBeLessThanOrEqual(1);
    expect(tmdb.peak()).toBeGreaterThan(0);
  });

  it("does not grow with every change", async () => {
    for (day = 0; day < 6; day++) {
      await run();
      changed.set(dayAt(day), [...films.keys()]);
    }
    const once = statSync(join(folder, "films.jsonl")).size;
    for (; day < 12; day++) {
      await run();
      changed.set(dayAt(day), [...films.keys()]);
    }
    expect(statSync(join(folder, "films.jsonl")).size).toBeLessThan(once * 1.6);
    expect(readFileSync(join(folder, "films.jsonl"), "utf8").split("\n").length).toBeLessThan(60 * 2.6);
    expect((await built()).films.size).toBe(60);
  });

  it("becomes films with Spain's and Latin America's titles", async () => {
    films = new Map([
      [
        769,
        filmFrom(769, { title: "GoodFellas", spanish: "Uno de los nuestros", mexican: "Buenos muchachos" }),
      ],
      [770, filmFrom(770, { title: "Alone" })],
    ]);
    await run();
    const { films: read } = await built();
    expect(read.get(769)).toMatchObject({
      title: "GoodFellas",
      titleEs: "Uno de los nuestros",
      titleEs419: "Buenos muchachos",
      aka: ["GoodFellas (AR)"],
      imdbId: "tt0000769",
      runtime: 100,
      voteCount: 769,
      genres: ["Drama"],
      overview: "About 769.",
      synopsis: "De qué va 769.",
      castOrdered: true,
      poster: "/poster769.jpg",
      originalLanguage: "en",
    });
    expect(read.get(769)?.crew).toMatchObject([{ job: "Director", person: { name: "Director 269" } }]);
    expect(read.get(769)?.keywords).toMatchObject([{ name: "theme 19" }]);
    expect(read.get(769)?.countries).toEqual([{ code: "US", name: "United States of America" }]);
    expect(read.get(770)).toMatchObject({ title: "Alone", titleEs: undefined });
    expect(readFileSync(join(folder, "films.jsonl"), "utf8")).toContain('"provider_name":"Netflix"');
  });
});

async function until(met: () => boolean): Promise<void> {
  while (!met()) await new Promise((resolve) => setTimeout(resolve, 5));
}
