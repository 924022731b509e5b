/**
 * A day of TMDB against its stand-in, with everything that goes wrong on such a day: films that changed and films that
 * were withdrawn, every kind of error, a wrong token, and a kill −9 in the middle. The program is the one that people run,
 * at its own pace of 20 requests a second. `refresh.ts` measures one of full size, `tests/program/refresh` has a short one.
 */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { filmById } from "../../src/catalog/catalog.js";
import { releaseYear } from "../../src/catalog/film.js";
import { openCatalog } from "../../src/catalog/open.js";
import { replaceFile } from "../../src/catalog/versions/versions.js";
import { tmdbFilm } from "../../src/feeds/tmdb-film.js";
import { TMDB_FILE } from "../../src/feeds/tmdb-lines.js";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { FilmStore } from "../../src/refresh/sources/tmdb/store.js";
import { type Fault, type Film, filmFrom, type Logged, startTmdb, TOKEN } from "../../standins/tmdb/index.js";

export interface DaySize {
  /** Ids in the day's list. */
  readonly listed: number;
  /** Films that are wanted, which a run two days ago brought. */
  readonly stored: number;
  /** How many of these changed yesterday. */
  readonly changed: number;
  /** Of the changed films, every so many-th was withdrawn. */
  readonly withdrawnEvery: number;
  /** Of the changed films, every so many-th is answered wrongly at first, each in another way. */
  readonly faultEvery: number;
  /** Whether the killed process's lease is left to run out, which takes a minute, or is taken away. */
  readonly waitsForLease: boolean;
}

/** How a run of the program ended; null where it was killed. */
export interface Ran {
  readonly code: number | null;
  readonly said: string;
  readonly peakMb: number;
}

export interface Day {
  /** The run with a wrong token, the one that was killed, and the last one. */
  readonly wrong: Ran;
  readonly killed: Ran;
  readonly last: Ran;
  /** All that was asked of the stand-in, in order. */
  readonly log: readonly Logged[];
  /** Most requests within any second. */
  readonly peak: number;
  readonly milliseconds: number;
  /** Films that the catalogue has wrongly, or not at all, and withdrawn ones that it still has. */
  readonly wrongFilms: readonly number[];
  readonly keptFilms: readonly number[];
  /** Requests for details that a film was answered well, or as gone, by how often: more than once is without need. */
  readonly repeated: readonly number[];
}

export const DETAIL = /^\/3\/movie\/(\d+)\?/u;
const DAY = 86_400_000;
/** Ids begin here, far from those of real films, whose titles we hold the catalogue to. */
const FIRST = 3_000_000;
/** By which films whose new details arrived are told from others. */
const NEW_VOTES = 777_777;

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

/** Plays the day in `root`, a folder of its own. */
export async function playDay(root: string, size: DaySize): Promise<Day> {
  const { listed, stored, withdrawnEvery } = size;
  const films = new Map<number, Film>();
  const popularity = (id: number) => (id < FIRST + stored ? 1_000 - (id - FIRST) / 100 : 1 / id);
  for (let id = FIRST; id < FIRST + stored; id++) films.set(id, filmFrom(id, { popularity: popularity(id) }));
  const yesterday = new Date(Date.now() - DAY).toISOString().slice(0, 10);
  const changed = Array.from({ length: size.changed }, (_, at) => FIRST + at * 2);
  let faulty = false;
  const tmdb = await startTmdb({
    limit: 40,
    world: {
      films,
      *listed() {
        for (let id = FIRST; id < FIRST + listed; id++) yield { id, popularity: popularity(id) };
      },
      changed: (of) => (of === yesterday ? changed : []),
    },
    fault: (path, nth) => (faulty ? faultOf(path, nth, size) : undefined),
  });
  try {
    seed(join(root, "sources/tmdb"), films, listed);
    for (const [at, id] of changed.entries()) {
      if (at % withdrawnEvery === 0) films.delete(id);
      else
        films.set(id, filmFrom(id, { votes: NEW_VOTES, title: `Renamed ${id}`, popularity: popularity(id) }));
    }
    faulty = true;
    const env = {
      PATH: process.env.PATH,
      DATA_DIR: root,
      SOURCES: "tmdb",
      TMDB_TOKEN: TOKEN,
      TMDB_API_URL: tmdb.url,
      TMDB_FILES_URL: tmdb.url,
      TMDB_FILMS: String(stored),
      LOCALE: "en",
    };
    const started = performance.now();
    const wrong = await run({ ...env, TMDB_TOKEN: "wrong" });
    const details = () => tmdb.log.reduce((count, { path }) => count + (DETAIL.test(path) ? 1 : 0), 0);
    const killed = await run(env, () => details() > size.changed / 2);
    if (!size.waitsForLease) rmSync(join(root, "refresh.lease"), { recursive: true, force: true });
    let last = await run(env);
    while (last.code === 3) {
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      last = await run(env);
    }
    return {
      wrong,
      killed,
      last,
      log: [...tmdb.log],
      peak: tmdb.peak(),
      milliseconds: performance.now() - started,
      repeated: repeatedOf(tmdb.log),
      ...comparedWith(root, films, changed),
    };
  } finally {
    await tmdb.close();
  }
}

/** What a run two days ago left behind: details of all that is wanted, as they were then. */
function seed(folder: string, films: ReadonlyMap<number, Film>, listed: number): void {
  mkdirSync(folder, { recursive: true });
  const store = FilmStore.open(join(folder, TMDB_FILE));
  const then = new Date(Date.now() - 2 * DAY);
  for (const [id, film] of films) {
    const kept = tmdbFilm.parse({
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
    store.put(id, then, "ES", kept);
  }
  store.close();
  const watermark = new Date(Date.now() - 2 * DAY).toISOString().slice(0, 10);
  replaceFile(join(folder, "memory.json"), JSON.stringify({ watermark, owed: [], listed }));
}

function faultOf(path: string, nth: number, { faultEvery }: DaySize): Fault | undefined {
  const [, id] = DETAIL.exec(path) ?? [];
  if (id !== undefined) {
    const at = (Number(id) - FIRST) / 2;
    return nth === 1 && at % faultEvery === 7
      ? FAULTS[Math.floor(at / faultEvery) % FAULTS.length]
      : undefined;
  }
  if (path.includes("/exports/")) return nth === 1 ? { kind: "truncated" } : undefined;
  // A page that is missing at first.
  return /page=2$/u.test(path) && nth <= 2 ? { kind: "status", status: 502 } : undefined;
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
      resolve({ code, said: said.replace(/^peak .*\n?/mu, ""), peakMb: (peak * 1024) / 1e6 });
    });
  });
}

function comparedWith(
  root: string,
  films: ReadonlyMap<number, Film>,
  changed: readonly number[],
): Pick<Day, "wrongFilms" | "keptFilms"> {
  const catalog = openCatalog(root);
  const isWrong = ({ id, votes, title, released }: Film) => {
    const row = filmById(catalog, id);
    if (row === undefined) return true;
    const { films: rows } = catalog;
    const year = releaseYear(catalog, row);
    return (
      rows.voteCount[row] !== votes || rows.title.get(row) !== title || year !== Number(released.slice(0, 4))
    );
  };
  return {
    wrongFilms: [...films.values()].filter(isWrong).map(({ id }) => id),
    keptFilms: changed.filter((id) => !films.has(id) && filmById(catalog, id) !== undefined),
  };
}

/** Films that were answered well, or as gone, more than once. */
function repeatedOf(log: readonly Logged[]): number[] {
  const times = new Map<number, number>();
  for (const { path, status } of log) {
    const [, id] = DETAIL.exec(path) ?? [];
    if (id !== undefined && (status === 200 || status === 404))
      times.set(Number(id), (times.get(Number(id)) ?? 0) + 1);
  }
  return [...times].flatMap(([id, count]) => (count > 1 ? id : []));
}
