/** What the doctor says of the machine: Node, room, the port. */
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeFinding, roomFinding, roomIn } from "../../../src/app/doctor/machine.js";
import { portFinding } from "../../../src/app/doctor/port.js";
import { linesOf } from "./found.js";

const GIGABYTE = 1e9;

describe("Node", () => {
  it.each(["20.19.0", "20.20.2", "22.1.0", "26.0.0"])("%s will do", (version) => {
    expect(nodeFinding(version).verdict).toBe("good");
  });

  it.each(["18.20.8", "20.18.3", "8.0.0"])("%s is too old", (version) => {
    expect(linesOf([nodeFinding(version)])).toEqual([
      `✗ Node ${version}: hace falta 20.19 o posterior → instala la versión LTS de https://nodejs.org`,
    ]);
  });
});

describe("room", () => {
  it("is told, and where it is short what takes it", () => {
    const lines = linesOf([
      roomFinding({ memory: 2 * GIGABYTE, disk: 2 * GIGABYTE }),
      roomFinding({ memory: GIGABYTE / 10, disk: 2 * GIGABYTE }),
      roomFinding({ memory: 2 * GIGABYTE, disk: GIGABYTE / 10 }),
    ]);
    expect(lines).toEqual([
      "✓ Sitio: 2000 MB de memoria y 2000 MB de disco libres",
      expect.stringMatching(/^! Sitio: 100 MB de memoria .* → .*memoria/u),
      expect.stringMatching(/^! Sitio: .* y 100 MB de disco libres → .*npm run index -- prune/u),
    ]);
  });

  it("is that of the folder, or of where it would be", async () => {
    const { memory, disk } = await roomIn(join(tmpdir(), "not", "there", "yet"));
    expect(memory).toBeGreaterThan(0);
    expect(disk).toBeGreaterThan(0);
  });
});

describe("the port", () => {
  const host = "127.0.0.1";
  const told = async (port: number, at = host) => linesOf([await portFinding({ host: at, port }, 300)]);

  /** What is said of a port while a server listens on it. */
  async function during(server: ReturnType<typeof createServer>): Promise<readonly string[]> {
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    try {
      return await told((server.address() as AddressInfo).port);
    } finally {
      server.close();
    }
  }

  it("is free, and stays so", async () => {
    const [line] = await told(0);
    expect(line).toBe("✓ Puerto: 127.0.0.1:0 está libre");
  });

  it("that another program has is told with what to do", async () => {
    const mute = createServer((socket) => socket.on("error", () => undefined));
    expect(await during(mute)).toEqual([
      expect.stringMatching(/^✗ Puerto: .* lo ocupa otro programa → .*PORT/u),
    ]);
    const other = createHttpServer((_request, response) => response.end("{}"));
    expect(await during(other)).toEqual([expect.stringMatching(/^✗ Puerto: .* lo ocupa otro programa/u)]);
  });

  it("that this very program has is as it should be", async () => {
    const ready = JSON.stringify({ status: "ready", version: "2026-03-20-aaaaaaaaaaaa", films: 7 });
    const ours = createHttpServer((_request, response) => response.end(ready));
    expect(await during(ours)).toEqual([expect.stringMatching(/^✓ Puerto: .* ya responde Claqueta$/u)]);
  });

  it("of an address that is not this machine's is told", async () => {
    expect(await told(3000, "192.0.2.1")).toEqual([
      expect.stringMatching(/^✗ Puerto: no se puede escuchar en 192\.0\.2\.1:3000 \(EADDRNOTAVAIL\) → HOST/u),
    ]);
  });
});
