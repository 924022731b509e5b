/**
 * Votes a second, and how long one waits for its acknowledgement: the store in its thread, the same on the thread that
 * answers, and beside both what the drivers do alone. `STORE_BENCH_SECONDS` is how long each is measured.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import Database from "libsql";
import pg from "pg";
import { openStore } from "../src/store/open.js";
import { openStoreHere } from "../src/store/opening/here.js";
import type { StorePlace } from "../src/store/place.js";
import type { Store } from "../src/store/port.js";
import { NO_POSTGRES, startPostgres } from "../standins/postgres/index.js";
import { vote } from "./tools/programs/store-writer.js";
import { printTable } from "./tools/table.js";

const SECONDS = Number(process.env.STORE_BENCH_SECONDS ?? 3);
const BODY = '{"kind":"vote","film":862,"approves":true}';

/** Writes one vote, and waits for it to be acknowledged. */
type Write = (writer: number, count: number) => Promise<void>;

interface Way {
  readonly name: string;
  open(): Promise<{ readonly write: Write; readonly close: () => Promise<void> }>;
}

interface Figures {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** How late a timer was meanwhile on the thread that answers. */
  readonly late: number;
}

export async function benchStore(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "claqueta-bench-"));
  const rows = [];
  try {
    rows.push(...(await measured("SQLite", sqliteWays(folder))));
    if (NO_POSTGRES === undefined) {
      const server = await startPostgres(true);
      try {
        rows.push(...(await measured("PostgreSQL", postgresWays(await server.database()))));
      } finally {
        await server.remove();
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  printTable(rows);
  if (NO_POSTGRES !== undefined) process.stdout.write(`  PostgreSQL ${NO_POSTGRES}\n`);
}

function sqliteWays(folder: string): Way[] {
  return [
    { name: "libsql alone, on the loop", open: () => sqliteAlone(join(folder, "alone.sqlite")) },
    ...storeWays({ folder }),
  ];
}

function postgresWays(url: string): Way[] {
  return [
    { name: "pg alone", open: () => postgresAlone(url) },
    ...storeWays({ folder: "", databaseUrl: url }),
  ];
}

function storeWays(place: StorePlace): Way[] {
  return [
    { name: "store on the loop", open: () => votesOf(() => openStoreHere(place), 32) },
    { name: "store in its thread", open: () => votesOf(() => openStore(place), 32) },
    { name: "the same, all in one night", open: () => votesOf(() => openStore(place), 1) },
  ];
}

async function measured(engine: string, ways: readonly Way[]): Promise<Record<string, string>[]> {
  const rows = [];
  for (const way of ways) {
    for (const writers of [1, 32]) {
      const { write, close } = await way.open();
      const { perSecond, p50, p99, late } = await measure(writers, write);
      await close();
      rows.push({
        engine,
        way: way.name,
        writers: String(writers),
        "votes/s": perSecond.toFixed(0),
        p50: `${p50.toFixed(2)} ms`,
        p99: `${p99.toFixed(2)} ms`,
        "timer late, p99": `${late.toFixed(1)} ms`,
      });
    }
  }
  return rows;
}

async function measure(writers: number, write: Write): Promise<Figures> {
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer, 0)));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const times: number[] = [];
  const start = performance.now();
  const end = start + SECONDS * 1_000;
  delay.enable();
  const writing = async (writer: number) => {
    for (let count = 1, begun = performance.now(); begun < end; count += 1) {
      await write(writer, count);
      const now = performance.now();
      times.push(now - begun);
      begun = now;
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => writing(writer)));
  delay.disable();
  const seconds = (performance.now() - start) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), late: delay.percentile(99) / 1e6 };
}

let runs = 0;

/** Votes of one writer each, in as many nights as are given. */
async function votesOf(open: () => Promise<Store>, nights: number) {
  runs += 1;
  const run = runs;
  const store = await open();
  const ids = Array.from({ length: nights }, (_, night) => `night-${run}-${night}`);
  const place = { platform: "discord", chat: "1" };
  for (const id of ids) {
    const events = [{ body: BODY, at: new Date() }];
    await store.nights.create({ id, community: "discord:1", place, createdAt: new Date() }, { events });
  }
  const write: Write = async (writer, count) => {
    const night = ids[writer % ids.length] ?? "";
    const person = `discord:${writer}`;
    await vote(store, night, person, `${person}-${count}`);
  };
  return { write, close: () => store.close() };
}

const ALONE =
  "create table if not exists alone (night text, number integer, body text, person text, at bigint, key text, primary key (night, number))";

async function sqliteAlone(file: string) {
  const database = new Database(file);
  for (const pragma of ["journal_mode = wal", "synchronous = full"]) database.exec(`pragma ${pragma}`);
  database.exec("drop table if exists alone");
  database.exec(ALONE);
  const insert = database.prepare("insert into alone values (?, ?, ?, ?, ?, ?)");
  const write: Write = async (writer, count) => {
    insert.run([`night-${writer}`, count, BODY, `discord:${writer}`, Date.now(), `${writer}-${count}`]);
    // The others' turn.
    await setImmediate();
  };
  return { write, close: async () => void database.close() };
}

async function postgresAlone(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  await pool.query("drop table if exists alone");
  await pool.query(ALONE);
  const write: Write = async (writer, count) => {
    const row = [`night-${writer}`, count, BODY, `discord:${writer}`, Date.now(), `${writer}-${count}`];
    await pool.query("insert into alone values ($1, $2, $3, $4, $5, $6)", row);
  };
  return { write, close: () => pool.end() };
}
