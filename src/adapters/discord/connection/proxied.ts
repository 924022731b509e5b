/**
 * discord.js through a proxy that the environment names. Its requests can be made by whoever is handed in; its socket takes
 * no agent (discord.js issue 10716), so that the class it makes sockets of is given one before the library loads.
 */
import { request } from "node:https";
import { createRequire } from "node:module";
import { createHttpsAgent, type ProxyEnvironment, proxyOf } from "../../../surface/network/proxy-agent.js";

type Agent = ReturnType<typeof createHttpsAgent>;
/** The class of sockets, as the library calls it. */
type Socket = new (address: string | URL, protocols?: string | string[], options?: object) => Emitter;

interface Emitter {
  on(event: "error", heard: () => void): unknown;
}

/** What of a request the library's client hands on. */
interface Made {
  readonly method?: string;
  readonly headers?: unknown;
  readonly body?: unknown;
}

export type MakeRequest = (url: string, made: Made) => Promise<Response>;

let tunnelled = false;

/**
 * Sends the gateway's socket through the proxy, and gives what makes the library's requests; undefined where the
 * environment names none. Called before discord.js is loaded.
 * @throws OperatorError where what it names is no proxy
 */
export function throughProxy(environment: ProxyEnvironment): MakeRequest | undefined {
  if (proxyOf(environment) === undefined) return undefined;
  const agent = createHttpsAgent(environment);
  if (!tunnelled) tunnelSockets(agent);
  tunnelled = true;
  return (url, made) => requested(url, made, agent);
}

function tunnelSockets(agent: Agent): void {
  const library = createRequire(createRequire(import.meta.url).resolve("discord.js"));
  // The very module that the library takes the class from.
  const sockets: { WebSocket: Socket } = createRequire(library.resolve("@discordjs/ws"))("ws");
  sockets.WebSocket = class extends sockets.WebSocket {
    constructor(address: string | URL, protocols?: string | string[], options?: object) {
      const secure = new URL(String(address)).protocol === "wss:";
      super(address, protocols, secure ? { ...options, agent } : options);
      // The library stops listening to one that it gives up, whose tunnel may fail only then.
      this.on("error", () => undefined);
    }
  };
}

/** The library itself only asks where the gateway is. */
function requested(url: string, { method = "GET", headers }: Made, agent: Agent): Promise<Response> {
  const given = Object.fromEntries(new Headers(isHeaders(headers) ? headers : {}));
  const options = { method, headers: given, agent, timeout: 15_000 };
  return new Promise((resolve, reject) => {
    const asked = request(url, options, async (answer) => {
      try {
        const pieces: Uint8Array[] = [];
        for await (const piece of answer) pieces.push(piece);
        const type = answer.headers["content-type"] ?? "application/json";
        const status = answer.statusCode ?? 502;
        resolve(new Response(Buffer.concat(pieces), { status, headers: { "content-type": type } }));
      } catch (error) {
        reject(error);
      }
    });
    asked.on("timeout", () => asked.destroy(new Error("no answer in time")));
    asked.on("error", reject);
    asked.end();
  });
}

function isHeaders(headers: unknown): headers is Record<string, string> {
  return typeof headers === "object" && headers !== null;
}
