/** A question that goes on with the one before: its options change that one's, or it is asked of the same film. */
import type { OptionValue, OptionValues } from "../answer/schema.js";
import type { Asked } from "../asking.js";
import { describe } from "../command/describe.js";
import { commandNamed } from "../command/names.js";
import type { Command, Understood } from "../contract.js";
import type { LastAnswer } from "../ports.js";

/** What people narrow down in several turns. */
const NARROWED: ReadonlySet<string> = new Set(["descubrir", "recomendar"]);
/** Options of which a new one replaces both old ones. */
const SPANS = [
  ["desde", "hasta"],
  ["duracion_min", "duracion_max"],
] as const;
/** What is left out once is left out from then on. */
const ADD_UP: ReadonlySet<string> = new Set(["excluir", "sin_genero"]);
/** Of the answer before, not of what was asked. */
const OF_THE_ANSWER: ReadonlySet<string> = new Set(["pagina", "semilla"]);

/** What the one option of a list's command is called where films are discovered. */
const LISTED: Readonly<Record<string, string>> = {
  actor: "actor",
  director: "director",
  franquicia: "franquicia",
  productora: "productora",
  buscar: "tema",
};

/** The question before with what changes in it; undefined where it is none that such words change. */
export function continued(
  commands: readonly Command[],
  { options }: Understood,
  last: LastAnswer,
): Understood | undefined {
  const before = last.asked && narrowed(commands, last.asked);
  if (!before) return undefined;
  const known = new Set(describe(before.command).map(({ name }) => name));
  if (!Object.keys(options).every((name) => known.has(name))) return undefined;
  return { command: before.command, options: changed(before.options, options) };
}

/** The question before, as one of a command that narrows films down. */
function narrowed(commands: readonly Command[], { command: name, options }: Asked): Understood | undefined {
  const command = commandNamed(commands, name);
  if (command && NARROWED.has(name)) return { command, options };
  const option = LISTED[name];
  const discover = commandNamed(commands, "descubrir");
  const [value] = Object.values(options);
  if (option === undefined || !discover || value === undefined) return undefined;
  return { command: discover, options: { [option]: [String(value)] } };
}

function changed(before: OptionValues, now: OptionValues): OptionValues {
  const isReplaced = (name: string) =>
    OF_THE_ANSWER.has(name) ||
    SPANS.some((span) => span.some((one) => one === name) && span.some((one) => Object.hasOwn(now, one)));
  const kept = Object.entries(before).filter(([name]) => !isReplaced(name));
  const added = Object.entries(now).map(([name, value]) => [
    name,
    ADD_UP.has(name) ? together(before[name], value) : value,
  ]);
  return Object.fromEntries([...kept, ...added]);
}

function together(before: OptionValue | undefined, now: OptionValue): OptionValue {
  return [...new Set([before ?? [], now].flat().filter((one) => typeof one !== "boolean"))];
}

/** The question with the film of the last answer, where it lacks just that; undefined where it does not, or there is none. */
export function ofTheSameFilm(
  commands: readonly Command[],
  { command, options }: Understood,
  last: LastAnswer,
): Understood | undefined {
  const option = requiredFilm(command);
  if (option === undefined || Object.hasOwn(options, option)) return undefined;
  const film = filmOf(commands, last);
  return film === undefined ? undefined : { command, options: { ...options, [option]: film } };
}

/** The film that the last answer was about: the one asked for, or the only one it lists. */
function filmOf(commands: readonly Command[], { asked, lines }: LastAnswer): OptionValue | undefined {
  const [line, ...others] = lines;
  const listed = line && others.length === 0 ? filmIn(commands, line) : undefined;
  return (asked ? filmIn(commands, asked) : undefined) ?? listed;
}

function filmIn(commands: readonly Command[], { command: name, options }: Asked): OptionValue | undefined {
  const command = commandNamed(commands, name);
  const option = command && requiredFilm(command);
  return option === undefined ? undefined : options[option];
}

/** The option of a command that asks about one film, and cannot do without. */
function requiredFilm(command: Command): string | undefined {
  return describe(command).find(({ kind, required }) => kind === "film" && required)?.name;
}
