/** A real PostgreSQL, in a temporary folder and on a loopback port, for as long as a test or a benchmark needs it. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

const DEBIAN = "/usr/lib/postgresql";

/** Where its programs are; undefined where it is not installed. */
function programsFolder(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [...versions.map((version) => join(DEBIAN, version, "bin")), "/usr/local/bin", "/usr/bin"];
  return places.find((folder) => existsSync(join(folder, "initdb")));
}

const PROGRAMS = programsFolder();

/** Why these tests are skipped; undefined where they are not. */
export const NO_POSTGRES = PROGRAMS === undefined ? "(skipped: PostgreSQL is not installed)" : undefined;

/** It refuses to run as root: then it runs as the user that its package made. */
const USER = process.getuid?.() === 0 ? idsOf("postgres") : undefined;

function idsOf(user: string): { readonly uid: number; readonly gid: number } | undefined {
  if (NO_POSTGRES !== undefined) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, user], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

export interface Postgres {
  /** Of a new, empty database. */
  database(): Promise<string>;
  /** Stops it at once, as a machine that loses power. */
  kill(): Promise<void>;
  /** Starts it again, on the same port. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** @param durable whether it brings to the disk what it acknowledges, as it does unless told otherwise */
export async function startPostgres(durable = false): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "claqueta-postgres-"));
  if (USER) chownSync(folder, USER.uid, USER.gid);
  const data = join(folder, "data");
  const run = { ...USER, cwd: folder, stdio: "ignore" } as const;
  const made = ["--auth=trust", "--username=claqueta", "--encoding=UTF8", "--no-sync", "--no-instructions"];
  execFileSync(program("initdb"), [...made, "--locale=C.UTF-8", "-D", data], run);
  const port = await freePort();
  const urlOf = (name: string) => `postgres://claqueta@127.0.0.1:${port}/${name}`;
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: folder,
    fsync: durable ? "on" : "off",
    shared_buffers: "16MB",
    max_connections: 60,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const where = ["--host=127.0.0.1", `--port=${port}`, "--username=claqueta"];
  let server: ChildProcess | undefined;
  let count = 0;
  const isReady = () => spawnSync(program("pg_isready"), [...where, "--dbname=postgres"], run).status === 0;
  const it: Postgres = {
    async database() {
      count += 1;
      const name = `test_${count}`;
      execFileSync(program("createdb"), [...where, name], run);
      return urlOf(name);
    },
    async kill() {
      const running = server;
      server = undefined;
      if (!running || running.exitCode !== null) return;
      const ended = once(running, "exit");
      running.kill("SIGQUIT");
      await ended;
    },
    async start() {
      server = spawn(program("postgres"), ["-D", data, ...flags], run);
      for (let tried = 0; !isReady(); tried += 1) {
        if (tried > 200) throw new Error("PostgreSQL does not start");
        await setTimeout(50);
      }
    },
    async remove() {
      await it.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await it.start();
  return it;
}

function program(name: string): string {
  if (PROGRAMS === undefined) throw new Error("PostgreSQL is not installed");
  return join(PROGRAMS, name);
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return address.port;
}
