/** The program's beginning and end as whoever runs it sees them: lines of one form, and a health check that follows it. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import { MAIN, run } from "../../support/running-program.js";
import { starter } from "../../support/starter-index.js";

const HEALTH = join(PACKAGE_ROOT, "dist/src/cli/health.js");

const health = (env: NodeJS.ProcessEnv) => spawnSync(process.execPath, [HEALTH], { env }).status;

describe("the program", () => {
  it("logs its start and its end as JSON, and is healthy in between, wherever it listens", async () => {
    const HOST = "127.0.0.2";
    const env = { PATH: process.env.PATH, DATA_DIR: starter.root, HOST, PORT: "0", LOCALE: "es" };
    const program = run(process.execPath, [MAIN], { cwd: "/tmp", env, stdio: ["ignore", "pipe", "pipe"] });
    await program.until('"started"');
    const PORT = new URL(program.address).port;
    expect(health({ HOST, PORT })).toBe(0);
    expect(health({ HOST: "127.0.0.1", PORT })).toBe(1);
    expect(await program.end()).toBe(0);
    expect(health({ HOST, PORT })).toBe(1);
    const lines = program.err
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ msg }) => msg)).toEqual(["listening", "started", "stopping", "stopped"]);
    for (const line of lines) expect(line).toMatchObject({ level: 30, time: expect.any(String) });
    expect(lines[1]).toMatchObject({ version: starter.version, surfaces: ["http"] });
    expect(lines[2]).toMatchObject({ reason: "SIGTERM" });
  });

  it("listens on all addresses and is asked at the nearest", async () => {
    const env = { PATH: process.env.PATH, DATA_DIR: starter.root, HOST: "0.0.0.0", PORT: "0" };
    const program = run(process.execPath, [MAIN], { cwd: "/tmp", env, stdio: ["ignore", "pipe", "pipe"] });
    await program.until('"started"');
    const PORT = new URL(program.address).port;
    expect(health({ HOST: "0.0.0.0", PORT })).toBe(0);
    expect(await program.end()).toBe(0);
  });
});
