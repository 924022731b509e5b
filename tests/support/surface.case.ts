/**
 * What every adapter must do with the same questions. An adapter's test asks each `line` in its own way and
 * hands what a reader would see to `check`.
 */
import { expect } from "vitest";
import { z } from "zod";
import { type Command, defineCommand } from "../../src/chat/command/command.js";
import type { Services } from "../../src/chat/context.js";
import { SECRET, services } from "./fakes.js";

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
  name: "hostil",
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
      list: [HOSTILE, "\n\n", ""],
      image: `https://example.org/${HOSTILE}`,
      choices: [{ label: HOSTILE, command: "votos", options: { titulo: HOSTILE } }],
      footer: HOSTILE,
    },
  }),
});

const largo = defineCommand({
  ...noOptions,
  name: "largo",
  summary: { es: "Una lista larga", en: "A long list" },
  examples: ["largo"],
  run: () => ({
    status: "ok",
    result: null,
    answer: {
      kind: "list",
      title: "Muchas",
      list: Array.from({ length: 2000 }, (_, at) => `Película ${at + 1}`),
    },
  }),
});

const vacio = defineCommand({
  ...noOptions,
  name: "vacio",
  summary: { es: "Nada", en: "Nothing" },
  examples: ["vacio"],
  run: () => ({ status: "ok", result: null, answer: { kind: "figure" } }),
});

const commands: readonly Command[] = [...services.commands, hostil, largo, vacio];

export const commonServices: Services = { ...services, commands };

export const commonCases: readonly CommonCase[] = [
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
    check: ({ text }) => expect(text).toMatch(/¿Cuál[\s\S]*Cinderella \(2015\)[\s\S]*Cinderella \(1950\)/),
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
      expect(text).toMatch(/1\.9\d\d|2\.000/);
    },
  },
  {
    name: "survives an answer that says nothing",
    line: "/vacio",
    check: ({ text }) => expect(text).toBeDefined(),
  },
];
