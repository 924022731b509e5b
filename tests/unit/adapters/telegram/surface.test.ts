/**
 * What every surface does, as Telegram does it: pictures, better versions, deliveries, health and figures.
 */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Place } from "../../../../src/chat/asking.js";
import { defineAction } from "../../../../src/chat/command/action.js";
import { defineCommand } from "../../../../src/chat/command/command.js";
import { SPANISH } from "../../../../src/chat/locale.js";
import {
  answersTo,
  answerTo,
  buttonsOf,
  flooded,
  group,
  messagesIn,
  now,
  Person,
  until,
} from "../../../../standins/telegram/index.js";
import { contar, createBot, program } from "../../../support/fakes.js";
import { commonBot } from "../../../support/surface.case.js";
import { runTelegram, runWebhook } from "../../../support/telegram-running.js";

const placeOf = ({ user }: Person): Place => ({ platform: "telegram", chat: String(user.id) });

describe("a picture of our own", () => {
  it("is sent, again where that fails, and says in words what it shows", async () => {
    const { standIn } = await runTelegram(commonBot);
    standIn.faults.add({ fault: { kind: "reset" }, method: "sendPhoto" });
    const ana = new Person(standIn);
    const answer = await answerTo(standIn, ana.says("/completo"));
    expect(answer.standin?.photo).toMatch(/^upload:png:/);
    expect(answer.caption).toContain("Un punto");
    expect(standIn.calls.all.filter(({ method }) => method === "sendPhoto")).toHaveLength(2);
  });

  const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
  const media = { kind: "bytes", bytes, type: "image/png", alt: "Una curva" } as const;

  it("takes the place of a text", async () => {
    const dibujar = defineAction({
      name: "dibujar",
      state: z.strictObject({}),
      run: () => ({ status: "ok", result: null, answer: { kind: "figure", title: "Estrenos", media } }),
    });
    const { standIn, surface } = await runTelegram(createBot({ program: { actions: [dibujar] } }));
    const ana = new Person(standIn);
    const actions = [dibujar.button("Dibujar", {})];
    await surface.deliver(placeOf(ana), { kind: "figure", title: "Estrenos", actions }, SPANISH);
    const [text] = messagesIn(standIn, ana.home);
    if (!text) throw new Error("nothing there");
    await ana.presses(text, "Dibujar");
    const drawn = await until(() => now(standIn, text).photo && now(standIn, text), "no picture");
    expect([drawn.caption, drawn.standin?.photo]).toEqual([
      "Estrenos\n\nUna curva",
      expect.stringMatching(/^upload:png:/),
    ]);
  });

  it("stands above a text that no caption holds", async () => {
    const { standIn, surface } = await runTelegram(commonBot);
    const ana = new Person(standIn);
    const place = placeOf(ana);
    const text = "palabra ".repeat(300);
    expect(await surface.deliver(place, { kind: "figure", text, media }, SPANISH)).toBe("sent");
    const [picture, words] = messagesIn(standIn, ana.home);
    expect(picture?.photo).toBeDefined();
    expect(words?.text).toMatch(/palabra[\s\S]*Una curva$/);
  });
});

describe("a better version of an answer", () => {
  const bot = () => {
    let come: () => void = () => undefined;
    const coming = new Promise<void>((resolve) => {
      come = resolve;
    });
    const lento = defineCommand({
      names: { es: "lento", en: "slow" },
      summary: { es: "Lento", en: "Slow" },
      options: z.strictObject({}),
      result: z.unknown(),
      positional: [],
      examples: ["lento"],
      run: () => ({
        status: "ok",
        result: null,
        answer: { kind: "figure", title: "Enseguida", actions: [contar.button("Contar", { hasta: 1 })] },
        later: async () => {
          await coming;
          return { status: "ok", result: null, answer: { kind: "figure", title: "Listo" } };
        },
      }),
    });
    return { come, bot: createBot({ program: { commands: [...program.commands, lento] } }) };
  };

  it("takes its place when it comes, and holds nothing up meanwhile", async () => {
    const { come, bot: slow } = bot();
    const { standIn } = await runTelegram(slow);
    const ana = new Person(standIn);
    const first = await answerTo(standIn, ana.says("/lento"));
    expect(first.text).toBe("Enseguida");
    await answerTo(standIn, ana.says("/votos titanic"));
    come();
    await until(() => now(standIn, first).text === "Listo", "no better version");
  });

  it("stands below where the first is gone", async () => {
    const { come, bot: slow } = bot();
    const { standIn } = await runTelegram(slow);
    const ana = new Person(standIn);
    const question = ana.says("/lento");
    const first = await answerTo(standIn, question);
    standIn.faults.add({
      fault: { kind: "refuse", error_code: 400, description: "Bad Request: message can't be edited" },
      method: "editMessageText",
    });
    come();
    const [, second] = await answersTo(standIn, question, 2);
    expect([first.text, second?.text]).toEqual(["Enseguida", "Listo"]);
  });

  it("replaces nothing that has taken its place meanwhile", async () => {
    const { come, bot: slow } = bot();
    const { standIn } = await runTelegram(slow);
    const ana = new Person(standIn);
    const first = await answerTo(standIn, ana.says("/lento"));
    await ana.presses(first, "Contar");
    await until(() => now(standIn, first).text === "Van 1", "no edit");
    come();
    await answerTo(standIn, ana.says("/votos titanic"));
    expect(now(standIn, first).text).toBe("Van 1");
  });

  it("is told where it goes wrong, and its loss is counted", async () => {
    const { come, bot: slow } = bot();
    const { standIn, surface, logged } = await runTelegram(slow);
    const ana = new Person(standIn);
    await answerTo(standIn, ana.says("/lento"));
    const room = standIn.world.find(ana.user.id);
    if (!room) throw new Error("no room");
    room.closed = "bot was blocked by the user";
    come();
    await until(() => surface.figures.lost === 1, "not counted");
    expect(logged).toHaveLength(1);
  });
});

describe("a delivery", () => {
  it("reaches a chat and a topic, with buttons for everybody there", async () => {
    const { standIn, surface } = await runTelegram(commonBot);
    const [ana, forum] = [new Person(standIn), group(standIn, { is_forum: true })];
    const answer = { kind: "figure", title: "Hoy", actions: [contar.button("+1", { hasta: 1 })] } as const;
    expect(await surface.deliver(placeOf(ana), answer, SPANISH)).toBe("sent");
    const place = { platform: "telegram", chat: String(forum.chat.id), topic: "17" };
    expect(await surface.deliver(place, answer, SPANISH)).toBe("sent");
    const [told] = messagesIn(standIn, forum);
    if (!told) throw new Error("nothing there");
    expect(told).toMatchObject({ message_thread_id: 17, text: "Hoy" });
    expect(await ana.presses(told, "+1")).not.toHaveProperty("text");
    await until(() => now(standIn, told).text === "Van 1", "no edit");
  });

  it("waits out a flood", async () => {
    const { standIn, surface } = await runTelegram(commonBot);
    const ana = new Person(standIn);
    standIn.faults.add({ fault: flooded(1), method: "sendMessage" });
    expect(await surface.deliver(placeOf(ana), { kind: "figure", title: "Hoy" }, SPANISH)).toBe("sent");
    expect(messagesIn(standIn, ana.home)).toHaveLength(1);
  });

  it("says where nothing will ever be sent, and what may work later", async () => {
    const { standIn, surface } = await runTelegram(commonBot);
    const answer = { kind: "figure", title: "Hoy" } as const;
    const to = (place: Place) => surface.deliver(place, answer, SPANISH);
    const [ana, ben] = [new Person(standIn), new Person(standIn)];
    const room = standIn.world.find(ana.user.id);
    if (!room) throw new Error("no room");
    room.closed = "bot was blocked by the user";
    expect(await to(placeOf(ana))).toBe("unreachable");
    expect(await to({ platform: "telegram", chat: "999999" })).toBe("unreachable");
    expect(await to({ ...placeOf(ben), topic: "5" })).toBe("unreachable");
    expect(await to({ platform: "discord", chat: "1" })).toBe("unreachable");
    standIn.faults.add({ fault: { kind: "html", status: 502 }, times: 4, method: "sendMessage" });
    expect(await to(placeOf(ben))).toBe("failed");
    await surface.stop();
    expect(await to(placeOf(ben))).toBe("failed");
  });
});

describe("health and figures", () => {
  it("tell of one connection while updates are fetched, and of none where they are delivered", async () => {
    const { surface, standIn } = await runTelegram(commonBot);
    expect(surface.name).toBe("telegram");
    expect(surface.health).toEqual({ state: "up", connected: 1, connections: 1 });
    standIn.faults.add({ fault: { kind: "html", status: 502 }, times: 5, method: "getUpdates" });
    const ana = new Person(standIn);
    ana.says("/votos titanic");
    await until(() => surface.health.state === "down", "not seen");
    expect(surface.health).toEqual({ state: "down", connected: 0, connections: 1 });
    await until(() => surface.health.state === "up", "not up again");
    await surface.stop();
    expect(surface.health).toEqual({ state: "stopped", connected: 0, connections: 1 });
    const webhook = await runWebhook(commonBot);
    expect(webhook.surface.health).toEqual({ state: "up", connected: 0, connections: 0 });
    expect(webhook.surface.webhook?.path).toBe("/telegram");
  });

  it("count what was answered, repeated, late and lost", async () => {
    const { surface, standIn, logged } = await runTelegram(commonBot);
    const [ana, ben] = [new Person(standIn), new Person(standIn)];
    standIn.updates.double(1);
    const choices = await answerTo(standIn, ana.says("/votos cinderella"));
    await until(() => surface.figures.repeated === 1, "not delivered twice");
    standIn.faults.add({
      fault: {
        kind: "refuse",
        error_code: 400,
        description: "Bad Request: query is too old and response timeout expired or query ID is invalid",
      },
      method: "answerCallbackQuery",
    });
    const [button] = buttonsOf(choices);
    standIn.updates.push("callback_query", {
      id: "1",
      from: ana.user,
      message: choices,
      chat_instance: "1",
      data: button?.callback_data,
    });
    await until(() => surface.figures.answered === 2, "not answered");
    standIn.faults.add({ fault: { kind: "html", status: 502 }, times: 4, method: "sendMessage" });
    ben.says("/votos titanic");
    await until(() => surface.figures.lost === 1, "not given up");
    await until(() => surface.figures.inFlight === 0, "still in flight");
    expect(surface.figures).toEqual({ answered: 2, late: 1, lost: 1, repeated: 1, inFlight: 0 });
    expect(logged.map(({ message }) => message)).toEqual([
      "an answer came too late for Telegram",
      "Telegram did not take an answer",
    ]);
  });
});
