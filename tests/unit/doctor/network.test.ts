/** What the doctor says of the way to the platforms: the proxy, and the clock. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { networkFindings } from "../../../src/app/doctor/network.js";
import type { ConfiguredPlatform } from "../../../src/surface/platform.js";
import { linesOf } from "./found.js";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function listening(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** A server whose clock is right. */
const dated = async () => {
  const port = await listening(
    createServer((_request, response) => response.writeHead(404).end("no such page")),
  );
  return `http://127.0.0.1:${port}/api`;
};

function platform(address: string): ConfiguredPlatform {
  const unused = () => Promise.reject(new Error("not asked for"));
  return { name: "films", address, create: unused, check: unused };
}

const look = async (addresses: readonly string[], env: Record<string, string> = {}, ahead = 0) =>
  linesOf(
    await networkFindings(addresses.map(platform), {
      env,
      patience: 1_000,
      now: new Date(Date.now() + ahead * 1_000),
    }),
  );

describe("the clock", () => {
  it("is right where it agrees with a platform's, to the minute", async () => {
    const address = await dated();
    expect(await look([address])).toEqual(["✓ Reloj: en hora"]);
    expect(await look([address], {}, 40)).toEqual(["✓ Reloj: en hora"]);
  });

  it("is told from a minute on, and does not do from five on", async () => {
    const address = await dated();
    expect(await look([address], {}, 120)).toEqual([
      expect.stringMatching(/^! Reloj: adelanta 1[12]\d segundos → ponlo en hora/u),
    ]);
    expect(await look([address], {}, -400)).toEqual([
      expect.stringMatching(/^✗ Reloj: atrasa (?:39|40)\d segundos → ponlo en hora/u),
    ]);
  });

  it("is asked of whoever can be reached, and of nobody where there is no platform", async () => {
    expect(await look(["http://127.0.0.1:9", await dated()])).toEqual(["✓ Reloj: en hora"]);
    expect(await look(["http://127.0.0.1:9"])).toEqual([]);
    expect(await look([])).toEqual([]);
  });
});

describe("the proxy", () => {
  const away = "https://films.example/api";

  it("that lets nobody through is told with its answer, and never with its password", async () => {
    const proxy = createServer();
    proxy.on("connect", (_request, socket) =>
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"),
    );
    const port = await listening(proxy);
    const lines = await look([away], { HTTPS_PROXY: `http://me:hunter2@127.0.0.1:${port}` });
    expect(lines).toEqual([
      expect.stringMatching(/^✗ Proxy: por 127\.0\.0\.1:\d+ no se llega a films\.example \(PROXY_407\) → /u),
    ]);
    expect(lines.join()).not.toContain("hunter2");
  });

  it("that is not there is told", async () => {
    expect(await look([away], { HTTPS_PROXY: "http://127.0.0.1:9" })).toEqual([
      expect.stringMatching(/^✗ Proxy: por 127\.0\.0\.1:9 no se llega a films\.example \(ECONNREFUSED\)/u),
    ]);
  });

  it("that is no address is told without it", async () => {
    const lines = await look([away], { HTTPS_PROXY: "socks5://me:hunter2@127.0.0.1" });
    expect(lines).toEqual([expect.stringMatching(/^✗ Proxy: HTTPS_PROXY: se esperaba/u)]);
    expect(lines.join()).not.toContain("hunter2");
  });

  it("is not asked for what is reached without it", async () => {
    expect(await look([await dated()], { HTTPS_PROXY: "http://127.0.0.1:9" })).toEqual(["✓ Reloj: en hora"]);
  });
});
