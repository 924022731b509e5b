import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { plainText } from "../../../src/chat/answer/rich-text.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import {
  collectionRef,
  filmRef,
  many,
  month,
  personRef,
  platform,
  text,
} from "../../../src/chat/command/options.js";
import type { Command } from "../../../src/chat/contract.js";
import { UserError } from "../../../src/chat/errors/errors.js";
import { parseLine } from "../../../src/chat/line/parse.js";
import { recognisedBy } from "../../../src/chat/line/positionals.js";
import { commands, find } from "../../support/fakes.js";

function parse(line: string): Record<string, string> {
  const { command, options } = parseLine(commands, line, recognisedBy(find));
  return { ...options, command: command.name };
}

function refusal(line: string): UserError {
  try {
    parse(line);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`"${line}" was understood`);
}

describe("an option's name", () => {
  const noche = defineCommand({
    names: { es: "noche", en: "night" },
    summary: { es: "Noche", en: "Night" },
    options: z.strictObject({
      nombre: text({ es: "Nombre", en: "Name" }).optional(),
      cierra: text({ es: "Cierra", en: "Closes", also: ["hasta", "until"] }).optional(),
    }),
    result: z.null(),
    positional: ["nombre"],
    examples: ["noche"],
    run: () => ({ status: "ok", result: null, answer: { kind: "figure" } }),
  });
  const read = (line: string) => parseLine([noche], line).options;

  it.each(["titulo", "título", "title", "nombre", "name"])(
    "is read for what the command is about: %s=…",
    (name) => {
      expect(read(`/noche ${name}="Noche de brujas"`)).toEqual({ nombre: "Noche de brujas" });
      expect(read(`/noche ${name}=Noche de brujas cierra=2h`)).toEqual({
        nombre: "Noche de brujas",
        cierra: "2h",
      });
    },
  );

  it.each(["cierra", "Cierra", "closes", "hasta", "until"])("is read as people call it: %s=…", (name) => {
    expect(read(`/noche Brujas ${name}=viernes 20:00`)).toEqual({
      nombre: "Brujas",
      cierra: "viernes 20:00",
    });
  });

  it("is none where the command has no such option: a title may say it", () => {
    expect(read("/noche E=mc2")).toEqual({ nombre: "E=mc2" });
  });
});

describe("words behind a named value", () => {
  const prueba = defineCommand({
    names: { es: "prueba", en: "trial" },
    summary: { es: "Prueba", en: "Trial" },
    options: z.strictObject({
      mes: many(month()).optional(),
      plataforma: platform().optional(),
      saga: collectionRef().optional(),
      actor: many(personRef("actor")).optional(),
      titulo: filmRef().optional(),
    }),
    result: z.unknown(),
    positional: ["mes"],
    examples: ["prueba"],
    run: () => ({ status: "ok", result: null, answer: { kind: "help" } }),
  });
  const read = (line: string, command = prueba) =>
    parseLine([command], `/prueba ${line}`, recognisedBy(find)).options;

  it.each([
    ["mes=enero, abril", { mes: "enero, abril" }],
    ["mes=enero, zzz", { mes: "enero, zzz" }],
    ["plataforma=amazon prime", { plataforma: "amazon prime" }],
    ["plataforma=amazon enero", { plataforma: "amazon", mes: "enero" }],
    ["saga=toy story", { saga: "toy story" }],
    ["actor=tom hanks, meg ryan", { actor: "tom hanks, meg ryan" }],
    ['saga="toy" enero', { saga: "toy", mes: "enero" }],
    ["abril saga=toy story actor=tom hanks", { mes: "abril", saga: "toy story", actor: "tom hanks" }],
  ])("go on with it where they belong to it: %s", (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  it("are a title's where one is open, unless a list or a vocabulary takes them", () => {
    const titled: Command = { ...prueba, positional: ["titulo"] };
    expect(read("mes=enero matrix", titled)).toEqual({ mes: "enero", titulo: "matrix" });
    expect(read("saga=toy matrix", titled)).toEqual({ saga: "toy", titulo: "matrix" });
    expect(read("plataforma=amazon prime matrix", titled)).toEqual({
      plataforma: "amazon prime",
      titulo: "matrix",
    });
    expect(read("actor=tom hanks", titled)).toEqual({ actor: "tom hanks" });
  });
});

describe("the command of a line", () => {
  it.each([
    "/votos titanic",
    "votos titanic",
    "/VOTOS titanic",
    "/Vótos titanic",
    "  /votos   titanic  ",
    "/ votos titanic",
    "/votos@claqueta_bot titanic",
    "/votos: titanic",
    "\ufeff/votos titanic\u200b",
    "/votos\ttitanic\r",
  ])("%j", (line) => {
    expect(parse(line)).toEqual({ command: "votos", titulo: "titanic" });
  });

  it("may have two words", () => {
    expect(parse("Plataforma  PUNTAJE netflix 70 2018").command).toBe("plataforma puntaje");
  });

  it.each(["/voto titanic", "/votso titanic", "/botos titanic", "voto titanic", "votso titanic"])(
    "suggests the nearest: %s",
    (line) => {
      const { code, words, suggestions } = refusal(line);
      expect(code).toBe("unknown_command");
      expect(plainText(words.es)).toContain("¿Quisiste decir /votos?");
      expect(suggestions).toEqual([
        { label: "/votos titanic", command: "votos", options: { titulo: "titanic" } },
      ]);
    },
  );

  it.each(["", " ", "/", "hola", "¿qué veo hoy?", "/xyzxyzxyz", "titanic", "@", "/@bot"])(
    "points to /ayuda: %j",
    (line) => {
      const { code, words, suggestions } = refusal(line);
      expect(code).toBe(line.startsWith("/xyz") ? "unknown_command" : "not_understood");
      expect(plainText(words.es)).toContain("/ayuda");
      expect(plainText(words.es)).toContain("Por ejemplo: /votos titanic");
      expect(plainText(words.en)).toContain("For example: /votos titanic");
      expect(suggestions.map(({ command }) => command)).toEqual(["ayuda"]);
    },
  );
});

describe("options by position", () => {
  it.each([
    ["votos ocean's 11", { titulo: "ocean's 11" }],
    ["votos rock 'n' roll", { titulo: "rock n roll" }],
    ["votos 'til there was you", { titulo: "'til there was you" }],
    ["votos a=b", { titulo: "a=b" }],
    ['votos "titulo=x"', { titulo: "titulo=x" }],
    ['votos "toy story"', { titulo: "toy story" }],
    ["votos 'toy story'", { titulo: "toy story" }],
    ["votos «toy story»", { titulo: "toy story" }],
    ["votos “toy story”", { titulo: "toy story" }],
    ['votos "toy', { titulo: '"toy' }],
    ['votos 12" Vinyl', { titulo: '12" Vinyl' }],
    ["votos 2012", { titulo: "2012" }],
    ["votos", {}],
    ["recomendar matrix 10", { titulo: "matrix 10" }],
    ["recomendar", {}],
    ["plataforma puntaje netflix 70 2018", { plataforma: "netflix", puntaje: "70", anio: "2018" }],
    ["plataforma puntaje amazon prime 70 2018", { plataforma: "amazon prime", puntaje: "70", anio: "2018" }],
    ["plataforma puntaje 70 2018 netflix", { plataforma: "netflix", puntaje: "70", anio: "2018" }],
    ["plataforma maxima 2018 netflix min", { anio: "2018", plataforma: "netflix", tipo: "min" }],
    ["plataforma maxima amazon prime min", { plataforma: "amazon prime", tipo: "min" }],
    ["plataforma maxima min", { tipo: "min" }],
    ["plataforma maxima netflix", { plataforma: "netflix" }],
    ["plataforma maxima 2018", { anio: "2018" }],
  ])("%s", (line, options) => {
    const { command, ...parsed } = parse(line);
    expect(line.startsWith(command ?? "?")).toBe(true);
    expect(parsed).toEqual(options);
  });
});

describe("options by name", () => {
  it.each([
    ["recomendar matrix cantidad=10", { titulo: "matrix", cantidad: "10" }],
    ["recomendar cantidad=10 the matrix", { titulo: "the matrix", cantidad: "10" }],
    ["recomendar the cantidad=10 matrix", { titulo: "the matrix", cantidad: "10" }],
    ["recomendar matrix COUNT=10", { titulo: "matrix", cantidad: "10" }],
    ["recomendar Título=matrix", { titulo: "matrix" }],
    ["recomendar title=«the matrix» cantidad=3", { titulo: "the matrix", cantidad: "3" }],
    ["recomendar titulo=the matrix", { titulo: "the matrix" }],
    ["recomendar titulo=the matrix cantidad=3", { titulo: "the matrix", cantidad: "3" }],
    ["recomendar matrix público=sí", { titulo: "matrix", publico: "sí" }],
    ["recomendar matrix cantidad=", { titulo: "matrix", cantidad: "" }],
    [
      "plataforma puntaje plataforma=amazon prime 70 2018",
      { plataforma: "amazon prime", puntaje: "70", anio: "2018" },
    ],
    ["plataforma puntaje netflix año=2018 70", { plataforma: "netflix", puntaje: "70", anio: "2018" }],
  ])("%s", (line, options) => {
    const { command, ...parsed } = parse(line);
    expect(command).not.toBe("");
    expect(parsed).toEqual(options);
  });

  it("leaves a number that is none to the check of its option", () => {
    expect(parse("plataforma puntaje netflix muchos")).toMatchObject({ plataforma: "netflix muchos" });
  });

  it("tells which word is one too many", () => {
    const { code, words } = refusal("votos titulo=«toy story» titanic");
    expect(code).toBe("unknown_parameter");
    expect(plainText(words.es)).toContain("«titanic»");
    expect(plainText(words.en)).toContain("“titanic”");
  });
});

describe("any line", () => {
  it("is cut at 200 characters, between characters", () => {
    expect(parse(`votos ${"x".repeat(10_000)}`).titulo).toHaveLength(194);
    expect(parse(`votos ${"🎬".repeat(10_000)}`).titulo).toBe("🎬".repeat(194));
  });

  const anything = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
      .map((units) => String.fromCharCode(...units)),
    fc
      .array(
        fc.constantFrom(
          "/",
          "votos",
          "recomendar ",
          "plataforma puntaje",
          "titulo=",
          "cantidad=",
          "__proto__=",
          "=",
          '"',
          "«",
          "»",
          "'",
          " ",
          "70",
          "\u0301",
          "\ud800",
          "\u202e",
          "@",
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join("")),
  );

  it("gives options of text, or a UserError", () => {
    fc.assert(
      fc.property(
        anything,
        fc.constantFrom("", "/votos ", "recomendar ", "/plataforma maxima "),
        (line, head) => {
          try {
            const { command, options } = parseLine(commands, head + line, recognisedBy(find));
            for (const [name, value] of Object.entries(options)) {
              expect(Object.hasOwn(command.options.shape, name)).toBe(true);
              expect(typeof value).toBe("string");
              expect(value).not.toMatch(/\p{Cc}|\p{Surrogate}/u);
            }
          } catch (error) {
            expect(error).toBeInstanceOf(UserError);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
