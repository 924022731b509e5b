/**
 * How soon Discord has a first response: at 500 interactions a second for a minute, and when 5,000 come at once; half of
 * them commands, half completions. The program runs as people run it, in a process of its own, beside a stand-in
 * Discord; the peer is a bot on discord.js alone that answers everything with the same word.
 *
 * `DISCORD_BENCH_SECONDS` shortens the minute. With `DISCORD_BENCH_REFRESH=1` the program is measured quiet, and again
 * while a full index is built, held against the one in use and swapped in, over and over, until it has taken over at
 * least one; without the peer.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openCatalog } from "../src/catalog/open.js";
import { isMain } from "../src/cli/is-main.js";
import { PACKAGE_ROOT } from "../src/package-root.js";
import { eachLine } from "../src/refresh/build-index.js";
import { benchData, withTemporaryFolder } from "./data.js";
import { othersAtWork } from "./machine.js";
import { measureProcess } from "./processes.js";
import { loadStandIn } from "./stand-in.js";
import { duration, printTable } from "./table.js";

const RATE = 500;
const SECONDS = Number(process.env.DISCORD_BENCH_SECONDS ?? 60);
const BURST = 5000;
const PEER = "peer";
const WHILE_REFRESHING = process.env.DISCORD_BENCH_REFRESH === "1";
/** What Discord waits for a first response. */
const WINDOW = 3000;

/** What is used of the stand-in; `tests/standins/discord/types.ts` says more. */
interface StandIn {
  readonly token: string;
  readonly api: string;
  readonly gateway: { ready(count: number, patience: number): Promise<void> };
  readonly commands: { global(): readonly unknown[] };
  slash(asked: Asked): Promise<Result>;
  autocomplete(asked: Asked & { readonly focused: string }): Promise<Result>;
  close(): Promise<void>;
}

interface Asked {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
  readonly guild: string;
}

interface Result {
  readonly status: string;
  readonly firstResponseMs: number | undefined;
  readonly callback: { readonly type: number } | undefined;
}

interface StandIns {
  startDiscord(options: object): Promise<StandIn>;
}

interface Question {
  readonly command: string;
  readonly option: string;
  readonly value: string;
  /** Whether it is only being typed. */
  readonly typing: boolean;
}

export async function benchDiscord(): Promise<void> {
  const { name, folder } = benchData();
  await withTemporaryFolder(async (out) => {
    await measureProcess("index-build/main.js", ["--source", folder, "--out", out]);
    const questions = questionsOf(out);
    if (WHILE_REFRESHING) return whileRefreshing(name, folder, out, questions);
    const rows = [
      ...(await measure(`Claqueta, ${name} data`, questions, (discord) => startProgram(discord, out))).rows,
      ...(await measure("peer: discord.js alone, one word", questions, startPeer)).rows,
    ];
    printTable(rows);
  });
}

async function whileRefreshing(
  name: string,
  folder: string,
  out: string,
  questions: readonly Question[],
): Promise<void> {
  let adopted = 0;
  const program = (discord: StandIn) => startProgram(discord, out, () => adopted++);
  const quiet = await measure(`quiet, ${name} data`, questions, program);
  const refreshes = new Refreshes(folder, out);
  const start = async (discord: StandIn) => {
    const child = await program(discord);
    refreshes.start();
    return child;
  };
  // A build that gives way to answers takes its time: until the program has taken it over, the load goes on.
  let swaps = 0;
  const isOver = () => {
    swaps = adopted;
    return adopted > 0;
  };
  const busy = await measure("while refreshing", questions, start, isOver);
  await refreshes.stop();
  printTable([...quiet.rows, ...busy.rows]);
  const times = (at: number) => (busy.p99s[at] / quiet.p99s[at]).toFixed(1);
  process.stdout.write(
    `  ${swaps} versions were taken over under the load of ${RATE}/s; p99 is ${times(0)} × the quiet one, ` +
      `at once ${times(1)} × (target: ≤ 2 ×, none over 3 s)\n` +
      `  other programs used ${quiet.others.toFixed(2)} cores in the quiet part, ${busy.others.toFixed(2)} in the other\n`,
  );
}

/** Full refreshes, one after the other, each of a feed that differs from the last. */
class Refreshes {
  done = 0;
  #child: ChildProcess | undefined;
  #stopped = false;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly folder: string,
    private readonly out: string,
  ) {}

  start(): void {
    this.#running = this.#loop();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#child?.kill("SIGTERM");
    await this.#running;
  }

  async #loop(): Promise<void> {
    while (!this.#stopped) {
      // Our own catalogue in turn with the dataset alone: each swap is to another version.
      const starter = join(PACKAGE_ROOT, "data/starter");
      const SOURCES =
        this.done % 2 === 0 ? `folder:${this.folder},folder:${starter}` : `folder:${this.folder}`;
      const env = { PATH: process.env.PATH, DATA_DIR: this.out, SOURCES };
      const program = join(PACKAGE_ROOT, "dist/src/cli/refresh.js");
      this.#child = spawn(process.execPath, [program, "--force"], { env, stdio: "ignore" });
      const [code] = await once(this.#child, "close");
      if (code === 0) this.done++;
      else if (!this.#stopped) throw new Error(`a refresh ended with ${code}`);
    }
  }
}

/** Titles and names as people type them: whole, in lower case, or half of them. */
function questionsOf(root: string): Question[] {
  const { films, people } = openCatalog(root);
  const most = Math.min(500, films.rowCount);
  const questions: Question[] = [];
  for (let at = 0; at < most; at++) {
    const title = films.title.get(at).slice(0, 100).trim();
    const person = people.name.get(at % people.rowCount).slice(0, 100);
    const commands = ["pelicula", "votos", "recomendar", "score", "duracion"];
    const command = commands[at % commands.length] ?? "votos";
    questions.push({ command, option: "titulo", value: title.toLowerCase(), typing: false });
    questions.push({ command, option: "titulo", value: title.slice(0, 6), typing: true });
    questions.push({ command: "actor", option: "nombre", value: person.slice(0, 5), typing: true });
    questions.push({ command: "actor", option: "nombre", value: person.toLowerCase(), typing: false });
  }
  return questions.filter(({ value }) => value.trim() !== "");
}

interface Measured {
  /** Cores that other programs used while the load was steady. */
  readonly others: number;
  readonly rows: Record<string, string>[];
  /** Of the steady load, and of all at once. */
  readonly p99s: readonly [number, number];
}

async function measure(
  what: string,
  questions: readonly Question[],
  start: (discord: StandIn) => Promise<ChildProcess>,
  isOver: () => boolean = () => true,
): Promise<Measured> {
  const { startDiscord } = await loadStandIn<StandIns>("discord");
  const discord = await startDiscord({ openapi: false, rateLimits: false, answerTimeoutMs: 10_000 });
  const child = await start(discord);
  try {
    await discord.gateway.ready(1, 30_000);
    if (what.startsWith("peer")) await pause(500);
    else await until(() => discord.commands.global().length > 0);
    // What is read when it is first needed is read now.
    await burst(discord, questions, 200);
    const others = othersAtWork();
    const steady = await steadily(discord, questions, isOver);
    const busyWith = others();
    const sudden = await burst(discord, questions, BURST);
    const seconds = Math.round(steady.length / RATE);
    return {
      rows: [
        rowOf(`${what}: ${RATE}/s for ${seconds} s`, steady, "p99 ≤ 50 ms, none over 3 s"),
        rowOf(`${what}: ${BURST} at once`, sudden, "p99 ≤ 1.5 s, none over 3 s"),
      ],
      others: busyWith,
      p99s: [shareAt(steady, 0.99), shareAt(sudden, 0.99)],
    };
  } finally {
    // What was promised is answered before it ends.
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
    await discord.close();
  }
}

/** For the time of the bench, and on until what is to be measured beside it has happened; five times as long at most. */
async function steadily(
  discord: StandIn,
  questions: readonly Question[],
  isOver: () => boolean,
): Promise<number[]> {
  const asked: Promise<number>[] = [];
  const since = performance.now();
  for (let sent = 0; sent < RATE * SECONDS || (!isOver() && sent < RATE * SECONDS * 5); ) {
    const due = Math.ceil(((performance.now() - since) / 1000) * RATE);
    for (; sent < due; sent++) asked.push(ask(discord, questions, sent));
    await pause(2);
  }
  return Promise.all(asked);
}

function burst(discord: StandIn, questions: readonly Question[], count: number): Promise<number[]> {
  return Promise.all(Array.from({ length: count }, (_, at) => ask(discord, questions, at)));
}

/** Milliseconds until Discord had a first response; infinite where it never had. */
async function ask(discord: StandIn, questions: readonly Question[], at: number): Promise<number> {
  const { command, option, value, typing } = questions[at % questions.length] as Question;
  const asked = { command, options: { [option]: value }, guild: "77" };
  const result = typing
    ? await discord.autocomplete({ ...asked, focused: option })
    : await discord.slash(asked);
  return result.status === "answered" ? (result.firstResponseMs ?? 0) : Number.POSITIVE_INFINITY;
}

function rowOf(what: string, times: readonly number[], target: string): Record<string, string> {
  const at = (share: number) => shareAt(times, share);
  const shown = (ms: number) => (Number.isFinite(ms) ? duration(ms) : "never");
  return {
    what,
    p50: shown(at(0.5)),
    p99: shown(at(0.99)),
    longest: shown(at(1)),
    "over 3 s": String(times.filter((ms) => ms > WINDOW).length),
    target,
  };
}

/** The time within which such a share of the answers came. */
function shareAt(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** @param onAdopted called whenever it has taken over another version */
async function startProgram(
  discord: StandIn,
  data: string,
  onAdopted: () => void = () => undefined,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(PACKAGE_ROOT, "dist/src/main.js")], {
    env: { ...environment(discord), DATA_DIR: data, PORT: "0", LOG_LEVEL: "info" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  eachLine(child.stderr, (line) => {
    if (line.includes("a new version of the index is in use")) onAdopted();
    else if (/"level":[56]0/u.test(line)) process.stderr.write(`${line}\n`);
  });
  return child;
}

async function startPeer(discord: StandIn): Promise<ChildProcess> {
  return spawn(process.execPath, [fileURLToPath(import.meta.url), PEER], {
    env: environment(discord),
    stdio: ["ignore", "ignore", "inherit"],
  });
}

function environment({ token, api }: StandIn): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, DISCORD_TOKEN: token, DISCORD_API_URL: api, LOCALE: "es" };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function until(met: () => boolean): Promise<void> {
  while (!met()) await pause(20);
}

if (isMain(import.meta.url) && process.argv[2] === PEER) await servePeer();

/** The least that a bot on the library does. */
async function servePeer(): Promise<void> {
  const { Client, Events } = await import("discord.js");
  const client = new Client({ intents: 0, rest: { api: process.env.DISCORD_API_URL } });
  client.on(Events.Error, () => undefined);
  client.on(Events.InteractionCreate, (interaction) => {
    const sent = interaction.isAutocomplete()
      ? interaction.respond([])
      : interaction.isChatInputCommand()
        ? interaction.reply("hola")
        : undefined;
    sent?.catch(() => undefined);
  });
  await client.login(process.env.DISCORD_TOKEN);
}
