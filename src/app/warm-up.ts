/**
 * Questions asked of ourselves after the start, while nobody else asks: a program that has just started answers several
 * times slower than one whose code is compiled, and whoever asks first should not wait for that.
 */
import { setTimeout as pause } from "node:timers/promises";
import { eachRow, type HasRows } from "../catalog/rows.js";
import { describe } from "../chat/command/describe.js";
import type { OptionKind } from "../chat/command/options.js";
import type { Bot, Command } from "../chat/contract.js";
import { MemoryLanguageChoices } from "../surface/memory/language-choices.js";
import { MemoryLastAnswers } from "../surface/memory/last-answers.js";
import { MemoryShortKeys } from "../surface/memory/short-keys.js";
import type { Surface, SurfaceOptions } from "../surface/port.js";

/** After as many questions there is little left to gain. */
const LINES = 500;
/** While others ask they are answered alone: until nobody has for so long. */
const QUIET_MS = 250;
/** Whoever is still busy after that is warm. */
const LONGEST_MS = 120_000;

type Practising = Pick<Surface, "figures" | "practise">;

/** Practises until it is warm or `signal` aborts. Rejects for bugs alone. */
export async function warmUp(
  surfaces: readonly Practising[],
  { bot: current }: Pick<SurfaceOptions, "bot">,
  signal: AbortSignal,
): Promise<void> {
  const practising = surfaces.filter((surface) => surface.practise !== undefined);
  if (practising.length === 0) return;
  const until = performance.now() + LONGEST_MS;
  const isOver = () => signal.aborted || performance.now() > until;
  const bot = keepingNothing(current());
  let known = answered(surfaces);
  for (const line of linesFor(bot)) {
    while (!isOver() && (isAsked(surfaces) || answered(surfaces) !== known)) {
      known = answered(surfaces);
      await pause(QUIET_MS);
    }
    for (const surface of practising) {
      if (isOver()) return;
      const since = performance.now();
      await surface.practise?.(line, bot);
      // At most half of the processor's time: whoever comes now does not wait long.
      await pause(performance.now() - since);
    }
  }
}

/** Whether somebody waits for an answer now. */
function isAsked(surfaces: readonly Practising[]): boolean {
  return surfaces.some(({ figures }) => figures.inFlight > 0);
}

/** Questions whose answers went out, or were given up. */
function answered(surfaces: readonly Practising[]): number {
  return surfaces.reduce((sum, { figures }) => sum + figures.answered + figures.lost, 0);
}

/** One that nothing of what it is asked is kept by. */
function keepingNothing({ edition, program, ports: { log } }: Bot): Bot {
  const ports = {
    log,
    lastAnswers: new MemoryLastAnswers(),
    shortKeys: new MemoryShortKeys(),
    languages: new MemoryLanguageChoices(),
  };
  return { edition, program, ports };
}

/** What commands give as examples, and well-known films and people as they are asked for. */
function* linesFor({ edition, program }: Bot): Generator<string> {
  // A picture takes longer than a thousand answers.
  const commands = program.commands.filter(({ cacheable, picture }) => cacheable && picture === undefined);
  const examples = commands.flatMap((command) => command.examples.map((example) => `/${example}`));
  const { films, people } = edition.catalog;
  const byTitle = linesBy(commands, ["film"], wellKnown(films, films.title));
  const byName = linesBy(commands, ["actor", "director"], wellKnown(people, people.name));
  for (let at = 0; at < LINES; at++) {
    const kinds = [examples, byTitle, byTitle, byName];
    const lines = kinds[at % kinds.length] ?? [];
    const line = lines[Math.floor(at / kinds.length) % lines.length];
    if (line !== undefined) yield line;
  }
}

/** The commands that are asked for something of a kind, in turn, each with the next of the names. */
function linesBy(
  commands: readonly Command[],
  kinds: readonly OptionKind[],
  names: readonly string[],
): string[] {
  const asking = commands.filter((command) => {
    const [first] = command.positional;
    return describe(command).some(({ name, kind }) => name === first && kinds.includes(kind));
  });
  if (asking.length === 0) return [];
  return names.map((name, at) => `/${asking[at % asking.length]?.name} ${name}`);
}

/** Names as they are typed; of films and of people the best known come first. */
function wellKnown<Row extends number>(
  rows: HasRows<Row>,
  names: { readonly get: (row: Row) => string },
): string[] {
  const known: string[] = [];
  for (const row of eachRow(rows)) {
    if (known.length === LINES) break;
    known.push(names.get(row).toLowerCase());
  }
  return known;
}
