/**
 * Two instances behind nginx and Caddy as `deploy/proxy/` sets them up, with only the addresses and the certificate changed
 * as an operator does: what they hand on, whom they say it is from, and that a restart of one after the other loses nothing.
 * Each is skipped where it is not installed.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { Agent, request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import { freePort } from "../../support/free-port.js";
import { MAIN, type RunningProgram, run } from "../../support/running-program.js";
import { starter } from "../../support/starter-index.js";

const isThere = (command: string, ...args: string[]) => spawnSync(command, args).error === undefined;
const PROXIES = [
  ...(isThere("nginx", "-v") && isThere("openssl", "version") ? (["nginx"] as const) : []),
  ...(isThere("caddy", "version") ? (["Caddy"] as const) : []),
];
type Proxy = (typeof PROXIES)[number];

const HOST = "cine.example";
const LIMIT = 1_000_000;
/** Longer than Caddy takes to look, on a busy machine too. */
const DRAIN_SECONDS = 2;
const PEOPLE = 4;

const folder = mkdtempSync(join(tmpdir(), "claqueta-proxies-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ports = new Map<Proxy, number>();
let instances: number[] = [];
let programs: RunningProgram[] = [];

async function instance(port: number): Promise<RunningProgram> {
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: starter.root,
    STORE_DIR: join(folder, String(port)),
    PORT: String(port),
    TRUSTED_PROXIES: "loopback",
    PUBLIC_URL: `https://${HOST}`,
    METRICS_ADDRESS: `127.0.0.1:${await freePort()}`,
    HTTP_RATE_LIMIT: String(LIMIT),
    DRAIN_SECONDS: String(DRAIN_SECONDS),
  };
  const program = run(process.execPath, [MAIN], { cwd: "/tmp", env, stdio: ["ignore", "pipe", "pipe"] });
  await program.until(`:${port}`);
  return program;
}

/** The example with the instances that there are. */
function example(name: string): string {
  const [first, second] = instances;
  return readFileSync(join(PACKAGE_ROOT, "deploy/proxy", name), "utf8")
    .replace("127.0.0.1:3000", `127.0.0.1:${first}`)
    .replace("127.0.0.1:3001", `127.0.0.1:${second}`);
}

const START: Record<Proxy, (port: number) => Promise<void> | void> = {
  async nginx(port) {
    const key = ["-subj", `/CN=${HOST}`, "-keyout", "key.pem", "-out", "cert.pem", "-days", "1"];
    spawnSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", ...key], { cwd: folder });
    const site = example("nginx.conf")
      .replace("listen 80;", `listen 127.0.0.1:${await freePort()};`)
      .replace("listen 443 ", `listen 127.0.0.1:${port} `)
      .replace(/\/etc\/letsencrypt\S+fullchain\.pem/u, join(folder, "cert.pem"))
      .replace(/\/etc\/letsencrypt\S+privkey\.pem/u, join(folder, "key.pem"));
    const own = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (name) => `${name}_temp_path ${join(folder, name)};`,
    );
    const path = join(folder, "nginx.conf");
    const around = `pid ${folder}/pid;\nerror_log stderr crit;\ndaemon off;\nevents {}\n`;
    writeFileSync(path, `${around}http {\naccess_log off;\n${own.join("\n")}\n${site}\n}\n`);
    run("nginx", ["-p", folder, "-c", path], { stdio: "ignore" });
  },
  Caddy(port) {
    const path = join(folder, "Caddyfile");
    const site = example("Caddyfile").replace(`${HOST} {`, `${HOST}:${port} {\n\ttls internal`);
    writeFileSync(path, `{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n}\n${site}`);
    mkdirSync(join(folder, "home"));
    const env = { PATH: process.env.PATH, HOME: join(folder, "home") };
    run("caddy", ["run", "--config", path, "--adapter", "caddyfile"], { env, stdio: "ignore" });
  },
};

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Sending {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly agent?: Agent;
  /** Which address of the loopback it comes from. */
  readonly from?: string;
}

function asked(proxy: Proxy, path: string, { method, headers, agent, from }: Sending = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = {
      host: "127.0.0.1",
      port: ports.get(proxy),
      servername: HOST,
      rejectUnauthorized: false,
    };
    const sent = { host: HOST, ...(method === "POST" && { "content-length": "0" }), ...headers };
    request({ ...options, path, method, headers: sent, agent, localAddress: from }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("error", reject).on("end", () => {
        const { statusCode: status = 0, headers: told } = response;
        resolve({ status, headers: told, body: Buffer.concat(pieces) });
      });
    })
      .on("error", reject)
      .end();
  });
}

/** Both instances answer it, and it knows that they do. */
async function isUp(proxy: Proxy): Promise<boolean> {
  for (let at = 0; at < 6; at++) {
    const answer = await asked(proxy, "/readyz").catch(() => undefined);
    if (answer?.status !== 200) return false;
  }
  return true;
}

beforeAll(async () => {
  instances = [await freePort(), await freePort()];
  programs = await Promise.all(instances.map(instance));
  for (const proxy of PROXIES) {
    const port = await freePort();
    ports.set(proxy, port);
    await START[proxy](port);
    await vi.waitUntil(() => isUp(proxy), { timeout: 30_000, interval: 200 });
  }
}, 120_000);

afterAll(() => Promise.all(programs.map((program) => program.end("SIGKILL"))));

describe.skipIf(PROXIES.length === 0)("behind a proxy (skipped without nginx and Caddy)", () => {
  it.each(PROXIES)("%s: pages, answers and pictures come as they are, figures stay inside", async (proxy) => {
    const compressed = await asked(proxy, "/pelicula/603", { headers: { "accept-encoding": "br, gzip" } });
    expect(compressed.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(compressed.body).toString()).toContain(
      `<meta property="og:url" content="https://${HOST}/pelicula/603-matrix">`,
    );
    const single = [
      "strict-transport-security",
      "content-security-policy",
      "x-content-type-options",
      "etag",
    ] as const;
    for (const name of single) expect(compressed.headers[name]).toMatch(/^[^,]+$/u);
    const again = { headers: { "accept-encoding": "br", "if-none-match": compressed.headers.etag ?? "" } };
    expect((await asked(proxy, "/pelicula/603", again)).status).toBe(304);
    expect((await asked(proxy, "/")).body.toString()).toContain("<!doctype html>");
    const picture = await asked(proxy, "/api/grafico/estrenos.svg");
    expect(picture.headers["content-type"]).toMatch(/^image\/svg/u);
    const posted = await asked(proxy, "/api/ask?q=/votos+titanic", { method: "POST" });
    expect(JSON.parse(posted.body.toString())).toMatchObject({ status: "ok" });
    const long = await asked(proxy, `/api/votos/${"a".repeat(1_900)}`);
    expect(long.headers["content-type"]).toContain("json");
    expect((await asked(proxy, "/metrics")).status).toBe(404);
  });

  it.each(PROXIES)("%s: one client is one, whatever it says of itself", async (proxy) => {
    const left = async (from: string, forged: string) => {
      const headers = { "x-forwarded-for": forged };
      const one = await asked(proxy, "/api/mes/enero", { headers, from });
      return Number(one.headers["ratelimit-remaining"]);
    };
    // Two instances, of which each counts for itself.
    const figures: number[] = [];
    for (let at = 0; at < 6; at++) figures.push(await left("127.0.0.2", `203.0.113.${at}`));
    expect(Math.min(...figures)).toBeLessThanOrEqual(LIMIT - 3);
    expect(await left("127.0.0.3", "127.0.0.2")).toBeGreaterThan(LIMIT - 3);
  });

  it("a restart of one after the other loses nothing", async () => {
    const answers = new Map<string, number>();
    let at = 0;
    let isOver = false;
    const QUESTIONS = [
      { path: "/api/votos/titanic?" },
      { path: "/api/ask?q=algo+como+matrix&", method: "POST" },
      { path: "/pelicula/603?" },
      { path: "/?" },
      { path: "/api/ask?q=/mes+enero&", method: "POST" },
    ];
    const agents = PROXIES.map((proxy) => ({ proxy, agent: new Agent({ keepAlive: true }) }));
    const person = async ({ proxy, agent }: (typeof agents)[number]) => {
      while (!isOver) {
        const { path, method = "GET" } = QUESTIONS[++at % QUESTIONS.length] ?? { path: "/" };
        const told = await asked(proxy, path + "&".repeat(at % 100), { method, agent }).then(
          ({ status }) => (status === 200 ? "answered" : `${proxy} ${method} ${status}`),
          (error: Error) => `${proxy} ${method} ${error.message}`,
        );
        answers.set(told, (answers.get(told) ?? 0) + 1);
        await pause(10);
      }
    };
    const people = agents.flatMap((one) => Array.from({ length: PEOPLE }, () => person(one)));
    const [first = 0] = instances;
    expect(await programs[0]?.end("SIGTERM")).toBe(0);
    programs[0] = await instance(first);
    // As the guide says: the proxies have to learn of it too.
    await pause(5_000);
    expect(await programs[1]?.end("SIGTERM")).toBe(0);
    await pause(300);
    isOver = true;
    await Promise.all(people);
    for (const { agent } of agents) agent.destroy();
    expect([...answers.keys()]).toEqual(["answered"]);
    expect(answers.get("answered")).toBeGreaterThan(100);
  }, 120_000);
});
