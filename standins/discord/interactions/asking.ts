/** The `data` of an interaction: a command with its options, as Discord's own client would send it. */
import { absent, list, objects } from "../json.js";
import { Option } from "../rules/commands/parts.js";
import type { Autocomplete, From, Json, OptionValue, RegisteredCommands, Slash } from "../types.js";
import { placeOf, userOf } from "./people.js";

const KIND_NAMES: Readonly<Record<number, string>> = { 6: "users", 7: "channels", 8: "roles" };
const MADE_UP_COMMAND = "400000000000000001";

export interface Asked {
  readonly data: Json;
  /** The type of the option being typed. */
  readonly optionType: number;
}

/** Builds what is sent, or throws where Discord's client would not have sent it. */
export function ask(
  commands: RegisteredCommands,
  registered: boolean,
  asked: Slash & Partial<Autocomplete>,
): Asked {
  const [name = "", ...path] = asked.command.split(" ");
  const command = registered ? commandNamed(commands, name, asked.guild) : undefined;
  const definitions = command ? optionsAt(command, path) : undefined;
  const values = { ...asked.options };
  if (asked.focused !== undefined) values[asked.focused] ??= "";
  const options = Object.entries(values).map(([option, value]) => {
    const focused = option === asked.focused;
    return optionOf(option, value, definitions && definitionOf(definitions, option, asked.command), focused);
  });
  if (definitions && asked.focused === undefined) checkRequired(definitions, values, asked.command);
  const focused = options.find((option) => option.focused === true);
  return {
    data: {
      id: command?.id ?? MADE_UP_COMMAND,
      name,
      type: 1,
      ...(command?.guild_id === undefined ? {} : { guild_id: command.guild_id }),
      ...withOptions(nest(path, options, command)),
      ...resolvedOf(options, asked),
    },
    optionType: Number(focused?.type ?? Option.text),
  };
}

function commandNamed(commands: RegisteredCommands, name: string, guild: string | undefined): Json {
  const known = [...(guild === undefined ? [] : commands.guild(guild)), ...commands.global()];
  const found = known.find((command) => command.name === name && command.type === 1);
  if (found) return found;
  throw new Error(`no command "${name}" is registered: ${known.map((one) => String(one.name)).join(", ")}`);
}

function optionsAt(command: Json, path: readonly string[]): readonly Json[] {
  let holder = command;
  for (const part of path) {
    const next = objects(holder.options).find(
      ({ name, type }) => name === part && Number(type) <= Option.group,
    );
    if (!next) throw new Error(`"${String(command.name)}" has no subcommand "${part}"`);
    holder = next;
  }
  const options = objects(holder.options);
  if (!options.some(({ type }) => Number(type) <= Option.group)) return options;
  throw new Error(`"${String(command.name)}" is only asked with a subcommand`);
}

function definitionOf(definitions: readonly Json[], name: string, command: string): Json {
  const found = definitions.find((one) => one.name === name);
  if (found) return found;
  throw new Error(`"${command}" has no option "${name}"`);
}

function checkRequired(
  definitions: readonly Json[],
  values: Readonly<Record<string, unknown>>,
  command: string,
): void {
  for (const { name, required } of definitions) {
    if (required !== true || values[name as string] !== undefined) continue;
    throw new Error(`"${command}" requires the option "${String(name)}"`);
  }
}

function optionOf(name: string, value: OptionValue, definition: Json | undefined, focused: boolean): Json {
  const type = definition ? Number(definition.type) : inferred(value);
  // What is being typed is text, whatever it is to become, and is not checked yet.
  if (focused) return { name, type, value: String(value), focused: true };
  if (definition) checkValue(name, value, definition);
  return { name, type, value };
}

function inferred(value: OptionValue): number {
  if (typeof value === "boolean") return 5;
  if (typeof value === "number") return Number.isInteger(value) ? Option.integer : Option.number;
  return Option.text;
}

function checkValue(name: string, value: OptionValue, definition: Json): void {
  const wrong = (why: string) => new Error(`option "${name}": Discord's client would not send this: ${why}`);
  const { type, choices, min_value, max_value, min_length, max_length } = definition;
  const expected =
    type === 5 ? "boolean" : type === Option.integer || type === Option.number ? "number" : "string";
  if (typeof value !== expected) throw wrong(`${JSON.stringify(value)} is no ${expected}`);
  if (type === Option.integer && !Number.isInteger(value)) throw wrong("not a whole number");
  if (list(choices).length > 0 && !objects(choices).some((choice) => choice.value === value)) {
    throw wrong("not one of its choices");
  }
  const size = typeof value === "string" ? [...value].length : Number(value);
  const [min, max] = typeof value === "string" ? [min_length, max_length] : [min_value, max_value];
  if (!absent(min) && size < Number(min)) throw wrong(`below ${String(min)}`);
  if (!absent(max) && size > Number(max)) throw wrong(`above ${String(max)}`);
}

/** Subcommands wrap the options, the group outside. */
function nest(path: readonly string[], options: readonly Json[], command: Json | undefined): readonly Json[] {
  const [outer, ...inner] = path;
  if (outer === undefined) return options;
  const type = inner.length > 0 ? Option.group : Option.subcommand;
  return [{ name: outer, type, ...withOptions(nest(inner, options, command)) }];
}

function withOptions(options: readonly Json[]): Json {
  return options.length > 0 ? { options } : {};
}

/** People, channels and roles that options name, in short. */
function resolvedOf(options: readonly Json[], from: From): Json {
  const resolved: Record<string, Json> = {};
  for (const { type, value } of options) {
    const kind = KIND_NAMES[Number(type)];
    if (!kind) continue;
    const id = String(value);
    resolved[kind] = { ...resolved[kind], [id]: resolvedThing(kind, id, from) };
  }
  return Object.keys(resolved).length > 0 ? { resolved } : {};
}

function resolvedThing(kind: string, id: string, from: From): unknown {
  if (kind === "users") return userOf({ id, name: `persona${id}` });
  if (kind === "channels") return { ...(placeOf(from).channel as Json), id };
  return {
    id,
    name: `rol${id}`,
    color: 0,
    hoist: false,
    position: 1,
    permissions: "0",
    managed: false,
    mentionable: false,
  };
}
