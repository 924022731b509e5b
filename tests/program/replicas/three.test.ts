/**
 * Three programs over one PostgreSQL, behind a load balancer: whoever is given an update, all know what was said, set and
 * voted. One is killed with −9 while people vote.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { outcome } from "../../../src/events/night/outcome.js";
import { openNights } from "../../../src/nights/lists.js";
import { readNight } from "../../../src/nights/nights.js";
import { openStoreHere } from "../../../src/store/opening/here.js";
import type { Store } from "../../../src/store/port.js";
import { type Balancer, startBalancer } from "../../../standins/balancer/index.js";
import { NO_POSTGRES, type Postgres, startPostgres } from "../../../standins/postgres/index.js";
import {
  answersTo,
  answerTo,
  group,
  messagesIn,
  now,
  Person,
  readable,
  startTelegram,
  type Telegram,
  TOKEN,
} from "../../../standins/telegram/index.js";
import { allRounds, nightBot } from "../../support/night-bot.js";
import { HOUR } from "../../support/nights.js";
import { MAIN, type RunningProgram, run } from "../../support/running-program.js";
import { starter } from "../../support/starter-index.js";
import { runTelegram } from "../../support/telegram-running.js";

const REPLICAS = 3;
const PEOPLE = 12;
/** How long a person waits for their press before they look whether it counted. */
const PATIENCE = 3_000;

describe.skipIf(NO_POSTGRES)(`three replicas ${NO_POSTGRES ?? ""}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "claqueta-replicas-"));
  let postgres: Postgres;
  let databaseUrl: string;
  let telegram: Telegram;
  let balancer: Balancer;
  let programs: RunningProgram[];
  let store: Store;

  beforeAll(async () => {
    [postgres, telegram, balancer] = await Promise.all([
      startPostgres(true),
      startTelegram(),
      startBalancer(),
    ]);
    databaseUrl = await postgres.database();
    const env = {
      PATH: process.env.PATH,
      DATA_DIR: starter.root,
      DATABASE_URL: databaseUrl,
      PORT: "0",
      LOCALE: "es",
      // Three programs and a database on one busy machine: what they share is waited for.
      STORE_PATIENCE_MS: "5000",
      TELEGRAM_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: telegram.root,
      TELEGRAM_MODE: "webhook",
      TELEGRAM_WEBHOOK_URL: `${balancer.address}/telegram`,
      TELEGRAM_WEBHOOK_SECRET: "made-up_secret",
    };
    programs = Array.from({ length: REPLICAS }, () =>
      run(process.execPath, [MAIN], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] }),
    );
    await Promise.all(programs.map((program) => program.until("http://127.0.0.1")));
    await Promise.all(programs.map(isReady));
    balancer.point(programs.map(({ address }) => address));
    store = await openStoreHere({ folder: "", databaseUrl });
  });
  afterAll(async () => {
    await Promise.all(programs.map((program) => program.end("SIGKILL")));
    await Promise.all([store.close(), telegram.close(), balancer.close()]);
    await postgres.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const asks = async (person: Person, text: string, place = person.home) =>
    readable(await answerTo(telegram.standIn, person.says(text, place), 30_000));

  it("answer what is said next though another answered before, and once what comes twice", async () => {
    const { standIn } = telegram;
    const ana = new Person(standIn);
    expect(await asks(ana, "terror de los 80")).toContain("198");
    const before = balancer.handed.length;
    const first = balancer.handed.at(-1);
    const followed = await asks(ana, "¿y de los 90?");
    expect(followed).toMatch(/199\d/u);
    expect(followed).not.toMatch(/198\d/u);
    // What is handed out is noted before anybody can answer it.
    expect(balancer.handed.slice(before).some((target) => target !== first)).toBe(true);

    standIn.updates.double(1);
    const asked = ana.says("/votos titanic");
    await answerTo(standIn, asked, 30_000);
    await until(() => standIn.updates.pending === 0);
    await pause(300);
    expect(await answersTo(standIn, asked)).toHaveLength(1);
    const repeated = await Promise.all(programs.map((program) => figure(program, "repeated")));
    expect(repeated.reduce((sum, one) => sum + one, 0)).toBe(1);
  });

  it("hold to what was set at one of them", async () => {
    const { standIn } = telegram;
    const admin = new Person(standIn);
    const place = group(standIn);
    standIn.world.find(place.chat.id)?.administrators.push(admin.user);
    // Each knows how it stood before.
    for (let replica = 0; replica < REPLICAS; replica++)
      expect(await asks(admin, "/votos titanic", place)).toContain("Titanic");
    expect(await asks(admin, "/ajustes comandos -votos", place)).toContain("Guardado");
    let off = 0;
    for (const end = Date.now() + 60_000; off < REPLICAS && Date.now() < end; await pause(200)) {
      const said = await asks(admin, "/votos titanic", place);
      off = said.includes("está apagado") ? off + 1 : 0;
    }
    expect(off).toBe(REPLICAS);
  });

  it("count every acknowledged vote once though one is killed, and announce once", async () => {
    const { standIn } = telegram;
    const place = group(standIn);
    const people = Array.from({ length: PEOPLE }, (_, at) => new Person(standIn, { name: `P${at}` }));
    const [leader = new Person(standIn)] = people;
    await asks(leader, "/noche abrir cierra=4h", place);
    for (const film of ["Volver", "Toy Story"]) await asks(leader, `/noche proponer ${film}`, place);
    const panel = await answerTo(standIn, leader.says("/noche", place), 30_000);

    let voted = 0;
    const killer = (async () => {
      while (voted < PEOPLE / 3) await pause(5);
      await programs[0]?.end("SIGKILL");
    })();
    const vote = async (person: Person, at: number) => {
      const film = at % 3 === 0 ? /^Toy Story/u : /^Volver/u;
      for (;;) {
        if (await acknowledged(person.presses(now(standIn, panel), film))) break;
        // The button went on spinning: one looks before one presses again.
        const own = await acknowledged(person.presses(now(standIn, panel), "Mi voto"));
        if (String(own?.text ?? "").startsWith("Tu voto:")) break;
      }
      voted++;
    };
    // Some at once, so that there is always a vote under way.
    for (let from = 0; from < PEOPLE; from += 4)
      await Promise.all(people.slice(from, from + 4).map((person, at) => vote(person, from + at)));
    await killer;

    const [listed] = await openNights(store, `telegram:${place.chat.id}`);
    const kept = await readNight(store, listed?.id ?? "");
    expect(kept?.night.ballots.size).toBe(PEOPLE);
    const tally = kept && outcome(kept.night).tally;
    const votes = tally?.method === "approval" ? tally.approvals.map((one) => one.votes) : [];
    expect(votes).toEqual([(PEOPLE * 2) / 3, PEOPLE / 3]);

    // What is due is done by one of those who look for it.
    const open = () => openStoreHere({ folder: "", databaseUrl });
    const night = await nightBot({ open });
    const { surface } = await runTelegram(night.bot, { telegram, wait: false });
    const runners = await Promise.all([1, 2, 3].map(() => night.runner(surface, () => 6 * HOUR)));
    await allRounds(runners);
    const results = messagesIn(standIn, place).filter((message) =>
      readable(message).includes("La votación terminó."),
    );
    expect(results).toHaveLength(1);
    expect(results[0] && readable(results[0])).toContain("Ganó Volver");
  });
});

async function isReady({ address }: RunningProgram): Promise<void> {
  await until(async () => {
    const { surfaces } = (await (await fetch(`${address}/readyz`)).json()) as {
      surfaces: readonly { name: string; state: string }[];
    };
    return surfaces.some(({ name, state }) => name === "telegram" && state === "up");
  });
}

/** What became of a program's questions. */
async function figure({ address }: RunningProgram, name: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  const line = new RegExp(`^claqueta_surface_${name}_total\\{surface="telegram"\\} (\\d+)$`, "mu");
  return Number(line.exec(text)?.[1]);
}

async function until(met: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await met())) {
    if (Date.now() > end) throw new Error("it does not come to that");
    await pause(20);
  }
}

/** What a press is acknowledged with; undefined where the program died before. */
async function acknowledged<Answer>(press: Promise<Answer>): Promise<Answer | undefined> {
  press.catch(() => undefined);
  return Promise.race([press, pause(PATIENCE, undefined)]);
}
