/** Surfaces from their start to their end: to serve nothing is no success, and what was in the way is tried again. */
import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { HttpSurface } from "../../../src/adapters/http/surface.js";
import { startServing } from "../../../src/app/serving.js";
import type { Surface, SurfaceHealth } from "../../../src/surface/port.js";
import { OperatorError, type Words } from "../../../src/words.js";
import { bot, createBot } from "../../support/fakes.js";
import { fakeSurface, optionsFor } from "../../support/http-host.js";

const open: { stop(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.stop()));
});

const PACE = { retry: 20, look: 20 };

async function occupied(): Promise<{ readonly port: number; free(): void }> {
  const other: Server = createServer();
  other.listen(0, "127.0.0.1");
  await once(other, "listening");
  open.push({ stop: () => other.close() });
  return { port: (other.address() as AddressInfo).port, free: () => void other.close() };
}

function serving(port: number, platforms: readonly Surface[]) {
  const { log } = createBot().ports;
  const told: Words[] = [];
  const http = new HttpSurface(optionsFor(bot, { settings: { port } }));
  open.push(http);
  const started = startServing({ platforms, http }, { log, tell: (words) => void told.push(words) }, PACE);
  return { http, told, started };
}

describe("a port that is taken", () => {
  it("ends a program that has nothing else to serve, and says what to change", async () => {
    const { port } = await occupied();
    const { started } = serving(port, []);
    await expect(started).rejects.toThrow(OperatorError);
    await expect(started).rejects.toMatchObject({ words: { en: expect.stringContaining("HOST and PORT") } });
  });

  it("is told and tried again where there is a platform, until it is free", async () => {
    const { port, free } = await occupied();
    const { http, told, started } = serving(port, [fakeSurface("discord")]);
    const { stop } = await started;
    expect(told).toMatchObject([{ en: expect.stringContaining("EADDRINUSE") }]);
    await pause(100);
    // Once is enough.
    expect(told).toHaveLength(1);
    free();
    await expect.poll(() => http.address).toBe(`http://127.0.0.1:${port}`);
    expect(told[1]?.es).toContain("HTTP ya escucha");
    expect((await fetch(`${http.address}/readyz`)).status).toBe(200);
    await stop(false);
  });

  it("ends the program once its platforms stopped for good", async () => {
    const { port } = await occupied();
    let state: SurfaceHealth["state"] = "up";
    const discord: Surface = {
      ...fakeSurface("discord"),
      get health(): SurfaceHealth {
        return { state, connected: 0, connections: 1 };
      },
    };
    const { started } = serving(port, [discord]);
    const { deserted, stop } = await started;
    const ended = deserted.catch((error: unknown) => error);
    await pause(60);
    state = "stopped";
    expect(await ended).toBeInstanceOf(OperatorError);
    await stop(false);
  });
});

describe("ending", () => {
  it("lets a platform go that fetches by itself at once, and one that delivers to our server after it drained", async () => {
    const order: string[] = [];
    const noted = (name: string) => async () => void order.push(name);
    const webhook = { path: "/telegram", handle: async () => ({ status: 200, headers: {}, body: "" }) };
    const http = new HttpSurface(optionsFor(bot));
    open.push(http);
    const drain = http.drain.bind(http);
    http.drain = async () => {
      await pause(50);
      order.push("drained");
      await drain();
    };
    const platforms = [
      fakeSurface("discord", { stop: noted("discord") }),
      fakeSurface("telegram", { stop: noted("telegram"), webhook }),
    ];
    const { stop } = await startServing(
      { platforms, http },
      { log: createBot().ports.log, tell: () => undefined },
      PACE,
    );
    await stop(true);
    expect(order).toEqual(["discord", "drained", "telegram"]);
    expect(http.health.state).toBe("stopped");
  });
});
