/**
 * Votes of film nights with one program and with three over one PostgreSQL, behind a load balancer: how many a second are
 * acknowledged, how long one waits, and that none is lost, also where one of the three is killed. Everything runs on this
 * machine: the programs, PostgreSQL, the stand-in Telegram and the people who press. `REPLICAS_BENCH_SECONDS` is how long
 * each is measured.
 */
import { setTimeout as pause } from "node:timers/promises";
import { openStoreHere } from "../src/store/opening/here.js";
import { type Balancer, startBalancer } from "../standins/balancer/index.js";
import { NO_POSTGRES, startPostgres } from "../standins/postgres/index.js";
import {
  answerTo,
  buttonsOf,
  group,
  now,
  Person,
  type StandIn,
  startTelegram,
  type Telegram,
  TOKEN,
} from "../standins/telegram/index.js";
import { STARTER, withTemporaryFolder } from "./tools/data/bench-data.js";
import { measureProcess } from "./tools/programs/processes.js";
import { type Served, serveProgram } from "./tools/programs/servers.js";
import { duration, printTable } from "./tools/table.js";

const SECONDS = Number(process.env.REPLICAS_BENCH_SECONDS ?? 10);
const VOTERS = 32;
const NIGHTS = 8;
const FILMS = ["Volver", "Toy Story"];
/** Whoever is not answered by then presses again. */
const PATIENCE = 5_000;

interface Way {
  readonly what: string;
  readonly replicas: number;
  readonly nights: number;
  /** Whether one is killed in the middle. */
  readonly kill?: boolean;
}

const WAYS: readonly Way[] = [
  { what: "one program", replicas: 1, nights: NIGHTS },
  { what: "three", replicas: 3, nights: NIGHTS },
  { what: "three, all in one night", replicas: 3, nights: 1 },
  { what: "three, one killed −9", replicas: 3, nights: NIGHTS, kill: true },
];

interface Voted {
  /** Milliseconds until each vote was acknowledged. */
  readonly times: number[];
  /** Presses that nobody answered: whoever had them was killed. */
  unanswered: number;
}

export async function benchReplicas(): Promise<void> {
  if (NO_POSTGRES !== undefined) {
    process.stdout.write(`  PostgreSQL ${NO_POSTGRES}\n`);
    return;
  }
  await withTemporaryFolder(async (index) => {
    await measureProcess("index-build/main.js", ["--source", STARTER, "--out", index]);
    const postgres = await startPostgres(true);
    try {
      const rows = [];
      for (const way of WAYS) rows.push(await measure(way, index, await postgres.database()));
      printTable(rows);
    } finally {
      await postgres.remove();
    }
  });
}

async function measure(way: Way, index: string, databaseUrl: string): Promise<Record<string, string>> {
  const telegram = await startTelegram({ strict: false });
  const balancer = await startBalancer();
  const programs = await startPrograms(way.replicas, { index, databaseUrl, telegram, balancer });
  try {
    const panels = await openNights(telegram.standIn, way.nights);
    const people = Array.from({ length: VOTERS }, () => new Person(telegram.standIn));
    // Whatever is read when it is first needed is read now.
    await votes(telegram.standIn, people, panels, 1_000);
    const stored = await votesIn(databaseUrl);
    const killed =
      way.kill === true ? pause(SECONDS * 500).then(() => programs[0]?.stop("SIGKILL")) : undefined;
    const { times, unanswered } = await votes(telegram.standIn, people, panels, SECONDS * 1_000);
    await killed;
    const lost = times.length - ((await votesIn(databaseUrl)) - stored);
    times.sort((a, b) => a - b);
    const at = (share: number) =>
      duration(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN);
    return {
      programs: way.what,
      "votes/s": (times.length / SECONDS).toFixed(0),
      p50: at(0.5),
      p99: at(0.99),
      longest: at(1),
      "not answered": String(unanswered),
      "acknowledged and lost": String(Math.max(0, lost)),
    };
  } finally {
    await Promise.all(programs.map((program) => program.stop("SIGKILL")));
    await Promise.all([telegram.close(), balancer.close()]);
  }
}

interface Parts {
  readonly index: string;
  readonly databaseUrl: string;
  readonly telegram: Telegram;
  readonly balancer: Balancer;
}

async function startPrograms(
  count: number,
  { index, databaseUrl, telegram, balancer }: Parts,
): Promise<readonly Served[]> {
  const env = {
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: "error",
    LOCALE: "es",
    TELEGRAM_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_MODE: "webhook",
    TELEGRAM_WEBHOOK_URL: `${balancer.address}/telegram`,
    TELEGRAM_WEBHOOK_SECRET: "made-up_secret",
  };
  const programs = await Promise.all(
    Array.from({ length: count }, () => serveProgram(index, undefined, env)),
  );
  for (const { address } of programs) {
    while (!(await (await fetch(`${address}/readyz`)).text()).includes('"state":"up"')) await pause(50);
  }
  balancer.point(programs.map(({ address }) => address));
  return programs;
}

type Panel = Awaited<ReturnType<typeof answerTo>>;

async function openNights(standIn: StandIn, count: number): Promise<readonly Panel[]> {
  const panels: Panel[] = [];
  for (let night = 0; night < count; night += 1) {
    const [leader, place] = [new Person(standIn), group(standIn)];
    await answerTo(standIn, leader.says("/noche abrir cierra=4h", place));
    for (const film of FILMS) await answerTo(standIn, leader.says(`/noche proponer ${film}`, place));
    panels.push(await answerTo(standIn, leader.says("/noche", place)));
  }
  return panels;
}

/** Each person presses one film after the other, as soon as the press before was acknowledged. */
async function votes(
  standIn: StandIn,
  people: readonly Person[],
  panels: readonly Panel[],
  milliseconds: number,
): Promise<Voted> {
  const voted: Voted = { times: [], unanswered: 0 };
  const end = performance.now() + milliseconds;
  const voting = async (person: Person, at: number) => {
    const panel = panels[at % panels.length];
    for (let count = 0; panel && performance.now() < end; count += 1) {
      const [film] = buttonsOf(now(standIn, panel)).filter(({ text }) =>
        text.startsWith(FILMS[count % FILMS.length] ?? ""),
      );
      const begun = performance.now();
      const press = person.sendsData(panel, film?.callback_data ?? "");
      press.catch(() => undefined);
      if (await Promise.race([press, pause(PATIENCE, undefined)]))
        voted.times.push(performance.now() - begun);
      else voted.unanswered += 1;
    }
  };
  await Promise.all(people.map(voting));
  return voted;
}

/** How many are stored. */
async function votesIn(databaseUrl: string): Promise<number> {
  const store = await openStoreHere({ folder: "", databaseUrl });
  const { items } = await store.privacy.rows("night_events", { from: 0, size: 1_000_000 });
  await store.close();
  return items.filter(({ body }) => /"kind":"(?:voted|retracted)"/u.test(String(body))).length;
}
