/**
 * What every adapter must do with the same questions. An adapter's test asks each `line` in its own way and
 * hands what a reader would see to `check`.
 */
import { expect } from "vitest";
import { z } from "zod";
import { mention, rich } from "../../src/chat/answer/rich-text.js";
import { defineCommand, defineSentenceCommand } from "../../src/chat/command/command.js";
import { filmRefs, text } from "../../src/chat/command/options.js";
import type { Understand } from "../../src/chat/contract.js";
import { contar, createBot, program, SECRET, type TestBot } from "./fakes.js";

export interface Told {
  /** All that is shown, in the order it is read. */
  readonly text: string;
}

export interface CommonCase {
  readonly name: string;
  readonly line: string;
  /** The reader's locale; Spanish unless said. */
  readonly tag?: string;
  check(told: Told): void;
}

/** One of everything that has ever broken a screen. */
export const HOSTILE = [
  "\u001b[31mrojo\u001b]0;título\u0007\u001b[2J",
  "\u009b31m",
  "\u202eexe.txt\u202c\u2066x",
  `a${"\u0301".repeat(10_000)}`,
  "\ud800 \udc00",
  "\u0000\b\u007f\u0085",
  "@everyone <b>&amp; **x** `y` [z](http://example.org)",
  "👩‍👩‍👧‍👦".repeat(50),
  "ﷺ".repeat(20),
].join(" ");

const noOptions = { options: z.strictObject({}), result: z.unknown(), positional: [] } as const;

const hostil = defineCommand({
  ...noOptions,
  names: { es: "hostil", en: "hostile" },
  summary: { es: "Texto hostil", en: "Hostile text" },
  examples: ["hostil"],
  run: () => ({
    status: "choices",
    result: null,
    answer: {
      kind: "choices",
      title: `${HOSTILE}\n${HOSTILE}`,
      text: `${HOSTILE}\r\n\r\n${HOSTILE}`,
      fields: [{ name: HOSTILE, value: HOSTILE }],
      list: {
        heading: HOSTILE,
        lines: [{ head: HOSTILE, details: [HOSTILE, ""], why: HOSTILE }, { head: "\n\n" }, { head: "" }],
      },
      table: { head: [HOSTILE, ""], rows: [[HOSTILE, "\n"]] },
      media: { kind: "link", url: `https://example.org/${HOSTILE}`, alt: HOSTILE },
      choices: [{ label: HOSTILE, command: "votos", options: { titulo: HOSTILE } }],
      footer: HOSTILE,
    },
  }),
});

const largo = defineCommand({
  ...noOptions,
  names: { es: "largo", en: "long" },
  summary: { es: "Una lista larga", en: "A long list" },
  examples: ["largo"],
  run: () => ({
    status: "ok",
    result: null,
    answer: {
      kind: "list",
      title: "Muchas",
      list: { lines: Array.from({ length: 2000 }, (_, at) => ({ head: `Película ${at + 1}` })) },
    },
  }),
});

const vacio = defineCommand({
  ...noOptions,
  names: { es: "vacio", en: "void" },
  summary: { es: "Nada", en: "Nothing" },
  examples: ["vacio"],
  run: () => ({ status: "ok", result: null, answer: { kind: "figure" } }),
});

/** One pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

const completo = defineCommand({
  ...noOptions,
  names: { es: "completo", en: "complete" },
  summary: { es: "De todo", en: "Everything" },
  examples: ["completo"],
  run: () => ({
    status: "ok",
    result: null,
    answer: {
      kind: "list",
      title: "Todo",
      text: rich`Se puede seguir con ${mention("votos", "titanic")}.`,
      list: {
        heading: "Las primeras",
        lines: [{ head: "Titanic (1997)", details: ["194 minutos", "7,5"], why: "de la misma saga" }],
      },
      table: { head: ["Mes", "Películas"], rows: [["enero", "5909"]] },
      media: { kind: "bytes", bytes: PIXEL, type: "image/png", alt: "Un punto" },
      actions: [contar.button("+1", { hasta: 1 })],
    },
  }),
});

const pregunta = defineSentenceCommand({
  names: { es: "pregunta", en: "ask" },
  summary: { es: "Pregunta con tus palabras", en: "Ask in your own words" },
  options: z.strictObject({ texto: text({ es: "Pregunta", en: "Question" }) }),
  sentence: "texto",
  examples: ["pregunta gracias"],
});

/** What some sentences mean, besides those that every fake understands. */
const understand: Understand = function* (said, edition, commands) {
  const readings = commands.filter(({ name }) => name === "votos" || name === "recomendar");
  switch (said) {
    case "gracias":
      return { kind: "talk", about: "thanks" };
    case "el tráiler de titanic":
      return { kind: "unanswered", about: "trailer" };
    case "algo de titanic":
      return {
        kind: "several",
        readings: readings.map((command) => ({ command, options: { titulo: "tmdb:597" } })),
      };
    default:
      return yield* program.understand(said, edition, commands);
  }
};

export const commonBot: TestBot = createBot({
  program: { commands: [...program.commands, hostil, largo, vacio, completo, pregunta], understand },
});

/** Sentences: people type them as they are, or where they have to name a command, behind that of "/pregunta". */
const SENTENCES: readonly CommonCase[] = [
  {
    name: "answers a sentence by the command that it means, and says how it was read",
    line: "how many votes has titanic",
    check: ({ text }) => expect(text).toMatch(/Lo leí como: \/votos titanic[\s\S]*7770/),
  },
  {
    name: "tells who says no question something friendly, with examples and without a film",
    line: "gracias",
    check: ({ text }) => {
      expect(text).toMatch(/¡De nada!|¡A ti!/);
      expect(text).toMatch(/Prueba con:|¿|Películas/);
      expect(text).not.toContain("7770");
    },
  },
  {
    name: "says what nobody here answers",
    line: "el tráiler de titanic",
    check: ({ text }) => {
      expect(text).toContain("Tráileres no tengo");
      expect(text).not.toContain("7770");
    },
  },
  {
    name: "asks back which of several readings is meant",
    line: "algo de titanic",
    check: ({ text }) =>
      expect(text).toMatch(/¿Qué quisiste decir\?[\s\S]*\/votos tmdb:597[\s\S]*\/recomendar tmdb:597/),
  },
];

const sentenceCases = SENTENCES.flatMap(({ name, line, check }) => [
  { name, line, check },
  { name: `${name}, behind a command`, line: `/pregunta ${line}`, check },
]);

export const commonCases: readonly CommonCase[] = [
  ...sentenceCases,
  {
    name: "answers a question",
    line: "/votos titanic",
    check: ({ text }) => expect(text).toMatch(/Titanic \(1997\)[\s\S]*Votos[\s\S]*7770/),
  },
  {
    name: "answers in the reader's language",
    line: "/votos titanic",
    tag: "en-US",
    check: ({ text }) => {
      expect(text).toMatch(/Titanic \(1997\)[\s\S]*Votes[\s\S]*7770/);
      expect(text).not.toContain("Votos");
    },
  },
  {
    name: "offers choices in their order",
    line: "/votos cinderella",
    check: ({ text }) =>
      expect(text).toMatch(
        /¿Cuál[\s\S]*(?:Cinderella \(2015\)|\(2015\) Cinderella)[\s\S]*(?:Cinderella \(1950\)|\(1950\) Cinderella)/,
      ),
  },
  {
    name: "says when nothing was found",
    line: "/votos asdfghjkl",
    check: ({ text }) => expect(text).toContain("No encuentro esa película."),
  },
  {
    name: "tells what is wrong with an option",
    line: "/recomendar matrix cantidad=99",
    check: ({ text }) => expect(text).toContain("un número entero entre 1 y 10"),
  },
  {
    name: "suggests a command for a misspelt one",
    line: "/votso titanic",
    check: ({ text }) => expect(text).toContain("/votos titanic"),
  },
  {
    name: "offers what plain words are only near, and does not answer it",
    line: "titanik",
    check: ({ text }) => {
      expect(text).toMatch(/¿Quisiste decir…\?[\s\S]*Titanic \(1997\)/);
      expect(text).not.toContain("7770");
      expect(text).not.toContain("Lo leí como");
    },
  },
  {
    name: "tells a bug by its id and nothing else",
    line: "/mes bug",
    check: ({ text }) => {
      expect(text).toMatch(/código: [0-9a-f]{8}/);
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain("postgres");
    },
  },
  {
    name: "shows hostile text harmlessly",
    line: "/hostil",
    check: ({ text }) => {
      expect(text).toContain("rojo");
      expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Surrogate}/u);
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b-\u200f]|\p{M}{6}/u);
    },
  },
  {
    name: "cuts a long list and says by how much, or pages it",
    line: "/largo",
    check: ({ text }) => {
      expect(text).toMatch(/Muchas[\s\S]*Película 1\b/);
      expect(text).not.toContain("Película 1000");
      expect(text).toMatch(/1\.\d{3}|2\.000/);
    },
  },
  {
    name: "shows the parts of an answer in their order",
    line: "/completo",
    check: ({ text }) =>
      expect(text).toMatch(
        /Todo[\s\S]*Se puede seguir con[\s\S]*Las primeras[\s\S]*Titanic \(1997\)[\s\S]*194 minutos[\s\S]*7,5[\s\S]*de la misma saga/,
      ),
  },
  {
    name: "shows a table by its rows",
    line: "/completo",
    check: ({ text }) => expect(text).toMatch(/Mes[\s\S]*Películas[\s\S]*enero[\s\S]*5909/),
  },
  {
    name: "names a command as it is typed or pressed there",
    line: "/completo",
    check: ({ text }) => expect(text).toMatch(/\/votos/),
  },
  {
    name: "survives an answer that says nothing",
    line: "/vacio",
    check: ({ text }) => expect(text).toBeDefined(),
  },
];

/** What is shown, where things can be pressed. */
export interface Shown extends Told {
  /** Presses what has that label; what is shown then. */
  press(label: string): Promise<Shown>;
  /** What is shown in its place, once a better version has come. */
  improved(): Promise<Told>;
}

/** A question and what follows from its answer, for surfaces with buttons. */
export interface ConversationCase {
  readonly name: string;
  readonly line: string;
  check(shown: Shown): Promise<void>;
}

const varias = defineCommand({
  names: { es: "varias", en: "several" },
  summary: { es: "Varias películas", en: "Several films" },
  options: z.strictObject({ gusta: filmRefs().optional() }),
  result: z.unknown(),
  positional: ["gusta"],
  examples: ["varias"],
  run: ({ asked }, { gusta }) => {
    if (gusta) {
      const title = `Son ${gusta.length}, de ${gusta[0]} a ${gusta.at(-1)}`;
      return { status: "ok", result: gusta, answer: { kind: "figure", title } };
    }
    // The second has room in no button.
    const choices = [2, 30].map((count) => ({
      label: `Con ${count}`,
      command: asked.command,
      options: { gusta: Array.from({ length: count }, (_, at) => `tmdb:${10_000 + at}`) },
    }));
    return { status: "choices", result: null, answer: { kind: "choices", text: "¿Cuántas?", choices } };
  },
});

const mejora = defineCommand({
  ...noOptions,
  names: { es: "mejora", en: "improves" },
  summary: { es: "Una respuesta que mejora", en: "An answer that improves" },
  examples: ["mejora"],
  run: () => ({
    status: "ok",
    result: null,
    answer: { kind: "figure", title: "De momento" },
    later: async () => ({ status: "ok", result: null, answer: { kind: "figure", title: "Ahora sí" } }),
  }),
});

export const conversationBot: TestBot = createBot({
  program: { commands: [...commonBot.program.commands, varias, mejora] },
});

export const conversationCases: readonly ConversationCase[] = [
  {
    name: "asks a further question by its button",
    line: "/votos cinderella",
    check: async (shown) => {
      expect((await shown.press("Cinderella (1950) · Clyde Geronimi")).text).toMatch(/1760/);
    },
  },
  {
    name: "carries lists of values in its buttons, however long",
    line: "/varias",
    check: async (shown) => {
      expect((await shown.press("Con 2")).text).toContain("Son 2, de tmdb:10000 a tmdb:10001");
      expect((await shown.press("Con 30")).text).toContain("Son 30, de tmdb:10000 a tmdb:10029");
    },
  },
  {
    name: "does what a button with state stands for, again and again",
    line: "/completo",
    check: async (shown) => {
      const once = await shown.press("+1");
      expect(once.text).toContain("Van 1");
      expect((await once.press("+1")).text).toContain("Van 2");
    },
  },
  {
    name: "puts a better version in the place of an answer when it comes",
    line: "/mejora",
    check: async (shown) => {
      expect(shown.text).toContain("De momento");
      const { text } = await shown.improved();
      expect(text).toContain("Ahora sí");
      expect(text).not.toContain("De momento");
    },
  },
];
