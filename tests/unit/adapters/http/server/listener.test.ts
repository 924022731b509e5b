/** The server on real sockets: ports, endings, and clients that do not speak HTTP. */
import { Agent, get } from "node:http";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { HttpSurface } from "../../../../../src/adapters/http/surface.js";
import type { Command } from "../../../../../src/chat/contract.js";
import { OperatorError } from "../../../../../src/words.js";
import { bot, createBot, type TestBot } from "../../../../support/fakes.js";
import { type Changes, listening, optionsFor } from "../../../../support/http-host.js";

/** Milliseconds after which whatever is still open is cut off. */
const CUT_OFF = 9_000;

const open: { close(): Promise<void> }[] = [];

async function start(known: TestBot = bot, changes: Changes = {}) {
  const server = await listening(known, changes);
  open.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** Everything a server says to some bytes, until it closes the connection or `patience` ends. */
function raw(address: string, bytes: string, patience = 20_000): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    let said = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setTimeout(patience, () => socket.destroy());
    socket.on("data", (piece) => {
      said += piece;
    });
    socket.on("close", () => resolve(said));
    socket.on("error", reject);
  });
}

/** Every question takes as long as it is told to. */
function slow() {
  let begun = 0;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const commands = bot.program.commands.map(
    (command): Command => ({
      ...command,
      run: async (context, options) => {
        begun++;
        await released;
        return command.run(context, options);
      },
    }),
  );
  return { known: createBot({ program: { commands } }), release, begun: () => begun };
}

describe("listening", () => {
  it("tells its address, and answers there", async () => {
    const { address } = await start();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${address}/api/votos/titanic`)).status).toBe(200);
  });

  it("fails where the port is busy, without harm to who has it", async () => {
    const { address } = await start();
    const port = Number(new URL(address).port);
    const second = new HttpSurface(optionsFor(bot, { settings: { port } }));
    const told = await second.start().catch((error: unknown) => error);
    expect(told).toBeInstanceOf(OperatorError);
    expect((told as OperatorError).words).toEqual({
      es: `Sin HTTP: no se puede escuchar en 127.0.0.1, puerto ${port} (EADDRINUSE); HOST y PORT eligen otro`,
      en: `No HTTP: cannot listen on 127.0.0.1, port ${port} (EADDRINUSE); HOST and PORT choose another`,
    });
    expect(second.health.state).toBe("stopped");
    expect(second.address).toBeUndefined();
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
  });
});

describe("ending", () => {
  it("takes nothing new and answers what is in flight", async () => {
    const { known, release, begun } = slow();
    const { address, close } = await start(known);
    const agent = new Agent({ keepAlive: true, maxSockets: 50 });
    const ask = (at: number) =>
      new Promise<{ status: number; body: string }>((resolve, reject) => {
        get(`${address}/api/votos/titanic?${"&".repeat(at)}`, { agent }, (response) => {
          let body = "";
          response.on("data", (piece) => {
            body += piece;
          });
          response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
        }).on("error", reject);
      });
    const asked = Array.from({ length: 50 }, (_, at) => ask(at));
    while (begun() < asked.length) await pause(10);
    const since = performance.now();
    const closed = close();
    await pause(100);
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
    release();
    for (const { status, body } of await Promise.all(asked)) {
      expect(status).toBe(200);
      expect(JSON.parse(body).result.votes).toBe(7770);
    }
    await closed;
    // Kept connections are not waited for until they are cut off.
    expect(performance.now() - since).toBeLessThan(CUT_OFF);
    agent.destroy();
  });

  it("does not wait for connections that ask nothing", async () => {
    const { address, close } = await start();
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined);
    const agent = new Agent({ keepAlive: true });
    await new Promise((resolve) =>
      get(`${address}/healthz`, { agent }, (response) => response.resume().on("end", resolve)),
    );
    const since = performance.now();
    await close();
    expect(performance.now() - since).toBeLessThan(CUT_OFF);
    socket.destroy();
    agent.destroy();
  });
});

/** Keeps this process, server and client both, from doing anything. */
function standStill(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe("a process that stands still while it ends", () => {
  const kept = (address: string, agent: Agent) =>
    new Promise<number | undefined>((resolve, reject) => {
      get(`${address}/healthz`, { agent }, (response) => {
        response.resume().on("end", () => resolve(response.statusCode));
      }).on("error", reject);
    });

  it("answers what came on a kept connection before it looked again", async () => {
    for (let round = 0; round < 10; round++) {
      const { address, surface } = await start();
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      expect(await kept(address, agent)).toBe(200);
      const asked = kept(address, agent);
      // As where a timer says that it is time to end: what has arrived is not read yet.
      const closed = new Promise((resolve) => {
        setTimeout(() => {
          standStill(10);
          resolve(surface.stop());
        }, 0);
        standStill(5);
      });
      expect(await asked).toBe(200);
      await closed;
      agent.destroy();
    }
  });

  it("drains as long as it is told to, not counting that", async () => {
    const { address, surface } = await start(bot, { settings: { drainSeconds: 2 } });
    await fetch(`${address}/readyz`);
    const drained = surface.drain();
    standStill(2_100);
    // The first look after it finds more than the time that is set gone.
    await pause(100);
    expect((await fetch(`${address}/readyz`)).status).toBe(503);
    await Promise.race([drained.then(() => Promise.reject(new Error("it is over"))), pause(100)]);
  });
});

describe("draining", () => {
  it("says that it will end, answers each connection a last time, and then stops listening", async () => {
    const { address, surface, close } = await start(bot, { settings: { drainSeconds: 20 } });
    const agent = new Agent({ keepAlive: true });
    const asked = (path: string) =>
      new Promise<{ status: number | undefined; connection: string | undefined }>((resolve, reject) => {
        get(address + path, { agent }, ({ statusCode, headers }) => {
          resolve({ status: statusCode, connection: headers.connection });
        })
          .on("response", (response) => response.resume())
          .on("error", reject);
      });
    expect(await asked("/readyz")).toEqual({ status: 200, connection: "keep-alive" });
    const drained = surface.drain();
    expect(await asked("/readyz")).toEqual({ status: 503, connection: "close" });
    expect(await asked("/api/votos/titanic")).toEqual({ status: 200, connection: "close" });
    // Whoever comes anew is answered too.
    expect((await fetch(`${address}/healthz`)).headers.get("connection")).toBe("close");
    agent.destroy();
    let isOver = false;
    void drained.then(() => {
      isOver = true;
    });
    await pause(200);
    // Somebody looked after it a moment ago, and is to see that it ends.
    expect(isOver).toBe(false);
    await close();
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
  });

  it("takes no time where nobody is there to be told", async () => {
    const { surface } = await start(bot, { settings: { drainSeconds: 20 } });
    const since = performance.now();
    await surface.drain();
    expect(performance.now() - since).toBeLessThan(15_000);
  });
});

describe("clients that do not speak HTTP", () => {
  it.each([
    ["nonsense", "hola\r\n\r\n", 400, "invalid_request"],
    [
      "headers without end",
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${"a".repeat(20_000)}\r\n\r\n`,
      431,
      "too_large",
    ],
    ["an endless address", `GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431, "too_large"],
    [
      "two lengths",
      "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
      400,
      "invalid_request",
    ],
    ["a method of their own", "BREW /api/votos/titanic HTTP/1.1\r\nHost: x\r\n\r\n", 400, "invalid_request"],
    [
      "an unusual method",
      "PROPFIND /api/votos/titanic HTTP/1.1\r\nHost: x\r\n\r\n",
      405,
      "method_not_allowed",
    ],
    [
      "a body without end",
      "POST /api/ask HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello",
      413,
      "too_large",
    ],
    [
      "bytes that are no text",
      "GET /api/votos/\u00ff\u00fe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
      200,
      "",
    ],
  ])("are told so: %s", async (_, bytes, status, code) => {
    const { address } = await start();
    const said = await raw(address, bytes);
    const [head = "", body = ""] = said.split("\r\n\r\n");
    if (status !== 200) {
      expect(head.split("\r\n")[0]).toContain(` ${status} `);
      expect(head.toLowerCase()).toContain("connection: close");
      expect(JSON.parse(body)).toMatchObject({ code, status });
      expect(head.toLowerCase()).toContain("content-type: application/problem+json");
    } else expect(head).toMatch(/^HTTP\/1\.1 [24]\d\d/);
  });

  it("may send the whole address, as to a proxy", async () => {
    const { address } = await start();
    const said = await raw(
      address,
      "GET http://example.org/api/votos/titanic?lang=en HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n",
    );
    expect(said).toContain("Votes");
  });
});
