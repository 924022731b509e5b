/** The HTTP server as one surface among others: how it stands, what it counted, whom it can write to. */
import { get } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { HttpSurface } from "../../../../src/adapters/http/surface.js";
import { SPANISH } from "../../../../src/chat/locale.js";
import type { Surface } from "../../../../src/surface/port.js";
import { OperatorError } from "../../../../src/words.js";
import { bot, createBot, PLACE } from "../../../support/fakes.js";
import { listening, optionsFor, running } from "../../../support/http-host.js";

const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((surface) => surface.stop()));
});

describe("the HTTP surface", () => {
  it("is starting, up, and stopped", async () => {
    const surface = new HttpSurface(optionsFor(bot));
    open.push(surface);
    expect(surface).toMatchObject({ name: "http", health: { state: "starting" }, address: undefined });
    await surface.start();
    expect(surface.health).toEqual({ state: "up", connected: 0, connections: 0 });
    expect((await fetch(`${surface.address}/readyz`)).status).toBe(200);
    await surface.stop();
    expect(surface.health.state).toBe("stopped");
    expect(surface.address).toBeUndefined();
  });

  it("says what to change where it cannot listen", async () => {
    const surface = new HttpSurface(optionsFor(bot, { settings: { host: "192.0.2.1" } }));
    const told = await surface.start().catch((error: unknown) => error);
    expect(told).toBeInstanceOf(OperatorError);
    expect((told as OperatorError).words.en).toMatch(/192\.0\.2\.1, port 0 \(\w+\); HOST and PORT/);
  });

  it("ends where it never began", async () => {
    const surface = new HttpSurface(optionsFor(bot));
    await surface.stop();
    expect(surface.health.state).toBe("stopped");
  });

  it("can write to nobody", async () => {
    const surface: Surface = new HttpSurface(optionsFor(bot));
    expect(await surface.deliver(PLACE, { kind: "figure" }, SPANISH)).toBe("unreachable");
  });

  it("counts what is answered, what is under way, and what nobody waited for", async () => {
    let begun = () => {};
    const beginning = new Promise<void>((resolve) => {
      begun = resolve;
    });
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = running(
      (command) => async (context, options) => {
        if (command.name === "ayuda") {
          begun();
          await released;
        }
        return command.run(context, options);
      },
      createBot(),
    );
    const { surface, address } = await listening(slow);
    open.push(surface);
    await (await fetch(`${address}/api/votos/titanic`)).text();
    await (await fetch(`${address}/api/votos/titanic`)).text();
    await (await fetch(`${address}/healthz`)).text();
    await expect
      .poll(() => surface.figures)
      .toEqual({ answered: 2, late: 0, lost: 0, repeated: 0, inFlight: 0 });
    const request = get(`${address}/api/ayuda`).on("error", () => undefined);
    await beginning;
    expect(surface.figures).toMatchObject({ answered: 2, inFlight: 1 });
    request.destroy();
    await expect.poll(() => surface.figures).toMatchObject({ answered: 2, lost: 1, inFlight: 0 });
    release();
  });
});
