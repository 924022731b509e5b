/** What comes of a sentence, whatever understands it: the kinds of understanding one by one. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { commands as everyCommand } from "../../../../commands/index.js";
import { ask } from "../../../../src/chat/ask.js";
import type { Asking } from "../../../../src/chat/asking.js";
import { defineCommand, defineSentenceCommand } from "../../../../src/chat/command/command.js";
import { filmRefs, integer, platform, text } from "../../../../src/chat/command/options.js";
import type {
  Bot,
  Command,
  TalkKind,
  UnansweredKind,
  Understand,
  Understanding,
} from "../../../../src/chat/contract.js";
import { dispatch } from "../../../../src/chat/dispatch.js";
import { SAID_FOR_MORE } from "../../../../src/chat/line/said.js";
import { EXAMPLES } from "../../../../src/chat/sentence/examples.js";
import { TALK, UNANSWERED } from "../../../../src/chat/sentence/talk.js";
import { understoodOf } from "../../../../src/chat/sentence/understood.js";
import { answerText } from "../../../support/answer-text.js";
import { asking, createBot, PLACE, program, SOMEBODY, type TestBot } from "../../../support/fakes.js";

const years = { min: 1870, max: 2100 };

/** Tells what it was asked, and lists three films. */
const descubrir = defineCommand({
  names: { es: "descubrir", en: "discover" },
  summary: { es: "Películas", en: "Films" },
  options: z.strictObject({
    desde: integer(years, { es: "Desde", en: "From" }).optional(),
    hasta: integer(years, { es: "Hasta", en: "Until" }).optional(),
    plataforma: platform().optional(),
    excluir: filmRefs({ es: "Excluir", en: "Exclude" }).optional(),
    actor: filmRefs({ es: "Actores", en: "Actors" }).optional(),
    pagina: integer({ min: 1, max: 20, default: 1 }, { es: "Página", en: "Page" }),
  }),
  result: z.unknown(),
  positional: [],
  label: { es: "Películas[ desde {desde}][ en {plataforma}]", en: "Films[ from {desde}][ on {plataforma}]" },
  examples: ["descubrir desde=1980"],
  run: ({ asked }, options) => ({
    status: "ok",
    result: options,
    answer: {
      kind: "list",
      title: "Películas",
      list: {
        lines: ["tmdb:597", "tmdb:862", "tmdb:863"].map((titulo) => ({
          head: titulo,
          asks: { command: "votos", options: { titulo } },
        })),
      },
      choices: [
        {
          label: "Otras",
          command: asked.command,
          options: { ...asked.options, pagina: options.pagina + 1 },
          said: SAID_FOR_MORE,
        },
      ],
    },
  }),
});

const pregunta = defineSentenceCommand({
  names: { es: "pregunta", en: "ask" },
  summary: { es: "Pregunta", en: "Ask" },
  options: z.strictObject({ texto: text() }),
  sentence: "texto",
  examples: ["pregunta hola"],
});

const commands = [...program.commands, descubrir, pregunta];

function named(name: string): Command {
  const command = commands.find((one) => one.name === name);
  if (!command) throw new Error(`no ${name}`);
  return command;
}

type Meanings = Readonly<Record<string, Understanding>>;

/** A bot that understands these sentences. */
function botWith(meanings: Meanings, known: readonly Command[] = commands): TestBot {
  const understand: Understand = function* (said) {
    yield;
    return meanings[said];
  };
  return createBot({ program: { commands: known, understand } });
}

const question = (name: string, options: Record<string, string | number | string[]>, more = {}) =>
  ({ kind: "question", command: named(name), options, ...more }) as const;

const here = asking("es", { place: PLACE, asker: SOMEBODY });

/** What each of some sentences is told, one after the other. */
async function told(bot: Bot, sentences: readonly string[], where: Asking = here) {
  const outcomes = [];
  for (const sentence of sentences) outcomes.push(await ask(bot, sentence, where));
  return outcomes;
}

describe("a question", () => {
  it("is answered under how it was read, in words that can be typed", async () => {
    const bot = botWith({ "votos de la de 1997": question("votos", { titulo: "tmdb:597" }) });
    const outcome = await ask(bot, "votos de la de 1997", asking());
    expect(outcome).toMatchObject({ status: "ok", asked: { options: { titulo: "tmdb:597" } } });
    // The fake's completions know no id: what no name means the same as stays.
    expect(answerText(outcome.answer)).toContain("Lo leí como: /votos tmdb:597");
  });

  it("of codes is shown by their names", async () => {
    const bot = botWith({ "lo de amazon": question("descubrir", { plataforma: "amazon", desde: 1990 }) });
    const { answer } = await ask(bot, "lo de amazon", asking());
    expect(answerText(answer)).toContain('Lo leí como: /descubrir plataforma="Amazon Prime" desde=1990');
  });
});

describe("several readings", () => {
  const bot = botWith({
    "nicole australia": {
      kind: "several",
      readings: [
        question("descubrir", { desde: 1990, plataforma: "netflix" }),
        question("votos", { titulo: "tmdb:597" }),
      ],
    },
    "la segunda": { kind: "pick", number: 2 },
  });

  it("are asked back, each in words where its command has some", async () => {
    const outcome = await ask(bot, "nicole australia", asking());
    expect(outcome).toMatchObject({
      status: "choices",
      asked: null,
      answer: {
        title: "¿Qué quisiste decir?",
        choices: [
          { label: "Películas desde 1990 en Netflix", command: "descubrir" },
          { label: "/votos tmdb:597", command: "votos", options: { titulo: "tmdb:597" } },
        ],
      },
    });
    expect(understoodOf(bot, outcome)).toBeNull();
  });

  it("can be picked by their number", async () => {
    const [, second] = await told(bot, ["nicole australia", "la segunda"]);
    expect(second).toMatchObject({ status: "ok", asked: { command: "votos" } });
  });
});

describe("talk", () => {
  const kinds = Object.keys(TALK) as TalkKind[];

  it.each(kinds)("of the kind %s is answered in a line, with examples, and with no film", async (about) => {
    const bot = botWith({ oye: { kind: "talk", about } });
    for (const tag of ["es", "en"]) {
      const outcome = await ask(bot, "oye", asking(tag));
      expect(outcome).toMatchObject({ status: "empty", result: null, asked: null, command: null });
      expect(outcome.answer.choices).toHaveLength(2);
      expect(understoodOf(bot, outcome)).toBeNull();
      // The same text is told the same.
      expect(await ask(bot, "oye", asking(tag))).toEqual(outcome);
    }
  });

  it("is told in other words to others", async () => {
    const said = ["hola", "buenas", "hey", "ey", "saludos", "qué tal"];
    const bot = botWith(Object.fromEntries(said.map((one) => [one, { kind: "talk", about: "greeting" }])));
    const answers = await told(bot, said, asking());
    expect(new Set(answers.map(({ answer }) => answer.text)).size).toBeGreaterThan(1);
  });

  it("leaves what was said before to be referred to", async () => {
    const bot = botWith({
      "de los 90": question("descubrir", { desde: 1990 }),
      gracias: { kind: "talk", about: "thanks" },
      más: { kind: "more" },
    });
    const [, , more] = await told(bot, ["de los 90", "gracias", "más"]);
    expect(more).toMatchObject({ result: { desde: 1990, pagina: 2 } });
  });

  it("names commands to be typed where none takes a sentence", async () => {
    const bot = botWith({ hola: { kind: "talk", about: "greeting" } }, program.commands);
    const { answer } = await ask(bot, "hola", asking());
    expect(answer.choices).toBeUndefined();
    expect(answerText(answer)).toContain("Por ejemplo: /votos titanic o /recomendar matrix");
  });
});

describe("what no command answers", () => {
  it.each(Object.keys(UNANSWERED) as UnansweredKind[])("is said: %s", async (about) => {
    const bot = botWith({ oye: { kind: "unanswered", about } });
    const outcome = await ask(bot, "oye", asking());
    expect(outcome).toMatchObject({ status: "empty", result: null, asked: null });
    expect(outcome.answer.text).toBe(UNANSWERED[about].es);
    expect((await ask(bot, "oye", asking("en"))).answer.text).toBe(UNANSWERED[about].en);
    expect(understoodOf(bot, outcome)).toBeNull();
  });
});

describe("a word about the answer before", () => {
  const bot = botWith({
    "de los 90": question("descubrir", { desde: 1990 }),
    "dame más": { kind: "more" },
    "la segunda": { kind: "pick", number: 2 },
    "la cuarta": { kind: "pick", number: 4 },
  });

  it("asks for more of it", async () => {
    const [, second, third] = await told(bot, ["de los 90", "dame más", "dame más"]);
    expect(second).toMatchObject({ status: "ok", result: { desde: 1990, pagina: 2 } });
    expect(third).toMatchObject({ status: "ok", result: { pagina: 3 } });
    expect(understoodOf(bot, third as never)).toEqual({
      command: "descubrir",
      options: { desde: 1990, pagina: 3 },
    });
  });

  it("picks a line of it", async () => {
    const [, second] = await told(bot, ["de los 90", "la segunda"]);
    expect(second).toMatchObject({ asked: { command: "votos", options: { titulo: "tmdb:862" } } });
  });

  it("is asked back where there is none, not that many, or it was long ago", async () => {
    const alone = await told(bot, ["dame más", "la segunda"], asking());
    expect(alone).toMatchObject([
      { status: "empty", asked: null, understood: { command: "mas", options: {} } },
      { status: "empty", asked: null, understood: { command: "elegir", options: { numero: 2 } } },
    ]);
    expect(alone.map((outcome) => understoodOf(bot, outcome)?.command)).toEqual(["mas", "elegir"]);
    const [, far] = await told(bot, ["de los 90", "la cuarta"]);
    expect(far).toMatchObject({ status: "empty", understood: { options: { numero: 4 } } });
    const late = { ...here, now: new Date(here.now.getTime() + 16 * 60_000) };
    expect(await ask(bot, "la segunda", late)).toMatchObject({ status: "empty" });
  });
});

describe("a question that goes on with the one before", () => {
  const bot = botWith({
    "de 1990 en netflix": question("descubrir", { desde: 1990, plataforma: "netflix", excluir: ["tmdb:1"] }),
    "¿y hasta 1985?": question("descubrir", { hasta: 1985 }, { continues: true }),
    "¿y en amazon?": question("descubrir", { plataforma: "amazon" }, { continues: true }),
    "sin titanic": question("descubrir", { excluir: ["tmdb:597"] }, { continues: true }),
    "dame más": { kind: "more" },
    "votos de titanic": question("votos", { titulo: "tmdb:597" }),
    "¿y votos?": question("votos", {}),
    matrix: question("recomendar", { titulo: "matrix", cantidad: 3 }),
  });

  it("changes its options: spans and names are replaced, what is left out adds up, and it begins at its beginning", async () => {
    const outcomes = await told(bot, [
      "de 1990 en netflix",
      "dame más",
      "¿y en amazon?",
      "sin titanic",
      "¿y hasta 1985?",
    ]);
    expect(outcomes.map(({ asked }) => asked?.options)).toEqual([
      { desde: 1990, plataforma: "netflix", excluir: ["tmdb:1"] },
      { desde: 1990, plataforma: "netflix", excluir: ["tmdb:1"], pagina: 2 },
      { desde: 1990, plataforma: "amazon", excluir: ["tmdb:1"] },
      { desde: 1990, plataforma: "amazon", excluir: ["tmdb:1", "tmdb:597"] },
      { plataforma: "amazon", excluir: ["tmdb:1", "tmdb:597"], hasta: 1985 },
    ]);
  });

  it("is a question of its own where there is nothing to go on with", async () => {
    expect(await ask(bot, "¿y en amazon?", asking())).toMatchObject({ result: { plataforma: "amazon" } });
    // What was asked before does not know that option.
    const [, own] = await told(bot, ["matrix", "¿y en amazon?"]);
    expect(own).toMatchObject({ asked: { command: "descubrir", options: { plataforma: "amazon" } } });
  });

  it("is asked of the film before, where it lacks just that", async () => {
    const [, same] = await told(bot, ["votos de titanic", "¿y votos?"]);
    expect(same).toMatchObject({ status: "ok", asked: { options: { titulo: "tmdb:597" } } });
    // Of three films none is the one.
    const [, none] = await told(bot, ["de 1990 en netflix", "¿y votos?"]);
    expect(none).toMatchObject({ status: "error", error: { code: "missing_parameter" } });
  });
});

describe("a command that takes a sentence", () => {
  const bot = botWith({
    "votos de titanic": question("votos", { titulo: "tmdb:597" }),
    hola: { kind: "talk", about: "greeting" },
  });
  const asked = (texto: string, where = asking()) => dispatch(bot, pregunta, { texto }, where);

  it("is answered as the sentence alone would be, by whatever command that means", async () => {
    for (const sentence of ["votos de titanic", "hola", "/votos titanic", "votos cinderella", "/nada"]) {
      expect(await asked(sentence)).toEqual(await ask(bot, sentence, asking()));
      expect(await ask(bot, `/pregunta ${sentence}`, asking())).toEqual(await ask(bot, sentence, asking()));
    }
    expect(await asked("/pregunta /pregunta votos de titanic")).toMatchObject({ command: "votos" });
  });

  it("refuses what its own options refuse", async () => {
    const refused = (options: object) => dispatch(bot, pregunta, { ...options }, asking());
    expect(await refused({})).toMatchObject({ error: { code: "missing_parameter", option: "texto" } });
    expect(await refused({ texto: "hola", otra: "x" })).toMatchObject({
      error: { code: "unknown_parameter" },
    });
  });

  it("is what the examples of a friendly word ask", async () => {
    const { answer } = await asked("hola");
    const [choice] = answer.choices ?? [];
    expect(EXAMPLES.es).toContain(choice?.label);
    expect(choice).toMatchObject({ command: "pregunta", options: { texto: choice?.label } });
  });
});

describe("labels of questions", () => {
  it("name options that their commands have", () => {
    for (const { name, label, options } of everyCommand) {
      for (const words of Object.values(label ?? {})) {
        const named = [...words.matchAll(/\{(\w+)\}/gu)].map(([, option = ""]) => option);
        expect([name, named.filter((option) => !Object.hasOwn(options.shape, option))]).toEqual([name, []]);
        expect(words.replace(/\[[^[\]]*\]/gu, "")).not.toMatch(/[[\]]/u);
      }
    }
  });
});
