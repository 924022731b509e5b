/** The program's beginning and end as whoever runs it sees them: lines of one form, and a health check that follows it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../../src/package-root.js";
import { MAIN, run } from "../../support/running-program.js";
import { starter } from "../../support/starter-index.js";

const HEALTH = join(PACKAGE_ROOT, "dist/src/cli/health.js");

/** The health check's exit code. */
async function health(env: NodeJS.ProcessEnv): Promise<number> {
  const [code] = await once(spawn(process.execPath, [HEALTH], { env }), "close");
  return code;
}

describe("the program", () => {
  it("logs its start and its end as JSON, and is healthy in between", async () => {
    const env = {
      PATH: process.env.PATH,
      DATA_DIR: starter.root,
      PORT: "0",
      LOCALE: "es",
      DRAIN_SECONDS: "0",
    };
    const program = run(process.execPath, [MAIN], { cwd: "/tmp", env, stdio: ["ignore", "pipe", "pipe"] });
    await program.until('"started"');
    const PORT = new URL(program.address).port;
    expect(await health({ PORT })).toBe(0);
    expect(await program.end()).toBe(0);
    expect(await health({ PORT })).toBe(1);
    const lines = program.err
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ msg }) => msg)).toEqual(["listening", "started", "stopping", "stopped"]);
    for (const line of lines) expect(line).toMatchObject({ level: 30, time: expect.any(String) });
    expect(lines[1]).toMatchObject({ version: starter.version, surfaces: ["http"] });
    expect(lines[2]).toMatchObject({ reason: "SIGTERM" });
  });
});

describe("a tool", () => {
  it.each(["index", "doctor"])("whose reader leaves early says nothing of it: %s", async (tool) => {
    const env = { PATH: process.env.PATH, DATA_DIR: starter.root, LOCALE: "es", PORT: "0" };
    const path = join(PACKAGE_ROOT, `dist/src/cli/${tool}.js`);
    const child = spawn(process.execPath, [path, ...(tool === "index" ? ["list"] : [])], {
      env,
      cwd: "/tmp",
    });
    child.stdout.destroy();
    let said = "";
    child.stderr.on("data", (piece) => {
      said += piece;
    });
    await once(child, "close");
    expect(said).not.toContain("EPIPE");
  });
});

describe("the health check", () => {
  it.each([
    ["127.0.0.2", 200, "127.0.0.2", 0],
    ["127.0.0.2", 200, "127.0.0.1", 1],
    ["0.0.0.0", 200, "0.0.0.0", 0],
    ["127.0.0.1", 503, "127.0.0.1", 1],
  ])("of who listens on %s and answers %i, asked at HOST=%s, is %i", async (listens, status, HOST, code) => {
    const server = createServer((_request, response) => response.writeHead(status).end());
    server.listen(0, listens);
    await once(server, "listening");
    try {
      const { port } = server.address() as AddressInfo;
      expect(await health({ HOST, PORT: String(port) })).toBe(code);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
