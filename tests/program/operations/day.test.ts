/**
 * A day in short form: two instances over one PostgreSQL behind a proxy, asked on HTTP, Discord and Telegram without a
 * pause, while the data is refreshed (well, and from a feed that lost half of its films), the instances are restarted in
 * turn, Discord is slow, and PostgreSQL loses power. Nothing is lost, nothing older comes after newer, memory is flat.
 *
 * `npm run soak -- day` has a minute and a quarter for each hour; it is skipped where `SOAK_DAY` names no minutes.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import { type StandIn, startDiscord } from "../../../standins/discord/index.js";
import { NO_POSTGRES, type Postgres, startPostgres } from "../../../standins/postgres/index.js";
import {
  answerTo,
  Person,
  readable,
  startTelegram,
  type Telegram,
  TOKEN,
} from "../../../standins/telegram/index.js";
import { freePort } from "../../support/free-port.js";
import { type KeptProxy, startKeptProxy } from "../../support/kept-proxy.js";
import { MAIN, type RunningProgram, run } from "../../support/running-program.js";
import { FEED_FILMS, feedOf, filmAt, writeFeed } from "../refresh/feed.js";

const MINUTES = Number(process.env.SOAK_DAY ?? 0);
const HOURS = 24;
const HOUR_MS = (MINUTES * 60_000) / HOURS;
/** Bytes that an instance may hold more at the end of its run than after its first minute. */
const GROWTH = 200e6;

const place = mkdtempSync(join(tmpdir(), "claqueta-day-"));
const folder = join(place, "feed");
const ending: (() => unknown)[] = [() => rmSync(place, { recursive: true, force: true })];
afterAll(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

/** What came of what was asked, by surface. */
class Account {
  readonly answered = new Map<string, number>();
  readonly lost: string[] = [];

  note(surface: string, fault?: string): void {
    this.answered.set(surface, (this.answered.get(surface) ?? 0) + 1);
    if (fault !== undefined) this.lost.push(`${surface}: ${fault}`);
  }
}

/** A feed that says of every film which hour it is of. */
function offer(hour: number, films = FEED_FILMS): void {
  const told = films.map((film) => ({
    ...film,
    movie: { ...film.movie, popularity: String(hour), runtime: String(60 + (hour % 100)) },
  }));
  writeFeed(folder, feedOf(told));
}

class Day {
  readonly account = new Account();
  readonly programs: RunningProgram[] = [];
  isOver = false;
  /** Newest hour that each instance answered: what comes after must not be older. */
  readonly #newest = new Map<number, number>();

  constructor(
    readonly ports: readonly number[],
    readonly proxy: KeptProxy,
    readonly env: NodeJS.ProcessEnv,
  ) {}

  async instance(at: number): Promise<void> {
    const PORT = String(this.ports[at]);
    const env = { ...this.env, PORT, DATA_DIR: join(place, `index-${at}`) };
    const program = run(process.execPath, [MAIN], { cwd: place, env, stdio: ["ignore", "pipe", "pipe"] });
    await program.until(`:${PORT}`);
    this.programs[at] = program;
  }

  async restart(): Promise<void> {
    for (const at of this.ports.keys()) {
      await expect.poll(() => this.proxy.ready.size, { timeout: 60_000 }).toBe(this.ports.length);
      await pause(500);
      if ((await this.programs[at]?.end("SIGTERM")) !== 0) this.account.lost.push(`instance ${at}: its end`);
      await this.instance(at);
    }
  }

  /** One after the other: over one database the second would be told that somebody is at it. */
  async refresh(): Promise<readonly (number | null)[]> {
    const codes: (number | null)[] = [];
    for (const at of this.ports.keys()) {
      const child = spawn(process.execPath, [join(PACKAGE_ROOT, "dist/src/cli/refresh.js")], {
        env: { ...this.env, DATA_DIR: join(place, `index-${at}`) },
        stdio: "ignore",
      });
      const [code] = await once(child, "close");
      codes.push(code);
    }
    return codes;
  }

  async askHttp(): Promise<void> {
    for (let at = 0; !this.isOver; at++) {
      const { movie } = filmAt(at % 40);
      const paths = [`/api/pelicula/tmdb:${movie.id}`, "/", `/api/recomendar/tmdb:${movie.id}`, "/readyz"];
      for (const path of paths) {
        try {
          const response = await fetch(`${this.proxy.address}${path}`);
          await response.arrayBuffer();
          const isFine = response.status === 200 || (path === "/readyz" && response.status === 503);
          this.account.note("http", isFine ? undefined : `${path}: ${response.status}`);
        } catch (error) {
          this.account.note("http", `${path}: ${String(error)}`);
        }
      }
      await pause(10);
    }
  }

  /** Asks each instance by itself which hour its data is of. */
  async lookForOlder(): Promise<void> {
    while (!this.isOver) {
      for (const port of this.ports) {
        const before = this.#newest.get(port) ?? 0;
        try {
          const { movie } = filmAt(1);
          const response = await fetch(`http://127.0.0.1:${port}/api/score?titulo=tmdb:${movie.id}`);
          const { result } = (await response.json()) as { result: { popularity: number } };
          if (result.popularity < before)
            this.account.lost.push(`${port}: ${result.popularity} after ${before}`);
          this.#newest.set(port, Math.max(before, result.popularity));
        } catch {
          // It is being restarted.
        }
      }
      await pause(200);
    }
  }

  get newest(): number {
    return Math.min(...this.ports.map((port) => this.#newest.get(port) ?? 0));
  }

  async askDiscord(discord: StandIn): Promise<void> {
    while (!this.isOver) {
      const { status } = await discord.slash({
        command: "votos",
        options: { titulo: "matrix" },
        guild: "77",
      });
      this.account.note("discord", status === "answered" ? undefined : status);
      await pause(100);
    }
  }

  async askTelegram({ standIn }: Telegram): Promise<void> {
    const person = new Person(standIn);
    while (!this.isOver) {
      const said = await answerTo(standIn, person.says("/votos matrix"), 60_000).then(readable, String);
      this.account.note("telegram", said.includes("Matrix") ? undefined : said);
      await pause(100);
    }
  }

  async memory(): Promise<number[]> {
    return Promise.all(
      this.ports.map(async (port) => {
        const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
        return Number(/^process_resident_memory_bytes (\d+)/mu.exec(figures)?.[1]);
      }),
    );
  }
}

describe.skipIf(MINUTES === 0 || NO_POSTGRES !== undefined)(`a day in ${MINUTES} minutes`, () => {
  it(
    "loses nothing",
    async () => {
      const postgres: Postgres = await startPostgres();
      ending.push(() => postgres.remove());
      const discord = await startDiscord({ openapi: false, rateLimits: false });
      ending.push(() => discord.close());
      const telegram = await startTelegram();
      ending.push(() => telegram.close());
      const ports = [await freePort(), await freePort()];
      const proxy = await startKeptProxy(ports);
      ending.push(() => proxy.close());
      const day = new Day(ports, proxy, {
        PATH: process.env.PATH,
        LOCALE: "es",
        LOG_LEVEL: "warn",
        HTTP_RATE_LIMIT: "0",
        DRAIN_SECONDS: "1",
        SOURCES: `folder:${folder}`,
        DATABASE_URL: await postgres.database(),
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.api,
        DISCORD_MODE: "http",
        DISCORD_PUBLIC_KEY: discord.publicKey,
        TELEGRAM_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: telegram.root,
        TELEGRAM_MODE: "webhook",
        TELEGRAM_WEBHOOK_URL: `${proxy.address}/telegram`,
        TELEGRAM_WEBHOOK_SECRET: "made-up_secret",
      });
      offer(1);
      expect(await day.refresh()).toEqual([0, 0]);
      await Promise.all(ports.map((_, at) => day.instance(at)));
      await discord.useEndpoint(`${proxy.address}/discord/interactions`);
      const asking = [
        day.askHttp(),
        day.askHttp(),
        day.askDiscord(discord),
        day.askTelegram(telegram),
        day.lookForOlder(),
      ];

      let published = 1;
      for (let hour = 2; hour <= HOURS; hour++) {
        const until = Date.now() + HOUR_MS;
        if (hour % 6 === 2 || hour % 6 === 5) {
          offer(hour);
          expect(await day.refresh(), `hour ${hour}`).toEqual([0, 0]);
          published = hour;
          await expect.poll(() => day.newest, { timeout: 60_000 }).toBe(hour);
        } else if (hour % 6 === 3) {
          offer(hour, FEED_FILMS.slice(0, FEED_FILMS.length / 2));
          expect(await day.refresh(), `hour ${hour}`).toEqual([1, 1]);
        } else if (hour % 6 === 4) await day.restart();
        else if (hour % 6 === 0) {
          await postgres.kill();
          await pause(HOUR_MS / 4);
          await postgres.start();
        } else discord.faults.add({ kind: "delay", ms: 300, times: 20, route: "callback" });
        await pause(Math.max(0, until - Date.now()));
      }
      const before = await day.memory();
      await pause(Math.min(60_000, HOUR_MS * 2));
      const after = await day.memory();
      day.isOver = true;
      await Promise.all(asking);
      const { answered, lost } = day.account;
      const told = Object.fromEntries(answered);
      console.log({ answered: told, megabytes: after.map((bytes) => Math.round(bytes / 1e6)) });
      expect(lost).toEqual([]);
      expect(day.newest).toBe(published);
      for (const [at, bytes] of after.entries()) expect(bytes - (before[at] ?? 0)).toBeLessThan(GROWTH);
      for (const surface of ["http", "discord", "telegram"]) expect(told[surface]).toBeGreaterThan(10);
      for (const program of day.programs) expect(await program.end()).toBe(0);
    },
    (MINUTES + 30) * 60_000,
  );
});
