/** Questions as they arrive: who asks and where, words without a command, buttons with state. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { language } from "../../../../commands/actions/language.js";
import { ajustes } from "../../../../commands/settings/ajustes.js";
import type { Asking, Place } from "../../../../src/chat/asking.js";
import { defineAction } from "../../../../src/chat/command/action.js";
import { defineCommand } from "../../../../src/chat/command/command.js";
import {
  anonymously,
  answersTo,
  answerTo,
  asChannel,
  BOT,
  buttonsOf,
  group,
  messagesIn,
  now,
  Person,
  readable,
  until,
} from "../../../../standins/telegram/index.js";
import { contar, createBot, program } from "../../../support/fakes.js";
import { commonBot } from "../../../support/surface.case.js";
import { runTelegram } from "../../../support/telegram-running.js";

/** A bot that notes who asks what, and where. */
function noting() {
  const asked: Pick<Asking, "asker" | "place">[] = [];
  const quien = defineCommand({
    names: { es: "quien", en: "who" },
    summary: { es: "Quién pregunta", en: "Who asks" },
    options: z.strictObject({}),
    result: z.unknown(),
    positional: [],
    examples: ["quien"],
    run({ asker, place, asked: { command } }) {
      asked.push({ asker, place });
      const again = [{ label: "Otra vez", command, options: {} }];
      return { status: "ok", result: null, answer: { kind: "figure", title: "Tú", choices: again } };
    },
  });
  return { asked, bot: createBot({ program: { commands: [...program.commands, quien] } }) };
}

const placeOf = ({ user }: Person): Place => ({ platform: "telegram", chat: String(user.id), direct: true });

describe("a question", () => {
  it("says who asks and where, typed and pressed, alone with the bot and in a topic", async () => {
    const { asked, bot } = noting();
    const { standIn } = await runTelegram(bot);
    const ana = new Person(standIn);
    const asker = { id: `telegram:${ana.user.id}`, moderates: true };
    const alone = await answerTo(standIn, ana.says("/quien"));
    await ana.presses(alone, "Otra vez");
    await until(() => asked.length === 2, "not asked again");
    expect(asked.splice(0)).toEqual([
      { asker, place: placeOf(ana) },
      { asker, place: placeOf(ana) },
    ]);
    const forum = { ...group(standIn, { is_forum: true }), topic: 17 };
    const place = { platform: "telegram", chat: String(forum.chat.id), topic: "17" };
    await ana.presses(await answerTo(standIn, ana.says("/quien", forum)), "Otra vez");
    await until(() => asked.length === 2, "not asked again");
    const among = { asker: { ...asker, moderates: false }, place };
    expect(asked).toEqual([among, among]);
  });

  it("of who writes as a group or a channel is that one's, who moderates it, and everybody may press its buttons", async () => {
    const { asked, bot } = noting();
    const { standIn } = await runTelegram(bot);
    const [ana, ben] = [new Person(standIn), new Person(standIn)];
    const place = group(standIn);
    const channel = { id: -1_000_000_004_321, type: "channel", title: "Cine" } as const;
    const written = ana.posts(anonymously("/quien", place.chat), place);
    const answer = await answerTo(standIn, written);
    await ben.presses(answer, "Otra vez");
    await until(() => asked.length === 2, "not asked again");
    ana.posts(asChannel("/quien", channel), place);
    await until(() => asked.length === 3, "the channel not heard");
    expect(asked.map(({ asker }) => asker)).toEqual([
      { id: `telegram:${place.chat.id}`, moderates: true },
      { id: `telegram:${ben.user.id}`, moderates: false },
      { id: `telegram:${channel.id}`, moderates: false },
    ]);
  });

  it("found inline is somebody's, and stands nowhere", async () => {
    const asked: Pick<Asking, "asker" | "place">[] = [];
    const command = defineCommand({
      names: { es: "pelicula", en: "film" },
      summary: { es: "Ficha", en: "Card" },
      options: z.strictObject({ titulo: z.string().meta({ kind: "film", es: "Título", en: "Title" }) }),
      result: z.unknown(),
      positional: ["titulo"],
      examples: ["pelicula titanic"],
      run({ asker, place }, { titulo }) {
        asked.push({ asker, place });
        const fields = [{ name: "Dirección", value: "James Cameron" }];
        return { status: "ok", result: null, answer: { kind: "film", title: `La de ${titulo}`, fields } };
      },
    });
    const { standIn } = await runTelegram(
      createBot({ program: { commands: [...program.commands, command] } }),
    );
    const ana = new Person(standIn);
    const { results } = await ana.searches("titanic (1997");
    expect(results).toEqual([
      expect.objectContaining({ title: "La de tmdb:597", description: "Dirección: James Cameron" }),
    ]);
    expect(asked).toEqual([{ asker: { id: `telegram:${ana.user.id}`, moderates: false }, place: undefined }]);
  });
});

describe("words without a command", () => {
  it("are understood as everywhere, and picked from the last answer of their own chat", async () => {
    const more = { label: "Otra", command: "votos", options: { titulo: "tmdb:862" }, said: ["otra"] };
    const lista = defineCommand({
      names: { es: "lista", en: "list" },
      summary: { es: "Una lista", en: "A list" },
      options: z.strictObject({}),
      result: z.unknown(),
      positional: [],
      examples: ["lista"],
      run: () => ({ status: "ok", result: null, answer: { kind: "list", title: "Una", choices: [more] } }),
    });
    const { standIn } = await runTelegram(createBot({ program: { commands: [...program.commands, lista] } }));
    const [ana, ben] = [new Person(standIn), new Person(standIn)];
    const told = async (person: Person, text: string) => readable(await answerTo(standIn, person.says(text)));
    expect(await told(ana, "how many votes has titanic")).toMatch(/Lo leí como: \/votos titanic[\s\S]*7770/);
    await told(ana, "/lista");
    expect(await told(ben, "otra")).toContain("No entendí");
    expect(await told(ana, "¡Otra!")).toContain("Toy Story (1995)");
    expect(await told(ana, "otra")).toContain("No entendí");
  });
});

type Message = Awaited<ReturnType<typeof answerTo>>;

describe("words in a group", () => {
  const QUESTION = "how many votes has titanic";

  /** A group with the bot in it, and what somebody is answered there. */
  async function groupWithBot() {
    const { standIn } = await runTelegram(createBot());
    const place = group(standIn);
    const told = async (person: Person, text: string, replyTo?: Message) => {
      const asked = person.says(text, place, replyTo);
      return { asked, answer: await answerTo(standIn, asked) };
    };
    return { standIn, place, told, ana: new Person(standIn), ben: new Person(standIn) };
  }

  it("that mention us are a question without our name, answered as a reply", async () => {
    const { told, ana } = await groupWithBot();
    for (const text of [
      `@claqueta_bot ${QUESTION}`,
      `@Claqueta_Bot, ${QUESTION}`,
      `${QUESTION} @claqueta_bot`,
      `@claqueta_bot: /votos titanic`,
    ]) {
      const { asked, answer } = await told(ana, text);
      expect(readable(answer), text).toContain("7770");
      expect(answer.reply_to_message?.message_id).toBe(asked.message_id);
    }
  });

  it("that mention us by a link are one too", async () => {
    const { standIn, place, ana } = await groupWithBot();
    const plain = ana.posts(
      { text: `Claqueta ${QUESTION}`, entities: [{ type: "text_mention", offset: 0, length: 8, user: BOT }] },
      place,
    );
    expect(readable(await answerTo(standIn, plain))).toContain("7770");
  });

  it("that reply to us are one too, and refer to what that person was told", async () => {
    const { told, ana, ben } = await groupWithBot();
    const { answer } = await told(ana, `@claqueta_bot ${QUESTION}`);
    expect(readable((await told(ben, QUESTION, answer)).answer)).toContain("7770");
    const offered = (await told(ana, "@claqueta_bot titanik")).answer;
    expect(readable(offered)).toContain("¿Quisiste decir…?");
    expect(readable((await told(ben, "sí", offered)).answer)).toContain("No entendí");
    expect(readable((await told(ana, "sí", offered)).answer)).toContain("7770");
  });

  it("that are said to nobody, to others, or under the beginning of a topic are not answered", async () => {
    const { standIn, place, told, ana, ben } = await groupWithBot();
    const said = ben.says("ya la vi", place);
    ana.says(QUESTION, place);
    ana.says(`@claqueta_bots ${QUESTION}`, place);
    ana.says(`yo@claqueta_bot.com ${QUESTION}`, place);
    ana.says(QUESTION, place, said);
    ana.posts(
      {
        text: QUESTION,
        reply_to_message: { message_id: 1, date: 1, chat: place.chat, from: BOT, forum_topic_created: {} },
      },
      place,
    );
    // Its answer is the first: nothing before it had one.
    const { asked } = await told(ana, "/votos titanic");
    const answers = messagesIn(standIn, place).filter(({ from }) => from.id === BOT.id);
    expect(answers.map(({ reply_to_message: to }) => to?.message_id)).toEqual([asked.message_id]);
  });

  it("that say nothing but our name, or greet us, are greeted", async () => {
    const { told, ana } = await groupWithBot();
    for (const text of ["@claqueta_bot", "@claqueta_bot ¡hola!"]) {
      expect(readable((await told(ana, text)).answer)).toContain("soy Claqueta");
    }
  });
});

describe("a button with state", () => {
  it("does what it stands for, and its answer takes the place of the one it stood under", async () => {
    const { standIn, surface } = await runTelegram(commonBot);
    const ana = new Person(standIn);
    const asked = ana.says("/completo");
    const first = await answerTo(standIn, asked);
    expect(first.photo).toBeDefined();
    await ana.presses(first, "+1");
    // A photo stays one: a text stands below.
    const [, second] = await answersTo(standIn, asked, 2);
    if (!second) throw new Error("no answer below");
    expect(second.text).toBe("Van 1");
    await ana.presses(second, "+1");
    const third = await until(() => now(standIn, second).text === "Van 2" && now(standIn, second), "no edit");
    await ana.presses(third, "+1");
    await until(() => now(standIn, second).text === "Van 3", "no second edit");
    expect(messagesIn(standIn, ana.home).filter(({ from }) => from.id === BOT.id)).toHaveLength(2);
    await until(() => surface.figures.answered === 4, "not counted");
    expect(surface.figures).toEqual({ answered: 4, late: 0, lost: 0, repeated: 0, inFlight: 0 });
  });

  it("is refused beside the message to who may not, and what goes wrong stands below it", async () => {
    const cerrar = defineAction({
      name: "cerrar",
      access: "moderator",
      state: z.strictObject({}),
      run: () => ({ status: "ok", result: null, answer: { kind: "figure", title: "Cerrado" } }),
    });
    const abrir = defineCommand({
      names: { es: "abrir", en: "open" },
      summary: { es: "Abrir", en: "Open" },
      options: z.strictObject({}),
      result: z.unknown(),
      positional: [],
      examples: ["abrir"],
      run: () => ({
        status: "ok",
        result: null,
        answer: {
          kind: "figure",
          title: "Abierto",
          actions: [cerrar.button("Cerrar", {}), contar.button("Contar", { hasta: 100 })],
        },
      }),
    });
    const bot = createBot({
      program: { commands: [...program.commands, abrir], actions: [contar, cerrar] },
    });
    const { standIn } = await runTelegram(bot);
    const ana = new Person(standIn);
    const question = ana.says("/abrir", group(standIn));
    const answer = await answerTo(standIn, question);
    expect(await ana.presses(answer, "Cerrar")).toMatchObject({
      show_alert: true,
      text: expect.stringContaining("quienes moderan"),
    });
    expect(await ana.presses(answer, "Contar")).not.toHaveProperty("text");
    const [, below] = await answersTo(standIn, question, 2);
    expect(below?.text).toContain("ya no vale");
    expect(now(standIn, answer).text).toBe("Abierto");
    const alone = await answerTo(standIn, ana.says("/abrir"));
    await ana.presses(alone, "Cerrar");
    await until(() => now(standIn, alone).text === "Cerrado", "not closed");
  });

  it("that is old, or of which nothing is kept any more, is answered kindly", async () => {
    const { standIn } = await runTelegram(commonBot);
    const ana = new Person(standIn);
    const answer = await answerTo(standIn, ana.says("/votos titanic"));
    for (const [data, words] of [
      ["1a;1;abcd;0;titulo=tmdb:1", /^Ese botón ya no vale/],
      ["2a;0;nada;0", /^Ese botón ya no vale/],
      ["2k;nobody-made-this", /mucho tiempo/],
    ] as const) {
      expect(await ana.sendsData(answer, data), data).toMatchObject({ text: expect.stringMatching(words) });
    }
  });

  it("chooses a language", async () => {
    const bot = createBot({ program: { commands: [...program.commands, ajustes], actions: [language] } });
    const { standIn } = await runTelegram(bot);
    const ana = new Person(standIn, { language: "es-MX" });
    const settings = await answerTo(standIn, ana.says("/ajustes"));
    expect(buttonsOf(settings).map(({ text }) => text)).toEqual(["Español", "English", "✓ Como mi Telegram"]);
    await ana.presses(settings, "English");
    await until(() => /^Settings[\s\S]*Saved$/.test(now(standIn, settings).text ?? ""), "no edit");
    expect(buttonsOf(now(standIn, settings)).map(({ text }) => text)).toContain("✓ English");
    expect(readable(await answerTo(standIn, ana.says("/votos titanic")))).toContain("Votes");
    await ana.presses(now(standIn, settings), "As my Telegram");
    await until(() => now(standIn, settings).text?.includes("Ajustes"), "no edit back");
    expect(bot.ports.languages.get(`telegram:${ana.user.id}`)).toBeUndefined();
  });
});
