import { expect, describe as group, it } from "vitest";
import { z } from "zod";
import { plainText } from "../../../src/chat/answer/rich-text.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import { briefUsage, describe, usage } from "../../../src/chat/command/describe.js";
import { commandNamed } from "../../../src/chat/command/names.js";
import * as make from "../../../src/chat/command/options.js";
import type { Command } from "../../../src/chat/contract.js";
import { parseLine } from "../../../src/chat/line/parse.js";
import { parseLocale, SPANISH } from "../../../src/chat/locale.js";
import { commands } from "../../support/fakes.js";

function fake(options: z.ZodObject, positional: string[] = []): Command {
  return defineCommand({
    names: { es: "fake", en: "fake" },
    summary: { es: "", en: "" },
    options,
    result: z.unknown(),
    positional,
    examples: ["fake"],
    run: () => ({ status: "ok", result: null, answer: { kind: "help" } }),
  });
}

group("a description", () => {
  it("is everything a platform needs", () => {
    const command = commandNamed(commands, "recomendar") as Command;
    expect(describe(command)).toEqual([
      { name: "titulo", kind: "film", many: false, required: false, words: { es: "Título", en: "Title" } },
      {
        name: "cantidad",
        kind: "integer",
        many: false,
        required: false,
        default: 5,
        min: 1,
        max: 10,
        words: { es: "Cantidad", en: "Count" },
      },
      {
        name: "publico",
        kind: "flag",
        many: false,
        required: false,
        default: false,
        words: { es: "Público", en: "Public" },
      },
    ]);
    expect(describe(command)).toBe(describe(command));
  });

  it("knows every kind, under its own name or another", () => {
    const words = { es: "Otro", en: "Other", help: { es: "Cuál", en: "Which" } };
    const shape = {
      a: make.filmRef(),
      b: make.personRef("actor"),
      c: make.personRef("director"),
      d: make.collectionRef(),
      e: make.companyRef(),
      f: make.month(),
      g: make.weekday(),
      h: make.country(),
      i: make.language(),
      j: make.genre(),
      k: make.platform(),
      l: make.text(words),
      m: make.commandName().optional(),
      n: make.integer({ min: 1, max: 2 }, words),
      o: make.filmRef().meta({ es: "Película", en: "Film" }),
      p: make.filmRefs(),
      q: make.flag(words),
      r: make.personRef("person"),
      s: make.many(make.genre()),
      t: make.decimalNumber({ min: 0, max: 10 }, words),
      u: make.order(),
      v: make.titleType(),
      w: make.theme(),
      x: make.thing(words),
    };
    const found = describe(fake(z.strictObject(shape)));
    expect(found.map(({ kind }) => kind)).toEqual([
      "film",
      "actor",
      "director",
      "collection",
      "company",
      "month",
      "weekday",
      "country",
      "language",
      "genre",
      "platform",
      "text",
      "command",
      "integer",
      "film",
      "film",
      "flag",
      "person",
      "genre",
      "number",
      "order",
      "type",
      "theme",
      "thing",
    ]);
    expect(found.filter(({ many }) => many).map(({ name }) => name)).toEqual(["p", "s"]);
    expect(found[19]).toMatchObject({ min: 0, max: 10 });
    expect(found.filter(({ required }) => !required).map(({ name }) => name)).toEqual(["m", "q"]);
    expect(found[11]).toMatchObject({ words: { es: "Otro", en: "Other" }, help: { es: "Cuál" } });
    expect(found[14]?.words).toEqual({ es: "Película", en: "Film" });
  });

  it.each([
    ["a transform", z.strictObject({ a: make.text().transform((text) => text.length) })],
    ["a hidden transform", z.strictObject({ a: make.text().transform(Number).optional() })],
    ["an option without metadata", z.strictObject({ a: z.string() })],
    ["a loose object", z.object({ a: make.text() })],
  ])("refuses %s", (_, options) => {
    expect(() => describe(fake(options))).toThrow("/fake");
  });

  it("refuses a positional that is no option", () => {
    expect(() => describe(fake(z.strictObject({ a: make.text() }), ["b"]))).toThrow("positional");
  });
});

group("a text option", () => {
  it("has 1 to 200 characters", () => {
    expect(make.text().parse("  a ")).toBe("a");
    expect(make.text().safeParse("  ").success).toBe(false);
    expect(make.text().safeParse("🎬".repeat(200)).success).toBe(true);
    expect(make.text().safeParse("a".repeat(201)).success).toBe(false);
    expect(z.toJSONSchema(make.text(), { io: "input" })).toMatchObject({
      type: "string",
      minLength: 1,
      maxLength: 200,
    });
  });
});

it("usage names options as they can be typed", () => {
  const words = { es: "Menos populares", en: "Less popular" };
  const command = fake(z.strictObject({ menos_populares: make.flag(words) }));
  for (const tag of ["es", "en"]) {
    const { command: name, typed = "" } = usage(command, parseLocale(tag));
    const line = `${name} ${typed.slice(1, -1)}`;
    expect(parseLine([command], line).options).toEqual({ menos_populares: "no" });
  }
});

it("usage among other commands shows of many options those that are typed without their name", () => {
  const figures = ["a", "b", "c", "d"].map((name) => [name, make.text({ es: name, en: name }).optional()]);
  const options = z.strictObject({
    titulo: make.text({ es: "Título", en: "Title" }).optional(),
    ...Object.fromEntries(figures),
  });
  const long = fake(options, ["titulo"]);
  expect(plainText([briefUsage(long, SPANISH)])).toBe("/fake [título] […]");
  for (const command of commands) expect(briefUsage(command, SPANISH)).toEqual(usage(command, SPANISH));
});

it("usage tells what is typed how", () => {
  expect(commands.map((command) => plainText([usage(command, SPANISH)]))).toEqual([
    "/votos <título>",
    "/recomendar [título] [cantidad=5] [público=no]",
    "/plataforma puntaje <plataforma> <puntaje> <año>",
    "/plataforma maxima [año] [plataforma] [tipo]",
    "/mes <mes>",
    "/ayuda [comando]",
  ]);
  expect(usage(commands[1] as Command, parseLocale("en"))).toEqual({
    command: "recomendar",
    typed: "[title] [count=5] [public=no]",
  });
});
