/**
 * Messages as people write them, each said alone to the whole bot, by kind: understood, wrongly understood, asked back,
 * and how long understanding takes. Beside it what the phrases reach that commands declare.
 */
import { latency, rate } from "../../../bench/tools/figures.js";
import { printTable } from "../../../bench/tools/table.js";
import { createEdition } from "../../../src/app/bot/edition.js";
import { createPorts } from "../../../src/app/bot/ports.js";
import { createProgram } from "../../../src/app/bot/program.js";
import { createLog } from "../../../src/app/log.js";
import { type Catalog, filmById } from "../../../src/catalog/catalog.js";
import { filmTitles } from "../../../src/catalog/film.js";
import type { Bot } from "../../../src/chat/contract.js";
import { type Message, type MessageSet, messageSets, readMessages } from "../../questions/messages.js";
import { isLackedFilm } from "./lacked.js";
import { phrasesOf } from "./phrases.js";
import { leastTimes } from "./times.js";
import { meaningOf, understoodOf } from "./understood.js";
import { showsFilm, type Understanding, type Verdict, verdictOf } from "./verdict.js";

const MINIMUM_VOTES = 2000;

interface Judged {
  readonly message: Message;
  readonly got: Understanding;
  readonly verdict: Verdict;
  readonly ms: number;
  readonly phrases: Verdict;
}

export interface MessagesFlags {
  readonly misses: boolean;
  /** The only messages that are wanted; undefined: every set that is there. */
  readonly file?: string | undefined;
}

export async function evaluateMessages(catalog: Catalog, { misses, file }: MessagesFlags): Promise<void> {
  const { sets, absent } = file === undefined ? messageSets() : { sets: [readMessages(file)], absent: [] };
  for (const path of absent) process.stdout.write(`  not here: ${path}\n`);
  const bot: Bot = {
    edition: createEdition(catalog),
    program: createProgram({ minimumVotes: MINIMUM_VOTES }),
    ports: createPorts(createLog("error", process.env)),
  };
  const judged: Judged[] = [];
  for (const set of sets) {
    const own = await judgeSet(bot, set);
    print(set.name, own);
    if (misses) own.filter(({ verdict }) => verdict !== "understood").forEach(printMiss);
    judged.push(...own);
  }
  if (sets.length > 1) print("all sets", judged);
}

async function judgeSet(bot: Bot, { messages }: MessageSet): Promise<Judged[]> {
  const phrases = phrasesOf(bot);
  const times = await leastTimes(
    messages.map(
      ({ text }) =>
        () =>
          meaningOf(bot, text),
    ),
  );
  const judged: Judged[] = [];
  for (const [at, message] of messages.entries()) {
    const got = await understoodOf(bot, message.text);
    judged.push({
      message,
      got,
      verdict: judge(bot, message, got),
      ms: times[at] ?? Number.NaN,
      phrases: judge(bot, message, await phrases(message.text)),
    });
  }
  return judged;
}

function judge({ edition }: Bot, message: Message, got: Understanding): Verdict {
  const isLacked = isLackedFilm(message, got, (id) => titlesOf(edition.catalog, id));
  return isLacked ? "understood" : verdictOf(message.accept, got);
}

function titlesOf(catalog: Catalog, id: number): string[] {
  const row = filmById(catalog, id);
  if (row === undefined) return [];
  return Object.values(filmTitles(catalog, row)).filter((title) => title !== undefined);
}

function print(name: string, judged: readonly Judged[]): void {
  const kinds = [...new Set(judged.map(({ message }) => message.kind))];
  process.stdout.write(`\n${name}\n`);
  printTable([
    ...kinds.map((kind) =>
      row(
        kind,
        judged.filter(({ message }) => message.kind === kind),
      ),
    ),
    row("(to /descubrir)", judged.filter(isToDiscover)),
    row("all", judged),
  ]);
  const talk = judged.filter(({ message }) => message.accept[0].command === null);
  const films = talk.filter(({ got }) => showsFilm(got.outcome)).length;
  process.stdout.write(`  talk answered with a film: ${films} of ${talk.length}\n`);
}

function isToDiscover({ message }: Judged): boolean {
  return message.accept[0].command === "descubrir";
}

function row(kind: string, judged: readonly Judged[]): Record<string, string> {
  const share = (part: (one: Judged) => boolean) => rate(judged.filter(part).length, judged.length);
  const { p50, p99 } = latency(judged.map(({ ms }) => ms));
  return {
    kind,
    messages: String(judged.length),
    understood: share(({ verdict }) => verdict === "understood"),
    "wrongly understood": share(({ verdict }) => verdict === "wrong"),
    "asked back": share(({ verdict }) => verdict === "asked"),
    p50,
    p99,
    "phrases alone": share(({ phrases }) => phrases === "understood"),
    "theirs wrong": share(({ phrases }) => phrases === "wrong"),
  };
}

function printMiss({ message, verdict, got }: Judged): void {
  const { text, kind, accept } = message;
  const understood = JSON.stringify(got.understood);
  process.stdout.write(`  ${verdict} · ${kind}: “${text}”\n`);
  for (const reading of accept) process.stdout.write(`      accepted ${JSON.stringify(reading)}\n`);
  process.stdout.write(`      got ${got.outcome?.status ?? "–"} ${understood}\n`);
}
