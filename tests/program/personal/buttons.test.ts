/** The buttons of a film's card, pressed by one and by many, on both platforms. */
import { describe, expect, it } from "vitest";
import { Responder } from "../../../src/adapters/discord/interaction/responder.js";
import type { Message } from "../../../src/adapters/discord/protocol.js";
import { parseLocale } from "../../../src/chat/locale.js";
import {
  answerTo,
  buttonsOf,
  group,
  messagesIn,
  now,
  Person,
  readable,
  until,
} from "../../../standins/telegram/index.js";
import { ASKER, idOf, OTHER, press, shown, slash } from "../../support/discord-payloads.js";
import { keptBot } from "../../support/kept-bot.js";
import { runTelegram } from "../../support/telegram-running.js";

const kept = keptBot();
const TITANIC = 597;
const [RATE, SEEN, WANTED] = ["⭐ Valorar", "✔ Vista", "➕ Pendiente"];

describe("on Telegram", () => {
  it("each presses for themselves in a group, is told alone, and the card stays", async () => {
    const { standIn, logged } = await runTelegram(kept.bot);
    const place = group(standIn);
    const [ana, ben] = [new Person(standIn), new Person(standIn)];
    const card = await answerTo(standIn, ana.says("/pelicula titanic", place));
    const before = card.caption;
    expect((await ana.presses(card, SEEN)).text).toMatch(/^Titanic \(1997\): Anotada como vista/);
    expect((await ben.presses(card, WANTED)).text).toMatch(/Añadida a tus pendientes/);
    expect((await ana.presses(card, SEEN)).text).toMatch(/ya no está entre/);
    const rate = await ben.presses(card, RATE);
    expect(rate.url).toMatch(/^https:\/\/t\.me\/\w+\?start=valorar_597$/);
    expect(now(standIn, card).caption).toBe(before);
    expect(await kept.store.ratings.get(`telegram:${ana.user.id}`, TITANIC)).toBeUndefined();
    expect(await kept.store.lists.has({ person: `telegram:${ben.user.id}` }, TITANIC)).toBe(true);
    expect(await kept.store.people.members(`telegram:${place.chat.id}`, 9)).toHaveLength(2);
    const panel = await answerTo(standIn, ben.says("/start valorar_597"));
    expect(buttonsOf(panel).map(({ text }) => text)).toEqual(expect.arrayContaining(["1", "10"]));
    await ben.presses(panel, "9");
    await until(() => /Guardado: un 9/.test(readable(now(standIn, panel))) || undefined, "not kept");
    expect(await kept.store.ratings.get(`telegram:${ben.user.id}`, TITANIC)).toMatchObject({ score: 9 });
    expect(logged).toEqual([]);
  });

  it("nobody changes anything with the buttons of another's answer, nor with data that is made up", async () => {
    const { standIn } = await runTelegram(kept.bot);
    const place = group(standIn);
    const [ana, eva] = [new Person(standIn), new Person(standIn)];
    const own = await answerTo(standIn, ana.says("/valorar titanic 6", place));
    const undo = buttonsOf(own).find(({ text }) => text === "Deshacer")?.callback_data ?? "";
    expect((await eva.sendsData(own, undo)).show_alert).toBe(true);
    // The owner in it is made to be whoever sends it: then it is their own film that changes.
    const forged = undo.replace(/^2a;[^;]+/, `2a;${eva.user.id.toString(36)}`);
    await eva.sendsData(own, forged);
    // What others read stays as it is, whatever somebody makes up below it.
    const before = readable(now(standIn, own));
    await eva.sendsData(own, "2a;0;vista;0;film=862");
    await eva.sendsData(own, "2u;0;vista;0;film=862");
    await until(
      () =>
        messagesIn(standIn, place).filter((one) => /Toy Story/.test(readable(one))).length > 0 || undefined,
      "eva was not answered",
    );
    expect(readable(now(standIn, own))).toBe(before);
    for (const data of ["2b;0;nota;0;film=597;nota=99", "2b;0;nota;0;film=x;nota=1", "2b;0;nada;0;film=597"])
      await eva.sendsData(own, data);
    expect(await kept.store.ratings.get(`telegram:${ana.user.id}`, TITANIC)).toMatchObject({ score: 6 });
    expect(await kept.store.ratings.get(`telegram:${eva.user.id}`, TITANIC)).toBeUndefined();
  });

  it("a link only ever shows: no score comes by it", async () => {
    const { standIn } = await runTelegram(kept.bot);
    const ana = new Person(standIn);
    for (const payload of ["valorar_597_9", "vista_597", "pendientes_597"]) {
      await answerTo(standIn, ana.says(`/start ${payload}`));
    }
    expect(await kept.store.privacy.ofPerson(`telegram:${ana.user.id}`)).toEqual({});
  });
});

describe("on Discord", () => {
  const responder = () =>
    new Responder({ bot: () => kept.bot, locale: parseLocale("es"), now: () => new Date() });
  async function answered(
    payload: unknown,
  ): Promise<{ message: Message; isNew: boolean; ephemeral: boolean }> {
    const told = await responder().respond(payload);
    const first = told?.first;
    if (!first || !("data" in first) || !first.data || !("components" in first.data))
      throw new Error("no message");
    const message = first.data as Message;
    return { message, isNew: first.type === 4, ephemeral: ((message.flags ?? 0) & 64) !== 0 };
  }

  it("anybody rates a film below another's card: they see it alone, and their panel changes in its place", async () => {
    const { message: card } = await answered(slash("pelicula", { titulo: "tmdb:597" }));
    const panel = await answered(press(idOf(card, RATE), { user: OTHER, message: { flags: 1 << 15 } }));
    expect([panel.isNew, panel.ephemeral]).toEqual([true, true]);
    const beneath = { flags: (1 << 15) | 64 };
    const rated = await answered(press(idOf(panel.message, "8"), { user: OTHER, message: beneath }));
    expect(rated.isNew).toBe(false);
    expect(shown(rated.message)).toMatch(/Guardado: un 8/);
    expect(await kept.store.ratings.get(`discord:${OTHER}`, TITANIC)).toMatchObject({ score: 8 });
    expect(await kept.store.ratings.get(`discord:${ASKER}`, TITANIC)).toBeUndefined();
    // Another's panel is another's.
    const stolen = await answered(press(idOf(panel.message, "1"), { user: ASKER, message: beneath }));
    expect(stolen.ephemeral).toBe(true);
    expect(await kept.store.ratings.get(`discord:${ASKER}`, TITANIC)).toBeUndefined();
    expect(await kept.store.ratings.get(`discord:${OTHER}`, TITANIC)).toMatchObject({ score: 8 });
  });

  it("what is one's own is answered to oneself", async () => {
    for (const [name, options] of [
      ["pendientes", { titulo: "tmdb:597" }],
      ["pendientes", {}],
      ["valorar", { titulo: "tmdb:597", nota: 7 }],
      ["vista", { titulo: "tmdb:597" }],
    ] as const) {
      expect((await answered(slash(name, options))).ephemeral, name).toBe(true);
    }
  });
});
