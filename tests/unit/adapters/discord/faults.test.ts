/**
 * What goes wrong with Discord, and how long until somebody is answered again. Through the real discord.js, against a
 * stand-in that fails as Discord does. `DISCORD_FULL=1` runs the long outage in full.
 */
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { defineCommand } from "../../../../src/chat/command/command.js";
import type { FaultRule, InteractionResult } from "../../../../standins/discord/index.js";
import { type Running, running, until } from "../../../support/discord-running.js";
import { bot, createBot, program } from "../../../support/fakes.js";

const FULL = process.env.DISCORD_FULL === "1";

const table: { fault: string; ms: number }[] = [];
afterAll(() => {
  const lines = table.map(({ fault, ms }) => `  ${fault.padEnd(52)} ${ms.toFixed(0).padStart(6)} ms`);
  process.stdout.write(`\nRecovery times\n${lines.join("\n")}\n`);
});

let run: Running;
beforeAll(async () => {
  run = await running({ bot, standIn: { openapi: false } });
  await ask();
});
afterAll(() => run.stop());
beforeEach(() => run.discord.reset());
afterEach(() => {
  run.discord.faults.clear();
  run.logged.length = 0;
});

function ask(): Promise<InteractionResult> {
  return run.discord.slash({ command: "votos", options: { titulo: "titanic" }, guild: "77" });
}

function expectAnswer(result: InteractionResult): void {
  expect(result.status).toBe("answered");
  expect(JSON.stringify(result.message?.components)).toContain("7770");
}

/** Asks while `rule` plays, and notes how long the answer took. */
async function underFault(fault: string, rule: FaultRule): Promise<InteractionResult> {
  run.discord.faults.add({ route: "callback", ...rule });
  const since = performance.now();
  const result = await ask();
  table.push({ fault, ms: result.firstResponseMs ?? performance.now() - since });
  return result;
}

/** Does something to the gateway, and asks all the time until somebody answers. */
async function untilAnswered(fault: string, happen: () => unknown, patience = 20_000): Promise<void> {
  const since = performance.now();
  await happen();
  let answered: InteractionResult | undefined;
  const asked: Promise<unknown>[] = [];
  while (!answered) {
    asked.push(
      ask().then((result) => {
        if (result.status === "answered") answered ??= result;
      }),
    );
    if (performance.now() - since > patience) throw new Error(`${fault}: no answer in ${patience} ms`);
    await pause(10);
  }
  table.push({ fault, ms: performance.now() - since });
  await until(() => run.surface.health.state === "up");
  await Promise.all(asked);
  expectAnswer(answered);
}

describe("callbacks", () => {
  it.each<[string, FaultRule]>([
    ["socket closed", { kind: "close" }],
    ["socket closed three times", { kind: "close", times: 3 }],
    ["socket reset", { kind: "reset" }],
    ["429, short (300 ms)", { kind: "rate-limit", retryAfterMs: 300 }],
    ["429, global (400 ms)", { kind: "rate-limit", retryAfterMs: 400, global: true }],
    ["500", { kind: "error" }],
    ["503 for 600 ms", { kind: "error", status: 503, forMs: 600 }],
    ["502 with a page of HTML", { kind: "html" }],
    ["200 with a page of HTML", { kind: "html", status: 200 }],
    ["hung", { kind: "hang" }],
    ["slow (700 ms)", { kind: "delay", ms: 700 }],
    ["closed after success", { kind: "close", processed: true }],
    ["reset after success", { kind: "reset", processed: true }],
    ["hung after success", { kind: "hang", processed: true }],
    ["500 after success", { kind: "error", processed: true }],
    ["HTML after success", { kind: "html", processed: true }],
  ])("%s: is answered all the same, once", async (name, rule) => {
    expectAnswer(await underFault(`callback: ${name}`, rule));
    await until(() => run.surface.figures.inFlight === 0);
    expect(run.logged).toEqual([]);
  });

  it("429, long: is given up and counted, the next is answered", async () => {
    const before = run.surface.figures.lost;
    run.discord.faults.add({ kind: "rate-limit", retryAfterMs: 30_000, route: "callback" });
    const since = performance.now();
    void ask();
    await until(() => run.surface.figures.lost === before + 1);
    expectAnswer(await ask());
    table.push({ fault: "callback: 429, long (30 s): the next one", ms: performance.now() - since });
    expect(run.logged.map(({ message }) => message)).toEqual(["Discord: an answer did not get through"]);
  });

  it("too late: is counted", async () => {
    const { late } = run.surface.figures;
    run.discord.faults.add({ kind: "error", status: 404, code: 10_062, route: "callback" });
    void ask();
    await until(() => run.surface.figures.late === late + 1);
  });

  it("refused: the person is told that something is wrong", async () => {
    run.discord.faults.add({ kind: "error", status: 400, code: 50_035, route: "callback" });
    const result = await ask();
    expect(result.message?.ephemeral).toBe(true);
    expect(JSON.stringify(result.message?.components)).toMatch(/código: [0-9a-f]{8}/);
  });

  it.each([
    [200_000, "AutoMod"],
    [50_083, "archivado"],
  ])("refused with %i: the person is told why", async (code, words) => {
    run.discord.faults.add({ kind: "error", status: 400, code, route: "callback" });
    const result = await ask();
    expect(result.message?.ephemeral).toBe(true);
    expect(JSON.stringify(result.message?.components)).toContain(words);
  });

  it("refused after a promise: the person is told why in its place", async () => {
    const lento = defineCommand({
      names: { es: "lento", en: "slow" },
      summary: { es: "Tarda", en: "Slow" },
      options: z.strictObject({}),
      result: z.unknown(),
      positional: [],
      examples: ["lento"],
      async run() {
        await pause(1300);
        return { status: "ok", result: null, answer: { kind: "figure", text: "Por fin." } };
      },
    });
    const slow = createBot({ program: { commands: [...program.commands, lento] } });
    const own = await running({ bot: slow, standIn: { openapi: false } });
    own.discord.faults.add({ kind: "error", status: 400, code: 200_000, route: "@original" });
    const result = await own.discord.slash({ command: "lento", guild: "77" });
    await result.settled();
    expect(JSON.stringify(result.message?.components)).toContain("AutoMod");
    await own.stop();
  });

  it("401: only this one is lost", async () => {
    run.discord.faults.add({ kind: "error", status: 401, route: "callback" });
    const { lost } = run.surface.figures;
    void ask();
    await until(() => run.surface.figures.lost === lost + 1);
    expectAnswer(await ask());
  });

  it("hold up nobody else while one hangs", async () => {
    run.discord.faults.add({ kind: "hang", route: "callback" });
    const hung = ask();
    const others = await Promise.all(Array.from({ length: 50 }, ask));
    for (const other of others.filter(({ status }) => status === "answered")) {
      expect(other.firstResponseMs).toBeLessThan(2900);
    }
    expectAnswer(await hung);
  });
});

describe("the gateway", () => {
  it("comes back after a cut cable", () =>
    untilAnswered("gateway: cut (1006)", () => run.discord.gateway.drop()));
  it("comes back after 4000", () =>
    untilAnswered("gateway: closed with 4000", () => run.discord.gateway.drop(4000)));
  it("comes back after 1000", () =>
    untilAnswered("gateway: closed with 1000", () => run.discord.gateway.drop(1000)));
  it("comes back after 4009, session timed out", () =>
    untilAnswered("gateway: closed with 4009", () => run.discord.gateway.drop(4009)));

  it("obeys op 7", async () => {
    const { resumes } = run.discord.counters;
    await untilAnswered("gateway: op 7", async () => {
      run.discord.gateway.reconnect();
      await until(() => run.discord.counters.resumes > resumes);
    });
  });

  it.each([true, false])("obeys op 9, resumable: %s", (resumable) =>
    untilAnswered(`gateway: op 9, resumable: ${resumable}`, () => run.discord.gateway.invalidate(resumable)),
  );

  it("identifies anew where a resume is refused", async () => {
    const { identifies } = run.discord.counters;
    await untilAnswered("gateway: resume refused", () => {
      run.discord.gateway.refuseResumes(1);
      run.discord.gateway.drop();
    });
    expect(run.discord.counters.identifies).toBe(identifies + 1);
  });

  it("answers a heartbeat that is asked for", async () => {
    const { heartbeats } = run.discord.counters;
    run.discord.gateway.requestHeartbeat();
    await until(() => run.discord.counters.heartbeats > heartbeats);
  });

  it("answers an event that comes twice once", async () => {
    const { repeated } = run.surface.figures;
    run.discord.gateway.duplicateNext(1);
    expectAnswer(await ask());
    await until(() => run.surface.figures.repeated === repeated + 1 && run.surface.figures.inFlight === 0);
    expect(run.discord.counters.refused).toEqual({});
  });

  it("survives events that are no interactions, or broken ones", async () => {
    for (const data of [
      null,
      1,
      [],
      {},
      { id: "1" },
      { type: 2, token: 1 },
      { type: {}, id: "1", token: "a" },
    ]) {
      run.discord.dispatch("INTERACTION_CREATE", data);
    }
    run.discord.dispatch("UNKNOWN_EVENT", {});
    expectAnswer(await ask());
  });

  it("answers what was asked while it was away", async () => {
    run.discord.gateway.drop();
    expectAnswer(await ask());
  });

  const outage = FULL ? 30_000 : 2500;
  it(`comes back after an outage of everything: ${outage} ms`, async () => {
    await run.discord.outage(outage, { forget: true });
    await untilAnswered(
      `outage of ${outage / 1000} s, all sessions lost: after its end`,
      () => undefined,
      60_000,
    );
  }, 120_000);
});

describe("a connection that is dead without being closed", () => {
  it("is noticed by its missing heartbeats", async () => {
    const before = run;
    run = await running({ bot, standIn: { openapi: false, heartbeatMs: 300 } });
    try {
      const { connections } = run.discord.counters;
      await untilAnswered("gateway: heartbeats unanswered (interval 300 ms)", async () => {
        run.discord.gateway.muteAcks(true);
        await until(() => run.discord.counters.connections > connections);
        run.discord.gateway.muteAcks(false);
      });
    } finally {
      await run.stop();
      run = before;
    }
  });
});

describe("what does not mend itself", () => {
  it.each([
    [4004, /DISCORD_TOKEN no vale/],
    [4010, /DISCORD_SHARDS/],
    [4011, /DISCORD_SHARDS=auto/],
    [4012, /actualiza Claqueta/],
    [4013, /intents.*4013/],
    [4014, /intents.*4014/],
  ])("%i is told in one line, while connecting", async (code, line) => {
    const own = await running({ bot, standIn: { openapi: false }, wait: false });
    own.discord.gateway.refuseIdentifies(code, 9);
    await until(() => own.told.length > 0);
    await pause(700);
    expect(own.told).toEqual([expect.stringMatching(line)]);
    expect(own.surface.health).toMatchObject({ state: "stopped", reason: { es: own.told[0] } });
    expect(own.discord.counters.identifies).toBeLessThanOrEqual(1);
    await own.stop();
  });

  it.each([4004, 4014])("%i is told in one line, later", async (code) => {
    const own = await running({ bot, standIn: { openapi: false } });
    await until(() => own.told.length === 3);
    own.discord.gateway.refuseIdentifies(code, 9);
    own.discord.gateway.forgetSessions();
    own.discord.gateway.drop();
    const told = () => own.told.slice(3);
    await until(() => told().length > 0);
    expect(told()).toHaveLength(1);
    expect(own.surface.health.state).toBe("stopped");
    await own.stop();
  });

  it("a wrong token is told once, and never shown", async () => {
    const token = "MTE.fake-token.0123456789abcdef";
    const own = await running({
      bot,
      standIn: { openapi: false },
      settings: () => ({ token }),
      wait: false,
    });
    await until(() => own.told.length > 0);
    await pause(700);
    expect(own.told).toEqual([expect.stringContaining("DISCORD_TOKEN no vale")]);
    expect(own.surface.health.state).toBe("stopped");
    const { inspect } = await import("node:util");
    expect(inspect(own.logged, { depth: 20 }) + own.told.join()).not.toContain(token);
    await own.stop();
  });
});

describe("starting while Discord is away", () => {
  it("goes on trying, and registers and connects when it is back", async () => {
    const own = await running({ bot, standIn: { openapi: false }, wait: false });
    const since = performance.now();
    own.discord.faults.add({ kind: "error", status: 503, forMs: 1500 });
    await own.discord.gateway.ready(1, 20_000);
    table.push({ fault: "start: REST 503 for 1.5 s, until connected", ms: performance.now() - since });
    await until(() => own.discord.commands.global().length > 0, 20_000);
    await until(() => own.surface.health.state === "up");
    expect(own.told[0]).toContain("conectado como");
    await own.stop();
  }, 40_000);
});

describe("ending", () => {
  it("answers what is in flight and leaves within 10 seconds", async () => {
    const own = await running({ bot, standIn: { openapi: false } });
    own.discord.faults.add({ kind: "delay", ms: 800, times: 20, route: "callback" });
    const asked = Array.from({ length: 20 }, () =>
      own.discord.slash({ command: "votos", options: { titulo: "titanic" } }),
    );
    await until(() => own.surface.figures.inFlight === 20);
    const since = performance.now();
    await own.surface.stop();
    const took = performance.now() - since;
    table.push({ fault: "SIGTERM with 20 slow answers in flight: to the end", ms: took });
    expect(took).toBeLessThan(10_000);
    for (const result of await Promise.all(asked)) expect(result.status).toBe("answered");
    expect(own.surface.figures).toMatchObject({ inFlight: 0, lost: 0 });
    await own.discord.close();
  });

  it("does not wait for ever", async () => {
    const own = await running({ bot, standIn: { openapi: false } });
    await own.surface.stop();
    expect(own.surface.figures.inFlight).toBe(0);
    await own.stop();
  });
});
