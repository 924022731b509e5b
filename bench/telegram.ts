/**
 * How soon people on Telegram are answered when 1,000 write at once. The program runs as people run it, in a process of
 * its own, beside a stand-in Telegram. The peers are grammY alone, answering everything with the same word: with the
 * runner, and with its built-in polling.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openCatalog } from "../src/catalog/open.js";
import { filmRow, rowIn } from "../src/catalog/rows.js";
import { isMain } from "../src/cli/is-main.js";
import { PACKAGE_ROOT } from "../src/package-root.js";
import { Person, type StandIn, startTelegram, TOKEN } from "../standins/telegram/index.js";
import { withIndex } from "./tools/data/with-index.js";
import { comparesStores, withStores } from "./tools/programs/stores.js";
import { duration, median, printTable } from "./tools/table.js";

const BURST = 1_000;
const ROUNDS = 7;
const TARGET = "p99 ≤ 1 s, none lost, none twice";
const PEER = "telegram-peer";
/** Whoever has no answer by then has none. */
const PATIENCE = 60_000;
/** Long enough for a second answer to show. */
const AFTERMATH = 500;

interface Burst {
  /** Milliseconds until each answer, in order. */
  readonly times: readonly number[];
  readonly lost: number;
  readonly twice: number;
  readonly refused: number;
}

type Start = (root: string, token: string) => ChildProcess;

export async function benchTelegram(): Promise<void> {
  await withIndex(async (out, name) => {
    const lines = linesOf(out);
    const rows: Record<string, string>[] = [];
    await withStores(async (stores) => {
      for (const { label, env } of stores)
        rows.push(await measure(`Claqueta, ${name} data${label}`, lines, startProgram(out, env), TARGET));
    });
    if (comparesStores()) return printTable(rows);
    printTable([
      ...rows,
      await measure("peer: grammY and its runner, one word", lines, startPeer("runner"), ""),
      await measure("peer: grammY's own polling, one word", lines, startPeer("built-in"), ""),
    ]);
  });
}

/** Commands, titles and questions as people write them. */
function linesOf(root: string): string[] {
  const { films, people } = openCatalog(root);
  return Array.from({ length: BURST }, (_, at) => {
    const title = films.title.get(filmRow(at % films.rowCount)).slice(0, 100);
    const person = people.name.get(rowIn("people", at % people.rowCount)).slice(0, 100);
    const forms = [
      `/pelicula ${title}`,
      `/votos ${title.toLowerCase()}`,
      title,
      `/actor ${person}`,
      `/recomendar ${title}`,
    ];
    return forms[at % forms.length] ?? title;
  });
}

async function measure(
  what: string,
  lines: readonly string[],
  start: Start,
  target: string,
): Promise<Record<string, string>> {
  const telegram = await startTelegram({ strict: false });
  const child = start(telegram.root, TOKEN);
  try {
    await until(() => telegram.standIn.calls.all.some(({ method }) => method === "getUpdates"));
    await pause(1_000);
    // What is read when it is first needed is read now.
    await burst(telegram.standIn, lines.slice(0, 100));
    const rounds: Burst[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await burst(telegram.standIn, lines));
    return rowOf(what, rounds, target);
  } finally {
    child.kill("SIGTERM");
    await telegram.close();
  }
}

async function burst(standIn: StandIn, lines: readonly string[]): Promise<Burst> {
  const people = lines.map(() => new Person(standIn));
  standIn.calls.clear();
  const since = performance.now();
  for (const [at, person] of people.entries()) person.says(lines[at] ?? "");
  const sends = () => standIn.calls.all.filter(({ method }) => /^send(?:Message|Photo)$/u.test(method));
  const answered = () => new Set(sends().map(({ payload }) => payload.chat_id));
  await until(() => answered().size >= people.length || performance.now() - since > PATIENCE);
  await pause(AFTERMATH);
  const first = new Map<unknown, number>();
  for (const { payload, at } of sends())
    first.set(payload.chat_id, Math.min(at - since, first.get(payload.chat_id) ?? Infinity));
  return {
    times: [...first.values()].sort((a, b) => a - b),
    lost: people.length - first.size,
    twice: sends().length - first.size,
    refused: standIn.calls.all.filter(({ refusal }) => refusal !== undefined).length,
  };
}

/** Of the middle round, since others use the machine too; the longest is that of all. */
function rowOf(what: string, rounds: readonly Burst[], target: string): Record<string, string> {
  const at = (share: number) =>
    duration(median(rounds.map(({ times }) => times[Math.ceil(times.length * share) - 1] ?? Number.NaN)));
  const sum = (of: (round: Burst) => number) => String(rounds.reduce((total, round) => total + of(round), 0));
  return {
    what: `${what}: ${BURST} at once, ${rounds.length} times`,
    p50: at(0.5),
    p99: at(0.99),
    longest: duration(Math.max(...rounds.map(({ times }) => times.at(-1) ?? 0))),
    lost: sum(({ lost }) => lost),
    twice: sum(({ twice }) => twice),
    refused: sum(({ refused }) => refused),
    target,
  };
}

function startProgram(out: string, more: Readonly<Record<string, string>>): Start {
  return (root, token) =>
    spawn(process.execPath, [join(PACKAGE_ROOT, "dist/src/main.js")], {
      env: {
        ...environment(),
        ...more,
        DATA_DIR: out,
        PORT: "0",
        TELEGRAM_TOKEN: token,
        TELEGRAM_API_ROOT: root,
      },
      stdio: ["ignore", "ignore", "inherit"],
    });
}

function startPeer(kind: string): Start {
  return (root, token) =>
    spawn(process.execPath, [fileURLToPath(import.meta.url), PEER, kind, root, token], {
      env: environment(),
      stdio: ["ignore", "ignore", "inherit"],
    });
}

/** Without what would start other surfaces. */
function environment(): NodeJS.ProcessEnv {
  const others = /^(?:DISCORD|TELEGRAM)_/u;
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !others.test(name))),
    LOG_LEVEL: "error",
  };
}

if (isMain(import.meta.url) && process.argv[2] === PEER) await servePeer();

async function servePeer(): Promise<void> {
  const [kind, apiRoot = "", token = ""] = process.argv.slice(3);
  const { Bot } = await import("grammy");
  const { run } = await import("@grammyjs/runner");
  const bot = new Bot(token, { client: { apiRoot } });
  bot.on("message", (context) => context.reply("Hola"));
  if (kind === "runner") run(bot);
  else await bot.start();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE + 1_000;
  while (!holds() && performance.now() < end) await pause(20);
}
