/** Keeps the commands that Discord holds the same as ours. */
import type { Command } from "../../../chat/contract.js";
import { OperatorError } from "../../../words.js";
import { WRONG_TOKEN } from "../connection/health.js";
import { ApiError, type ApiRequest, type Rest } from "../connection/rest.js";
import { commandPayloads } from "./command-payloads.js";
import { sameCommands } from "./same-commands.js";

const PATIENCE = { total: 60_000, perTry: 15_000 } as const;

/** Whose commands: the application's, and in one server only where one is named. */
export interface Target {
  readonly applicationId: string;
  readonly guild?: string;
}

export class Registration {
  readonly #rest: Rest;
  readonly #token: string;

  constructor(rest: Rest, token: string) {
    this.#rest = rest;
    this.#token = token;
  }

  /** The application that the token belongs to. */
  async applicationId(): Promise<string> {
    const { id } = (await this.#send("GET", "/applications/@me")) as { id?: unknown };
    if (typeof id !== "string" || !/^\d{1,20}$/u.test(id))
      throw new ApiError(200, 0, "Discord gave no application id");
    return id;
  }

  /** How many processes Discord recommends. */
  async recommendedShards(): Promise<number> {
    const { shards } = (await this.#send("GET", "/gateway/bot")) as { shards?: unknown };
    return typeof shards === "number" && shards >= 1 ? Math.floor(shards) : 1;
  }

  async held(target: Target): Promise<readonly unknown[]> {
    const held = await this.#send("GET", `${pathOf(target)}?with_localizations=true`);
    return Array.isArray(held) ? held : [];
  }

  /** Registers `commands` where Discord holds others; whether it did. */
  async register(target: Target, commands: readonly Command[]): Promise<{ changed: boolean; count: number }> {
    const scope = target.guild === undefined ? "global" : "guild";
    const wanted = commandPayloads(commands, scope);
    const changed = !sameCommands(await this.held(target), wanted, scope === "global");
    if (changed) await this.#send("PUT", pathOf(target), wanted);
    return { changed, count: wanted.length };
  }

  async clear(target: Target): Promise<void> {
    await this.#send("PUT", pathOf(target), []);
  }

  /** Throws an OperatorError for what the operator can mend. */
  async #send(method: ApiRequest["method"], path: string, body?: unknown): Promise<unknown> {
    try {
      return (await this.#rest.send({ method, path, body, token: this.#token, patience: PATIENCE })).body;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 401) throw new OperatorError(WRONG_TOKEN);
      throw error;
    }
  }
}

function pathOf({ applicationId, guild }: Target): string {
  const server = guild === undefined ? "" : `/guilds/${guild}`;
  return `/applications/${applicationId}${server}/commands`;
}
