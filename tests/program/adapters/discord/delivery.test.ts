/** Every command, completion, choice, page and error over the wire, by both deliveries, in both languages. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Message } from "../../../../src/adapters/discord/protocol.js";
import { commandPayloads } from "../../../../src/adapters/discord/registration/command-payloads.js";
import { coerce } from "../../../../src/chat/command/coerce.js";
import { describe as describeOptions } from "../../../../src/chat/command/describe.js";
import { parseLine } from "../../../../src/chat/line/parse.js";
import { recognisedBy } from "../../../../src/chat/line/positionals.js";
import { inertButton } from "../../../../src/surface/buttons.js";
import type { InteractionResult, MessageState, OptionValue } from "../../../../standins/discord/index.js";
import { pressedIn, shown } from "../../../support/discord-payloads.js";
import { completionsOf, type Running, running, until } from "../../../support/discord-running.js";
import { starter } from "../../../support/starter-index.js";

const { bot } = starter;
await bot.edition.fullText();

const ANA = { id: "80351110224678912" };
const LEO = { id: "80351110224678913" };

function textOf(message: MessageState | undefined): string {
  return message ? shown(message as unknown as Message) : "";
}

function pressable(message: MessageState | undefined): ReturnType<typeof pressedIn> {
  return message ? pressedIn(message as unknown as Message) : [];
}

describe.each(["gateway", "http"] as const)("over %s", (mode) => {
  let run: Running;
  beforeAll(async () => {
    run = await running({ bot, settings: ({ publicKey }) => ({ mode, publicKey }) });
  });
  afterAll(() => run.stop());

  const slash = (command: string, options: Record<string, OptionValue> = {}, more: object = {}) =>
    run.discord.slash({ command, options, guild: "77", user: ANA, ...more });

  function expectRight(result: InteractionResult): void {
    expect(result.status).toBe("answered");
    expect(result.refusals).toEqual([]);
    expect(result.message?.pings ?? { everyone: false, users: [], roles: [] }).toEqual({
      everyone: false,
      users: [],
      roles: [],
    });
  }

  it("registers what Discord accepts", async () => {
    await until(() => run.discord.commands.global().length > 0);
    expect(run.discord.commands.global()).toHaveLength(commandPayloads(bot.program.commands).length);
    expect(run.discord.counters.refused).toEqual({});
  });

  it.each(["es-ES", "es-419", "en-US", "en-GB"])("answers every example in %s", async (locale) => {
    for (const { examples } of bot.program.commands) {
      for (const example of examples) {
        const { command, options } = parseLine(bot.program.commands, example, recognisedBy(bot.edition.find));
        const values = Object.fromEntries(
          Object.entries(coerce(command, options)).map(([name, value]) => [
            name,
            Array.isArray(value) ? value.join(", ") : (value as OptionValue),
          ]),
        );
        const result = await slash(command.name, values, { locale });
        expectRight(result);
      }
    }
  });

  it("completes every kind of option", async () => {
    for (const command of bot.program.commands) {
      const { options } = parseLine(
        bot.program.commands,
        command.examples[0],
        recognisedBy(bot.edition.find),
      );
      for (const { name, kind } of describeOptions(command)) {
        // People are picked in Discord itself.
        if (["integer", "number", "flag", "text", "theme", "member"].includes(kind)) continue;
        const typed = String(options[name] ?? "").slice(0, 3);
        const from = { guild: "77", user: ANA, locale: "es-419" };
        const result = await completionsOf(run, {
          command: command.name,
          options: { [name]: typed },
          focused: name,
          ...from,
        });
        expectRight(result);
        expect(result.choices.length, `${command.name} ${name}`).toBeGreaterThan(0);
      }
    }
  });

  it("takes the value of a completion", async () => {
    const typing = { command: "votos", options: { titulo: "titan" }, focused: "titulo", user: ANA };
    const { choices } = await completionsOf(run, typing);
    const { name = "", value = "" } =
      choices.find((choice) => choice.name.startsWith("Titanic (1997)")) ?? {};
    expect(name).toBe("Titanic (1997) · James Cameron");
    expect(textOf((await slash("votos", { titulo: value })).message)).toContain("Titanic (1997)");
  });

  it("lets the asker pick among choices", async () => {
    const asked = await slash("votos", { titulo: "hamlet" });
    expectRight(asked);
    expect(asked.message?.ephemeral).toBe(true);
    const [first] = pressable(asked.message);
    const menu = inertButton("choices");
    const picked = await run.discord.component(asked.message?.id ?? "", menu, [first?.id ?? ""], ANA);
    expectRight(picked);
    expect(textOf(picked.message)).toContain("Hamlet (1996)");
    expect(picked.message?.ephemeral).toBe(false);
  });

  it("turns the pages of a long list, for the asker alone", async () => {
    const asked = await slash("director", { nombre: "spielberg" });
    expectRight(asked);
    const id = asked.message?.id ?? "";
    const on = pressable(asked.message).find(({ label }) => label === "Siguiente ▶")?.id ?? "";
    const other = await run.discord.component(id, on, [], LEO);
    expectRight(other);
    expect(asked.message?.edits).toBe(0);
    expect(JSON.stringify(other.callback)).toContain("Solo pasa las páginas");
    const turned = await run.discord.component(id, on, [], ANA);
    expectRight(turned);
    expect(turned.message?.id).toBe(id);
    expect(textOf(turned.message)).toMatch(/11–\d\d de \d\d/);
    const back = pressable(turned.message).find(({ label }) => label === "◀ Anterior")?.id ?? "";
    expect(textOf((await run.discord.component(id, back, [], ANA)).message)).toMatch(/1–10 de/);
  });

  it("answers in direct messages and where the person installed it", async () => {
    for (const from of [{ guild: undefined }, { installedBy: "user" as const }]) {
      const result = await slash("votos", { titulo: "titanic", publico: false }, from);
      expectRight(result);
      expect(result.message?.ephemeral).toBe(true);
    }
  });

  it.each([
    ["votos", { titulo: "asdfghjklñ" }, "No encontré"],
    ["mes", { mes: "brumario" }, "No conozco el mes"],
    ["plataforma cantidad", { plataforma: "zzzz" }, "No conozco la plataforma"],
    ["votos", { titulo: "@everyone <@123> [x](asdfghjklñ) **" }, "@everyone <@123> [x](asdfghjklñ) **"],
  ])("tells %s %j what is wrong, to the asker alone", async (command, options, told) => {
    const result = await slash(command, options as Record<string, OptionValue>);
    expectRight(result);
    expect(result.message?.ephemeral).toBe(true);
    expect(textOf(result.message)).toContain(told);
  });

  it("answers a button of an older version, a forged one, and an unknown kind", async () => {
    for (const id of ["1;p;a;1;director", "x".repeat(100), "2p;a;nada;1"]) {
      const result = await run.discord.interaction(3, { custom_id: id, component_type: 2 }, { user: ANA });
      expectRight(result);
    }
    expectRight(await run.discord.interaction(5, { custom_id: "x", components: [] }, { user: ANA }));
  });
});
