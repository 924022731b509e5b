/**
 * A day of TMDB against its stand-in, with everything that goes wrong on such a day: the list of a million ids, 5,000
 * changed films of which some were withdrawn, every kind of error, and a kill −9 in the middle. The program is the one
 * that people run, at its own pace of 20 requests a second, so that it takes about five minutes.
 *
 * `REFRESH_BENCH_CHANGED` is another number of changed films.
 */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { filmById } from "../src/catalog/catalog.js";
import { releaseYear } from "../src/catalog/film.js";
import { openCatalog } from "../src/catalog/open.js";
import { replaceFile } from "../src/catalog/versions.js";
import { PACKAGE_ROOT } from "../src/package-root.js";
import { FilmStore } from "../src/refresh/sources/tmdb/store.js";
import { withTemporaryFolder } from "./data.js";
import { loadStandIn } from "./stand-in.js";
import { duration, printTable } from "./table.js";

const LISTED = 1_000_000;
const STORED = 12_000;
/** Ids begin here, far from those of real films, whose titles we hold the catalogue to. */
const FIRST = 3_000_000;
const CHANGED = Number(process.env.REFRESH_BENCH_CHANGED ?? 5_000);
/** Of the changed films, every so many-th was withdrawn. */
const WITHDRAWN_EVERY = 50;
const DAY = 86_400_000;
/** By which films whose new details arrived are told from others. */
const NEW_VOTES = 777_777;

interface Film {
  readonly id: number;
  readonly popularity: number;
  readonly votes: number;
  readonly title: string;
  readonly released: string;
}

interface Tmdb {
  readonly url: string;
  readonly log: readonly { readonly path: string; readonly status: number; readonly at: number }[];
  peak(from?: number): number;
  close(): Promise<void>;
}

type Fault = { kind: string; status?: number; retryAfter?: string } | undefined;

interface StandIns {
  readonly TOKEN: string;
  filmFrom(id: number, changes?: object): Film;
  startTmdb(options: object): Promise<Tmdb>;
}

/** Everything that happens to a film once, one film after the other; then it is answered. */
const FAULTS: readonly Fault[] = [
  { kind: "status", status: 429 },
  { kind: "status", status: 429, retryAfter: "1" },
  { kind: "status", status: 500 },
  { kind: "status", status: 503, retryAfter: "1" },
  { kind: "cut" },
  { kind: "truncated" },
  { kind: "html" },
];
const FAULT_EVERY = 100;

export async function benchRefresh(): Promise<void> {
  const standIns = await loadStandIn<StandIns>("tmdb");
  await withTemporaryFolder((root) => day(root, standIns));
}

async function day(root: string, { startTmdb, filmFrom, TOKEN }: StandIns): Promise<void> {
  const films = new Map<number, Film>();
  const popularity = (id: number) => (id < FIRST + STORED ? 1_000 - (id - FIRST) / 100 : 1 / id);
  for (let id = FIRST; id < FIRST + STORED; id++) films.set(id, filmFrom(id, { popularity: popularity(id) }));
  const yesterday = new Date(Date.now() - DAY).toISOString().slice(0, 10);
  const changed = Array.from({ length: CHANGED }, (_, at) => FIRST + at * 2);
  let faulty = false;
  const tmdb = await startTmdb({
    limit: 40,
    world: {
      films,
      *listed() {
        for (let id = FIRST; id < FIRST + LISTED; id++) yield { id, popularity: popularity(id) };
      },
      changed: (of: string) => (of === yesterday ? changed : []),
    },
    fault: (path: string, nth: number): Fault => (faulty ? faultOf(path, nth) : undefined),
  });
  try {
    seed(join(root, "sources/tmdb"), films);
    for (const [at, id] of changed.entries()) {
      if (at % WITHDRAWN_EVERY === 0) films.delete(id);
      else
        films.set(id, filmFrom(id, { votes: NEW_VOTES, title: `Renamed ${id}`, popularity: popularity(id) }));
    }
    const from = tmdb.log.length;
    faulty = true;
    const env = {
      PATH: process.env.PATH,
      DATA_DIR: root,
      SOURCES: "tmdb",
      TMDB_TOKEN: TOKEN,
      TMDB_API_URL: tmdb.url,
      TMDB_FILES_URL: tmdb.url,
      TMDB_FILMS: String(STORED),
      LOCALE: "en",
    };
    const asked = () => tmdb.log.length - from;
    const started = performance.now();
    const wrong = await run({ ...env, TMDB_TOKEN: "wrong" });
    await run(env, () => asked() > CHANGED / 2);
    // Whoever was killed cannot give back its lease, which another waits for.
    let second = await run(env);
    while (second.code === 3) {
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      second = await run(env);
    }
    report({
      root,
      films,
      changed,
      log: tmdb.log.slice(from),
      peak: tmdb.peak(from),
      milliseconds: performance.now() - started,
      wrong,
      second,
    });
  } finally {
    await tmdb.close();
  }
}

/** What a run two days ago left behind: details of all that is wanted, as they were then. */
function seed(folder: string, films: ReadonlyMap<number, Film>): void {
  mkdirSync(folder, { recursive: true });
  const store = FilmStore.open(join(folder, "films.jsonl"));
  const then = new Date(Date.now() - 2 * DAY);
  for (const [id, film] of films) {
    store.put(id, then, {
      id,
      title: film.title,
      original_title: film.title,
      original_language: "en",
      release_date: film.released,
      vote_count: film.votes,
      vote_average: 6,
      popularity: film.popularity,
      status: "Released",
    });
  }
  store.close();
  const watermark = new Date(Date.now() - 2 * DAY).toISOString().slice(0, 10);
  replaceFile(join(folder, "memory.json"), JSON.stringify({ watermark, owed: [], listed: LISTED }));
}

function faultOf(path: string, nth: number): Fault {
  const [, id] = /^\/3\/movie\/(\d+)\?/u.exec(path) ?? [];
  if (id !== undefined) {
    const at = (Number(id) - FIRST) / 2;
    return nth === 1 && at % FAULT_EVERY === 7
      ? FAULTS[Math.floor(at / FAULT_EVERY) % FAULTS.length]
      : undefined;
  }
  if (path.includes("/exports/")) return nth === 1 ? { kind: "truncated" } : undefined;
  // A page that is missing at first.
  return /page=3$/u.test(path) && nth <= 2 ? { kind: "status", status: 502 } : undefined;
}

interface Ran {
  readonly code: number | null;
  readonly said: string;
  readonly peakMb: number;
}

/** Runs the program; it is killed as soon as `dead` holds. */
function run(env: NodeJS.ProcessEnv, dead: () => boolean = () => false): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const wrapper = `process.on("exit", () => console.log("peak " + process.resourceUsage().maxRSS));
      process.argv.splice(1, 0, process.env.BENCH_PROGRAM);
      import(require("node:url").pathToFileURL(process.env.BENCH_PROGRAM));`;
    const program = join(PACKAGE_ROOT, "dist/src/cli/refresh.js");
    const child = spawn(process.execPath, ["-e", wrapper], {
      env: { ...env, BENCH_PROGRAM: program },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (piece) => {
        said += piece;
      });
    }
    const watch = setInterval(() => {
      if (dead()) child.kill("SIGKILL");
    }, 50);
    child.once("error", reject);
    child.once("close", (code) => {
      clearInterval(watch);
      const peak = Number(/peak (\d+)/u.exec(said)?.[1] ?? 0);
      resolve({ code, said, peakMb: (peak * 1024) / 1e6 });
    });
  });
}

interface Day {
  readonly root: string;
  readonly films: ReadonlyMap<number, Film>;
  readonly changed: readonly number[];
  readonly log: Tmdb["log"];
  /** Most requests within any second. */
  readonly peak: number;
  readonly milliseconds: number;
  readonly wrong: Ran;
  readonly second: Ran;
}

function report({ root, films, changed, log, milliseconds, peak, wrong, second }: Day): void {
  const catalog = openCatalog(root);
  const wrongFilms = [...films.values()].filter(({ id, votes, title, released }) => {
    const row = filmById(catalog, id);
    if (row === undefined) return true;
    const year = releaseYear(catalog, row);
    const { films: rows } = catalog;
    return (
      rows.voteCount[row] !== votes || rows.title.get(row) !== title || year !== Number(released.slice(0, 4))
    );
  });
  const kept = changed.filter((id) => !films.has(id) && filmById(catalog, id) !== undefined);
  const details = log.filter(({ path }) => /^\/3\/movie\/\d+\?/u.test(path));
  const good = details.filter(({ status }) => status === 200 || status === 404);
  const times = new Map<string, number>();
  for (const { path } of good) times.set(path, (times.get(path) ?? 0) + 1);
  const faults = log.filter(({ status }) => status === 0 || status >= 429 || status === 401).length;
  const cut = details.length - new Set(details.map(({ path }) => path)).size;
  const rows: [string, string, string][] = [
    ["ids listed, films wanted, changed", `${LISTED}, ${STORED}, ${changed.length}`, ""],
    ["time, with a kill −9 in the middle and its lease run out", duration(milliseconds), ""],
    ["requests: lists, pages of changes, details", countsOf(log), ""],
    ["errors met: 401, 429, 5xx, cut off, no JSON, no gzip", String(faults), ""],
    ["films asked for again, after an error or under way at the kill", String(cut), ""],
    [
      "films answered well more than once",
      String([...times.values()].filter((count) => count > 1).length),
      "≤ 8: under way at the kill",
    ],
    ["most requests in any second", String(peak), "≤ 20"],
    [
      "films that are wrong in the catalogue, withdrawn ones still there",
      `${wrongFilms.length}, ${kept.length}`,
      "0, 0",
    ],
    [
      "a wrong token",
      `exit ${wrong.code}: ${/TMDB_TOKEN[^\n]*/u.exec(wrong.said)?.[0] ?? wrong.said}`,
      "refused at once",
    ],
    ["peak memory of the process that fetches and checks", `${second.peakMb.toFixed(0)} MB`, ""],
  ];
  printTable(rows.map(([what, measured, target]) => ({ what, measured, target })));
  process.stdout.write(
    `  ${
      second.said
        .trim()
        .split("\n")
        .filter((line) => !line.startsWith("peak"))
        .at(-1) ?? ""
    }\n`,
  );
}

function countsOf(log: Tmdb["log"]): string {
  const count = (part: RegExp) => log.filter(({ path }) => part.test(path)).length;
  return `${count(/exports/u)}, ${count(/changes/u)}, ${count(/movie\/\d+\?/u)}`;
}
