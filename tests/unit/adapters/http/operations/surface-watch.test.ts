/** What `/readyz` and `/metrics` say of a platform that is away: it is told, and is no reason to restart anything. */
import { afterEach, describe, expect, it } from "vitest";
import type { Bot } from "../../../../../src/chat/contract.js";
import type { SurfaceFigures, SurfaceHealth } from "../../../../../src/surface/port.js";
import { bot } from "../../../../support/fakes.js";
import { fakeSurface, type Host, hostOf } from "../../../../support/http-host.js";

const START = Date.parse("2026-11-10T09:00:00Z");
const hosts: Host[] = [];
afterEach(async () => {
  for (const { app } of hosts.splice(0)) await app.close();
});

interface Watched {
  discord: SurfaceHealth;
  figures: SurfaceFigures;
  seconds: number;
}

/** A host whose Discord is as `discord` says, `seconds` after it began. */
async function watched(): Promise<Host & Watched> {
  const seen: Watched = {
    discord: { state: "starting", connected: 0, connections: 2 },
    figures: { answered: 0, late: 0, lost: 0, repeated: 0, inFlight: 0 },
    seconds: 0,
  };
  const now = () => new Date(START + seen.seconds * 1000);
  const surfaces = () => [
    fakeSurface("discord", { health: seen.discord, figures: seen.figures }),
    fakeSurface("telegram"),
  ];
  const host = await hostOf(bot, { now, surfaces });
  hosts.push(host);
  return Object.assign(seen, host);
}

const UP = { state: "up", connected: 2 } as const;
const DOWN = { state: "down", connected: 1 } as const;

async function readiness(host: Host): Promise<{ status: number; body: Record<string, unknown> }> {
  const { status, text } = await host.get("/readyz");
  return { status, body: JSON.parse(text) as Record<string, unknown> };
}

describe("a surface that is connected to a platform", () => {
  it("is told in /readyz, and after a minute away makes it degraded, never an error", async () => {
    const host = await watched();
    expect(await readiness(host)).toMatchObject({
      status: 200,
      body: {
        status: "ready",
        surfaces: [
          { name: "discord", state: "starting", connected: 0, connections: 2, downSeconds: 0 },
          { name: "telegram", state: "up", connected: 0, connections: 0, downSeconds: 0 },
        ],
      },
    });
    host.discord = { ...host.discord, ...UP };
    expect((await readiness(host)).body).toMatchObject({ status: "ready", surfaces: [{ state: "up" }, {}] });
    host.discord = { ...host.discord, ...DOWN };
    host.seconds = 100;
    expect((await readiness(host)).body).toMatchObject({
      status: "ready",
      surfaces: [{ downSeconds: 0 }, {}],
    });
    host.seconds = 159;
    expect((await readiness(host)).body).toMatchObject({
      status: "ready",
      surfaces: [{ downSeconds: 59 }, {}],
    });
    host.seconds = 160;
    expect(await readiness(host)).toMatchObject({
      status: 200,
      body: {
        status: "degraded",
        degraded: ["discord"],
        version: "v1",
        surfaces: [{ state: "down", downSeconds: 60 }, {}],
      },
    });
    expect((await host.get("/healthz")).status).toBe(200);
    host.discord = { ...host.discord, ...UP };
    expect((await readiness(host)).body).toMatchObject({
      status: "ready",
      surfaces: [{ downSeconds: 0 }, {}],
    });
  });

  it("makes it degraded at once where it ended for good", async () => {
    const host = await watched();
    host.discord = { ...host.discord, state: "stopped" };
    expect(await readiness(host)).toMatchObject({ status: 200, body: { status: "degraded" } });
    expect((await host.get("/metrics")).text).toContain('claqueta_surface_stopped{surface="discord"} 1');
  });

  it("is told in /metrics", async () => {
    const host = await watched();
    host.seconds = 30;
    const { text } = await host.get("/metrics");
    expect(text).toContain('claqueta_surface_up{surface="discord"} 0');
    expect(text).toContain('claqueta_surface_stopped{surface="discord"} 0');
    expect(text).toContain('claqueta_surface_down_seconds{surface="discord"} 30');
    expect(text).toContain('claqueta_surface_connected{surface="discord"} 0');
    expect(text).toContain('claqueta_surface_connections{surface="discord"} 2');
    host.discord = { ...host.discord, ...UP };
    expect((await host.get("/metrics")).text).toContain('claqueta_surface_up{surface="discord"} 1');
  });

  it("has its figures in /metrics", async () => {
    const host = await watched();
    host.figures = { answered: 7, late: 1, lost: 2, repeated: 3, inFlight: 4 };
    // As they stand, not added up with every look.
    await host.get("/metrics");
    const { text } = await host.get("/metrics");
    expect(text).toContain('claqueta_surface_answered_total{surface="discord"} 7');
    expect(text).toContain('claqueta_surface_answered_total{surface="telegram"} 0');
    expect(text).toContain('claqueta_surface_late_total{surface="discord"} 1');
    expect(text).toContain('claqueta_surface_lost_total{surface="discord"} 2');
    expect(text).toContain('claqueta_surface_repeated_total{surface="discord"} 3');
    expect(text).toContain('claqueta_surface_in_flight{surface="discord"} 4');
  });

  it("is not told of where there is none", async () => {
    const host = await hostOf(bot);
    hosts.push(host);
    expect((await readiness(host)).body).toEqual({ status: "ready", version: "v1", films: 45433 });
    expect((await host.get("/metrics")).text).not.toContain("surface=");
  });
});

describe("what is kept", () => {
  it("is told in /readyz once it is in use; away, it keeps nobody from asking about films", async () => {
    const since = new Date(START);
    const told = async (storeHealth: Bot["ports"]["storeHealth"]) => {
      const host = await hostOf({ ...bot, ports: { ...bot.ports, storeHealth } });
      hosts.push(host);
      return readiness(host);
    };
    expect((await told(async () => undefined)).body).not.toHaveProperty("store");
    expect(await told(async () => ({ engine: "sqlite", state: "away", code: "full", since }))).toMatchObject({
      status: 200,
      body: {
        status: "degraded",
        degraded: ["store"],
        store: { engine: "sqlite", state: "away", code: "full" },
      },
    });
  });
});
