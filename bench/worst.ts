/**
 * What each question costs at worst: every command asked with hostile texts, with titles and names of the data that are
 * cut, mixed up and misspelt, and with letters by chance. One client within its limit must not keep a core busy.
 * Told in processor time, which other programs on the machine do not use up.
 * BENCH_WORST names commands, "recomendar,buscar", where not all are to be asked.
 */
import { openBot } from "../src/app/bot/bot.js";
import { filmRow, rowIn } from "../src/catalog/rows.js";
import { ask } from "../src/chat/ask.js";
import type { Bot, Command } from "../src/chat/contract.js";
import { complete } from "../src/chat/line/complete.js";
import { parseLocale } from "../src/chat/locale.js";
import { withIndex } from "./tools/data/with-index.js";
import { hostileTexts } from "./tools/questions/hostile-texts.js";
import { misspelt } from "./tools/questions/misspelt.js";
import { randomNumbers } from "./tools/random.js";
import { printTable } from "./tools/table.js";

/** Milliseconds. */
const TARGET = 15;
/** Characters: what is longer is cut before anything is done with it. */
const LENGTHS = [40, 200];
const NAMES = 300;
/** Questions that are told in full where they take longer than they may. */
const TOLD = 5;
/** A collection of garbage is no cost of a question: what is asked again in another turn counts. */
const TURNS = 4;

const NO_LOG = { info() {}, warn() {}, error() {} };
const LOCALE = parseLocale("es");
const NOW = new Date("2026-11-30T12:00:00Z");

interface Cost {
  readonly line: string;
  /** Milliseconds of the processor for which the event loop was held at most. */
  readonly ms: number;
  /** Milliseconds of the processor until it was answered. */
  readonly whole: number;
}

export async function benchWorst(): Promise<void> {
  await withIndex(async (index) => {
    const bot = await openBot(index, { minimumVotes: 2000 }, NO_LOG as never);
    await Promise.all([bot.edition.fullText(), bot.edition.recommender()]);
    const wanted = process.env.BENCH_WORST?.split(",");
    // A picture is drawn by a thread of its own.
    const commands = bot.program.commands.filter(
      ({ name, picture }) => picture === undefined && (wanted === undefined || wanted.includes(name)),
    );
    await warmUp(bot, commands);
    const all: [what: string, costs: readonly Cost[]][] = [];
    for (const { name } of commands) all.push([`/${name}`, await costs(bot, (text) => `/${name} ${text}`)]);
    all.push(["in somebody's own words", await costs(bot, (text) => text)]);
    all.push(["half a line, completed", await costs(bot, (text) => text, completed)]);
    printTable(all.map(([what, found]) => row(what, found)));
    for (const [what, found] of all) for (const cost of above(found)) console.log(told(what, cost));
  });
}

async function warmUp(bot: Bot, commands: readonly Command[]): Promise<void> {
  for (let turn = 0; turn < 30; turn++) {
    for (const { examples } of commands) for (const example of examples) await answered(bot, `/${example}`);
  }
}

async function answered(bot: Bot, line: string): Promise<void> {
  await ask(bot, line, { locale: LOCALE, now: NOW, effect: "read" });
}

async function completed(bot: Bot, line: string): Promise<void> {
  complete(bot, line, LOCALE);
}

async function costs(
  bot: Bot,
  lineOf: (text: string) => string,
  ask: (bot: Bot, line: string) => Promise<void> = answered,
): Promise<readonly Cost[]> {
  const turns = Array.from({ length: TURNS }, (_, turn) => [...textsFor(bot, turn)]);
  const [first = [], ...others] = turns;
  const found: Cost[] = [];
  for (const [at, text] of first.entries()) {
    let cost = await costOf(bot, lineOf(text), ask);
    for (const texts of others) {
      if (cost.ms <= TARGET / 3) break;
      const again = await costOf(bot, lineOf(texts[at] ?? text), ask);
      if (again.ms < cost.ms) cost = again;
    }
    found.push(cost);
  }
  return found;
}

/** What counts is how long others have to wait: of an answer that is made in several turns the longest. */
async function costOf(bot: Bot, line: string, ask: (bot: Bot, line: string) => Promise<void>): Promise<Cost> {
  const since = processorMs();
  let [turn, longest, isOver] = [since, 0, false];
  const look = () => {
    const now = processorMs();
    longest = Math.max(longest, now - turn);
    turn = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  await ask(bot, line);
  isOver = true;
  look();
  return { line, ms: longest, whole: processorMs() - since };
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function* textsFor({ edition: { catalog } }: Bot, turn: number): Generator<string> {
  for (const length of LENGTHS) yield* hostileTexts(length, turn);
  const random = randomNumbers(30 + turn);
  const upTo = (most: number) => Math.floor(random() * most);
  const { films, people } = catalog;
  const title = () => films.title.get(filmRow(upTo(films.rowCount)));
  const name = () => people.name.get(rowIn("people", upTo(people.rowCount)));
  for (let at = 0; at < NAMES; at++) {
    const letters = Array.from({ length: 3 + upTo(197) }, () => "aeiourlstnm dcbpv"[upTo(17)]).join("");
    yield misspelt(title(), upTo);
    yield misspelt(name(), upTo);
    yield `${title()} ${misspelt(title(), upTo)}`;
    yield `${misspelt(title(), upTo)} de ${misspelt(name(), upTo)}`;
    yield Array.from({ length: 8 }, title).join(" ");
    yield letters;
  }
}

/** The worst of those that take longer than they may. */
function above(costs: readonly Cost[]): readonly Cost[] {
  return costs
    .filter(({ ms }) => ms > TARGET)
    .sort((a, b) => b.ms - a.ms)
    .slice(0, TOLD);
}

function told(what: string, { line, ms, whole }: Cost): string {
  return `${what}: ${ms.toFixed(1)} of ${whole.toFixed(1)} ms: ${JSON.stringify(line)}`;
}

function row(what: string, costs: readonly Cost[]): Record<string, string> {
  const sorted = [...costs].sort((a, b) => a.ms - b.ms);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.ms ?? 0;
  const worst = sorted.at(-1);
  return {
    what,
    questions: String(costs.length),
    p50: `${at(0.5).toFixed(2)} ms`,
    p99: `${at(0.99).toFixed(2)} ms`,
    p100: `${worst?.ms.toFixed(1)} ms`,
    answered: `${Math.max(...costs.map(({ whole }) => whole)).toFixed(1)} ms`,
    target: `p100 ≤ ${TARGET} ms`,
    worst: JSON.stringify(worst?.line.slice(0, 60) ?? ""),
  };
}
