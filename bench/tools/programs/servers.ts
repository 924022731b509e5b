/** Servers in processes of their own, on free ports, for benchmarks that ask them from here. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../../src/package-root.js";

const ADDRESS = /http:\/\/[\d.]+:\d+/u;

/** A server that listens. */
export class Served {
  readonly #child: ChildProcess;

  constructor(
    readonly address: string,
    child: ChildProcess,
  ) {
    this.#child = child;
  }

  /** Resolves once its log says something. */
  said(what: string): Promise<void> {
    return new Promise((resolve) => {
      let rest = "";
      const listen = (piece: Buffer) => {
        rest = (rest + piece).slice(-10_000);
        if (!rest.includes(what)) return;
        this.#child.stderr?.off("data", listen);
        resolve();
      };
      this.#child.stderr?.on("data", listen);
    });
  }

  /** Processor time it has used. */
  cpuSeconds(): number {
    // Fields 14 and 15: ticks in user and system mode; the name in field 2 may hold spaces.
    const stat = readFileSync(`/proc/${this.#child.pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    const ticksPerSecond = 100;
    return (Number(stat[11]) + Number(stat[12])) / ticksPerSecond;
  }

  /** What is resident of it, in MB (10^6 bytes): now, and at most since it started. */
  memory(): { readonly residentMb: number; readonly peakMb: number } {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, "utf8");
    const megabytes = (name: string) =>
      (Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "mu").exec(status)?.[1]) * 1024) / 1e6;
    return { residentMb: megabytes("VmRSS"), peakMb: megabytes("VmHWM") };
  }

  /** Milliseconds for which its event loop was held at most since this was last asked; NaN for who does not tell. */
  async longestHold(): Promise<number> {
    const figures = await (await fetch(`${this.address}/metrics`)).text();
    const seconds = Number(/^nodejs_eventloop_lag_max_seconds (\S+)/mu.exec(figures)?.[1]);
    // The figure is the time between two looks at the clock, which are 10 ms apart where nothing holds it.
    return Math.max(0, seconds * 1000 - 10);
  }

  /** Where it has ended already, at once. */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, "close");
    this.#child.kill(signal);
    await ended;
  }
}

/**
 * The compiled program on an index, as `npm start` runs it, with no limit on questions.
 * @param logLevel where its log is to be listened to: it is then not shown
 * @param more of its environment
 */
export function serveProgram(
  index: string,
  logLevel?: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const own = { DATA_DIR: index, HOST: "127.0.0.1", PORT: "0", HTTP_RATE_LIMIT: "0" };
  const env = { ...process.env, ...own, ...more };
  const program = [join(PACKAGE_ROOT, "dist/src/main.js")];
  return logLevel === undefined
    ? served(program, env)
    : served(program, { ...env, LOG_LEVEL: logLevel }, true);
}

/** Answers `/SIZE` with that many bytes of JSON: the least any server has to do. */
export function serveConstants(sizes: readonly number[]): Promise<Served> {
  const program = `
    const http = require("node:http");
    const bodies = new Map(JSON.parse(process.argv[1]).map((size) => ["/" + size, Buffer.from(JSON.stringify("x".repeat(size - 2)))]));
    const server = http.createServer((request, response) => {
      const body = bodies.get(request.url) ?? Buffer.from("");
      response.writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": body.length });
      response.end(body);
    });
    server.listen(0, "127.0.0.1", () => console.log("http://127.0.0.1:" + server.address().port));
  `;
  return served(["-e", program, JSON.stringify(sizes)], process.env);
}

function served(args: readonly string[], env: NodeJS.ProcessEnv, hears = false): Promise<Served> {
  const child = spawn(process.execPath, args, {
    env,
    stdio: ["ignore", "pipe", hears ? "pipe" : "inherit"],
  });
  child.stderr?.resume();
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (piece) => {
      said += piece;
      const address = ADDRESS.exec(said)?.[0];
      if (address !== undefined) resolve(new Served(address, child));
    });
    child.once("error", reject);
    child.once("close", () => reject(new Error(`the server ended before it listened: ${said}`)));
  });
}
