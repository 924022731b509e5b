/**
 * Registered commands, stored and shown the way Discord does: ids and versions given, defaults filled in. What is
 * stored here was checked before.
 */
import type { Clock } from "./clock.js";
import { absent, isObject, list, objects, text } from "./json.js";
import { refused } from "./refused.js";
import { MAX_BY_TYPE } from "./rules/commands/commands.js";
import type { Json, RegisteredCommands } from "./types.js";

const GLOBAL = "";
/** The type of the command that opens an application's Activity. */
const ENTRY_POINT = 4;

export class CommandStore implements RegisteredCommands {
  #scopes = new Map<string, Json[]>();
  readonly #clock: Clock;
  readonly #applicationId: string;

  constructor(clock: Clock, applicationId: string) {
    this.#clock = clock;
    this.#applicationId = applicationId;
  }

  global(): readonly Json[] {
    return this.of(GLOBAL);
  }

  guild(id: string): readonly Json[] {
    return this.of(id);
  }

  /** Commands of a guild, or the global ones for "". */
  of(scope: string): readonly Json[] {
    return this.#scopes.get(scope) ?? [];
  }

  get isEmpty(): boolean {
    return [...this.#scopes.values()].every((commands) => commands.length === 0);
  }

  find(scope: string, id: string): Json {
    const found = this.of(scope).find((command) => command.id === id);
    if (!found) throw refused.unknownCommand();
    return found;
  }

  /** PUT: the whole list; commands keep their ids by name, and their versions where nothing changed. */
  replace(scope: string, commands: readonly Json[]): readonly Json[] {
    const entryPoint = this.of(scope).find(({ type }) => type === ENTRY_POINT);
    const isKept = commands.some(({ type, id, name }) => type === ENTRY_POINT && (id ?? name) !== undefined);
    if (entryPoint && !isKept) throw refused.entryPointLeftOut();
    const next = commands.map((command) => this.#store(scope, command, this.#named(scope, command)));
    checkCounts(next);
    this.#scopes.set(scope, next);
    return next;
  }

  /** POST: a command of the same name is overwritten. */
  upsert(scope: string, command: Json): { command: Json; created: boolean } {
    const old = this.#named(scope, command);
    const stored = this.#store(scope, command, old);
    const others = this.of(scope).filter((one) => one !== old);
    checkCounts([...others, stored]);
    this.#scopes.set(scope, [...others, stored]);
    return { command: stored, created: old === undefined };
  }

  patch(scope: string, id: string, changes: Json): Json {
    const old = this.find(scope, id);
    const stored = this.#store(scope, { ...old, ...changes, type: old.type }, old);
    this.#scopes.set(
      scope,
      this.of(scope).map((one) => (one === old ? stored : one)),
    );
    return stored;
  }

  remove(scope: string, id: string): void {
    const old = this.find(scope, id);
    this.#scopes.set(
      scope,
      this.of(scope).filter((one) => one !== old),
    );
  }

  #named(scope: string, command: Json): Json | undefined {
    return this.of(scope).find((one) => one.name === command.name && one.type === (command.type ?? 1));
  }

  #store(scope: string, sent: Json, old: Json | undefined): Json {
    const stored = normalised(sent, scope);
    const identity = { id: old?.id ?? this.#clock.id(), application_id: this.#applicationId };
    const before = { ...old, version: undefined };
    const unchanged =
      old && JSON.stringify({ ...identity, version: undefined, ...stored }) === JSON.stringify(before);
    return { ...identity, version: unchanged ? old.version : this.#clock.id(), ...stored };
  }
}

function checkCounts(commands: readonly Json[]): void {
  for (const [type, max] of Object.entries(MAX_BY_TYPE)) {
    if (commands.filter((command) => String(command.type) === type).length > max)
      throw refused.commandLimit();
  }
}

/** As Discord gives it back: defaults are there, texts trimmed, what is false or empty in options is left out. */
function normalised(sent: Json, scope: string): Json {
  const contexts = sortedNumbers(sent.contexts);
  const stored: Json = {
    default_member_permissions: absent(sent.default_member_permissions)
      ? null
      : BigInt(String(sent.default_member_permissions)).toString(),
    type: sent.type ?? 1,
    name: text(sent.name).trim(),
    name_localizations: localizations(sent.name_localizations),
    description: text(sent.description).trim(),
    description_localizations: localizations(sent.description_localizations),
  };
  if (scope === GLOBAL) {
    stored.dm_permission = contexts ? contexts.includes(1) : sent.dm_permission !== false;
    stored.contexts = contexts;
    stored.integration_types = sortedNumbers(sent.integration_types) ?? [0];
  } else {
    stored.guild_id = scope;
  }
  const options = objects(sent.options).map(option);
  if (options.length > 0) stored.options = options;
  if (!absent(sent.handler)) stored.handler = sent.handler;
  stored.nsfw = sent.nsfw === true;
  return stored;
}

function option(sent: Json): Json {
  const stored: Json = {
    type: sent.type,
    name: sent.name,
    name_localizations: localizations(sent.name_localizations),
    description: text(sent.description).trim(),
    description_localizations: localizations(sent.description_localizations),
  };
  for (const name of ["required", "autocomplete"]) if (sent[name] === true) stored[name] = true;
  for (const name of ["min_value", "max_value", "min_length", "max_length"]) {
    if (!absent(sent[name])) stored[name] = sent[name];
  }
  if (list(sent.channel_types).length > 0) stored.channel_types = sent.channel_types;
  if (list(sent.choices).length > 0) {
    stored.choices = objects(sent.choices).map((choice) => ({
      name: choice.name,
      name_localizations: localizations(choice.name_localizations),
      value: choice.value,
    }));
  }
  if (list(sent.options).length > 0) stored.options = objects(sent.options).map(option);
  return stored;
}

function localizations(sent: unknown): Json | null {
  return isObject(sent) && Object.keys(sent).length > 0 ? { ...sent } : null;
}

function sortedNumbers(sent: unknown): readonly number[] | null {
  return Array.isArray(sent) ? [...(sent as number[])].sort((a, b) => a - b) : null;
}

/** Without `with_localizations` a list leaves the translations out. */
export function withoutLocalizations(command: Json): Json {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
  if (Array.isArray(rest.options)) rest.options = objects(rest.options).map(withoutLocalizations);
  if (Array.isArray(rest.choices)) rest.choices = objects(rest.choices).map(withoutLocalizations);
  return rest;
}
