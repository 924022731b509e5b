/**
 * Swaps under load: a served index is refreshed again and again, and both who refreshes and who serves are killed at any
 * moment. Every answer is whole and right, and none is of an older version than one before it.
 *
 * `npm run soak` does 200 rounds; CI a few.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCatalog } from "../../../src/catalog/open.js";
import { hasIndex, storedVersions } from "../../../src/catalog/versions/versions.js";
import { FEED_FILMS, feedOf, filmAt, writeFeed } from "./feed.js";

const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 8);
const MINUTES = 60_000;
/** Milliseconds between two questions of a short run, which is to leave the builds some of the machine. */
const PAUSE = ROUNDS > 50 ? 0 : 2;
const ROOT = join(import.meta.dirname, "../../..");

const place = mkdtempSync(join(tmpdir(), "claqueta-swap-"));
const index = join(place, "index");
const folder = join(place, "feed");
const env = {
  PATH: process.env.PATH,
  DATA_DIR: index,
  SOURCES: `folder:${folder}`,
  PORT: "0",
  HTTP_RATE_LIMIT: "0",
  LOG_LEVEL: "error",
};

/** A feed that says of every film which round it is of. */
function offer(round: number): void {
  const films = FEED_FILMS.map((film) => ({
    ...film,
    movie: { ...film.movie, popularity: String(round), runtime: String(60 + (round % 100)) },
  }));
  writeFeed(folder, feedOf(films));
}

class Served {
  #child: ChildProcess | undefined;
  #address = "";
  /** Newest round that was answered: what comes after must not be older. */
  newest = 0;
  answers = 0;
  restarts = 0;
  readonly bad: string[] = [];
  #stopped = false;

  async start(): Promise<void> {
    const child = spawn(process.execPath, [join(ROOT, "dist/src/main.js")], {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    this.#address = await new Promise((resolve, reject) => {
      child.stdout.on("data", (piece) => {
        said += piece;
        const [address] = /http:\/\/[\d.]+:\d+/u.exec(said) ?? [];
        if (address !== undefined) resolve(address);
      });
      child.once("close", () => reject(new Error(`it ended: ${said}`)));
    });
    // Asked from now on, at its own address.
    this.#child = child;
  }

  async killAndStart(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child) {
      const ended = once(child, "close");
      child.kill("SIGKILL");
      await ended;
    }
    this.restarts++;
    await this.start();
  }

  /** Asks all the time until it is stopped. */
  async load(): Promise<void> {
    for (let at = 0; !this.#stopped; at++) {
      const child = this.#child;
      if (child === undefined) {
        await pause(10);
        continue;
      }
      if (PAUSE > 0) await pause(PAUSE);
      const { movie } = filmAt(at % 40);
      const before = this.newest;
      try {
        const response = await fetch(`${this.#address}/api/pelicula?titulo=tmdb:${movie.id}`);
        const body = (await response.json()) as { result?: { film?: { id: number }; runtime?: number } };
        const popularity = await this.#round(movie.id ?? "");
        if (response.status !== 200 || body.result?.film?.id !== Number(movie.id)) {
          this.bad.push(`${movie.id}: ${response.status}`);
        }
        if (popularity < before) this.bad.push(`${popularity} after ${before}`);
        this.newest = Math.max(this.newest, popularity);
        this.answers++;
      } catch (error) {
        // Who is killed does not answer; who lives must.
        if (this.#child === child && child.exitCode === null && child.signalCode === null) {
          await pause(50);
          if (this.#child === child && child.signalCode === null) this.bad.push(String(error));
        }
      }
    }
  }

  async #round(id: string): Promise<number> {
    const response = await fetch(`${this.#address}/api/score?titulo=tmdb:${id}`);
    const { result } = (await response.json()) as { result: { popularity: number } };
    return result.popularity;
  }

  stop(): void {
    this.#stopped = true;
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }
}

/** Refreshes once; killed with everything it started after `patience` milliseconds where that is given. */
async function refresh(patience?: number): Promise<number | null> {
  const child = spawn(process.execPath, [join(ROOT, "dist/src/cli/refresh.js")], {
    env,
    stdio: "ignore",
    detached: true,
  });
  const ended = once(child, "close");
  if (patience !== undefined) {
    await Promise.race([pause(patience), ended]);
    try {
      process.kill(-(child.pid ?? 0), "SIGKILL");
    } catch {
      // It had ended before.
    }
  }
  const [code] = await ended;
  return code;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

describe(`${ROUNDS} rounds of swapping under load`, () => {
  const served = new Served();
  beforeAll(async () => {
    offer(1);
    expect(await refresh()).toBe(0);
    await served.start();
  });
  afterAll(() => {
    served.stop();
    rmSync(place, { recursive: true, force: true });
  });

  it(
    "give no bad answer, and none older than one before",
    async () => {
      const load = Promise.all([served.load(), served.load()]);
      let published = 0;
      let killed = 0;
      for (let round = 2; round < ROUNDS + 2; round++) {
        offer(round);
        // A lease of somebody who was killed runs out after a minute: nobody waits for that here.
        rmSync(join(index, "refresh.lease"), { recursive: true, force: true });
        const isKilled = round % 2 === 0;
        const code = await refresh(isKilled ? (round * 397) % 2_600 : undefined);
        if (code === 0) published++;
        if (code === null) killed++;
        // Killed at any moment, what lies there loads, without a repair.
        expect(hasIndex(index)).toBe(true);
        expect(openCatalog(index).films.rowCount).toBe(FEED_FILMS.length);
        expect(storedVersions(index).length).toBeLessThanOrEqual(5);
        if (round % 5 === 0) await served.killAndStart();
        if (!isKilled) {
          const end = Date.now() + 2 * MINUTES;
          while (served.newest < round && Date.now() < end) await pause(20);
          expect(served.newest).toBe(round);
        }
      }
      served.stop();
      await load;
      expect(served.bad).toEqual([]);
      expect(published).toBeGreaterThanOrEqual(Math.floor(ROUNDS / 2));
      const { answers, restarts } = served;
      process.stdout.write(
        `  ${ROUNDS} rounds: ${published} swaps, ${killed} refreshes and ${restarts} servers killed, ${answers} answers, none bad\n`,
      );
    },
    60 * MINUTES,
  );
});
