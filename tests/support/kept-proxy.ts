/**
 * A reverse proxy as people run them before two instances: it keeps its connections, sends requests to those whose
 * `/readyz` says 200, in turn, and never sends one twice: what an instance loses is lost, and counted by whoever asked.
 */
import { Agent, createServer, get, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** The header of a 502 that tells why. */
export const WHY = "x-why";

/** Milliseconds between two looks at each instance. */
const LOOK = 100;
/** Looks without an answer in time after which an instance is taken out, as proxies and Kubernetes do by default. */
const MISSED = 3;

const LATE = new Error("no answer in time");

export interface KeptProxy {
  readonly address: string;
  /** Ports of the instances that it sends requests to now. */
  readonly ready: ReadonlySet<number>;
  close(): Promise<void>;
}

export async function startKeptProxy(ports: readonly number[]): Promise<KeptProxy> {
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  const ready = new Set(ports);
  let turn = 0;
  // One look at a time: an answer that comes late would tell what was so before the one behind it.
  const underWay = new Set<number>();
  const missed = new Map<number, number>();
  const look = (port: number) => {
    if (underWay.has(port)) return;
    underWay.add(port);
    const told = (is: boolean) => {
      underWay.delete(port);
      missed.delete(port);
      if (is) ready.add(port);
      else ready.delete(port);
    };
    const asked = get({ port, path: "/readyz", agent: false, timeout: 1000 }, (response) => {
      response.resume();
      told(response.statusCode === 200);
    });
    // One that refuses a connection is gone; one that is busy may only be late.
    asked.on("error", (error) => {
      const times = (missed.get(port) ?? 0) + 1;
      // The last that is there is kept though it is late, as proxies do too: to ask nobody would be worse.
      const isLast = ready.size === 1 && ready.has(port);
      if (error !== LATE || (times >= MISSED && !isLast)) return told(false);
      missed.set(port, times);
      underWay.delete(port);
    });
    asked.on("timeout", () => asked.destroy(LATE));
  };
  const looking = setInterval(() => ports.forEach(look), LOOK);
  const server = createServer((asked, response) => {
    const there = ports.filter((port) => ready.has(port));
    turn += 1;
    forward(asked, response, { port: there[turn % there.length] ?? 0, agent });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    ready,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      clearInterval(looking);
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function forward(
  asked: IncomingMessage,
  response: ServerResponse,
  to: { readonly port: number; readonly agent: Agent },
): void {
  const { url = "/", method, headers } = asked;
  // What holds for one connection is not handed on.
  const { connection: _, ...told } = headers;
  const forwarded = request({ ...to, path: url, method, headers: told }, (given) => {
    const { connection: __, "keep-alive": ___, ...answered } = given.headers;
    response.writeHead(given.statusCode ?? 502, answered);
    given.pipe(response);
  }).on("error", (error: NodeJS.ErrnoException) => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502, { [WHY]: to.port === 0 ? "none is ready" : String(error.code) }).end();
  });
  asked.pipe(forwarded);
}
