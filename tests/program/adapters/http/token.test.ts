/** What the holder of the token changes over HTTP, for somebody and somewhere. */
import { beforeAll, describe, expect, it } from "vitest";
import { type Host, hostOf } from "../../../support/http-host.js";
import { keptBot } from "../../../support/kept-bot.js";

const TOKEN = "an-obviously-fake-token-of-tests";
const kept = keptBot();
let host: Host;
beforeAll(async () => {
  host = await hostOf(kept.bot, { settings: { token: TOKEN }, now: () => new Date("2026-01-01") });
});

const headers = { authorization: `Bearer ${TOKEN}`, "claqueta-place": "fake; server=10; chat=100" };

describe("with the token", () => {
  it("settings of a place are set, under nobody's name", async () => {
    const told = await host.post("/api/ajustes?ajuste=minimo&valor=500", { headers });
    expect(told).toMatchObject({ status: 200, body: { status: "ok" } });
    const { values } = await kept.store.settings.all("fake:10");
    expect(values).toMatchObject([{ key: "minimumVotes", value: "500" }]);
    const { items } = await kept.store.settings.history("fake:10", { from: 0, size: 5 });
    expect(items).toMatchObject([{ by: "http:token", after: "500" }]);
  });

  it("films are rated for somebody who is named", async () => {
    const person = { ...headers, "claqueta-person": "fake:7" };
    expect((await host.post("/api/valorar/volver?nota=9", { headers: person })).status).toBe(200);
    expect(await kept.store.ratings.all("fake:7")).toMatchObject([{ score: 9 }]);
    expect((await host.post("/api/valorar/volver?nota=9")).status).toBe(401);
  });

  it("a night is opened once under one key, proposed for, and looked at", async () => {
    const leader = { ...headers, "claqueta-person": "fake:8", "idempotency-key": "night-0001" };
    for (const _ of [1, 2])
      expect((await host.post("/api/noche/abrir/Martes?cierra=4h", { headers: leader })).status).toBe(200);
    expect(await kept.store.nights.open("fake:10")).toHaveLength(1);
    const propose = { ...headers, "claqueta-person": "fake:9" };
    expect((await host.post("/api/noche/proponer/volver", { headers: propose })).status).toBe(200);
    const shown = await host.get("/api/noche/ver", headers);
    expect(shown).toMatchObject({ status: 200, body: { result: { title: "Martes", phase: "together" } } });
    expect(shown.headers["cache-control"]).toBe("no-store");
    expect((await host.get("/api/noche/ver")).status).toBe(401);
    const nowhere = await host.get("/api/noche/ver", { authorization: `Bearer ${TOKEN}` });
    expect(nowhere).toMatchObject({ status: 403, body: { code: "not_allowed" } });
  });
});
