/** More interactions than can be answered at once: everybody gets a first response in time, and then the answer. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { InteractionQueue } from "../../../../src/adapters/discord/interaction/queue.js";
import { Responder } from "../../../../src/adapters/discord/interaction/responder.js";
import { defineCommand } from "../../../../src/chat/command/command.js";
import { SPANISH } from "../../../../src/chat/locale.js";
import { slash, typing } from "../../../support/discord-payloads.js";
import { type Running, running, until } from "../../../support/discord-running.js";
import { createBot, program } from "../../../support/fakes.js";

/** Keeps the processor busy, as a hard question does. */
const hard = defineCommand({
  names: { es: "dificil", en: "hard" },
  summary: { es: "Difícil", en: "Hard" },
  options: z.strictObject({}),
  result: z.unknown(),
  positional: [],
  examples: ["dificil"],
  run: () => {
    const end = performance.now() + 10;
    while (performance.now() < end);
    return { status: "ok", result: null, answer: { kind: "figure", text: "Por fin." } };
  },
});

const bot = createBot({ program: { commands: [...program.commands, hard] } });

let run: Running;
beforeAll(async () => {
  run = await running({ bot, standIn: { openapi: false } });
});
afterAll(() => run.stop());

describe("a burst of 300 questions that take 10 ms each", () => {
  it("is answered or promised in time, and every promise is kept", async () => {
    const asked = await Promise.all(
      Array.from({ length: 300 }, (_, at) =>
        at % 3 === 0
          ? run.discord.autocomplete({
              command: "votos",
              options: { titulo: "t" },
              focused: "titulo",
              guild: "77",
            })
          : run.discord.slash({ command: "dificil", guild: "77" }),
      ),
    );
    for (const { status, firstResponseMs = Number.POSITIVE_INFINITY } of asked) {
      expect(status).toBe("answered");
      expect(firstResponseMs).toBeLessThan(3000);
    }
    expect(run.surface.figures.hurried).toBeGreaterThan(0);
    const questions = asked.filter(({ callback }) => callback?.type !== 8);
    const told = () =>
      questions.filter(({ message }) => JSON.stringify(message?.components ?? "").includes("Por fin."));
    await until(() => told().length === questions.length, 15_000);
    expect(run.surface.figures).toMatchObject({ late: 0, lost: 0 });
    expect(run.logged).toEqual([]);
  });
});

describe("a queue in which others wait", () => {
  afterEach(() => void vi.useRealTimers());

  it("gives completions up before it only promises answers", async () => {
    const responder = new Responder({ bot: () => bot, locale: SPANISH, now: () => new Date() });
    const queue = new InteractionQueue(responder);
    // Time stands still, whatever the machine does meanwhile.
    vi.useFakeTimers({ toFake: ["performance"] });
    /** @param ago milliseconds since it came */
    const asked = (payload: unknown, ago: number) => queue.respond(payload, performance.now() - ago);
    const completion = async (ago: number) =>
      JSON.stringify((await asked(typing("votos", "titulo", { titulo: "tit" }), ago))?.first);
    expect(await completion(0)).toContain("Titanic");
    // For longer than a completion is worth, and for less than an answer is.
    expect(await completion(120)).not.toContain("Titanic");
    const question = await asked(slash("votos", { titulo: "titanic" }), 120);
    expect(question?.first).toMatchObject({ type: 4 });
    expect(queue.hurried).toBe(1);
  });
});
