/**
 * A day in short form: two instances over one PostgreSQL behind a proxy, asked on HTTP, Discord and Telegram without a
 * pause, while the data is refreshed on schedule, sources are down or lose films, clocks jump, disks are full, PostgreSQL is
 * away, Discord is slow, and the instances are restarted in turn. Nothing is lost, nothing older comes after newer, memory
 * is flat.
 *
 * `npm run soak -- day` takes 30 minutes and asks 200,000 questions; it is skipped where `SOAK_DAY` names no minutes.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { startDiscord } from "../../../../standins/discord/index.js";
import { NO_POSTGRES, startPostgres } from "../../../../standins/postgres/index.js";
import { startTelegram, TOKEN } from "../../../../standins/telegram/index.js";
import { Account, Pace } from "./account.js";
import { askDiscord, askHttp, askTelegram, Watch } from "./asking.js";
import { Day } from "./happenings.js";
import { Instances } from "./instances.js";
import { startUpstream } from "./upstream.js";

const MINUTES = Number(process.env.SOAK_DAY ?? 0);
/** Questions of a whole day, and who asks them at once. */
const WHOLE = 30;
const QUESTIONS = { http: 140_000, discord: 30_000, telegram: 30_000 } as const;
const PEOPLE = { http: 8, discord: 8, telegram: 8 } as const;
const HOURS = 24;
const HOUR_MS = (MINUTES * 60_000) / HOURS;
/** Seconds between two scheduled refreshes. */
const REFRESH_EVERY = HOUR_MS < 40_000 ? 10 : 20;
/** Of Discord's questions so many may be late, where two programs start anew beside all that asks them. */
const LATE_SHARE = 0.02;
/** Hours after the last restart, and at the end of the day, whose memory is compared. */
const SETTLED = [18, 19, 20];
const LATE = [22, 23, 24];
/** Bytes that it may differ by: what the system keeps for a process is taken in pieces. */
const FLAT = 40e6;

const place = mkdtempSync(join(tmpdir(), "claqueta-day-"));
const ending: (() => unknown)[] = [() => rmSync(place, { recursive: true, force: true })];
afterAll(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

function paceOf(surface: keyof typeof QUESTIONS): Pace {
  return new Pace(Math.ceil((QUESTIONS[surface] * MINUTES) / WHOLE), MINUTES * 60_000);
}

async function ratingsIn(database: string): Promise<number> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  const { rows } = await client.query<{ count: string }>("select count(*) from ratings");
  await client.end();
  return Number(rows[0]?.count);
}

describe.skipIf(MINUTES === 0 || NO_POSTGRES !== undefined)(`a day in ${MINUTES} minutes`, () => {
  it(
    "loses nothing",
    async () => {
      const account = new Account();
      const postgres = await startPostgres(true);
      ending.push(() => postgres.remove());
      const discord = await startDiscord({ openapi: false, rateLimits: false });
      ending.push(() => discord.close());
      const telegram = await startTelegram();
      ending.push(() => telegram.close());
      const upstream = await startUpstream();
      ending.push(() => upstream.close());
      const instances = await Instances.create(place, 2, account);
      ending.push(() => instances.removeDisks());
      ending.push(() => instances.proxy.close());
      const database = await postgres.database();
      const { address } = instances.proxy;
      instances.configure({
        PATH: process.env.PATH,
        LOCALE: "es",
        LOG_LEVEL: "warn",
        HTTP_RATE_LIMIT: "0",
        // Longer than the proxy takes to notice on a busy machine: three looks of a second each.
        DRAIN_SECONDS: "5",
        ...upstream.env,
        DATABASE_URL: database,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.api,
        DISCORD_MODE: "http",
        DISCORD_PUBLIC_KEY: discord.publicKey,
        TELEGRAM_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: telegram.root,
        TELEGRAM_MODE: "webhook",
        TELEGRAM_WEBHOOK_URL: `${address}/telegram`,
        TELEGRAM_WEBHOOK_SECRET: "made-up_secret",
      });
      upstream.offer(1);
      await instances.prepare();
      instances.configure({ REFRESH_CRON: `*/${REFRESH_EVERY} * * * * *` });
      await instances.start();
      // Who enters an address there tries again where it answered too late.
      const isTaken = () =>
        discord.useEndpoint(`${address}/discord/interactions`).then(
          () => true,
          () => false,
        );
      await expect.poll(isTaken, { timeout: 120_000 }).toBe(true);

      const watch = new Watch(instances.ports, account);
      let isOver = false;
      const watching = watch.look(() => isOver);
      const day = new Day({ account, instances, watch, upstream, discord, postgres, hourMs: HOUR_MS });
      const paces = { http: paceOf("http"), discord: paceOf("discord"), telegram: paceOf("telegram") };
      const several = <T>(count: number, one: () => Promise<T>) => Array.from({ length: count }, one);
      const isOn = () => day.isDiscordAsked;
      const asking = [
        ...several(PEOPLE.http, () => askHttp(address, paces.http, account)),
        ...several(PEOPLE.discord, () => askDiscord({ discord, isOn }, paces.discord, account)),
      ];
      const scoring = several(PEOPLE.telegram, () => askTelegram(telegram, paces.telegram, account));

      const memory = new Map<number, readonly number[]>();
      let last = 1;
      for (const [at, happens] of day.hours.entries()) {
        const hour = at + 2;
        const until = performance.now() + HOUR_MS;
        await happens(hour);
        await pause(Math.max(0, until - performance.now()));
        memory.set(hour, await instances.metric("process_resident_memory_bytes"));
        last = hour;
        const megabytes = memory.get(hour)?.map((bytes) => Math.round(bytes / 1e6));
        console.log(
          JSON.stringify({
            hour,
            megabytes,
            ...account.answered,
            late: account.late,
            faults: account.faultCount,
          }),
        );
        if (account.faultCount > 0) console.log(account.faults.splice(0).join("\n"));
      }
      await Promise.all(asking);
      const acknowledged = (await Promise.all(scoring)).reduce((sum, count) => sum + count, 0);
      isOver = true;
      await watching;
      const kept = await ratingsIn(database);
      const bugs = instances.complaints.split("\n").filter((line) => /"bug"|"level":60|Uncaught/u.test(line));
      console.log(JSON.stringify({ ...account.answered, late: account.late, acknowledged, kept }));
      expect(account.faultCount).toBe(0);
      expect(account.late).toBeLessThan(account.answered.discord * LATE_SHARE);
      expect(bugs).toEqual([]);
      expect(last).toBe(HOURS);
      expect(watch.newest).toBe(HOURS);
      expect(acknowledged).toBeGreaterThan(0);
      // What was kept and could not be acknowledged any more, since the database went away, may be more.
      expect(kept).toBeGreaterThanOrEqual(acknowledged);
      for (const at of instances.ports.keys()) {
        const most = (hours: readonly number[]) =>
          Math.max(...hours.map((hour) => memory.get(hour)?.[at] ?? Number.NaN));
        expect(most(LATE) - most(SETTLED)).toBeLessThan(FLAT);
      }
      await instances.end();
      expect(account.faults).toEqual([]);
    },
    (MINUTES + 60) * 60_000,
  );
});
