/** Faults of the REST side, each as a client sees it. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type FaultRule,
  type InteractionResult,
  type StandIn,
  startDiscord,
} from "../../../../standins/discord/index.js";
import { connected, request } from "./testing/bot.js";

let discord: StandIn;

beforeEach(async () => {
  discord = await startDiscord({ rateLimits: false, answerTimeoutMs: 20 });
});
afterEach(async () => await discord.close());

const me = () => request(discord, "GET", "/users/@me");

/** The code of the error that a request fails with. */
async function failure(run: () => Promise<unknown>): Promise<string> {
  const error = await run().then(
    () => undefined,
    (reason: Error & { cause?: { code?: string } }) => reason,
  );
  return error?.cause?.code ?? String(error);
}

async function unanswered(): Promise<InteractionResult> {
  await connected(discord, () => undefined);
  return await discord.slash({ command: "eco" });
}

const answer = ({ id, token }: InteractionResult) =>
  request(
    discord,
    "POST",
    `/interactions/${id}/${token}/callback`,
    { type: 4, data: { content: "x" } },
    null,
  );

describe("a fault", () => {
  it("closes the socket without an answer", async () => {
    discord.faults.add({ kind: "close" });
    expect(await failure(me)).toBe("UND_ERR_SOCKET");
    expect((await me()).status).toBe(200);
  });

  it("resets the socket", async () => {
    discord.faults.add({ kind: "reset" });
    expect(await failure(me)).toBe("ECONNRESET");
  });

  it.each<FaultRule>([{ kind: "close" }, { kind: "reset" }])(
    "loses the answer after success: $kind",
    async (fault) => {
      const result = await unanswered();
      discord.faults.add({ ...fault, processed: true, route: "callback" });
      expect(await failure(() => answer(result))).toMatch(/UND_ERR_SOCKET|ECONNRESET/);
      expect(result).toMatchObject({ status: "answered", message: { content: "x" } });
      expect((await answer(result)).body.code).toBe(40060);
    },
  );

  it("does nothing before it is processed", async () => {
    const result = await unanswered();
    discord.faults.add({ kind: "close", route: "callback" });
    await failure(() => answer(result));
    expect(result.status).toBe("unanswered");
    expect((await answer(result)).status).toBe(204);
  });

  it("limits, short, long and global", async () => {
    discord.faults.add({ kind: "rate-limit", retryAfterMs: 250 });
    const short = await me();
    expect([short.status, short.body.retry_after, short.headers.get("retry-after")]).toEqual([
      429,
      0.25,
      "1",
    ]);
    discord.faults.add({ kind: "rate-limit", retryAfterMs: 3_600_000, global: true });
    const long = await me();
    expect([long.body.retry_after, long.body.global]).toEqual([3_600, true]);
    expect(long.headers.get("x-ratelimit-global")).toBe("true");
    expect(discord.counters).toMatchObject({ rateLimited: 2, faults: 2, invalid: 2 });
  });

  it("fails with a status and a code", async () => {
    discord.faults.add({ kind: "error" });
    expect((await me()).status).toBe(500);
    discord.faults.add({ kind: "error", status: 403, code: 50013, message: "Missing Permissions" });
    expect(await me()).toMatchObject({ status: 403, body: { code: 50013, message: "Missing Permissions" } });
  });

  it("answers with a page instead of JSON", async () => {
    discord.faults.add({ kind: "html" });
    const { status, headers } = await me();
    expect([status, headers.get("content-type")]).toEqual([502, "text/html; charset=UTF-8"]);
  });

  it("cuts JSON in the middle", async () => {
    discord.faults.add({ kind: "truncated" });
    expect(await failure(me)).toMatch(/SyntaxError/);
  });

  it("never answers", async () => {
    discord.faults.add({ kind: "hang" });
    const url = `${discord.api}/v10/gateway`;
    await expect(fetch(url, { signal: AbortSignal.timeout(100) })).rejects.toThrow(/timeout/);
    discord.faults.add({ kind: "hang" });
    const left = failure(() => fetch(url));
    await expect.poll(() => discord.faults.pending).toBe(0);
    await discord.close();
    expect(await left).toMatch(/UND_ERR_SOCKET|ECONNRESET/);
  });

  it.each<FaultRule>([{ kind: "slow-body" }, { kind: "delay" }])("takes its time: $kind", async (fault) => {
    discord.faults.add({ ...fault, ms: 120 });
    const started = performance.now();
    expect((await me()).body.id).toBe(discord.botId);
    expect(performance.now() - started).toBeGreaterThan(90);
  });

  it("plays as often, as long and on what it is told", async () => {
    discord.faults.add({ kind: "error", times: 2, method: "GET", route: "/users/" });
    expect((await request(discord, "GET", "/gateway")).status).toBe(200);
    expect([(await me()).status, (await me()).status, (await me()).status]).toEqual([500, 500, 200]);
    discord.faults.add({ kind: "error", status: 503, forMs: 3_000 });
    expect([(await me()).status, (await me()).status]).toEqual([503, 503]);
    await expect.poll(async () => (await me()).status).toBe(200);
    discord.faults.add({ kind: "error", route: /@me$/ });
    discord.faults.clear();
    expect((await me()).status).toBe(200);
  });

  it("is written in the log", async () => {
    discord.faults.add({ kind: "reset" });
    await failure(me);
    await expect
      .poll(() => discord.log.list())
      .toMatchObject([{ path: "/api/v10/users/@me", fault: "reset", status: undefined }]);
  });
});

describe("an outage", () => {
  it("refuses connections, and ends", async () => {
    const over = discord.outage(150);
    await expect.poll(() => failure(me)).toBe("ECONNREFUSED");
    await over;
    expect((await me()).status).toBe(200);
  });

  it("can be of one side, and of sessions too", async () => {
    await connected(discord, () => undefined);
    const over = discord.outage(50, { rest: false, forget: true });
    expect((await me()).status).toBe(200);
    await over;
    expect(discord.gateway.sessions).toEqual([]);
  });
});
