/**
 * Questions asked of ourselves after the start, while nobody else asks: a program that has just started answers several
 * times slower than one whose code is compiled, and whoever asks first should not wait for that.
 */
import { setTimeout as pause } from "node:timers/promises";
import { filmRow } from "../catalog/rows.js";
import type { Bot, Edition } from "../chat/contract.js";
import { MemoryLanguageChoices } from "../surface/memory/language-choices.js";
import { MemoryLastAnswers } from "../surface/memory/last-answers.js";
import { MemoryShortKeys } from "../surface/memory/short-keys.js";
import type { Surface, SurfaceOptions } from "../surface/port.js";

/** After as many questions there is little left to gain. */
const LINES = 500;
/** Of so many lines one is an example of a command. */
const PER_EXAMPLE = 4;
/** While others ask, they are answered alone. */
const BUSY_PAUSE_MS = 250;
/** Whoever is still busy after that is warm. */
const LONGEST_MS = 120_000;

/** Practises until it is warm or `signal` aborts. Rejects for bugs alone. */
export async function warmUp(
  surfaces: readonly Surface[],
  { bot: current }: Pick<SurfaceOptions, "bot">,
  signal: AbortSignal,
): Promise<void> {
  const practising = surfaces.filter((surface) => surface.practise !== undefined);
  if (practising.length === 0) return;
  const until = performance.now() + LONGEST_MS;
  const isOver = () => signal.aborted || performance.now() > until;
  const bot = keepingNothing(current());
  for (const line of linesFor(bot)) {
    while (!isOver() && surfaces.some(({ figures }) => figures.inFlight > 0)) await pause(BUSY_PAUSE_MS);
    for (const surface of practising) {
      if (isOver()) return;
      const since = performance.now();
      await surface.practise?.(line, bot);
      // At most half of the processor's time: whoever comes now does not wait long.
      await pause(performance.now() - since);
    }
  }
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

/** What commands give as examples, and well-known films as people ask for them. */
function* linesFor({ edition, program }: Bot): Generator<string> {
  // A picture takes longer than a thousand answers.
  const commands = program.commands.filter(({ cacheable, picture }) => cacheable && picture === undefined);
  const byTitle = commands.filter(({ positional: [first] }) => first === "titulo");
  const examples = commands.flatMap((command) => command.examples);
  const titles = wellKnownTitles(edition);
  for (let at = 0; at < LINES; at++) {
    const example = at % PER_EXAMPLE === 0 ? examples[(at / PER_EXAMPLE) % examples.length] : undefined;
    const [command, title] = [byTitle[at % byTitle.length], titles[at % titles.length]];
    if (example !== undefined) yield `/${example}`;
    else if (command && title !== undefined) yield `/${command.name} ${title}`;
  }
}

/** As they are typed; films come most voted first. */
function wellKnownTitles({ catalog: { films } }: Edition): readonly string[] {
  const count = Math.min(LINES, films.rowCount);
  return Array.from({ length: count }, (_, row) => films.title.get(filmRow(row)).toLowerCase());
}
