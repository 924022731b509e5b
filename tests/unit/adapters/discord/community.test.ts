/** What a server has set: who may set it, that it holds, that it can be taken back, and that nobody makes it up. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Message } from "../../../../src/adapters/discord/protocol.js";
import type { InteractionResult, MessageState, Person } from "../../../../standins/discord/index.js";
import { type CommunityBot, openCommunityBot } from "../../../support/community-bot.js";
import { pressedIn, shown } from "../../../support/discord-payloads.js";
import { type Running, running, until } from "../../../support/discord-running.js";

const MANAGER: Person = { id: "80351110224678912", permissions: "32" };
const MEMBER: Person = { id: "80351110224678913" };

let community: CommunityBot;
let run: Running;
beforeAll(async () => {
  community = await openCommunityBot();
  run = await running({ bot: community.bot, standIn: { openapi: false } });
});
afterAll(async () => {
  await run.stop();
  await community.close();
});

let guilds = 900;

/** A server of its own, and what people see of the answers there. */
function server() {
  const guild = String(guilds++);
  const ask = async (
    user: Person,
    command: string,
    options: Record<string, string> = {},
    more: object = {},
  ) => messageOf(await run.discord.slash({ command, options, user, guild, channel: "500", ...more }));
  return { guild, ask };
}

function messageOf(result: InteractionResult): MessageState {
  expect(result.status).toBe("answered");
  if (!result.message) throw new Error("no message");
  return result.message;
}

const textOf = (message: MessageState) => shown(message as unknown as Message);

function idOf(message: MessageState, label: string): string {
  const all = pressedIn(message as unknown as Message);
  const found = all.find((one) => one.label === label);
  if (!found) throw new Error(`nothing is called "${label}": ${all.map((one) => one.label).join(", ")}`);
  return found.id;
}

/** Presses, and waits for what is shown then. */
async function press(message: MessageState, label: string, user: Person, expected: RegExp) {
  await run.discord.component(message.id, idOf(message, label), [], user);
  await until(() => expected.test(textOf(message)));
}

describe("/ajustes in a server", () => {
  it("is a panel for who manages it, seen by nobody else, and everybody else's own language", async () => {
    const { ask } = server();
    const panel = await ask(MANAGER, "ajustes");
    expect(panel.ephemeral).toBe(true);
    expect(textOf(panel)).toContain("Votos mínimos: 2.000 · de fábrica");
    expect(textOf(panel)).toContain("Respuestas: para todo el canal");
    expect(textOf(await ask(MEMBER, "ajustes"))).toContain("¿En qué idioma te respondo?");
    const refused = await ask(MEMBER, "ajustes", { ajuste: "minimo", valor: "0" });
    expect(textOf(refused)).toContain("Eso lo ponen quienes moderan");
    expect(textOf(await ask(MANAGER, "ajustes", {}, { locale: "en-US" }))).toContain("Minimum votes: 2,000");
  });

  it("sets what is typed or pressed, for the server or a channel, and takes it back", async () => {
    const { ask } = server();
    const vale = async (channel = "500") => textOf(await ask(MEMBER, "vale", {}, { channel }));
    await ask(MANAGER, "ajustes", { ajuste: "minimo", valor: "500", ambito: "todo" });
    const setting = await ask(MANAGER, "ajustes", { ajuste: "votos minimos" });
    await press(setting, "En este canal", MANAGER, /En este canal: 500 \(todo el servidor\)/);
    await press(setting, "10.000", MANAGER, /En este canal: 10\.000 \(este canal\)[\s\S]*Guardado/);
    expect([await vale(), await vale("501")]).toEqual(["es 10000", "es 500"]);
    await press(setting, "Quitar", MANAGER, /En este canal: 500/);
    expect(await vale()).toBe("es 500");
    const history = await ask(MANAGER, "ajustes", { ajuste: "historial" });
    expect(textOf(history)).toMatch(/3 · Votos mínimos: 10\.000 → sin poner · este canal · tú/);
    await press(history, "Deshacer 3", MANAGER, /4 · Votos mínimos: sin poner → 10\.000 .* deshace el 3/);
    expect([await vale(), await vale("501")]).toEqual(["es 10000", "es 500"]);
  });

  it("completes settings, their values and scopes, in the reader's language", async () => {
    const { guild } = server();
    const completed = async (focused: string, options: Record<string, string>, locale = "es-ES") => {
      const typing = { command: "ajustes", focused, options, user: MANAGER, guild, locale };
      return (await run.discord.autocomplete(typing)).choices.map(({ value }) => value);
    };
    expect(await completed("ajuste", { ajuste: "pel" })).toEqual(["pelicula del dia"]);
    expect(await completed("ajuste", { ajuste: "h" })).toEqual(["historial"]);
    expect(await completed("ajuste", { ajuste: "z" }, "en-US")).toEqual(["zone"]);
    expect(await completed("valor", { ajuste: "minimo", valor: "" })).toEqual([
      "ninguno",
      "500",
      "2000",
      "10000",
      "quitar",
    ]);
    expect(await completed("valor", { ajuste: "adult", valor: "" }, "en-US")).toEqual([
      "not named",
      "named",
      "clear",
    ]);
    expect(await completed("valor", { ajuste: "comandos", valor: "-vo" })).toEqual(["-votos"]);
    expect(await completed("valor", { ajuste: "nada", valor: "" })).toEqual([]);
    expect(await completed("ambito", { ambito: "" })).toEqual(["aquí", "todo"]);
  });

  it("believes no button that somebody made up, and nobody's word for what they may", async () => {
    const { ask, guild } = server();
    const setting = await ask(MANAGER, "ajustes", { ajuste: "minimo" });
    const real = idOf(setting, "10.000");
    const press = async (custom_id: string, from: object) =>
      run.discord.interaction(3, { custom_id, component_type: 2 }, { guild, channel: "500", ...from });
    const anybodys = real.replace(/^(\d\p{Ll};)[^;]*/u, "$10");
    for (const from of [
      { user: MEMBER },
      { user: { ...MEMBER, permissions: "6" } },
      { user: { id: MANAGER.id } },
      // In a direct message nobody manages anything, whatever the button says.
      { user: MANAGER, guild: undefined },
    ]) {
      for (const id of [real, anybodys]) expect((await press(id, from)).message?.ephemeral).toBe(true);
    }
    for (const wrong of [
      "of=minimumVotes;at=topic;to=1",
      "of=minimumVotes;at=community;to=-1",
      "of=x;at=y",
    ]) {
      expect((await press(`2a;0;setting-set;0;${wrong}`, { user: MANAGER })).message?.ephemeral).toBe(true);
    }
    expect((await community.store.settings.all(`discord:${guild}`)).revision).toBe(0);
    await press(anybodys, { user: MANAGER });
    expect((await community.store.settings.all(`discord:${guild}`)).revision).toBe(1);
  });

  it("answers in private where the server wants that, and in public who asks for it", async () => {
    const { ask } = server();
    expect((await ask(MEMBER, "vale")).ephemeral).toBe(false);
    await ask(MANAGER, "ajustes", { ajuste: "respuestas", valor: "privadas" });
    expect((await ask(MEMBER, "vale")).ephemeral).toBe(true);
    const open = await run.discord.slash({
      command: "vale",
      options: { publico: true },
      user: MEMBER,
      guild: String(guilds - 1),
    });
    expect(messageOf(open).ephemeral).toBe(false);
  });

  it("says of commands that are off that they are, to who asks alone", async () => {
    const { ask } = server();
    await ask(MANAGER, "ajustes", { ajuste: "comandos", valor: "-votos", ambito: "aquí" });
    const off = await ask(MEMBER, "votos", { titulo: "titanic" });
    expect(off.ephemeral).toBe(true);
    expect(textOf(off)).toContain("/votos está apagado aquí");
    expect(textOf(await ask(MEMBER, "votos", { titulo: "titanic" }, { channel: "501" }))).toContain("7770");
    const setting = await ask(MANAGER, "ajustes", { ajuste: "comandos", ambito: "aquí" });
    await press(setting, "+ votos", MANAGER, /En este canal: ninguno/);
    expect(textOf(await ask(MEMBER, "votos", { titulo: "titanic" }))).toContain("7770");
  });

  it("tells who asks too much, and nobody else", async () => {
    const { ask } = server();
    await ask(MANAGER, "ajustes", { ajuste: "persona", valor: "1" });
    await ask(MEMBER, "vale");
    const told = [await ask(MEMBER, "vale"), await ask(MEMBER, "vale")];
    expect(told.map(({ ephemeral }) => ephemeral)).toEqual([true, true]);
    expect(told.map(textOf)).toEqual([
      expect.stringContaining("dentro de un minuto"),
      "Un momento, por favor.",
    ]);
    expect(textOf(await ask({ id: "80351110224678999" }, "vale"))).toBe("es 2000");
  });

  it("speaks the server's language to whose client speaks none of ours", async () => {
    const { ask } = server();
    await ask(MANAGER, "ajustes", { ajuste: "idioma", valor: "inglés" });
    const french = { locale: "fr", guildLocale: "es-ES" };
    expect(textOf(await ask(MEMBER, "vale", {}, french))).toBe("en 2000");
    expect(textOf(await ask(MEMBER, "vale", {}, { ...french, locale: "es-ES" }))).toBe("es 2000");
  });
});
