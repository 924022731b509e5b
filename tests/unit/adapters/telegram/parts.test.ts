/** The parts of the Telegram surface that can be looked at alone. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../../../commands/index.js";
import { Bounded } from "../../../../src/adapters/telegram/bounded.js";
import { listFor } from "../../../../src/adapters/telegram/registration.js";
import { completedLine } from "../../../../src/adapters/telegram/render/prompt.js";
import { Seen } from "../../../../src/adapters/telegram/seen.js";
import { Chats } from "../../../../src/adapters/telegram/transport/chats.js";
import { Lanes } from "../../../../src/adapters/telegram/updates/lanes.js";
import { plainQuestion } from "../../../../src/adapters/telegram/updates/plain-questions.js";
import { exactOptions } from "../../../../src/chat/command/exact-options.js";
import { parseLocale, SPANISH } from "../../../../src/chat/locale.js";
import { Person, until } from "../../../../standins/telegram/index.js";
import { commandRules } from "../../../../standins/telegram/rules/bot.js";
import { HOSTILE, commonServices as services } from "../../../support/surface.case.js";
import { runTelegram } from "../../../support/telegram-running.js";

describe("questions in words", () => {
  it.each<[string, string, string]>([
    ["¿Cuánto dura Titanic?", "duracion", "Titanic"],
    ["cuanto dura la película El Padrino", "duracion", "El Padrino"],
    ["¿Cuántos votos tiene Amélie?", "votos", "Amélie"],
    ["¿Qué tan popular es Interestelar?", "score", "Interestelar"],
    ["¿Cuánto recaudó Avatar?", "retorno", "Avatar"],
    ["cuanto costo waterworld", "retorno", "waterworld"],
    ["¿Quién dirigió «El laberinto del fauno»?", "pelicula", "El laberinto del fauno"],
    ["¿Dónde puedo ver Roma?", "pelicula", "Roma"],
    ["¿De qué trata Origen?", "pelicula", "Origen"],
    ["películas dirigidas por Almodóvar", "director", "Almodóvar"],
    ["¿Qué películas dirigió Pedro Almodóvar?", "director", "Pedro Almodóvar"],
    ["películas con Penélope Cruz", "actor", "Penélope Cruz"],
    ["¿En qué películas sale Tom Hanks?", "actor", "Tom Hanks"],
    ["Recomiéndame algo parecido a Matrix", "recomendar", "Matrix"],
    ["una película como Up", "recomendar", "Up"],
    ["películas sobre tiburones", "buscar", "tiburones"],
    ["¿Cuántas películas se estrenaron en enero?", "mes", "enero"],
    ["¿Cuántas películas se estrenaron un viernes?", "dia", "viernes"],
    ["How long is The Godfather?", "duracion", "The Godfather"],
    ["how many votes does Titanic have?", "votos", "Titanic"],
    ["Who directed Jaws?", "pelicula", "Jaws"],
    ["How much did Titanic make?", "retorno", "Titanic"],
    ["movies like Up", "recomendar", "Up"],
    ["Recommend something like Heat", "recomendar", "Heat"],
    ["movies with Tom Hanks", "actor", "Tom Hanks"],
    ["films by Hitchcock", "director", "Hitchcock"],
    ["movies about sharks", "buscar", "sharks"],
    ["What is Inception about?", "pelicula", "Inception"],
  ])("%s → /%s %s", (text, command, what) => {
    expect(plainQuestion(text)).toEqual({ command, what });
  });

  it.each(["titanic", "el padrino", "votos titanic", "¿", "", "gracias", "cuánto", "2001"])(
    "leaves “%s” alone",
    (text) => {
      expect(plainQuestion(text)).toBeUndefined();
    },
  );

  it("asks only commands that there are", () => {
    const known = new Set(commands.map(({ name }) => name));
    for (const text of [
      "cuanto dura x",
      "how popular is x",
      "peliculas con x",
      "cuantas peliculas hay en frances",
    ]) {
      expect(known).toContain(plainQuestion(text)?.command);
    }
  });

  it("reads anything quickly", () => {
    const word = fc.constantFrom(
      "pelicula ",
      "peliculas ",
      "una ",
      "algo ",
      "de ",
      "como ",
      "que ",
      "a ",
      "¿",
      "ñ",
      "İ",
      "é",
    );
    const nonsense = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.array(word, { maxLength: 60 }).map((words) => words.join("")),
    );
    const since = performance.now();
    fc.assert(
      fc.property(nonsense, (text) => {
        plainQuestion(text);
      }),
      { numRuns: 2_000 },
    );
    expect(performance.now() - since).toBeLessThan(20_000);
  });
});

describe("the list of commands", () => {
  it("is valid in every language and scope, with every command", () => {
    for (const scope of ["all_private_chats", "all_group_chats"] as const) {
      for (const tag of ["es", "en"]) {
        const list = listFor(commands, scope, parseLocale(tag));
        for (const rule of commandRules) expect(rule({ commands: list })).toBeUndefined();
        const names = list.map(({ command }) => command);
        expect(new Set(names).size).toBe(names.length);
        const first = commands.map(({ name }) => name.split(" ")[0]).filter((name) => name !== "ayuda");
        expect(names).toEqual(expect.arrayContaining(first));
        expect(names).toContain(tag === "es" ? "ayuda" : "help");
      }
    }
    const family = listFor(commands, "all_group_chats", SPANISH).find(
      ({ command }) => command === "plataforma",
    );
    expect(family?.description).toMatch(/^Elige: cantidad, /);
  });

  it("is written only where it changed", async () => {
    const running = await runTelegram(services);
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
    await running.surface.close();
    const telegram = { standIn: running.standIn, root: running.root, close: async () => undefined };
    const again = await runTelegram(services, { telegram });
    const asked = () => running.standIn.calls.all.filter(({ method }) => method === "getMyCommands").length;
    await until(() => asked() === 12, "not looked at");
    expect(written()).toBe(6);
    await again.surface.close();
    await runTelegram({ ...services, commands: services.commands.slice(1) }, { telegram });
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

describe("exact options", () => {
  it("leave what they cannot resolve", () => {
    const [votos] = services.commands;
    expect(exactOptions(services, votos, { titulo: "asdf", other: "x" })).toEqual({
      titulo: "asdf",
      other: "x",
    });
  });
});

describe("what is remembered", () => {
  it("is bounded", () => {
    const memory = new Bounded<number, number>(100);
    for (let at = 0; at < 10_000; at++) {
      memory.set(at, at);
      memory.get(7);
    }
    expect(memory.get(7)).toBe(7);
    expect(memory.get(9_000)).toBeUndefined();
    const seen = new Seen(10);
    expect([1, 1, 2, 1].map((id) => seen.isNew(id))).toEqual([true, false, true, false]);
  });

  it("of a chat ends by itself", () => {
    let now = 0;
    const chats = new Chats(() => now);
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
    const { standIn, logged } = await runTelegram(services);
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
          my_chat_member: fc.record({ chat: anything, new_chat_member: anything }, { requiredKeys: [] }),
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
