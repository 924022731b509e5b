/** Hostile answers over the wire: Discord's own rules refuse none, and nobody is mentioned. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { defineCommand } from "../../../../src/chat/command/command.js";
import { type Running, running } from "../../../support/discord-running.js";
import { createBot, program } from "../../../support/fakes.js";
import { hostileAnswer, numbers } from "./hostile.js";

const COUNT = process.env.DISCORD_FULL === "1" ? 20_000 : 500;

const next = numbers(11);
const hostile = defineCommand({
  names: { es: "hostil", en: "hostile" },
  summary: { es: "Hostil", en: "Hostile" },
  options: z.strictObject({}),
  result: z.unknown(),
  positional: [],
  examples: ["hostil"],
  run: () => ({ status: "ok", result: null, answer: hostileAnswer(next) }),
});
const bot = createBot({ program: { commands: [...program.commands, hostile] } });

let run: Running;
beforeAll(async () => {
  run = await running({ bot });
});
afterAll(() => run.stop());

describe("hostile answers", () => {
  it(`are taken by the specification, and mention nobody: ${COUNT}`, async () => {
    for (let sent = 0; sent < COUNT; sent += 20) {
      const results = await Promise.all(
        Array.from({ length: 20 }, () => run.discord.slash({ command: "hostil", guild: "77" })),
      );
      for (const { status, refusals } of results)
        expect({ status, refusals }).toEqual({ status: "answered", refusals: [] });
    }
    expect(run.discord.counters).toMatchObject({ refused: {}, pinged: 0 });
    expect(run.logged).toEqual([]);
  }, 600_000);
});
