/** What follows from an answer, over the wire by both deliveries: buttons, actions, pictures, better versions. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Message } from "../../../../src/adapters/discord/protocol.js";
import type { Reply } from "../../../../src/chat/answer/reply.js";
import { defineAction } from "../../../../src/chat/command/action.js";
import { defineCommand } from "../../../../src/chat/command/command.js";
import { SPANISH } from "../../../../src/chat/locale.js";
import type { InteractionResult, MessageState } from "../../../../standins/discord/index.js";
import { partsOf, pressedIn, shown } from "../../../support/discord-payloads.js";
import { type Running, running, until } from "../../../support/discord-running.js";
import { createBot } from "../../../support/fakes.js";
import { conversationBot, conversationCases, type Shown } from "../../../support/surface.case.js";

const ANA = { id: "80351110224678912" };
const LEO = { id: "80351110224678913" };
const noOptions = { options: z.strictObject({}), result: z.unknown(), positional: [] } as const;

/** A picture that changes, and goes. */
const pintar = defineAction({
  name: "pintar",
  state: z.strictObject({ puntos: z.coerce.number().int() }),
  run: (_, { puntos }): Reply => ({
    status: "ok",
    result: null,
    answer: {
      kind: "figure",
      title: `Puntos: ${puntos}`,
      ...(puntos > 0
        ? {
            media: {
              kind: "bytes",
              bytes: new Uint8Array(puntos),
              type: "image/png",
              alt: `${puntos} puntos`,
            } as const,
          }
        : {}),
      actions: [pintar.button("Menos", { puntos: puntos - 1 })],
    },
  }),
});

const cuadro = defineCommand({
  ...noOptions,
  names: { es: "cuadro", en: "picture" },
  summary: { es: "Un cuadro", en: "A picture" },
  examples: ["cuadro"],
  run: (context) => pintar.run(context, { puntos: 2 }),
});

let released: () => void = () => {};
const tarda = defineCommand({
  ...noOptions,
  names: { es: "tarda", en: "takes" },
  summary: { es: "Mejora cuando puede", en: "Improves when it can" },
  examples: ["tarda"],
  run: () => ({
    status: "ok",
    result: null,
    answer: { kind: "figure", title: "Espera" },
    later: async () => {
      await new Promise<void>((resolve) => {
        released = resolve;
      });
      throw new Error("nada");
    },
  }),
});

const bot = createBot({
  program: {
    commands: [...conversationBot.program.commands, cuadro, tarda],
    actions: [...conversationBot.program.actions, pintar],
  },
});

describe.each(["gateway", "http"] as const)("over %s", (mode) => {
  let run: Running;
  beforeAll(async () => {
    run = await running({ bot, settings: ({ publicKey }) => ({ mode, publicKey }) });
  });
  afterAll(() => run.stop());

  const ask = (command: string, more: object = {}) =>
    run.discord.slash({ command, guild: "77", user: ANA, ...more });

  function messageOf(result: InteractionResult): MessageState {
    expect(result.status).toBe("answered");
    expect(result.refusals.filter(({ code }) => code !== 10_015)).toEqual([]);
    if (!result.message) throw new Error("no message");
    return result.message;
  }

  const textOf = (message: MessageState) => shown(message as unknown as Message);

  /** Of a film the year stands first. */
  const idOf = (message: MessageState, label: string) => {
    const yearFirst = label.replace(/^(.*) (\(\d{4}\))/u, "$2 $1");
    const written = message as unknown as Message;
    const all = pressedIn(written).find((one) => [label, yearFirst].includes(one.label));
    if (!all) throw new Error(`nothing is called "${label}"`);
    return all.id;
  };

  async function shownOf(result: InteractionResult): Promise<Shown> {
    // A first response without its picture is only a promise of it.
    const message = messageOf(await result.settled());
    return {
      text: textOf(message),
      press: async (label) => {
        const edits = message.edits;
        const pressed = await run.discord.component(message.id, idOf(message, label), [], ANA);
        if (pressed.callback?.type === 6) await until(() => message.edits > edits);
        return shownOf(pressed);
      },
      improved: async () => {
        const { edits } = message;
        await until(() => message.edits > edits);
        return { text: textOf(message) };
      },
    };
  }

  it.each(conversationCases)("$name", async ({ line, check }) => {
    const [command = "", ...titles] = line.slice(1).split(" ");
    const options = titles.length > 0 ? { titulo: titles.join(" ") } : {};
    await check(await shownOf(await ask(command, { options })));
    expect(run.discord.counters.pinged).toBe(0);
  });

  it("sends pictures with what they show, puts others in their place, and lets go of them", async () => {
    const result = await ask("cuadro");
    const message = messageOf(await result.settled());
    const pictures = () =>
      message.attachments.map(({ filename, size, description }) => [filename, size, description]);
    expect(pictures()).toEqual([["claqueta.png", 2, "2 puntos"]]);
    const gallery = () => partsOf(message as unknown as Message).find(({ type }) => type === 12);
    expect(gallery()).toMatchObject({
      items: [{ media: { url: "attachment://claqueta.png" }, description: "2 puntos" }],
    });
    await run.discord.component(message.id, idOf(message, "Menos"), [], ANA);
    await until(() => textOf(message).includes("Puntos: 1"));
    expect(pictures()).toEqual([["claqueta.png", 1, "1 puntos"]]);
    await run.discord.component(message.id, idOf(message, "Menos"), [], ANA);
    await until(() => textOf(message).includes("Puntos: 0"));
    expect(pictures()).toEqual([]);
    expect(gallery()).toBeUndefined();
  });

  it("holds up nobody while a better version is awaited, and tells an error in its place", async () => {
    const message = messageOf(await ask("tarda"));
    await until(() => run.surface.figures.inFlight === 0);
    expect(textOf(message)).toContain("Espera");
    released();
    await until(() => message.edits === 1);
    expect(textOf(message)).toMatch(/código: [0-9a-f]{8}/);
  });

  it("lets nobody else press what is somebody's, and an error takes no answer away", async () => {
    const message = messageOf(await (await ask("completo")).settled());
    const { edits } = message;
    const other = await run.discord.component(message.id, idOf(message, "+1"), [], LEO);
    expect(other.message?.ephemeral).toBe(true);
    expect(textOf(messageOf(other))).toContain("Ese botón es de quien hizo la pregunta");
    const forged = await run.discord.interaction(
      3,
      { custom_id: "2a;0;contar;0;hasta=1000", component_type: 2 },
      { user: ANA },
    );
    expect(forged.callback?.type).toBe(4);
    expect(forged.message?.ephemeral).toBe(true);
    expect(message.edits).toBe(edits);
  });

  it("delivers answers to channels and threads, whose buttons are everybody's", async () => {
    const place = { platform: "discord", server: "77", chat: "500", topic: "501" };
    const answer = {
      kind: "figure",
      title: "Noche de cine @everyone",
      actions: [pintar.button("Pinta", { puntos: 1 })],
      choices: [{ label: "Titanic", command: "votos", options: { titulo: "tmdb:597" } }],
      media: { kind: "bytes", bytes: new Uint8Array(3), type: "image/png", alt: "Tres" },
    } as const;
    expect(await run.surface.deliver(place, answer, SPANISH)).toBe("sent");
    expect(await run.surface.deliver({ ...place, topic: undefined }, answer, SPANISH)).toBe("sent");
    expect(run.discord.channels.sent("500")).toHaveLength(1);
    const [message] = run.discord.channels.sent("501");
    if (!message) throw new Error("nothing was sent");
    expect(message.attachments).toMatchObject([{ filename: "claqueta.png", description: "Tres" }]);
    expect(message.pings).toEqual({ everyone: false, users: [], roles: [] });
    const picked = await run.discord.component(message.id, idOf(message, "Titanic"), [], LEO);
    expect(messageOf(picked).ephemeral).toBe(false);
    await run.discord.component(message.id, idOf(message, "Pinta"), [], LEO);
    await until(() => textOf(message).includes("Puntos: 1"));
  });

  it("is not sent a second time where it stands, whoever began to send it", async () => {
    const place = { platform: "discord", server: "77", chat: "700" };
    const result = (points: number) =>
      ({
        kind: "figure",
        title: "Resultado",
        actions: [pintar.button("Pinta", { puntos: points })],
      }) as const;
    const send = (points: number, key: string, begun?: Date) =>
      run.surface.deliver(place, result(points), SPANISH, { key, ...(begun ? { begun } : {}) });
    const sent = () => run.discord.channels.sent("700").length;
    const before = new Date();
    expect(await send(1, "notice/1")).toBe("sent");
    // Discord knows its nonce.
    expect(await send(1, "notice/1")).toBe("sent");
    expect(sent()).toBe(1);
    // And where it does not any more, the message itself is found.
    expect(await send(1, "notice/later", before)).toBe("sent");
    expect(sent()).toBe(1);
    // Another one that did not get there is sent.
    expect(await send(2, "notice/2", before)).toBe("sent");
    expect(sent()).toBe(2);
    run.discord.channels.close("700", "unreadable");
    expect(await send(3, "notice/3", before)).toBe("sent");
    expect(sent()).toBe(3);
  });

  it("says where nothing can be delivered, and where it may work later", async () => {
    const to = (chat: string, platform = "discord") =>
      run.surface.deliver({ platform, chat }, { kind: "figure", title: "x" }, SPANISH);
    run.discord.channels.close("600", "gone");
    run.discord.channels.close("601", "forbidden");
    expect(await to("600")).toBe("unreachable");
    expect(await to("601")).toBe("refused");
    expect(await to("../600")).toBe("unreachable");
    expect(await to("602", "telegram")).toBe("unreachable");
    run.discord.faults.add({ kind: "error", status: 401, route: "/channels/" });
    expect(await to("603")).toBe("failed");
    // A proxy that knows no channels says nothing about this one.
    run.discord.faults.add({ kind: "html", status: 404, route: "/channels/" });
    expect(await to("603")).toBe("failed");
    // Its answer was lost: sent again, it is still one message.
    run.discord.faults.add({ kind: "close", processed: true, route: "/channels/" });
    expect(await to("603")).toBe("sent");
    expect(run.discord.channels.sent("603")).toHaveLength(1);
  });
});

describe("what Discord refuses of a channel", () => {
  let run: Running;
  beforeAll(async () => {
    run = await running({ bot });
  });
  afterAll(() => run.stop());
  const place = { platform: "discord", chat: "610" };
  const answer = { kind: "figure", title: "x" } as const;

  it.each([
    ["Unknown Message", 404, 10_008, "unreachable", "unreachable"],
    ["Missing Permissions", 403, 50_013, "refused", "refused"],
    ["Missing Access", 403, 50_001, "refused", "refused"],
    ["Thread locked", 400, 160_005, "refused", "refused"],
    ["Thread archived", 400, 50_083, "refused", "failed"],
    ["Internal network error", 403, 40_333, "failed", "failed"],
  ])("%s: a message, and one that is drawn anew", async (message, status, code, sent, drawn) => {
    const refuse = () =>
      run.discord.faults.add({ kind: "error", status, code, message, route: "/channels/" });
    refuse();
    expect(await run.surface.deliver(place, answer, SPANISH)).toBe(sent);
    refuse();
    expect(await run.surface.redraw({ place, id: "80351110224678912" }, answer, SPANISH)).toBe(drawn);
  });
});

describe("without a token", () => {
  it("nothing can be delivered", async () => {
    const run = await running({
      bot,
      wait: false,
      settings: ({ publicKey }) => ({ mode: "http", publicKey, token: undefined }),
    });
    const place = { platform: "discord", chat: "500" };
    expect(await run.surface.deliver(place, { kind: "figure", title: "x" }, SPANISH)).toBe("failed");
    await run.stop();
  });
});
