/** From the beginning of a typed line to a command: exact names, however they are typed, and near ones. */
import { distance } from "fastest-levenshtein";
import type { Command } from "../contract.js";
import { foldName } from "../text.js";

/** A line cut after its command. `head + rest` is the whole line. */
export interface Head {
  readonly slash: boolean;
  /** What stands where a command is expected, as typed, without slash and bot name. */
  readonly typed: string;
  readonly command: Command | undefined;
  readonly head: string;
  readonly rest: string;
}

const tables = new WeakMap<readonly Command[], ReadonlyMap<string, Command>>();

function byName(commands: readonly Command[]): ReadonlyMap<string, Command> {
  const table = tables.get(commands) ?? new Map(commands.map((command) => [foldName(command.name), command]));
  tables.set(commands, table);
  return table;
}

/** The command of that name; neither case nor accents matter. */
export function commandNamed(commands: readonly Command[], name: string): Command | undefined {
  return byName(commands).get(foldName(name));
}

/**
 * Reads the command a line begins with. The slash may be missing; "/votos@bot" is /votos. A name may have two
 * words ("plataforma puntaje"); the longest that fits wins.
 */
export function readHead(commands: readonly Command[], line: string): Head {
  const slash = /^\s*\//u.test(line);
  const begin = /^\s*(?:\/\s*)?/u.exec(line)?.[0].length ?? 0;
  const ends = [...line.slice(begin).matchAll(/\S+/gu)]
    .slice(0, 2)
    .map((word) => begin + word.index + word[0].length);
  for (const end of ends.toReversed()) {
    const command = commandNamed(commands, cleanName(line.slice(begin, end), slash));
    if (command) {
      return { slash, typed: command.name, command, head: line.slice(0, end), rest: line.slice(end) };
    }
  }
  const end = ends[0] ?? line.length;
  const typed = cleanName(line.slice(begin, end), slash);
  return { slash, typed, command: undefined, head: line.slice(0, end), rest: line.slice(end) };
}

function cleanName(typed: string, slash: boolean): string {
  const name = slash ? typed.replace(/@\S*/u, "") : typed;
  return name.replace(/[:,;.!?]+(?=\s|$)/gu, "").replace(/\s+/gu, " ");
}

/**
 * The command nearest to what stands in a command's place, where it is near enough to be a slip of the finger.
 * Without a slash people may just be talking: fewer slips are forgiven.
 */
export function nearestCommand(commands: readonly Command[], { typed, slash }: Head): Command | undefined {
  const folded = foldName(typed);
  // Longer than any name could be misspelt: not worth comparing.
  if (folded.length > 40) return undefined;
  const forgiven = slash ? Math.round(folded.length * 0.4) : Math.floor(folded.length / 4);
  let nearest: Command | undefined;
  let best = forgiven + 1;
  for (const [name, command] of byName(commands)) {
    const edits = slips(folded, name);
    if (edits < best) [nearest, best] = [command, edits];
  }
  return nearest;
}

/** Edit distance in which two letters that changed places are one slip. */
function slips(typed: string, name: string): number {
  const edits = distance(typed, name);
  return edits === 2 && sortedLetters(typed) === sortedLetters(name) ? 1 : edits;
}

function sortedLetters(word: string): string {
  return [...word].sort().join("");
}
