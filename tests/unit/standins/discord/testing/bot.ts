/** A bot of a few lines for the stand-in's own tests: a raw gateway connection and plain requests. */
import { once } from "node:events";
import { WebSocket } from "ws";
import { object } from "../../../../../standins/discord/json.js";
import type { Json, StandIn } from "../../../../../standins/discord/types.js";

export interface Reply {
  readonly status: number;
  readonly body: Json;
  readonly headers: Headers;
}

/** One request to the stand-in; with the bot's token unless told otherwise. */
export async function request(
  discord: StandIn,
  method: string,
  path: string,
  body?: unknown,
  authorization: string | null = `Bot ${discord.token}`,
): Promise<Reply> {
  const response = await fetch(`${discord.api}/v10${path}`, {
    method,
    headers: {
      ...(authorization === null ? {} : { authorization }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = response.headers.get("content-type")?.startsWith("application/json") && text !== "";
  return { status: response.status, headers: response.headers, body: json ? (JSON.parse(text) as Json) : {} };
}

/** The problems of a 50035, as "path CODE". */
export function problemsIn(body: Json): string[] {
  const found: string[] = [];
  const walk = (node: Json, path: string): void => {
    for (const [name, member] of Object.entries(node)) {
      if (name !== "_errors") walk(object(member), path === "" ? name : `${path}.${name}`);
      else for (const error of member as Json[]) found.push(`${path} ${String(error.code)}`);
    }
  };
  walk(object(body.errors), "");
  return found;
}

/** A connection to the gateway that keeps all it hears. */
export class RawBot {
  readonly heard: Json[] = [];
  closed: number | undefined;
  readonly #socket: WebSocket;
  readonly #discord: StandIn;

  constructor(discord: StandIn, query = "?v=10&encoding=json") {
    this.#discord = discord;
    this.#socket = new WebSocket(`${discord.gateway.url}/${query}`);
    this.#socket.on("message", (data) => this.heard.push(JSON.parse(data.toString()) as Json));
    this.#socket.on("close", (code) => {
      this.closed = code;
    });
    this.#socket.on("error", () => undefined);
  }

  async open(): Promise<this> {
    if (this.#socket.readyState !== WebSocket.OPEN) await once(this.#socket, "open");
    return this;
  }

  say(op: number, d: unknown): void {
    this.#socket.send(JSON.stringify({ op, d }));
  }

  sayRaw(text: string): void {
    this.#socket.send(text);
  }

  identify(more: Json = {}): void {
    this.say(2, { token: this.#discord.token, intents: 0, properties: {}, ...more });
  }

  leave(code: number): void {
    this.#socket.close(code);
  }

  cut(): void {
    this.#socket.terminate();
  }

  /** Events of this name heard so far. */
  events(name: string): Json[] {
    return this.heard.filter(({ op, t }) => op === 0 && t === name);
  }

  ops(): number[] {
    return this.heard.map(({ op }) => Number(op));
  }

  /** Answers every interaction with what `answer` gives. */
  answering(answer: (interaction: Json) => unknown): this {
    this.#socket.on("message", (data) => {
      const { t, d } = JSON.parse(data.toString()) as Json;
      if (t !== "INTERACTION_CREATE") return;
      const interaction = d as Json;
      const callback = answer(interaction);
      if (callback === undefined) return;
      const path = `/interactions/${String(interaction.id)}/${String(interaction.token)}/callback`;
      request(this.#discord, "POST", path, callback, null).catch(() => undefined);
    });
    return this;
  }
}

/** A bot that is connected, identified and answers. */
export async function connected(discord: StandIn, answer: (interaction: Json) => unknown): Promise<RawBot> {
  const bot = await new RawBot(discord).answering(answer).open();
  bot.identify();
  await discord.gateway.ready();
  return bot;
}
