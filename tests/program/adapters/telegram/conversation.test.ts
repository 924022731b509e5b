/** What people do in chats with the bot, on the starter catalogue, by polling and by webhook. */
import { describe, expect, it } from "vitest";
import type { Command } from "../../../../src/chat/contract.js";
import {
  answersTo,
  answerTo,
  buttonsOf,
  group,
  migrate,
  now,
  Person,
  readable,
  until,
} from "../../../../standins/telegram/index.js";
import { starter } from "../../../support/starter-index.js";
import { type RunningTelegram, runTelegram, runWebhook } from "../../../support/telegram-running.js";

const { bot } = starter;

const MODES = [
  ["polling", () => runTelegram(bot)],
  ["a webhook", () => runWebhook(bot)],
] as const satisfies readonly (readonly [string, () => Promise<RunningTelegram>])[];

describe.each(MODES)("by %s", (_, open) => {
  it.each(["es", "en"])("answers every example of every command in %s", async (language) => {
    const { standIn, logged } = await open();
    for (const { examples } of bot.program.commands) {
      for (const example of examples) {
        const person = new Person(standIn, { language });
        const told = readable(await answerTo(standIn, person.says(`/${example}`)));
        expect(told, example).not.toBe("");
        expect(told, example).not.toMatch(/^(?:No conozco|I don't know)|código:|code:/);
      }
    }
    expect(refusals(standIn)).toEqual([]);
    expect(logged).toEqual([]);
  });

  it("sends a card as a photo, with everything in its caption", async () => {
    const { standIn } = await open();
    const ana = new Person(standIn);
    const card = await answerTo(standIn, ana.says("/pelicula titanic"));
    expect(card.photo).toBeDefined();
    expect(card.standin?.photo).toMatch(/^https:\/\/image\.tmdb\.org\//);
    expect(card.caption).toMatch(/^Titanic \(1997\)\n⭐[^\n]+\nDirección: James Cameron\n[\s\S]*\n\nEn 1912/);
  });

  it("edits a choice into its answer, and works after a restart", async () => {
    const { standIn, surface, root } = await open();
    const ana = new Person(standIn);
    const asked = await answerTo(standIn, ana.says("/votos hamlet"));
    expect(readable(asked)).toMatch(/¿Cuál de estas películas\?\nHamlet \(1996\) · Kenneth Branagh/);
    await surface.stop();
    await runTelegram(bot, { telegram: { standIn, root, close: async () => undefined } });
    await ana.presses(asked, /Branagh/);
    const answer = await until(
      () => now(standIn, asked).text?.startsWith("Hamlet (1996)") && now(standIn, asked),
      "no edit",
    );
    expect(answer.text).toMatch(/^Hamlet \(1996\)/);
    expect(buttonsOf(answer).map(({ text }) => text)).not.toContainEqual(expect.stringMatching(/Branagh/));
  });

  it("goes on with the next ones when told so, each in its own chat", async () => {
    const { standIn, logged } = await open();
    const [ana, ben] = [new Person(standIn), new Person(standIn)];
    const titles = (text: string) => [...text.matchAll(/\(\d{4}\)/g)].length;
    const first = readable(await answerTo(standIn, ana.says("/recomendar matrix")));
    const second = readable(await answerTo(standIn, ana.says("¡Otras!")));
    const third = readable(await answerTo(standIn, ana.says("más")));
    for (const list of [first, second, third]) {
      expect(list).toMatch(/Parecidas a/);
      expect(titles(list)).toBeGreaterThan(4);
    }
    expect(new Set([first, second, third]).size).toBe(3);
    // Of what others were recommended nobody gets more, nor after another answer.
    expect(readable(await answerTo(standIn, ben.says("otra")))).not.toContain("Parecidas a");
    await answerTo(standIn, ana.says("/votos titanic"));
    expect(readable(await answerTo(standIn, ana.says("otra")))).not.toContain("Parecidas a");
    expect(logged).toEqual([]);
  });

  it("opens a film's card from a link", async () => {
    const { standIn } = await open();
    const ana = new Person(standIn);
    const card = await answerTo(standIn, ana.says("/start tmdb_597"));
    expect(readable(card)).toContain("Titanic (1997)");
    const unknown = await answerTo(standIn, ana.says("/start tmdb_999999999"));
    expect(readable(unknown)).toContain("No encontré");
    expect(readable(await answerTo(standIn, ana.says("/start whatever")))).toContain("Hola, soy Claqueta");
  });

  it("finds films inline, with cards to send, paged", async () => {
    const { standIn } = await open();
    const ana = new Person(standIn);
    const found = await ana.searches("jurasic");
    const results = found.results as { title: string; input_message_content: { message_text: string } }[];
    expect(results[0]?.title).toMatch(/Jurassic World|Parque Jurásico/);
    expect(results[0]?.input_message_content.message_text).toContain("\nDirección: ");
    expect(found).toMatchObject({
      is_personal: true,
      next_offset: "",
      button: { start_parameter: "inline" },
    });
    const popular = await ana.searches("");
    expect(popular.results).toHaveLength(20);
    expect(popular.next_offset).toBe("20");
    const more = await ana.searches("", "20");
    const ids = [popular, more].flatMap(({ results }) => (results as { id: string }[]).map(({ id }) => id));
    expect(new Set(ids).size).toBe(40);
    const english = await new Person(standIn, { language: "en" }).searches("parque jurasico");
    expect((english.results as { title: string }[])[0]?.title).toContain("Jurassic Park");
    expect(Array.isArray((await ana.searches("zzzzzzzz")).results)).toBe(true);
    expect((await ana.searches("padrno")).results).not.toEqual([]);
  });

  it("answers in the asker's topic, and in answer to the question", async () => {
    const { standIn } = await open();
    const ana = new Person(standIn);
    const forum = { ...group(standIn, { is_forum: true }), topic: 17 };
    const question = ana.says("/votos@claqueta_bot titanic", forum);
    const answer = await answerTo(standIn, question);
    expect(answer).toMatchObject({
      message_thread_id: 17,
      reply_to_message: { message_id: question.message_id },
    });
    const cards = ana.says("/votos hamlet", forum);
    const choices = await answerTo(standIn, cards);
    await ana.presses(choices, /Branagh/);
    await until(() => now(standIn, choices).text?.startsWith("Hamlet (1996)"), "no edit");
    expect(refusals(standIn)).toEqual([]);
  });
});

function refusals({ calls }: RunningTelegram["standIn"]) {
  return calls.all
    .filter(({ refusal }) => refusal !== undefined)
    .map(({ method, refusal }) => [method, refusal]);
}

describe("a conversation", () => {
  it("asks for a missing argument and takes the reply, also in a group", async () => {
    const { standIn } = await runTelegram(bot);
    const ana = new Person(standIn);
    for (const place of [ana.home, group(standIn)]) {
      const prompt = await answerTo(standIn, ana.says("/duracion@claqueta_bot", place));
      expect(prompt.text).toBe("✍️ /duracion\n\nDime: título.\nResponde a este mensaje, por ejemplo: titanic");
      expect(prompt.reply_markup).toMatchObject({ force_reply: true, selective: true });
      const answer = await answerTo(standIn, ana.says("el padrino", place, prompt));
      expect(readable(answer)).toMatch(/El padrino[\s\S]*175 minutos/);
    }
    const partly = await answerTo(standIn, ana.says("/plataforma puntaje netflix"));
    expect(partly.text).toContain("/plataforma puntaje netflix");
    expect(partly.text).toContain("puntaje y año");
    const figure = await answerTo(standIn, ana.says("70 2018", ana.home, partly));
    expect(figure.text).toContain("Netflix: 15 películas de 2018 superan los 70 puntos");
  });

  it("lets a family of commands be chosen from, and prompts for the choice", async () => {
    const { standIn } = await runTelegram(bot);
    const ana = new Person(standIn);
    const family = await answerTo(standIn, ana.says("/plataforma"));
    expect(readable(family)).toContain("/plataforma puntaje");
    await ana.presses(family, "/plataforma cantidad");
    const [, prompt] = await answersTo(standIn, { ...family, message_id: family.message_id - 1 }, 2);
    expect(prompt?.text).toContain("✍️ /plataforma cantidad");
    const answer = await answerTo(standIn, ana.says("netflix", ana.home, prompt));
    expect(answer.text).toContain("Conozco 324 películas");
    const longest = await answerTo(standIn, ana.says("/plataforma puntaje netflix 70 2018"));
    expect(longest.text).toContain("15 películas");
  });

  it.each([
    ["titanic", "es", /^Titanic \(1997\)[\s\S]*James Cameron/],
    ["¿Cuánto dura Titanic?", "es", /Lo leí como: \/duracion Titanic[\s\S]*194 minutos/],
    ["how long is the godfather?", "en", /Read as: \/duracion The Godfather \(1972\)[\s\S]*175 minutes/],
    ["películas como el padrino", "es", /Lo leí como: \/recomendar el padrino[\s\S]*Parecidas a|Parecidas a/],
    ["votos titanic", "es", /Votos: 7\.770/],
    ["hola", "es", /Hola, soy Claqueta[\s\S]*TMDB API/],
    ["help", "en", /Ask me about films/],
    ["asdfghjkl", "es", /^No lo encontré[\s\S]*Prueba con:/],
  ])("understands “%s” in private", async (text, language, expected) => {
    const { standIn } = await runTelegram(bot);
    const ana = new Person(standIn, { language });
    expect(readable(await answerTo(standIn, ana.says(text)))).toMatch(expected);
  });

  it("keeps quiet where it is not meant", async () => {
    const { standIn } = await runTelegram(bot);
    const ana = new Person(standIn);
    const place = group(standIn);
    for (const text of ["titanic", "/votos@other_bot titanic", "/unknown", "hola"]) ana.says(text, place);
    ana.posts({ dice: { emoji: "🎲", value: 3 } });
    ana.posts({ text: "A card", via_bot: { id: 4242, is_bot: true, first_name: "Claqueta" } });
    const last = ana.says("/votos titanic", place);
    const answer = await answerTo(standIn, last);
    expect(answer.reply_to_message?.message_id).toBe(last.message_id);
    expect(standIn.calls.all.filter(({ method }) => method.startsWith("send"))).toHaveLength(1);
  });

  it("lets only whoever asked press, outside private chats", async () => {
    const { standIn } = await runTelegram(bot);
    const [ana, ben] = [new Person(standIn), new Person(standIn)];
    const choices = await answerTo(standIn, ana.says("/votos hamlet", group(standIn)));
    expect(await ben.presses(choices, /Branagh/)).toMatchObject({
      show_alert: true,
      text: expect.stringContaining("de quien preguntó"),
    });
    expect(now(standIn, choices).text).toContain("¿Cuál");
    expect(await ana.presses(choices, /Branagh/)).not.toHaveProperty("text");
    await until(() => now(standIn, choices).text?.startsWith("Hamlet (1996)"), "no edit");
  });

  it("turns pages in place", async () => {
    const commands = bot.program.commands.map((command) =>
      command.name === "director" ? lengthened(command) : command,
    );
    const long = { ...bot, program: { ...bot.program, commands } };
    const { standIn } = await runTelegram(long);
    const ana = new Person(standIn);
    const first = await answerTo(standIn, ana.says("/director steven spielberg"));
    expect(readable(first)).toMatch(/Película 1\n[\s\S]*Película 15\n1–15 de 100[\s\S]*1 \/ 7\nSiguiente ▶/);
    expect(buttonsOf(first).find(({ text }) => text === "Siguiente ▶")?.callback_data).toContain(
      "nombre=person:488",
    );
    await ana.presses(first, "Siguiente ▶");
    const second = await until(
      () => now(standIn, first).text?.includes("16–30") && now(standIn, first),
      "no page",
    );
    await ana.presses(second, "2 / 7");
    await ana.presses(second, "◀ Anterior");
    await until(() => now(standIn, first).text?.includes("1–15"), "no page back");
  });

  it("answers old, foreign and made-up buttons kindly", async () => {
    const { standIn, logged } = await runTelegram(bot);
    const ana = new Person(standIn);
    const answer = await answerTo(standIn, ana.says("/votos titanic"));
    for (const data of [
      "0x",
      "",
      "2a;1;abcd;0",
      "2o;zz;0000;0;titulo=tmdb:1",
      "2o;%;;",
      "1l;1;fr",
      "1a;1;abcd;0;titulo=tmdb:1",
      "2p;1;k;0;%E0%A4%A",
    ]) {
      expect(await ana.sendsData(answer, data), data).toMatchObject({
        text: expect.stringContaining("ya no vale"),
      });
    }
    expect(logged).toEqual([]);
  });

  it("speaks the language somebody chooses", async () => {
    const { standIn } = await runTelegram(bot);
    const ana = new Person(standIn, { language: "es-MX" });
    const settings = await answerTo(standIn, ana.says("/ajustes"));
    expect(buttonsOf(settings).map(({ text }) => text)).toEqual(["Español", "English", "✓ Como mi Telegram"]);
    await ana.presses(settings, "English");
    await until(() => /^Settings[\s\S]*Saved$/.test(now(standIn, settings).text ?? ""), "no edit");
    expect(readable(await answerTo(standIn, ana.says("/votos titanic")))).toContain("Votes");
    await ana.presses(now(standIn, settings), "As my Telegram");
    await until(() => now(standIn, settings).text?.includes("Ajustes"), "no edit back");
    expect(readable(await answerTo(standIn, ana.says("/settings")))).toContain("¿En qué idioma");
    const french = new Person(standIn, { language: "fr" });
    expect(readable(await answerTo(standIn, french.says("/votos titanic")))).toContain("Votos");
  });

  it("follows a group that becomes a supergroup", async () => {
    const { standIn } = await runTelegram(bot);
    const ana = new Person(standIn);
    const old = group(standIn, { type: "group" });
    const next = migrate(standIn, old);
    ana.says("/votos titanic", old);
    const moved = { message_id: 0, chat: next.chat, from: ana.user, date: 0 };
    expect(readable(await answerTo(standIn, moved))).toContain("7.770");
    ana.says("/votos titanic", old);
    await answersTo(standIn, moved, 2);
    expect(standIn.calls.all.filter(({ refusal }) => refusal)).toHaveLength(1);
  });
});

function lengthened(command: Command): Command {
  return {
    ...command,
    run: async (context, options) => {
      const reply = await command.run(context, options);
      const lines = Array.from({ length: 100 }, (_, at) => ({ head: `Película ${at + 1}` }));
      return { ...reply, answer: { ...reply.answer, list: { lines } } };
    },
  };
}
