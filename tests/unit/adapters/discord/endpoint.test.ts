/** Interactions as HTTP requests: who signed them, and when. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { DiscordSurface } from "../../../../src/adapters/discord/surface.js";
import { defineCommand } from "../../../../src/chat/command/command.js";
import { SPANISH } from "../../../../src/chat/locale.js";
import type { UpdateTurns } from "../../../../src/chat/ports.js";
import type { Webhook, WebhookHandler, WebhookResponse } from "../../../../src/surface/network/webhook.js";
import { OperatorError } from "../../../../src/words.js";
import { type SignOptions, type StandIn, startDiscord } from "../../../../standins/discord/index.js";
import { slash } from "../../../support/discord-payloads.js";
import { until } from "../../../support/discord-running.js";
import { createBot, program } from "../../../support/fakes.js";

const slow = defineCommand({
  names: { es: "lento", en: "slow" },
  summary: { es: "Tarda", en: "Slow" },
  options: z.strictObject({}),
  result: z.unknown(),
  positional: [],
  examples: ["lento"],
  async run() {
    await pause(1500);
    return { status: "ok", result: null, answer: { kind: "figure", text: "Por fin." } };
  },
});

const bot = createBot({ program: { commands: [...program.commands, slow] } });

let discord: StandIn;
let surface: DiscordSurface;
let endpoint: WebhookHandler;
let server: Server;

function surfaceWith(
  publicKey: string,
  more: { token?: string; told?: string[]; late?: number; turns?: UpdateTurns } = {},
) {
  const { token, told = [], late = 0, turns } = more;
  const settings = { publicKey, token, apiUrl: discord.api, mode: "http" } as const;
  const { log } = bot.ports;
  return new DiscordSurface({
    bot: () => (turns ? { ...bot, ports: { ...bot.ports, turns } } : bot),
    settings,
    locale: SPANISH,
    log,
    now: () => new Date(Date.now() + late),
    tell: ({ es }) => void told.push(es),
  });
}

beforeAll(async () => {
  discord = await startDiscord({ openapi: false, rateLimits: false });
  surface = surfaceWith(discord.publicKey);
  endpoint = (surface.webhook as Webhook).handle;
  // As any server mounts it: the bytes as they came.
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { status, headers, body } = await endpoint(Buffer.concat(chunks), request.headers);
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  server.close();
  await surface.stop();
  await discord.close();
});

async function send(body: unknown, options?: SignOptions) {
  const { headers, rawBody } = discord.signed(body, options);
  return endpoint(rawBody, headers);
}

describe("the endpoint", () => {
  it("is taken by Discord: PONG, and 401 for bad signatures", async () => {
    const { port } = server.address() as AddressInfo;
    await discord.useEndpoint(`http://127.0.0.1:${port}/discord/interactions`);
    const result = await discord.slash({ command: "votos", options: { titulo: "titanic" }, guild: "77" });
    expect(result.status).toBe("answered");
    expect(JSON.stringify(result.message?.components)).toContain("7770");
    await discord.useEndpoint(undefined);
  });

  it.each(["signature", "key", "body", "missing-signature", "missing-timestamp", "garbage"] as const)(
    "refuses a wrong %s before reading anything",
    async (wrong) => {
      expect(await send({ type: 1 }, { wrong })).toMatchObject({ status: 401 });
      expect(await send("{ no json", { wrong })).toMatchObject({ status: 401 });
    },
  );

  it("refuses what was signed too long ago, or will be", async () => {
    const at = (seconds: number) => ({ at: new Date(Date.now() + seconds * 1000) });
    for (const seconds of [-3600, -310, 310, 3600]) {
      expect((await send({ type: 1 }, at(seconds))).status).toBe(401);
    }
    for (const seconds of [-250, 0, 250]) {
      expect(await send({ type: 1 }, at(seconds))).toMatchObject({ status: 200, body: '{"type":1}' });
    }
  });

  it("refuses repeated headers, long bodies, and what is no interaction", async () => {
    const { headers, rawBody } = discord.signed({ type: 1 });
    const twice = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value, value]]));
    expect((await endpoint(rawBody, twice)).status).toBe(401);
    expect((await endpoint(Buffer.alloc(1_000_001), headers)).status).toBe(413);
    for (const body of ["{ no json", "null", "[]", "{}", '"x"']) expect((await send(body)).status).toBe(400);
  });

  it("promises an answer that takes longer, and sends it afterwards", async () => {
    const edits = () => discord.log.list({ method: "PATCH" }).length;
    const response = await send(slash("lento"));
    expect(JSON.parse(response.body)).toEqual({ type: 5, data: {} });
    await until(() => edits() > 0);
    await until(() => surface.figures.inFlight === 0);
  });

  it("sends once what it promised, though two processes are given the same", async () => {
    const taken = new Set<string>();
    const answered: string[] = [];
    const turns: UpdateTurns = {
      async take(_, id) {
        const isFirst = !taken.has(id);
        taken.add(id);
        return isFirst ? "mine" : answered.includes(id) ? "done" : "held";
      },
      answered: (_, id) => void answered.push(id),
    };
    const two = [1, 2].map(() => surfaceWith(discord.publicKey, { turns }));
    const edits = () => discord.log.list({ method: "PATCH" }).length;
    const before = edits();
    await discord.useEndpoint(async ({ headers, rawBody }) => {
      const given = two.map(({ webhook }) => (webhook as Webhook).handle(rawBody, headers));
      const [one, other] = (await Promise.all(given)) as [WebhookResponse, WebhookResponse];
      expect(other.body).toBe(one.body);
      return one;
    });
    const { message } = await discord.slash({ command: "lento", guild: "77" });
    await until(() => two.every(({ figures }) => figures.inFlight === 0));
    expect(JSON.stringify(message?.components)).toContain("Por fin.");
    expect(edits() - before).toBe(1);
    expect(answered).toHaveLength(1);
    expect(two.reduce((sum, { figures }) => sum + figures.repeated, 0)).toBe(1);
    await discord.useEndpoint(undefined);
    for (const each of two) await each.stop();
  });

  it("answers what comes again as it did the first time, and counts it", async () => {
    const { answered, repeated } = surface.figures;
    const payload = slash("votos", { titulo: "titanic" });
    const [first, again] = [await send(payload), await send(payload)];
    expect(again.body).toBe(first.body);
    expect(first.body).toContain("7770");
    expect(surface.figures).toMatchObject({ answered: answered + 1, repeated: repeated + 1, lost: 0 });
  });

  it("needs a key that is one, and tells so without showing it", () => {
    for (const key of ["", "abc", "z".repeat(64)]) {
      expect(() => surfaceWith(key)).toThrow(OperatorError);
      expect(() => surfaceWith(key)).toThrow(/DISCORD_PUBLIC_KEY: expected/);
    }
  });

  it("answers a burst of 500 within 3 seconds each", async () => {
    const times = await Promise.all(
      Array.from({ length: 500 }, async () => {
        const since = performance.now();
        expect((await send(slash("votos", { titulo: "titanic" }))).status).toBe(200);
        return performance.now() - since;
      }),
    );
    expect(Math.max(...times)).toBeLessThan(3000);
  });
});

describe("what keeps every interaction out", () => {
  const ping = { type: 1, id: "1", token: "x", application_id: "1" };
  const body = (wrong?: SignOptions["wrong"]) => discord.signed(ping, wrong === undefined ? {} : { wrong });
  const deliver = async (to: DiscordSurface, { headers, rawBody }: ReturnType<typeof body>, times = 1) => {
    for (let at = 0; at < times; at++) await (to.webhook as Webhook).handle(rawBody, headers);
  };

  it("is told once, and in what the surface says of itself, until one passes", async () => {
    const told: string[] = [];
    const own = surfaceWith(discord.publicKey, { told });
    await deliver(own, body("signature"), 4);
    expect([told, own.health.problem]).toEqual([[], undefined]);
    await deliver(own, body("body"), 4);
    expect(told).toEqual([
      expect.stringMatching(/DISCORD_PUBLIC_KEY es de otra aplicación, o un proxy cambia/),
    ]);
    expect(own.health).toMatchObject({ state: "up", problem: "signature" });
    await deliver(own, body());
    expect(own.health.problem).toBeUndefined();
    await deliver(own, body("body"), 8);
    expect(told).toHaveLength(1);
    expect(own.health.problem).toBe("signature");
  });

  it("is a key that Discord itself calls another's", async () => {
    const told: string[] = [];
    const own = surfaceWith("ab".repeat(32), { told, token: discord.token });
    await own.start();
    await until(() => told.length > 0);
    expect(told[0]).toMatch(/DISCORD_PUBLIC_KEY es de otra aplicación: no vale ninguna/);
    expect(own.health.problem).toBe("key");
    await own.stop();
  });

  it("is a proxy that changes the body where the key is right", async () => {
    const told: string[] = [];
    const own = surfaceWith(discord.publicKey, { told, token: discord.token });
    await own.start();
    await until(() => told.some((line) => line.includes("conectado")));
    await deliver(own, body("body"), 5);
    expect(told.at(-1)).toMatch(/un proxy cambia el cuerpo/);
    await own.stop();
  });

  it.each([
    [600_000, /10 min adelantado/],
    [-420_000, /7 min atrasado/],
  ])("is a clock that is %i ms off", async (late, words) => {
    const told: string[] = [];
    const own = surfaceWith(discord.publicKey, { told, late });
    await deliver(own, body(), 2);
    expect(told).toEqual([expect.stringMatching(words)]);
    expect(own.health.problem).toBe("clock");
  });
});
