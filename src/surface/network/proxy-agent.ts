/**
 * HTTPS through a proxy, where the environment names one: HTTPS_PROXY (or ALL_PROXY), but not to what NO_PROXY lists. Node
 * itself looks at neither in the versions this program runs on. No error holds the proxy's password.
 */
import { type ClientRequest, request as requestHttp } from "node:http";
import { Agent, type AgentOptions, type RequestOptions, request as requestHttps } from "node:https";
import { isIP, Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { buildConnector } from "undici";
import { OperatorError } from "../../words.js";

export type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

/** A tunnel that did not come about: `code` says why, and is all that may be told. */
export class ProxyFailure extends Error {
  override readonly name = "ProxyFailure";

  constructor(readonly code: string) {
    super(`the proxy of HTTPS_PROXY gives no connection (${code})`);
  }
}

/** How long a proxy may take to connect. */
const PATIENCE = 15_000;

/**
 * The proxy that the environment names; undefined where it names none.
 * @throws OperatorError where that is no address of a proxy
 */
export function proxyOf(environment: ProxyEnvironment): URL | undefined {
  const given = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"].find((name) =>
    environment[name]?.trim(),
  );
  if (given === undefined) return undefined;
  const address = environment[given]?.trim() ?? "";
  const whole = /^[a-z][\w+.-]*:\/\//iu.test(address) ? address : `http://${address}`;
  const proxy = URL.canParse(whole) ? new URL(whole) : undefined;
  if (proxy && ["http:", "https:"].includes(proxy.protocol) && proxy.hostname !== "") return proxy;
  // What it holds is not shown: it may have a password.
  throw new OperatorError({
    es: `${given}: se esperaba la dirección http o https de un proxy (http://proxy.example:3128)`,
    en: `${given}: expected the http or https address of a proxy (http://proxy.example:3128)`,
  });
}

/** Whether a host is reached without the proxy: NO_PROXY lists it, or it is this machine. */
export function isDirect(host: string, port: number, environment: ProxyEnvironment): boolean {
  const name = plainHost(host);
  if (name === "localhost" || name === "::1" || /^127\.\d+\.\d+\.\d+$/u.test(name)) return true;
  const listed = (environment.NO_PROXY ?? environment.no_proxy ?? "").split(/[\s,]+/u);
  return listed.some((entry) => entry !== "" && covers(entry, name, port));
}

/** "*", "example.com" with all below it, ".example.com", "*.example.com", each perhaps with a port; an IP as it is. */
function covers(entry: string, name: string, port: number): boolean {
  if (entry === "*") return true;
  const { host = "", only } = /^(?<host>\[.*\]|.*?)(?::(?<only>\d{1,5}))?$/u.exec(entry)?.groups ?? {};
  // An IPv6 address without brackets has colons of its own.
  const bare = isIP(entry) === 6 ? entry : host;
  if (only !== undefined && bare !== entry && Number(only) !== port) return false;
  const domain = plainHost(bare).replace(/^\*?\./u, "");
  return domain !== "" && (name === domain || (isIP(domain) === 0 && name.endsWith(`.${domain}`)));
}

function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/gu, "")
    .replace(/\.$/u, "");
}

/**
 * An agent for `https:` and `wss:` that goes where the environment says.
 * @throws OperatorError where HTTPS_PROXY is no address of a proxy
 */
export function createHttpsAgent(environment: ProxyEnvironment, options: AgentOptions = {}): Agent {
  const proxy = proxyOf(environment);
  return proxy === undefined ? new Agent(options) : new TunnelAgent(proxy, environment, options);
}

/**
 * Connections for undici that go where the environment says.
 * @param direct what makes those that need no proxy, and the TLS of those that do
 * @throws OperatorError where HTTPS_PROXY is no address of a proxy
 */
export function connectorThrough(
  environment: ProxyEnvironment,
  direct: buildConnector.connector,
): buildConnector.connector {
  const proxy = proxyOf(environment);
  if (proxy === undefined) return direct;
  return (options, connected) => {
    const { hostname, protocol } = options;
    const port = Number(options.port || 443);
    if (protocol !== "https:" || isDirect(hostname, port, environment)) return direct(options, connected);
    tunnel(proxy, hostname, port).then(
      (socket) => direct({ ...options, httpSocket: socket as Socket }, connected),
      (error: Error) => connected(error, null),
    );
  };
}

type Connected = NonNullable<Parameters<Agent["createConnection"]>[1]>;

class TunnelAgent extends Agent {
  readonly #proxy: URL;
  readonly #environment: ProxyEnvironment;

  constructor(proxy: URL, environment: ProxyEnvironment, options: AgentOptions) {
    super(options);
    this.#proxy = proxy;
    this.#environment = environment;
  }

  /** Gives a connection later, where it is one through the proxy. */
  override createConnection(options: RequestOptions, connected?: Connected): Duplex | null | undefined {
    const host = options.host ?? "localhost";
    const port = Number(options.port ?? 443);
    if (isDirect(host, port, this.#environment)) return super.createConnection(options, connected);
    tunnel(this.#proxy, host, port).then(
      (socket) => {
        const through = { ...options, socket };
        const secured = super.createConnection(through);
        if (secured) connected?.(null, secured);
      },
      // Nobody looks at a connection that failed; its type asks for one.
      (error) => connected?.(error, new Socket()),
    );
    return undefined;
  }
}

/** A connection to a host through the proxy. Rejects with a ProxyFailure. */
function tunnel(proxy: URL, host: string, port: number): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const request = asked(proxy, `${host.includes(":") ? `[${plainHost(host)}]` : host}:${port}`);
    const fail = (code: string) => {
      request.destroy();
      reject(new ProxyFailure(code));
    };
    request.setTimeout(PATIENCE, () => fail("PROXY_TIMEOUT"));
    request.on("error", (error: NodeJS.ErrnoException) => fail(error.code ?? "PROXY_FAILED"));
    // An answer that is no tunnel.
    request.on("response", (response) => fail(`PROXY_${response.statusCode}`));
    request.on("connect", (response, socket) => {
      socket.setTimeout(0);
      if (response.statusCode === 200) resolve(socket);
      else {
        socket.destroy();
        fail(`PROXY_${response.statusCode}`);
      }
    });
    request.end();
  });
}

function asked(proxy: URL, target: string): ClientRequest {
  const { protocol, hostname, port, username, password } = proxy;
  const secure = protocol === "https:";
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const headers = {
    host: target,
    ...(username === "" && password === ""
      ? {}
      : { "proxy-authorization": `Basic ${Buffer.from(credentials).toString("base64")}` }),
  };
  const options = {
    method: "CONNECT",
    host: plainHost(hostname),
    port: port === "" ? (secure ? 443 : 80) : Number(port),
    path: target,
    headers,
    agent: false,
  } as const;
  return secure ? requestHttps(options) : requestHttp(options);
}
