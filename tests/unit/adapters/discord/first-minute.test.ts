/** What the operator sees of a start: who it is, where, and how it is invited. */
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { mention, rich } from "../../../../src/chat/answer/rich-text.js";
import { defineCommand } from "../../../../src/chat/command/command.js";
import { type Running, running, until } from "../../../support/discord-running.js";
import { createBot, program } from "../../../support/fakes.js";

let run: Running | undefined;
afterEach(async () => {
  await run?.stop();
  run = undefined;
});

describe("a start", () => {
  it.each([
    [["613425648685547541", "613425648685547542"], "Discord: conectado como claqueta, en 2 servidores."],
    [["613425648685547541"], "Discord: conectado como claqueta, en 1 servidor."],
  ])("tells who it is, where, and the links by which it is invited: %#", async (guilds, first) => {
    run = await running({ bot: createBot(), standIn: { guilds } });
    const { told, discord } = run;
    await until(() => told.length === 3);
    expect(told).toEqual([
      first,
      expect.stringMatching(
        `^Invitarlo a un servidor: https://discord.com/oauth2/authorize\\?client_id=${discord.applicationId}&`,
      ),
      expect.stringMatching(/^Instalarlo para uno mismo: .*integration_type=1$/),
    ]);
  });

  it("knows the commands by their ids, so that they can be pressed where they are named", async () => {
    const dado = defineCommand({
      names: { es: "dado", en: "given" },
      summary: { es: "Dado", en: "Given" },
      options: z.strictObject({}),
      result: z.unknown(),
      positional: [],
      examples: ["dado"],
      run: () => ({
        status: "ok",
        result: null,
        answer: { kind: "help", text: rich`Prueba ${mention("votos", "titanic")}.` },
      }),
    });
    run = await running({ bot: createBot({ program: { commands: [...program.commands, dado] } }) });
    await until(() => (run?.told.length ?? 0) > 0);
    const asked = await run.discord.slash({ command: "dado", guild: "77" });
    const id = run.discord.commands.global().find(({ name }) => name === "votos")?.id;
    expect(JSON.stringify((await asked.settled()).message?.components)).toContain(
      `Prueba </votos:${id}> titanic.`,
    );
  });
});
