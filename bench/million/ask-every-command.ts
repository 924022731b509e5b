/**
 * A program that asks every command its own examples, and titles and names of the data as they are and misspelt, and
 * prints what each answer took.
 */
import { openBot } from "../../src/app/bot/bot.js";
import type { Catalog } from "../../src/catalog/catalog.js";
import { filmRow, rowIn } from "../../src/catalog/rows.js";
import { ask } from "../../src/chat/ask.js";
import type { Bot } from "../../src/chat/contract.js";
import { parseLocale } from "../../src/chat/locale.js";
import { misspelt } from "../tools/questions/misspelt.js";
import { randomNumbers } from "../tools/random.js";

/** Of one command. */
export interface Asked {
  readonly command: string;
  readonly lines: readonly string[];
  /** Milliseconds of each. */
  readonly times: readonly number[];
}

const NAMES = 60;
const WARM_UP_TURNS = 5;
const LOG = { info() {}, warn() {}, error() {} };

async function askEveryCommand(index: string): Promise<readonly Asked[]> {
  const bot = await openBot(index, { minimumVotes: 2000 }, LOG as never);
  await Promise.all([bot.edition.fullText(), bot.edition.recommender()]);
  // A picture is drawn by a thread of its own.
  const commands = bot.program.commands.filter(({ picture }) => picture === undefined);
  for (let turn = 0; turn < WARM_UP_TURNS; turn++)
    for (const { examples } of commands) for (const example of examples) await answered(bot, `/${example}`);
  const random = randomNumbers(30);
  const all: Asked[] = [];
  for (const { name, examples } of commands) {
    const texts = namesOf(bot.edition.catalog, random);
    const lines = [
      ...examples.map((example) => `/${example}`),
      ...Array.from(texts, (text) => `/${name} ${text}`),
    ];
    const times: number[] = [];
    for (const line of lines) times.push(await answered(bot, line));
    all.push({ command: name, lines, times });
  }
  return all;
}

/** @returns milliseconds */
async function answered(bot: Bot, line: string): Promise<number> {
  const since = performance.now();
  await ask(bot, line, {
    locale: parseLocale("es"),
    now: new Date("2026-11-30T12:00:00Z"),
    effect: "read",
  });
  return performance.now() - since;
}

/** Better known ones more often. */
function* namesOf({ films, people }: Catalog, random: () => number): Generator<string> {
  const upTo = (most: number) => Math.floor(random() * most);
  const known = (count: number) => Math.floor(random() ** 4 * count);
  for (let at = 0; at < NAMES; at++) {
    const title = films.title.get(filmRow(known(films.rowCount)));
    const name = people.name.get(rowIn("people", known(people.rowCount)));
    yield* [title, name, misspelt(title, upTo), misspelt(name, upTo)];
  }
}

const [, program, index] = process.argv;
if (program?.endsWith("ask-every-command.js") && index !== undefined)
  process.stdout.write(JSON.stringify(await askEveryCommand(index)), () => process.exit(0));
