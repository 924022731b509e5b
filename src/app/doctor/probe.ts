/** One request, for nothing but the time that a server says it is. */
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { createHttpsAgent, type ProxyEnvironment } from "../../surface/network/proxy-agent.js";

export interface Probe {
  /** What the server's clock says, in milliseconds since 1970; undefined where it says nothing. */
  readonly date: number | undefined;
  /** When it said so, by `performance.now()`. */
  readonly at: number;
}

/**
 * Asks an address, through the proxy where there is one; whatever is answered will do.
 * @param patience milliseconds
 * @throws ProxyFailure, and the system's errors
 */
export function probe(address: URL, env: ProxyEnvironment, patience: number): Promise<Probe> {
  const options = { method: "GET", signal: AbortSignal.timeout(patience) };
  return new Promise((resolve, reject) => {
    const request =
      address.protocol === "https:"
        ? requestHttps(address, { ...options, agent: createHttpsAgent(env) })
        : requestHttp(address, options);
    request.on("error", reject);
    request.once("response", ({ headers }) => {
      const date = Date.parse(headers.date ?? "");
      resolve({ date: Number.isNaN(date) ? undefined : date, at: performance.now() });
      request.destroy();
    });
    request.end();
  });
}
