/** The load of the Discord benchmarks: a stand-in Discord, the program beside it, and questions as people ask them. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { openCatalog } from "../../src/catalog/open.js";
import { filmRow, rowIn } from "../../src/catalog/rows.js";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { eachLine } from "../../src/refresh/run/build-index.js";
import { type StandIn, startDiscord } from "../../standins/discord/index.js";
import { duration } from "../tools/table.js";

/** Interactions a second. */
export const RATE = 500;
/** Interactions at once. */
export const BURST = 5000;
/** What Discord waits for a first response. */
const WINDOW = 3000;
const WARMING_UP = 200;

export interface Question {
  readonly command: string;
  readonly option: string;
  readonly value: string;
  /** Whether it is only being typed. */
  readonly typing: boolean;
}

/** Titles and names as people type them: whole, in lower case, or half of them. */
export function questionsOf(root: string): Question[] {
  const { films, people } = openCatalog(root);
  const most = Math.min(500, films.rowCount);
  const questions: Question[] = [];
  for (let at = 0; at < most; at++) {
    const title = films.title.get(filmRow(at)).slice(0, 100).trim();
    const person = people.name.get(rowIn("people", at % people.rowCount)).slice(0, 100);
    const commands = ["pelicula", "votos", "recomendar", "score", "duracion"];
    const command = commands[at % commands.length] ?? "votos";
    questions.push({ command, option: "titulo", value: title.toLowerCase(), typing: false });
    questions.push({ command, option: "titulo", value: title.slice(0, 6), typing: true });
    questions.push({ command: "actor", option: "nombre", value: person.slice(0, 5), typing: true });
    questions.push({ command: "actor", option: "nombre", value: person.toLowerCase(), typing: false });
  }
  return questions.filter(({ value }) => value.trim() !== "");
}

export interface BotOptions {
  /** Whether it registers commands, which it is given the time to. */
  readonly registers: boolean;
  readonly questions: readonly Question[];
  /** Milliseconds that it is left alone after its start. */
  readonly settling?: number;
}

/** Starts a stand-in and a bot beside it, and ends both. */
export async function withBot<T>(
  start: (discord: StandIn) => ChildProcess,
  { registers, questions, settling = 0 }: BotOptions,
  use: (discord: StandIn) => Promise<T>,
): Promise<T> {
  const discord = await startDiscord({ openapi: false, rateLimits: false, answerTimeoutMs: 10_000 });
  const child = start(discord);
  try {
    await discord.gateway.ready(1, 30_000);
    if (!registers) await pause(500);
    while (registers && discord.commands.global().length === 0) await pause(20);
    await pause(settling);
    // What is read when it is first needed is read now.
    await burst(discord, questions, WARMING_UP);
    return await use(discord);
  } finally {
    // What was promised is answered before it ends.
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
    await discord.close();
  }
}

/**
 * The program as people run it.
 * @param onAdopted called whenever it has taken over another version
 * @param more of its environment
 */
export function startProgram(
  discord: StandIn,
  data: string,
  onAdopted: () => void = () => undefined,
  more: Readonly<Record<string, string>> = {},
): ChildProcess {
  const child = spawn(process.execPath, [join(PACKAGE_ROOT, "dist/src/main.js")], {
    env: { ...environment(discord), ...more, DATA_DIR: data, PORT: "0", LOG_LEVEL: "info" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  eachLine(child.stderr, (line) => {
    if (line.includes("a new version of the index is in use")) onAdopted();
    else if (/"level":[56]0/u.test(line)) process.stderr.write(`${line}\n`);
  });
  return child;
}

export function environment({ token, api }: StandIn): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, DISCORD_TOKEN: token, DISCORD_API_URL: api, LOCALE: "es" };
}

/** Asks at `RATE`, beginning with the `from`-th question, until it is over; gives the milliseconds of each answer. */
export async function steadily(
  discord: StandIn,
  questions: readonly Question[],
  from: number,
  isOver: (seconds: number) => boolean,
): Promise<number[]> {
  const asked: Promise<number>[] = [];
  const since = performance.now();
  const seconds = () => (performance.now() - since) / 1000;
  while (!isOver(seconds())) {
    const due = Math.ceil(seconds() * RATE);
    while (asked.length < due) asked.push(ask(discord, questions, from + asked.length));
    await pause(2);
  }
  return Promise.all(asked);
}

export function burst(discord: StandIn, questions: readonly Question[], count: number): Promise<number[]> {
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

export function rowOf(what: string, times: readonly number[], target: string): Record<string, string> {
  const shown = (share: number) => {
    const ms = within(times, share);
    return Number.isFinite(ms) ? duration(ms) : "never";
  };
  return {
    what,
    p50: shown(0.5),
    p99: shown(0.99),
    longest: shown(1),
    "over 3 s": String(times.filter((ms) => ms > WINDOW).length),
    target,
  };
}

/** The time within which such a share of the answers came. */
export function within(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
