/** Where each command is asked over HTTP, and under which names its options go there. */
import { describe } from "../../../chat/command/describe.js";
import { commandNamed } from "../../../chat/command/names.js";
import type { Command } from "../../../chat/contract.js";
import { MAX_QUESTION, quoted } from "../../../chat/text.js";
import { type Parameter, repeated } from "../server/reading/request-url.js";
import { ALIASES, type Alias } from "./aliases.js";
import { HttpError } from "./errors/http-error.js";

export interface Endpoint {
  /** "/api/plataforma/puntaje", "/get_score_count". */
  readonly path: string;
  readonly command: Command;
  readonly alias: boolean;
  /** Parameter name → option, every one that is understood. */
  readonly options: ReadonlyMap<string, string>;
  /** Option → the one parameter name that is shown for it. */
  readonly names: ReadonlyMap<string, string>;
  /** Names of the parameters that may stand in the path, in order. */
  readonly inPath: readonly string[];
  /** Options that hold several values. */
  readonly lists: ReadonlySet<string>;
}

/** Endpoints of one path that are asked with one method. */
export type Alternatives = readonly [Endpoint, ...Endpoint[]];

/** What a request gives an endpoint's command. */
export interface Given {
  /** What is given several times is several values. */
  readonly options: Readonly<Record<string, string | readonly string[]>>;
  /** Option → the name under which the client gave it. */
  readonly namedBy: ReadonlyMap<string, string>;
}

const publicLists = new WeakMap<readonly Command[], readonly Command[]>();

function isPublic({ access, where }: Command): boolean {
  return access === "anyone" && where === "anywhere";
}

/** The commands that can be asked over HTTP: nobody vouches there for whoever asks. */
export function publicCommands(commands: readonly Command[]): readonly Command[] {
  const known = publicLists.get(commands) ?? commands.filter(isPublic);
  publicLists.set(commands, known);
  return known;
}

/** Those that only the holder of the token can ask, for somebody or somewhere; what operators ask is asked in a chat. */
export function vouchedCommands(commands: readonly Command[]): readonly Command[] {
  return commands.filter((command) => !isPublic(command) && command.access !== "operator");
}

/** Whether it takes the token: to change something, and for what only some may ask or somewhere. */
export function takesToken(command: Command): boolean {
  return command.effect === "write" || !isPublic(command);
}

export function endpointsOf(commands: readonly Command[]): readonly Endpoint[] {
  return [...commands.map(native), ...ALIASES.flatMap((alias) => classic(commands, alias) ?? [])];
}

/** Those that share a path and a method, together. */
export function alternativesOf(endpoints: readonly Endpoint[]): readonly Alternatives[] {
  const groups = new Map<string, Alternatives>();
  for (const endpoint of endpoints) {
    const key = `${endpoint.command.effect} ${endpoint.path}`;
    const known = groups.get(key);
    groups.set(key, known ? [...known, endpoint] : [endpoint]);
  }
  return [...groups.values()];
}

/** The path of a command, two words being two steps. */
export function pathOf(command: Command): string {
  return `/api/${command.name.split(" ").map(encodeURIComponent).join("/")}`;
}

function native(command: Command): Endpoint {
  const names = describe(command).map(({ name }) => name);
  return {
    path: pathOf(command),
    command,
    alias: false,
    options: new Map(names.map((name) => [name, name])),
    names: new Map(names.map((name) => [name, name])),
    inPath: command.positional,
    lists: listsOf(command),
  };
}

function classic(commands: readonly Command[], alias: Alias): Endpoint | undefined {
  const command = commandNamed(commands, alias.command);
  if (!command) return undefined;
  const own = Object.entries(alias.parameters ?? {});
  const names = describe(command).map(({ name }) => [name, name] as const);
  const nameOf = (option: string) => own.find(([, target]) => target === option)?.[0] ?? option;
  return {
    path: `/${alias.name}`,
    command,
    alias: true,
    options: new Map([...names, ...own]),
    names: new Map(names.map(([name]) => [name, nameOf(name)])),
    inPath: alias.path ?? command.positional.map(nameOf),
    lists: listsOf(command),
  };
}

function listsOf(command: Command): ReadonlySet<string> {
  return new Set(describe(command).flatMap(({ name, many }) => (many ? [name] : [])));
}

/**
 * Of several endpoints on one path, the one that a request fits: the one with more of its parameters in the
 * path, or with a parameter that only it has.
 */
export function fitting(
  [first, ...others]: Alternatives,
  inPath: readonly string[],
  parameters: readonly Parameter[],
): Endpoint {
  const chosen = others.find(
    (other) =>
      (inPath.length > first.inPath.length && inPath.length <= other.inPath.length) ||
      parameters.some(([name]) => other.options.has(name) && !first.options.has(name)),
  );
  return chosen ?? first;
}

/**
 * Sorts out what a request gives. What no parameter is called stays under its name, for the command's own
 * check to refuse.
 * @throws HttpError where an option is given twice that holds one value, or is longer than any value is read
 */
export function given(
  endpoint: Endpoint,
  inPath: readonly string[],
  parameters: readonly Parameter[],
): Given {
  const { options, lists } = endpoint;
  const all = [...inPath.map((value, at): Parameter => [endpoint.inPath[at] ?? "", value]), ...parameters];
  const namedBy = new Map<string, string>();
  const values = new Map<string, string | readonly string[]>();
  for (const [name, value] of all) {
    const option = options.get(name) ?? name;
    const before = values.get(option);
    if (before !== undefined && !lists.has(option)) throw repeated(name);
    // In a chat what is too long is cut; a program is told.
    if (!lists.has(option) && [...value].length > MAX_QUESTION) throw tooLong(name);
    namedBy.set(option, name);
    values.set(option, before === undefined ? value : [before, value].flat());
  }
  return { options: Object.fromEntries(values), namedBy };
}

function tooLong(parameter: string): HttpError {
  const shown = quoted(parameter);
  const words = {
    es: `${shown.es} es demasiado largo: caben ${MAX_QUESTION} caracteres.`,
    en: `${shown.en} is too long: there is room for ${MAX_QUESTION} characters.`,
  };
  return new HttpError("invalid_parameter", words, { parameter });
}
