/** Where each command is asked over HTTP, and under which names its options go there. */
import type { Command } from "../../../chat/command/command.js";
import { commandNamed } from "../../../chat/command/names.js";
import { describe } from "../../../chat/command/describe.js";
import { ALIASES, type Alias } from "./aliases.js";
import { type Parameter, repeated } from "../server/request-url.js";

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
}

/** What a request gives an endpoint's command. */
export interface Given {
  readonly options: Readonly<Record<string, string>>;
  /** Option → the name under which the client gave it. */
  readonly namedBy: ReadonlyMap<string, string>;
}

export function endpointsOf(commands: readonly Command[]): readonly Endpoint[] {
  return [...commands.map(native), ...ALIASES.flatMap((alias) => classic(commands, alias) ?? [])];
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
  };
}

/**
 * Of several endpoints on one path, the one that a request fits: the one with more of its parameters in the
 * path, or with a parameter that only it has.
 */
export function fitting(
  endpoints: readonly Endpoint[],
  inPath: readonly string[],
  parameters: readonly Parameter[],
): Endpoint {
  const [first, ...others] = endpoints;
  const chosen = others.find(
    ({ options, inPath: places }) =>
      (inPath.length > first.inPath.length && inPath.length <= places.length) ||
      parameters.some(([name]) => options.has(name) && !first.options.has(name)),
  );
  return chosen ?? first;
}

/**
 * Sorts out what a request gives. What no parameter is called stays under its name, for the command's own
 * check to refuse. Throws an HttpError where an option is given twice.
 */
export function given(
  { options, inPath: places }: Endpoint,
  inPath: readonly string[],
  parameters: readonly Parameter[],
): Given {
  const all = [...inPath.map((value, at): Parameter => [places[at] ?? "", value]), ...parameters];
  const namedBy = new Map<string, string>();
  const values = all.map(([name, value]) => {
    const option = options.get(name) ?? name;
    if (namedBy.has(option)) throw repeated(name);
    namedBy.set(option, name);
    return [option, value] as const;
  });
  return { options: Object.fromEntries(values), namedBy };
}
