/** The parts of the Telegram surface that can be looked at alone. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actions, commands } from "../../../../commands/index.js";
import { intentOf } from "../../../../src/adapters/telegram/handlers/intent.js";
import { listFor } from "../../../../src/adapters/telegram/registration.js";
import { completedLine } from "../../../../src/adapters/telegram/render/prompt.js";
import { addressOf, addressOfPlace, placeOf } from "../../../../src/adapters/telegram/sending/address.js";
import { Chats } from "../../../../src/adapters/telegram/transport/chats.js";
import { Lanes } from "../../../../src/adapters/telegram/updates/lanes.js";
import { parseLocale, SPANISH } from "../../../../src/chat/locale.js";
import { Person, until } from "../../../../standins/telegram/index.js";
import { commandRules } from "../../../../standins/telegram/rules/bot.js";
import { createBot, program as fakeProgram } from "../../../support/fakes.js";
import { commonBot, HOSTILE } from "../../../support/surface.case.js";
import { runTelegram, startStandIn } from "../../../support/telegram-running.js";

const isForAll = ({ access }: (typeof commands)[number]) => access === "anyone";

const program = {
  commands: commands.filter(isForAll),
  operatorCommands: commands.filter((command) => !isForAll(command)),
  actions,
};

describe("the list of commands", () => {
  it("is valid in every language and scope, with every command", () => {
    for (const type of ["all_private_chats", "all_group_chats"] as const) {
      for (const tag of ["es", "en"]) {
        const list = listFor(program, { type }, parseLocale(tag));
        for (const rule of commandRules) expect(rule({ commands: list })).toBeUndefined();
        const names = list.map(({ command }) => command);
        expect(new Set(names).size).toBe(names.length);
        const first = program.commands
          // What is for groups has nothing to do where nobody else is.
          .filter(({ where }) => where === "anywhere" || type === "all_group_chats")
          .map(({ name }) => name.split(" ")[0])
          .filter((name) => name !== "ayuda" && name !== "ajustes");
        expect(names).toEqual(expect.arrayContaining(first));
        expect(names).toContain(tag === "es" ? "ayuda" : "help");
        expect(names).toContain(tag === "es" ? "ajustes" : "settings");
      }
    }
    const family = listFor(program, { type: "all_group_chats" }, SPANISH).find(
      ({ command }) => command === "plataforma",
    );
    expect(family?.description).toMatch(/^Elige: cantidad, /);
  });

  it("shows what is not for anyone only to those of whom it is known that they may ask for it", () => {
    const { commands: known, operatorCommands, actions: none } = fakeProgram;
    const moderators = known.map((command) => ({ ...command, access: "moderator" as const }));
    const names = (audience: Parameters<typeof listFor>[1], listed = known) =>
      listFor({ commands: listed, operatorCommands, actions: none }, audience, SPANISH).map(
        ({ command }) => command,
      );
    expect(names({ type: "all_private_chats" })).not.toContain("refrescar");
    expect(names({ type: "all_group_chats" })).not.toContain("refrescar");
    expect(names({ type: "chat", chat_id: 1 })).toEqual(expect.arrayContaining(["votos", "refrescar"]));
    expect(names({ type: "all_private_chats" }, moderators)).toEqual(["start", "ayuda"]);
  });

  it("is written for those who run the bot where they have a chat with it", async () => {
    const telegram = await startStandIn();
    const { user } = new Person(telegram.standIn);
    const operators = new Set([`telegram:${user.id}`, "telegram:777", "discord:1"]);
    const { logged } = await runTelegram(createBot({ program: { operators } }), { telegram });
    const { commands: listed } = telegram.standIn;
    await until(() => listed.size === 9, "not registered");
    expect(listed.get(`chat:${user.id}/es`)).toContainEqual({
      command: "refrescar",
      description: "Renovar los datos",
    });
    expect(logged).toEqual([]);
  });

  it("is written only where it changed", async () => {
    const running = await runTelegram(commonBot);
    const written = () => running.standIn.calls.all.filter(({ method }) => method === "setMyCommands").length;
    await until(() => written() === 6, "not registered");
    expect([...running.standIn.commands.keys()].sort()).toEqual([
      "all_group_chats/",
      "all_group_chats/en",
      "all_group_chats/es",
      "all_private_chats/",
      "all_private_chats/en",
      "all_private_chats/es",
    ]);
    await running.surface.stop();
    const telegram = { standIn: running.standIn, root: running.root, close: async () => undefined };
    const again = await runTelegram(commonBot, { telegram });
    const asked = () => running.standIn.calls.all.filter(({ method }) => method === "getMyCommands").length;
    await until(() => asked() === 12, "not looked at");
    expect(written()).toBe(6);
    await again.surface.stop();
    const fewer = { ...commonBot.program, commands: commonBot.program.commands.slice(1) };
    await runTelegram({ ...commonBot, program: fewer }, { telegram });
    await until(() => written() === 12, "not registered again");
  });
});

describe("prompts", () => {
  it("are told from other messages of ours", () => {
    expect(completedLine("✍️ /duracion\n\nDime: título.", "titanic")).toBe("/duracion titanic");
    expect(completedLine("/recomendar [título]\nPelículas parecidas", "titanic")).toBeUndefined();
    expect(completedLine(undefined, "titanic")).toBeUndefined();
  });
});

describe("an address", () => {
  const message = (more: object) =>
    ({ message_id: 7, date: 0, chat: { id: -1_000_000_000_001, type: "supergroup" }, ...more }) as Parameters<
      typeof addressOf
    >[0];

  it("is found again from its place", () => {
    for (const [told, place] of [
      [{ message_thread_id: 17, is_topic_message: true }, { topic: "17" }],
      [{ message_thread_id: 17 }, {}],
      [{ direct_messages_topic: { topic_id: 17 } }, { topic: "direct:17" }],
    ] as const) {
      const { replyTo, ...address } = addressOf(message(told));
      expect(replyTo).toBe(7);
      expect(placeOf(address)).toEqual({ platform: "telegram", chat: "-1000000000001", ...place });
      expect(addressOfPlace(placeOf(address))).toEqual(address);
    }
  });

  it("of another platform, or of none, is none", () => {
    expect(addressOfPlace({ platform: "discord", chat: "1" })).toBeUndefined();
    expect(addressOfPlace({ platform: "telegram", chat: "@somebody" })).toBeUndefined();
    expect(addressOfPlace({ platform: "telegram", chat: "1", topic: "x" })).toBeUndefined();
  });
});

describe("whoever writes as a group", () => {
  it("is answered, though Telegram shows them as a bot, and other bots are not", () => {
    const me = { id: 4242, is_bot: true, first_name: "Claqueta", username: "claqueta_bot" };
    const chat = { id: -5, type: "group", title: "Cine" };
    const from = { id: 1087968824, is_bot: true, first_name: "Group" };
    const said = (more: object) =>
      ({ message_id: 1, date: 0, chat, from, text: "/votos titanic", ...more }) as Parameters<
        typeof intentOf
      >[0];
    const intent = (more: object) => intentOf(said(more), me as Parameters<typeof intentOf>[1], fakeProgram);
    expect(intent({ sender_chat: chat })).toEqual({ kind: "line", line: "/votos titanic" });
    expect(intent({})).toBeUndefined();
  });
});

describe("what is remembered", () => {
  it("of a chat ends by itself", () => {
    let now = 0;
    const chats = new Chats({ now: () => now });
    chats.close(5);
    chats.flood(5, 1_000);
    expect([chats.isClosed(5), chats.floodLeft(5)]).toEqual([true, 1_000]);
    now = 3_600_001;
    expect([chats.isClosed(5), chats.floodLeft(5)]).toEqual([false, 0]);
    chats.saw(1, 10);
    chats.saw(-1_000_000_000_001, 3);
    // Private chats and groups share one count.
    expect([chats.lastMessage(2), chats.lastMessage(-1_000_000_000_001)]).toEqual([10, 3]);
  });
});

describe("lanes", () => {
  const update = (lane: number, id: number) =>
    ({ update_id: id, lane }) as unknown as Parameters<Lanes["done"]>[0];
  const laneOf = (one: unknown) => (one as { lane: number }).lane;

  it("keep the order within a chat and wait for none between chats", async () => {
    const order: string[] = [];
    let free: () => void = () => undefined;
    const stuck = new Promise<void>((resolve) => {
      free = resolve;
    });
    const lanes = new Lanes({
      laneOf,
      onShed: () => undefined,
      work: async (one) => {
        if (laneOf(one) === 1) await stuck;
        order.push(`${laneOf(one)}:${one.update_id}`);
      },
    });
    await lanes.handle([update(1, 1), update(2, 2), update(1, 3), update(2, 4)]);
    await lanes.done(update(2, 5));
    expect(order).toEqual(["2:2", "2:4", "2:5"]);
    expect(lanes.snapshot()).toHaveLength(2);
    free();
    await lanes.idle();
    expect(order.slice(3)).toEqual(["1:1", "1:3"]);
  });

  it("give up what a single chat asks too much, and nobody else's", async () => {
    let shed = 0;
    let free: () => void = () => undefined;
    const stuck = new Promise<void>((resolve) => {
      free = resolve;
    });
    const answered: number[] = [];
    const lanes = new Lanes({
      laneOf,
      capacity: 200,
      onShed: (count) => {
        shed += count;
      },
      work: async (one) => {
        if (laneOf(one) === 1) await stuck;
        answered.push(laneOf(one));
      },
    });
    void lanes.handle(Array.from({ length: 400 }, (_, at) => update(1, at)));
    await lanes.done(update(2, 999));
    expect(shed).toBeGreaterThanOrEqual(200);
    free();
    await lanes.idle();
    expect(answered.filter((lane) => lane === 2)).toHaveLength(1);
  });
});

describe("hostile updates", () => {
  /** The full sample takes a minute. */
  const COUNT = process.env.TELEGRAM_FULL ? 100_000 : 2_000;

  it(`${COUNT} of them harm nobody (TELEGRAM_FULL=1: 100,000)`, async () => {
    const { standIn, logged } = await runTelegram(commonBot);
    const ana = new Person(standIn);
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.constantFrom(HOSTILE, null, 0, -1, {}, [], true),
      fc.jsonValue(),
    );
    const message = fc.record(
      {
        message_id: fc.oneof(fc.nat(), anything),
        chat: fc.oneof(fc.constant(ana.home.chat), anything),
        from: fc.oneof(fc.constant(ana.user), anything),
        text: fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), anything),
        caption: anything,
        caption_entities: anything,
        sender_chat: anything,
        guest_query_id: anything,
        reply_to_message: anything,
        via_bot: anything,
        message_thread_id: anything,
        is_topic_message: anything,
      },
      { requiredKeys: [] },
    );
    const contents = fc.sample(
      fc.oneof(
        fc.record({ message }),
        fc.record({ guest_message: message }),
        fc.record({
          callback_query: fc.record(
            { id: anything, from: anything, data: anything, message },
            { requiredKeys: [] },
          ),
        }),
        fc.record({
          inline_query: fc.record(
            { id: anything, from: anything, query: anything, offset: anything },
            { requiredKeys: [] },
          ),
        }),
        fc.record({
          my_chat_member: fc.record(
            {
              chat: fc.oneof(fc.constant({ id: -5, type: "group" }), anything),
              from: anything,
              old_chat_member: anything,
              new_chat_member: fc.oneof(fc.constant({ status: "member" }), anything),
            },
            { requiredKeys: [] },
          ),
        }),
      ),
      COUNT,
    );
    for (let at = 0; at < contents.length; at += 5_000) {
      const batch = contents.slice(at, at + 5_000);
      for (const [index, content] of batch.entries())
        standIn.updates.pushRaw({ ...content, update_id: 5_000_000 + at + index });
      await until(() => standIn.updates.pending === 0, "not all were taken", 120_000);
    }
    const other = new Person(standIn);
    const asked = { message_id: 1, chat: other.home.chat, from: other.user, date: 0, text: "/votos titanic" };
    standIn.updates.pushRaw({ update_id: 6_000_000, message: asked });
    await until(() => standIn.world.find(other.user.id)?.messages.all.length === 1, "no answer");
    const refused = standIn.calls.all.filter(({ method, refusal }) => refusal && method.startsWith("send"));
    expect(
      refused
        .map(({ refusal }) => refusal?.description)
        .filter((why) => !/chat not found|thread not found|Bot API/u.test(why ?? "")),
    ).toEqual([]);
    expect(JSON.stringify(logged)).not.toContain(HOSTILE);
  }, 600_000);
});
