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
  /** Whether it is called by another name than its own. */
  readonly synonym: boolean;
  readonly head: string;
  readonly rest: string;
}

/** What commands are called by, folded. */
interface Names {
  readonly own: ReadonlyMap<string, Command>;
  /** English names and synonyms, where they are not another command's own name. */
  readonly further: ReadonlyMap<string, Command>;
}

const tables = new WeakMap<readonly Command[], Names>();

function namesOf(commands: readonly Command[]): Names {
  const known = tables.get(commands);
  if (known) return known;
  const own = new Map(commands.map((command) => [foldName(command.name), command]));
  const further = new Map<string, Command>();
  for (const command of commands) {
    for (const name of furtherNames(command)) if (!own.has(name)) further.set(name, command);
  }
  const names = { own, further };
  tables.set(commands, names);
  return names;
}

/** What else than its name calls for a command, folded. */
export function furtherNames({ name, names, synonyms }: Command): readonly string[] {
  const further = [names.en, ...synonyms.es, ...synonyms.en].map(foldName);
  return further.filter((one) => one !== foldName(name));
}

/** The command of that name; neither case nor accents matter. */
export function commandNamed(commands: readonly Command[], name: string): Command | undefined {
  return namesOf(commands).own.get(foldName(name));
}

/** The same, by its English name and synonyms too. */
function commandCalled(commands: readonly Command[], name: string): Command | undefined {
  return commandNamed(commands, name) ?? namesOf(commands).further.get(foldName(name));
}

/**
 * Reads the command a line begins with. The slash may be missing; "/votos@bot" is /votos. A name may have two
 * words ("plataforma puntaje"); the longest that fits wins. Synonyms are names where the slash says that it is one.
 */
export function readHead(commands: readonly Command[], line: string): Head {
  const slash = /^\s*\//u.test(line);
  return headOf(line, slash, (name) => (slash ? commandCalled : commandNamed)(commands, name));
}

/** The same where synonyms are names without the slash too. */
export function readCall(commands: readonly Command[], line: string): Head {
  return headOf(line, /^\s*\//u.test(line), (name) => commandCalled(commands, name));
}

function headOf(line: string, slash: boolean, called: (name: string) => Command | undefined): Head {
  const begin = /^\s*(?:\/\s*)?/u.exec(line)?.[0].length ?? 0;
  const ends = [...line.slice(begin).matchAll(/\S+/gu)]
    .slice(0, 2)
    .map((word) => begin + word.index + word[0].length);
  for (const end of ends.toReversed()) {
    const name = cleanName(line.slice(begin, end), slash);
    const command = called(name);
    if (command) {
      const synonym = foldName(name) !== foldName(command.name);
      return {
        slash,
        typed: command.name,
        command,
        synonym,
        head: line.slice(0, end),
        rest: line.slice(end),
      };
    }
  }
  const end = ends[0] ?? line.length;
  const typed = cleanName(line.slice(begin, end), slash);
  return {
    slash,
    typed,
    command: undefined,
    synonym: false,
    head: line.slice(0, end),
    rest: line.slice(end),
  };
}

function cleanName(typed: string, slash: boolean): string {
  const name = slash ? typed.replace(/@\S*/u, "") : typed;
  return name.replace(/[:,;.!?]+(?=\s|$)/gu, "").replace(/\s+/gu, " ");
}

/**
 * The command nearest to what stands in a command's place, where it is near enough to be a slip of the finger.
 * Without a slash people may just be talking: fewer slips are forgiven, and none of synonyms, which are common words.
 */
export function nearestCommand(commands: readonly Command[], { typed, slash }: Head): Command | undefined {
  const folded = foldName(typed);
  if (SAID.has(folded)) return undefined;
  // Longer than any name could be misspelt: not worth comparing.
  if (folded.length > 40) return undefined;
  const few = Math.floor(folded.length / 4);
  const { own, further } = namesOf(commands);
  const nearest = nearestOf(own, folded, slash ? Math.round(folded.length * 0.4) : few);
  const called = slash
    ? nearestOf(further, folded, Math.min(few, (nearest?.edits ?? few + 1) - 1))
    : undefined;
  return (called ?? nearest)?.command;
}

/** What people say to a bot, near as it may be to the name of a command. */
const SAID: ReadonlySet<string> = new Set(["gracias"]);

interface Near {
  readonly command: Command;
  readonly edits: number;
}

/** The first of the nearest, at most so many slips away. */
function nearestOf(names: ReadonlyMap<string, Command>, typed: string, forgiven: number): Near | undefined {
  let nearest: Near | undefined;
  for (const [name, command] of names) {
    const edits = slips(typed, name);
    if (edits < (nearest?.edits ?? forgiven + 1)) nearest = { command, edits };
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
