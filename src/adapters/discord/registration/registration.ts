/** Keeps the commands that Discord holds the same as ours. */
import type { Command } from "../../../chat/contract.js";
import { OperatorError, type Words } from "../../../words.js";
import { type Application, applicationIn } from "../connection/application.js";
import { WRONG_TOKEN } from "../connection/health.js";
import { ApiError, type ApiRequest, type Rest } from "../connection/rest.js";
import { object, snowflake, text } from "../json.js";
import { COMMAND, REFUSAL } from "../protocol.js";
import { commandPayloads } from "./command-payloads.js";
import { sameCommands } from "./same-commands.js";

const PATIENCE = { total: 60_000, perTry: 15_000 } as const;

/** Whose commands: the application's, and in one server only where one is named. */
export interface Target {
  readonly applicationId: string;
  readonly guild?: string;
}

export interface Registered {
  /** Whether Discord held others. */
  readonly changed: boolean;
  readonly count: number;
  /** Ids by the commands' names. */
  readonly ids: ReadonlyMap<string, string>;
}

export class Registration {
  readonly #rest: Rest;
  readonly #token: string;

  constructor(rest: Rest, token: string) {
    this.#rest = rest;
    this.#token = token;
  }

  /** The application that the token belongs to. */
  async application(): Promise<Application> {
    return applicationIn(await this.#send("GET", "/applications/@me"));
  }

  /** How many processes Discord recommends. */
  async recommendedShards(): Promise<number> {
    const { shards } = (await this.#send("GET", "/gateway/bot")) as { shards?: unknown };
    return typeof shards === "number" && shards >= 1 ? Math.floor(shards) : 1;
  }

  async held(target: Target): Promise<readonly unknown[]> {
    return listOf(await this.#send("GET", `${pathOf(target)}?with_localizations=true`, target));
  }

  /** Registers `commands` where Discord holds others. */
  async register(target: Target, commands: readonly Command[]): Promise<Registered> {
    const scope = target.guild === undefined ? "global" : "guild";
    const wanted = commandPayloads(commands, scope);
    const held = await this.held(target);
    const others = held.filter((command) => !isEntryPoint(command));
    const changed = !sameCommands(others, wanted, scope === "global");
    const now = changed
      ? listOf(await this.#send("PUT", pathOf(target), target, [...wanted, ...entryPointsIn(held)]))
      : held;
    return { changed, count: wanted.length, ids: idsOf(now) };
  }

  async clear(target: Target): Promise<void> {
    await this.#send("PUT", pathOf(target), target, entryPointsIn(await this.held(target)));
  }

  /** Throws an OperatorError for what the operator can mend. */
  async #send(
    method: ApiRequest["method"],
    path: string,
    { guild }: Partial<Target> = {},
    body?: unknown,
  ): Promise<unknown> {
    try {
      return (await this.#rest.send({ method, path, body, token: this.#token, patience: PATIENCE })).body;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 401) throw new OperatorError(WRONG_TOKEN);
      const isElsewhere = error.code === REFUSAL.missingAccess || error.code === REFUSAL.unknownGuild;
      if (guild !== undefined && isElsewhere) throw new OperatorError(notThere(guild), { cause: error });
      throw error;
    }
  }
}

function notThere(guild: string): Words {
  return {
    es: `Discord: el bot no está en el servidor ${guild}, o no con el permiso applications.commands; invítalo con \`npm run discord -- invite\`.`,
    en: `Discord: the bot is not in server ${guild}, or not with the scope applications.commands; invite it with \`npm run discord -- invite\`.`,
  };
}

function listOf(body: unknown): readonly unknown[] {
  return Array.isArray(body) ? body : [];
}

/** Whether a command is that by which people open an application's Activity: Discord makes it. */
export function isEntryPoint(command: unknown): boolean {
  return object(command).type === COMMAND.entryPoint;
}

/** What Discord takes of a command that it holds; the rest it fills in by itself. */
const KEPT = [
  "id",
  "type",
  "name",
  "name_localizations",
  "default_member_permissions",
  "contexts",
  "integration_types",
  "handler",
] as const;

/** How an Activity of the same application is opened: a list of commands without it is refused. */
function entryPointsIn(held: readonly unknown[]): readonly object[] {
  return held.filter(isEntryPoint).map((command) => {
    const kept = KEPT.map((name) => [name, object(command)[name]] as const);
    return Object.fromEntries(kept.filter(([, value]) => value !== undefined && value !== null));
  });
}

function idsOf(held: readonly unknown[]): ReadonlyMap<string, string> {
  const commands = held.map(object).filter(({ type }) => type === COMMAND.chatInput);
  const ids = commands.map(({ name, id }) => [text(name), snowflake(id)] as const);
  return new Map(ids.filter(([name, id]) => name !== "" && id !== ""));
}

function pathOf({ applicationId, guild }: Target): string {
  const server = guild === undefined ? "" : `/guilds/${guild}`;
  return `/applications/${applicationId}${server}/commands`;
}
